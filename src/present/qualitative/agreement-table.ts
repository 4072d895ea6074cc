import type { AgreementEstimate, AgreementRecord, CategoryAgreement } from '../../results/agreement.js';
import type { Table } from '../../results/table.js';
import { coefficientHeader, coefficientName, confidenceHeader, matrixNotes } from './agreement-words.js';
import { counted, formatInterval } from '../numbers.js';
import { count, label, number, percent, shown, tableOf } from '../shown-columns.js';
import type { Shown } from '../shown-columns.js';

export interface AgreementPresentation {
  readonly digits: number;
}

/** The coefficients of a reliability matrix, its categories, and of more than two coders every pair. */
export function matrixTables(record: AgreementRecord, { digits }: AgreementPresentation): Table[] {
  const pairs = record.estimates.filter(({ pair }) => pair !== null);
  // Cohen's κ of more than two coders is of pairs alone.
  const together = record.estimates.some(({ pair }) => pair === null);
  return [
    ...(together ? [coefficientTable(record, digits)] : []),
    ...(pairs.length === 0 ? [] : [pairTable(pairs, digits, together ? 'Pairs of coders' : `Agreement of pairs (${matrixSubject(record)})`)]),
    ...(record.categories === undefined ? [] : [categoryTable(record.categories, digits)]),
  ];
}

function coefficientTable(record: AgreementRecord, digits: number): Table {
  const { method, estimates } = record;
  const rows = estimates.filter(({ pair }) => pair === null);
  const columns: Shown<AgreementEstimate>[] = [
    { key: 'coefficient', header: 'Coefficient', align: 'left', cell: (one) => label(coefficientName(one)) },
    { key: 'estimate', header: 'Estimate', align: 'right', cell: ({ estimate }) => number(estimate, digits) },
    ...(method.ci === 'none' ? [] : [
      { key: 'ci', header: confidenceHeader(method), align: 'right', cell: ({ ciLow, ciHigh }) => shown(formatInterval(ciLow, ciHigh, digits), null) },
      { key: 'se', header: 'SE', align: 'right', cell: (one) => (one.se === null && one.estimate !== null ? shown('', null) : number(one.se, digits)) },
    ] satisfies Shown<AgreementEstimate>[]),
    { key: 'observed', header: 'Observed', align: 'right', cell: (one) => (hasNone(one) ? shown('', null) : number(one.observed, digits)) },
    { key: 'expected', header: 'Chance', align: 'right', cell: (one) => (hasNone(one) || one.coefficient.startsWith('percent') ? shown('', null) : number(one.expected, digits)) },
  ];
  return tableOf(`Agreement of ${method.coders.length} coders (${matrixSubject(record)})`, columns, rows, matrixNotes(record));
}

function matrixSubject({ provenance, n }: AgreementRecord): string {
  const [input] = provenance.inputs;
  return `${input === undefined ? '' : `${input.path.split(/[\\/]/).at(-1)}, `}${counted(n.used, 'unit')}`;
}

/** Coefficients that are not made of an observed and a chance agreement. */
function hasNone({ coefficient, level }: AgreementEstimate): boolean {
  return coefficient === 'light' || (coefficient === 'krippendorff' && level !== 'nominal');
}

function pairTable(estimates: readonly AgreementEstimate[], digits: number, caption: string): Table {
  const first = estimates.filter(({ pair }) => pair === estimates[0].pair);
  const pairs = [...new Set(estimates.map(({ pair }) => pair))];
  const rows = pairs.map((pair) => estimates.filter((one) => one.pair === pair));
  const columns: Shown<AgreementEstimate[]>[] = [
    { key: 'pair', header: 'Coders', align: 'left', cell: ([one]) => label(one.pair ?? '') },
    { key: 'units', header: 'Units', align: 'right', cell: ([one]) => count(one.units) },
    ...first.map((one, place): Shown<AgreementEstimate[]> => ({
      key: `${one.coefficient}-${one.weights}`, header: coefficientHeader(one), align: 'right', cell: (row) => number(row[place].estimate, digits),
    })),
  ];
  return tableOf(caption, columns, rows, []);
}

function categoryTable(categories: readonly CategoryAgreement[], digits: number): Table {
  const columns: Shown<CategoryAgreement>[] = [
    { key: 'category', header: 'Category', align: 'left', cell: ({ category }) => label(String(category)) },
    { key: 'ratings', header: 'Ratings', align: 'right', cell: ({ ratings }) => count(ratings) },
    { key: 'share', header: 'Prevalence', align: 'right', cell: ({ share }) => percent(share) },
    { key: 'kappa', header: 'Fleiss κ', align: 'right', cell: ({ kappa }) => number(kappa, digits) },
    { key: 'specific', header: 'Specific', align: 'right', cell: ({ specific }) => number(specific, digits) },
  ];
  return tableOf('Categories', columns, categories, ['Prevalence: share of all ratings. Specific: of two ratings, one of them in the category, how often both are.']);
}
