import type { CorrelationEstimate, CorrelationRecord } from '../../results/correlation.js';
import type { Cell, Table, TableColumn } from '../../results/table.js';
import { COEFFICIENT, adjustedHeader, binaryNotes, detectableNote, methodNote, nearAlphaNote } from './correlation-words.js';
import { UNDEFINED, counted, fixed, formatCount, formatInterval, formatP, formatShare } from '../numbers.js';
import type { NumberStyle } from '../numbers.js';
import { warningNotes } from '../warning-notes.js';

/** How a correlation table is printed; nothing here changes a number of the record. */
export interface CorrelationPresentation {
  readonly alpha: number;
  readonly digits: number;
  readonly style: NumberStyle;
}

/**
 * Features against one outcome, a row each: n, coefficient, interval, p and adjusted p; under `--by` a group of
 * rows for each level. What is significant at alpha after adjustment stands out.
 */
export function correlationTable(record: CorrelationRecord, presentation: CorrelationPresentation): Table {
  const { method, estimates } = record;
  const { alpha, digits, style } = presentation;
  const labelOf = labels(record);
  const pHeader = style === 'ama' ? 'P' : 'p';
  const adjusted = adjustedHeader(method, pHeader);
  const outcomes = [...new Set(estimates.map((estimate) => estimate.y))];

  const columns: TableColumn[] = [
    { key: 'x', header: 'Feature', align: 'left' },
    ...(outcomes.length > 1 ? [{ key: 'y', header: 'With', align: 'left' } as const] : []),
    { key: 'n', header: 'n', align: 'right' },
    { key: 'estimate', header: COEFFICIENT[method.name].symbol, align: 'right' },
    ...(method.ci === 'none' ? [] : [{ key: 'ci', header: `${formatShare(method.confidence)} CI`, align: 'right' } as const]),
    { key: 'p', header: pHeader, align: 'right' },
    ...(adjusted === null ? [] : [{ key: 'pAdjusted', header: adjusted, align: 'right' } as const]),
  ];

  const cells = (estimate: CorrelationEstimate): Cell[] => {
    const decisive = (adjusted === null ? estimate.p : estimate.pAdjusted) ?? 1;
    const emphasis = decisive <= alpha ? ({ emphasis: 'strong' } as const) : {};
    const byKey: Record<string, Cell> = {
      x: { text: labelOf(estimate.x), value: estimate.x, ...emphasis },
      y: { text: labelOf(estimate.y), value: estimate.y },
      n: { text: formatCount(estimate.n), value: estimate.n },
      estimate: numberCell(fixed(estimate.estimate, digits), estimate.estimate, emphasis),
      ci: numberCell(formatInterval(estimate.ciLow, estimate.ciHigh, digits), null, {}),
      p: numberCell(formatP(estimate.p, style), estimate.p, {}),
      pAdjusted: numberCell(formatP(estimate.pAdjusted, style), estimate.pAdjusted, emphasis),
    };
    return columns.map((column) => byKey[column.key]);
  };

  const near = nearAlphaNote(record, alpha, labelOf, style);
  return {
    caption: caption(record, outcomes.length === 1 ? ` with ${labelOf(outcomes[0])}` : ''),
    columns,
    rows: estimates.map(cells),
    notes: [methodNote(record), ...[near, detectableNote(record)].filter((note) => note !== null), ...binaryNotes(record, labelOf, digits), ...warningNotes(record.warnings)],
    ...groupsOf(estimates),
  };
}

/** The name a reader sees: the variable's label, or its name where it has none. */
export function labels(record: CorrelationRecord): (name: string) => string {
  const byName = new Map(record.variables.map((variable) => [variable.name, variable.label]));
  return (name) => byName.get(name) ?? name;
}

export function caption(record: CorrelationRecord, rest: string): string {
  const [input] = record.provenance.inputs;
  const file = input === undefined ? '' : `${input.path.split(/[\\/]/).at(-1)}, `;
  const { name, partial, weights } = record.method;
  const kind = partial?.kind === 'partial' ? 'Partial ' : partial?.kind === 'semi-partial' ? 'Semi-partial ' : weights === null ? '' : 'Weighted ';
  return `${kind}${COEFFICIENT[name].title}${rest} (${file}${counted(record.n.used, 'row')})`;
}

function numberCell(text: string, value: number | null, emphasis: { emphasis?: 'strong' }): Cell {
  return text === UNDEFINED ? { text, value, emphasis: 'muted' } : { text, value, ...emphasis };
}

function groupsOf(estimates: readonly CorrelationEstimate[]): Pick<Table, 'groups'> {
  const levels = [...new Set(estimates.map((estimate) => estimate.by))];
  if (levels.every((level) => level === null)) return {};
  return { groups: levels.map((level) => ({ label: level ?? '', rows: estimates.filter((estimate) => estimate.by === level).length })) };
}
