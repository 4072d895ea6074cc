import { chiSquareUpperTail } from '../numeric/chi-square.js';
import { fUpperTail } from '../numeric/f.js';
import { normalTwoSided } from '../numeric/normal.js';
import { studentTTwoSided } from '../numeric/student-t.js';
import { chiSquareTest } from '../stats/tables/chi-square-test.js';
import { fisherExact } from '../stats/tables/fisher-exact.js';

/** A function that a formula of figures may call. */
interface FormulaFunction {
  readonly takes: number;
  of(...values: readonly number[]): number | null;
}

/** Cells of a 2×2 table, row by row; null where a count is none or a margin is empty. */
function ofTable(test: (table: [number, number][]) => number | null): FormulaFunction {
  return {
    takes: 4,
    of: (a, b, c, d) => ([a, b, c, d].every((count) => Number.isInteger(count) && count >= 0) ? test([[a, b], [c, d]]) : null),
  };
}

/** The p of a statistic is two-sided where its distribution has two sides. */
export const FORMULA_FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map<string, FormulaFunction>([
  ['sqrt', { takes: 1, of: Math.sqrt }],
  ['abs', { takes: 1, of: Math.abs }],
  ['exp', { takes: 1, of: Math.exp }],
  ['ln', { takes: 1, of: Math.log }],
  ['log10', { takes: 1, of: Math.log10 }],
  ['p_z', { takes: 1, of: normalTwoSided }],
  ['p_t', { takes: 2, of: studentTTwoSided }],
  ['p_chi_square', { takes: 2, of: chiSquareUpperTail }],
  ['p_f', { takes: 3, of: fUpperTail }],
  ['chi_square_2x2', ofTable((table) => chiSquareTest(table).statistic)],
  ['p_chi_square_2x2', ofTable((table) => chiSquareTest(table).p)],
  ['p_yates_2x2', ofTable((table) => chiSquareTest(table, true).p)],
  ['p_fisher_2x2', ofTable((table) => fisherExact(table).p)],
]);
