import type { DescribeEstimate, DescribeRecord, DescribedVariable } from '../../results/describe.js';
import type { Cell } from '../../results/table.js';
import { UNDEFINED, fixed, formatCount } from '../numbers.js';

/** What stands where a number is hidden. */
export const HIDDEN = '*';

/** How the numbers of a Table 1 are printed. */
export interface DescribeNumbers {
  /** Decimals of means, SDs, medians and quartiles; null takes them from the data. */
  readonly digits: number | null;
  /** Null prints none below 100 rows, else one. */
  readonly percentDigits: number | null;
}

/** Finds what is told of a variable or its level in a group, and whether a field of it is hidden. */
export class DescribedEstimates {
  readonly #estimates = new Map<string, DescribeEstimate>();
  readonly #hidden = new Map<string, ReadonlySet<string>>();

  constructor({ estimates, hidden }: DescribeRecord) {
    for (const estimate of estimates) this.#estimates.set(keyOf(estimate), estimate);
    for (const place of hidden) this.#hidden.set(keyOf(place), new Set(place.fields));
  }

  get(variable: string, level: string | null, group: string | null): DescribeEstimate {
    return this.#estimates.get(keyOf({ variable, level, group }))!;
  }

  hides(estimate: DescribeEstimate, field: keyof DescribeEstimate): boolean {
    return this.#hidden.get(keyOf(estimate))?.has(field) ?? false;
  }
}

function keyOf({ variable, level, group }: Pick<DescribeEstimate, 'variable' | 'level' | 'group'>): string {
  return JSON.stringify([variable, level, group]);
}

/** `35 (65%)`, or `19/53 (36%)` where fewer than all of the group are counted among. */
export function countCell(estimate: DescribeEstimate, groupSize: number | null, digits: number, told: DescribedEstimates): Cell {
  const { n, denominator } = estimate;
  if (n === null) return { text: HIDDEN, value: null };
  if (denominator === 0) return undefinedCell();
  const of = denominator === null || denominator === groupSize ? '' : `/${formatCount(denominator)}`;
  const percent = told.hides(estimate, 'percent') ? HIDDEN : formatPercent(n, denominator ?? n, digits);
  return { text: `${formatCount(n)}${of} (${percent})`, value: n };
}

/**
 * A share in percent that rounds to 0 or 100 only where it is: `<0.1%`, `>99.9%`.
 *
 * @example
 * formatPercent(35, 54, 0); // '65%'
 */
export function formatPercent(n: number, denominator: number, digits: number): string {
  const text = fixed((100 * n) / denominator, digits);
  const step = 10 ** -digits;
  if (n > 0 && Number(text) === 0) return `<${fixed(step, digits)}%`;
  if (n < denominator && Number(text) === 100) return `>${fixed(100 - step, digits)}%`;
  return `${text}%`;
}

/** `57.1 (10.0)`. */
export function meanCell(estimate: DescribeEstimate, decimals: number, told: DescribedEstimates): Cell {
  if (told.hides(estimate, 'mean')) return { text: HIDDEN, value: null };
  if (estimate.mean === null) return undefinedCell();
  return { text: `${fixed(estimate.mean, decimals)} (${fixed(estimate.sd, decimals)})`, value: estimate.mean };
}

/** `5 [4 to 6]`. */
export function medianCell(estimate: DescribeEstimate, decimals: number, told: DescribedEstimates): Cell {
  if (told.hides(estimate, 'median')) return { text: HIDDEN, value: null };
  const { median, q1, q3 } = estimate;
  if (median === null) return undefinedCell();
  return { text: `${fixed(median, decimals)} [${fixed(q1, decimals)} to ${fixed(q3, decimals)}]`, value: median };
}

export function missingCell(estimate: DescribeEstimate): Cell {
  return estimate.missing === null ? { text: HIDDEN, value: null } : { text: formatCount(estimate.missing), value: estimate.missing };
}

export function differenceCell(estimate: DescribeEstimate, told: DescribedEstimates): Cell {
  if (told.hides(estimate, 'smd')) return { text: HIDDEN, value: null };
  return estimate.smd === null ? undefinedCell() : { text: fixed(estimate.smd, 2), value: estimate.smd };
}

function undefinedCell(): Cell {
  return { text: UNDEFINED, value: null, emphasis: 'muted' };
}

/** Means have one decimal more than the data; medians too, where they or the quartiles fall between two values. */
export function decimalsFor({ summary, decimals }: DescribedVariable, estimates: readonly DescribeEstimate[], { digits }: DescribeNumbers): number {
  if (digits !== null) return digits;
  if (summary === 'mean') return decimals + 1;
  const scale = 10 ** decimals;
  const isOnGrid = (value: number | null): boolean => value === null || Math.abs(value * scale - Math.round(value * scale)) < 1e-6;
  return estimates.every(({ median, q1, q3 }) => [median, q1, q3].every(isOnGrid)) ? decimals : decimals + 1;
}
