import { partitionPoint } from '../numeric/partition-point.js';
import type { WhyUndefined } from '../stats/test-result.js';
import type { Stretch } from './stretches.js';

/** One document, of `length` characters: what each coder marked with the code, in order and without overlaps. */
export interface Continuum {
  readonly length: number;
  readonly coders: readonly (readonly Stretch[])[];
}

export interface UnitizedDisagreement {
  readonly observed: number;
  readonly expected: number;
}

/** α from disagreements: of one code, or of several with theirs added up. */
export function unitizedAlpha(codes: readonly UnitizedDisagreement[]): { estimate: number | null; reason: WhyUndefined | null } {
  const sum = (of: (one: UnitizedDisagreement) => number): number => codes.reduce((total, one) => total + of(one), 0);
  const expected = sum((one) => one.expected);
  return expected === 0 ? { estimate: null, reason: 'constant' } : { estimate: 1 - sum((one) => one.observed) / expected, reason: null };
}

/**
 * Krippendorff's disagreement in unitising: how far the stretches that coders marked with one code differ in place
 * and length, and what chance placement would give. Several documents lie end to end, and no gap runs over a border.
 *
 * Source: Krippendorff (2004), Content Analysis, 2nd ed., section 11.6, equations 14 to 17.
 */
export function unitizedDisagreement(documents: readonly Continuum[]): UnitizedDisagreement {
  const coders = documents[0]?.coders.length ?? 0;
  const total = documents.reduce((sum, { length }) => sum + length, 0);
  let observed = 0;
  for (const { coders: marked, length } of documents) {
    const gaps = marked.map((stretches) => gapsBetween(stretches, length));
    for (let i = 0; i < coders; i++) {
      for (let j = i + 1; j < coders; j++) {
        observed += overlapping(marked[i], marked[j]) + insideGaps(marked[i], gaps[j]) + insideGaps(marked[j], gaps[i]);
      }
    }
  }
  // Each pair of coders counts in both orders.
  return { observed: (2 * observed) / (coders * (coders - 1) * total ** 2), expected: expectedDisagreement(documents, coders, total) };
}

function expectedDisagreement(documents: readonly Continuum[], coders: number, total: number): number {
  const gapLengths = documents.flatMap(({ coders: marked, length }) =>
    marked.flatMap((stretches) => gapsBetween(stretches, length).map(lengthOf))).sort((a, b) => b - a);
  const summed = runningSums(gapLengths);
  const lengths = documents.flatMap(({ coders: marked }) => marked.flat().map(lengthOf));
  let sum = 0;
  let inside = 0;
  for (const length of lengths) {
    const holding = countAtLeast(gapLengths, length);
    const places = summed[holding] - holding * (length - 1);
    sum += ((lengths.length - 1) / 3) * (2 * length ** 3 - 3 * length ** 2 + length) + length ** 2 * places;
    inside += length * (length - 1);
  }
  const left = coders * total * (coders * total - 1) - inside;
  return left === 0 ? 0 : ((2 / total) * sum) / left;
}

/** Σ (difference of the starts)² + (difference of the ends)² over stretches that overlap. */
function overlapping(first: readonly Stretch[], second: readonly Stretch[]): number {
  let sum = 0;
  let from = 0;
  for (const a of first) {
    while (from < second.length && second[from].end <= a.start) from += 1;
    for (let at = from; at < second.length && second[at].start < a.end; at++) {
      sum += (a.start - second[at].start) ** 2 + (a.end - second[at].end) ** 2;
    }
  }
  return sum;
}

/** Σ length² over the stretches that lie wholly in a gap. */
function insideGaps(stretches: readonly Stretch[], gaps: readonly Stretch[]): number {
  let sum = 0;
  let at = 0;
  for (const stretch of stretches) {
    while (at < gaps.length && gaps[at].end < stretch.end) at += 1;
    if (at < gaps.length && gaps[at].start <= stretch.start) sum += lengthOf(stretch) ** 2;
  }
  return sum;
}

function gapsBetween(stretches: readonly Stretch[], length: number): Stretch[] {
  const gaps: Stretch[] = [];
  let end = 0;
  for (const stretch of stretches) {
    if (stretch.start > end) gaps.push({ start: end, end: stretch.start });
    end = stretch.end;
  }
  if (end < length) gaps.push({ start: end, end: length });
  return gaps;
}

function lengthOf({ start, end }: Stretch): number {
  return end - start;
}

function runningSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, at) => { sums[at + 1] = sums[at] + value; });
  return sums;
}

/** How many of the values, which descend, are at least `least`. */
function countAtLeast(values: readonly number[], least: number): number {
  return partitionPoint(values.length, (index) => values[index] >= least);
}
