import { logGamma } from '../../numeric/log-gamma.js';
import { sum } from '../../numeric/sums.js';

/**
 * One variable as the conditional test sees it: per distinct value, ascending, its doubled mid-rank (from 0, the
 * greatest common divisor of the differences taken out) and how many rows have it.
 */
export interface RankMargin {
  readonly scores: Float64Array;
  readonly counts: Int32Array;
}

/**
 * The distribution of Spearman's ρ given both margins: T = Σ (row score × column score) over all ways of pairing
 * the rows of x with those of y, each equally likely. T is a whole number and rises with ρ.
 */
export interface SpearmanMargins {
  readonly n: number;
  /** The variable whose count vectors are fewer; the recursions run over them. */
  readonly rows: RankMargin;
  readonly columns: RankMargin;
}

/** Up to here the greatest factorial is below 2^1024, and so is one divided by it above 2^-1074. */
const LARGEST_EXACT_FACTORIAL = 170;

/** A p and a bound on its error. */
export interface BoundedP {
  readonly p: number;
  readonly error: number;
}

/**
 * Both margins and the observed T. x and y are complete pairs, in any unit.
 *
 * @example
 * // Scores 0, 1, 1 and 0, 1, 2.
 * spearmanMargins(Float64Array.of(7, 8, 8), Float64Array.of(1, 2, 3)).observed; // 3
 */
export function spearmanMargins(x: Float64Array, y: Float64Array): { margins: SpearmanMargins; observed: number } {
  const a = rankMargin(x);
  const b = rankMargin(y);
  let observed = 0;
  for (let i = 0; i < x.length; i++) observed += a.scoreOf.get(x[i])! * b.scoreOf.get(y[i])!;
  const [rows, columns] = countVectors(a.counts) <= countVectors(b.counts) ? [a, b] : [b, a];
  return { margins: { n: x.length, rows, columns }, observed };
}

/** How many count vectors (c₁ … c_L), 0 ≤ c_l ≤ m_l, there are. */
export function countVectors(counts: Int32Array): number {
  return counts.reduce((product, count) => product * (count + 1), 1);
}

/** Σ scores, over rows of data rather than levels. */
export function totalScore(margin: RankMargin): number {
  return margin.scores.reduce((sum, score, level) => sum + score * margin.counts[level], 0);
}

/** The mean of T over all pairings. */
export function expectedT(margins: SpearmanMargins): number {
  return totalScore(margins.rows) * (totalScore(margins.columns) / margins.n);
}

/** The standard deviation of T over all pairings. */
export function deviationOfT(margins: SpearmanMargins): number {
  return Math.sqrt((squares(margins.rows, margins.n) * squares(margins.columns, margins.n)) / (margins.n - 1));
}

/** The greatest T: both variables in the same order. */
export function greatestT(margins: SpearmanMargins): number {
  return alignedBlocks(margins).reduce((total, { row, column, size }) => total + row * column * size, 0);
}

/** P(T = its greatest value): only one table has it. A p too small for a double is the least one there is. */
export function alignedP(margins: SpearmanMargins): BoundedP {
  const { n, rows, columns } = margins;
  const blocks = alignedBlocks(margins).map(({ size }) => size);
  const arrangements = [...rows.counts, ...columns.counts];
  if (n <= LARGEST_EXACT_FACTORIAL) {
    const p = ratio(factorials(arrangements), factorials([n, ...blocks]));
    return { p, error: p * Number.EPSILON };
  }
  const logs = arrangements.map((size) => logGamma(size + 1));
  logs.push(...[n, ...blocks].map((size) => -logGamma(size + 1)));
  const p = Math.max(Number.MIN_VALUE, Math.exp(sum(logs)));
  return { p, error: Math.max(Number.MIN_VALUE, p * 4 * Number.EPSILON * (1 + sum(logs.map(Math.abs)))) };
}

/** Π size! */
export function factorials(sizes: readonly number[]): bigint {
  let product = 1n;
  for (const size of sizes) for (let i = 2n; i <= BigInt(size); i++) product *= i;
  return product;
}

/** The quotient of two whole numbers, 0 < dividend ≤ divisor < 2^1024, rounded in the last place. */
export function ratio(dividend: bigint, divisor: bigint): number {
  const apart = divisor.toString(2).length - dividend.toString(2).length;
  const scaled = (dividend << BigInt(apart + 64)) / divisor;
  return Number(scaled) / 2 ** 64 / 2 ** apart;
}

/** The least T: the variables in opposite orders. */
export function leastT(margins: SpearmanMargins): number {
  return reflectedT(margins, greatestT(reflected(margins)));
}

/** The blocks of equal pairs when both variables rise together: scores and how many pairs have them. */
function alignedBlocks(margins: SpearmanMargins): { row: number; column: number; size: number }[] {
  const { rows, columns } = margins;
  const blocks: { row: number; column: number; size: number }[] = [];
  for (let i = 0, j = 0, inRow = 0, inColumn = 0; i < rows.counts.length && j < columns.counts.length; ) {
    const size = Math.min(rows.counts[i] - inRow, columns.counts[j] - inColumn);
    blocks.push({ row: rows.scores[i], column: columns.scores[j], size });
    inRow += size;
    inColumn += size;
    if (inRow === rows.counts[i]) [i, inRow] = [i + 1, 0];
    if (inColumn === columns.counts[j]) [j, inColumn] = [j + 1, 0];
  }
  return blocks;
}

/** The same distribution upside down: P(T ≤ t) here is P(T ≥ reflectedT(t)) there. */
export function reflected(margins: SpearmanMargins): SpearmanMargins {
  const { scores, counts } = margins.rows;
  const top = scores.at(-1)!;
  const turned = scores.map((score) => top - score).reverse();
  return { ...margins, rows: { scores: turned, counts: counts.slice().reverse() } };
}

export function reflectedT(margins: SpearmanMargins, t: number): number {
  return margins.rows.scores.at(-1)! * totalScore(margins.columns) - t;
}

/** Whether T is symmetric about its mean because one margin is. */
export function isSymmetric(margins: SpearmanMargins): boolean {
  return [margins.rows, margins.columns].some(({ scores, counts }) =>
    scores.every((score, level) => {
      const opposite = scores.length - 1 - level;
      return scores[opposite] === scores.at(-1)! - score && counts[opposite] === counts[level];
    }),
  );
}

/** The score of every row of data, ascending. */
export function scorePerRow({ scores, counts }: RankMargin): number[] {
  return Array.from(scores).flatMap((score, level) => Array<number>(counts[level]).fill(score));
}

function rankMargin(values: Float64Array): RankMargin & { scoreOf: Map<number, number> } {
  const sorted = values.slice().sort();
  const distinct: number[] = [];
  const counts: number[] = [];
  const doubled: number[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    distinct.push(sorted[start]);
    counts.push(end - start);
    doubled.push(start + end - counts[0]);
    start = end;
  }
  const divisor = doubled.reduce(greatestCommonDivisor, 0) || 1;
  const scores = Float64Array.from(doubled, (score) => score / divisor);
  return { scores, counts: Int32Array.from(counts), scoreOf: new Map(distinct.map((value, i) => [value, scores[i]])) };
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

function squares(margin: RankMargin, n: number): number {
  const mean = totalScore(margin) / n;
  return margin.scores.reduce((sum, score, level) => sum + margin.counts[level] * (score - mean) ** 2, 0);
}
