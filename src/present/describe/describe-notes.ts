import type { DescribeRecord, DescribedVariable } from '../../results/describe.js';
import { HIDDEN } from './describe-cells.js';
import { counted, formatCount } from '../numbers.js';
import { warningNotes } from '../warning-notes.js';

/** The sentences below a Table 1: how its numbers were made, what is missing, what is hidden. */
export function describeNotes(
  record: DescribeRecord,
  { missingAs, showsSmd }: { missingAs: 'row' | 'note'; showsSmd: boolean },
): string[] {
  return [
    statisticsNote(record),
    showsSmd ? differenceNote(record) : null,
    missingAs === 'note' ? missingNote(record) : null,
    leftOutNote(record),
    suppressionNote(record),
    ...warningNotes(record.warnings.filter(({ code }) => showsSmd || code !== 'W_SMD_UNDEFINED')),
  ].filter((note) => note !== null);
}

function statisticsNote(record: DescribeRecord): string | null {
  const { method, variables } = record;
  const tells = (summary: DescribedVariable['summary'], kind?: DescribedVariable['kind']): boolean =>
    variables.some((variable) => variable.summary === summary && !variable.withheld && (kind === undefined || variable.kind === kind));
  const numbersChosen = method.continuous === 'auto' && tells('median', 'number') && tells('mean', 'number');
  const parts = [
    tells('median')
      ? `[IQR]: first to third quartile${method.quantileType === 7 ? '' : ` (type ${method.quantileType})`}${numbersChosen ? `; median where |skewness| > ${method.skewnessLimit}${tells('median', 'ordinal') ? ' and for ordinal answers' : ''}` : ''}`
      : null,
    tells('levels') || tells('frequent') ? countNote(record) : null,
    tells('answers') ? 'several answers: of those who answered the question, so that percentages may add up to more than 100' : null,
    method.missing === 'listwise' ? `listwise deletion: ${counted(record.n.excludedBy['listwise'] ?? 0, 'row')} left out` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `${parts.join('; ')}.`;
}

function countNote({ estimates, groups }: DescribeRecord): string | null {
  const sizes = new Map(groups.map(({ level, n }) => [level, n]));
  const differs = estimates.some(({ level, group, denominator }) => level !== null && denominator !== null && denominator !== 0 && denominator !== sizes.get(group));
  return differs ? 'n (%) of those with a value, n/N where some are missing' : null;
}

function differenceNote({ groups }: DescribeRecord): string {
  const over = groups.length > 3 ? ', mean over all pairs of groups' : '';
  return `SMD: absolute standardised difference (of means, Austin 2009; of shares, Yang and Dalton 2012)${over}.`;
}

function missingNote({ estimates, variables, groups }: DescribeRecord): string | null {
  const parts = variables.filter(({ withheld }) => !withheld).flatMap(({ name, label }) => {
    const wholes = estimates.filter(({ variable, level }) => variable === name && level === null);
    if (wholes.every(({ missing }) => missing === 0)) return [];
    const counts = wholes.map(({ missing }) => (missing === null ? HIDDEN : formatCount(missing)));
    return [`${label} ${groups.length === 1 ? counts[0] : `${counts[0]} (${counts.slice(1).join(', ')})`}`];
  });
  return parts.length === 0 ? null : `Missing${groups.length === 1 ? '' : ', overall (by group)'}: ${parts.join('; ')}.`;
}

function leftOutNote({ n, by, method }: DescribeRecord): string | null {
  const count = n.excludedBy['by'] ?? 0;
  if (by === null || count === 0) return null;
  const isSmall = method.suppressBelow !== null && count < method.suppressBelow;
  return isSmall ? `Rows without ${by.label} are left out.` : `${counted(count, 'row')} without ${by.label} left out.`;
}

function suppressionNote({ method, hidden, variables }: DescribeRecord): string | null {
  if (method.suppressBelow === null) return null;
  const most = method.suppressBelow - 1;
  if (hidden.length === 0) return `No count lies from 1 to ${most}, so nothing is hidden.`;
  const withheld = variables.some((variable) => variable.withheld) ? ' Of some variables that is everything.' : '';
  return `${HIDDEN} Hidden: ${most === 1 ? 'counts of 1' : `counts from 1 to ${most}`}, statistics of so few, and what would reveal them.${withheld}`;
}
