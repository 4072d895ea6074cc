import { BLANK, PRESENT } from '../../dataset/column.js';
import type { ScaleItem } from './item-covariance.js';

export interface ScoringRule {
  /** `sum` is the mean of the answers times the number of items, so an unanswered item counts as the others' mean. */
  readonly score: 'mean' | 'sum';
  /** Rows with fewer answers get no score. */
  readonly minimumAnswered: number;
}

/** The lowest and highest answer an item allows, as declared: not what happened to be answered. */
export interface ItemRange {
  readonly min: number;
  readonly max: number;
}

/**
 * The answers of a reversed item turned round, lowest for highest.
 *
 * @example reversed(item, { min: 1, max: 6 }) // an answer of 2 becomes 5
 */
export function reversed(item: ScaleItem, { min, max }: ItemRange): ScaleItem {
  return { values: item.values.map((value) => min + max - value), missing: item.missing };
}

/**
 * Each row's scale score. A row with fewer than `minimumAnswered` answers, or none, is missing (BLANK).
 *
 * @param items all of one length, the reversed ones already turned
 * @throws RangeError where `minimumAnswered` is not a whole number from 1 to the number of items
 */
export function scaleScores(items: readonly ScaleItem[], rule: ScoringRule): ScaleItem {
  const { score, minimumAnswered } = rule;
  if (!Number.isInteger(minimumAnswered) || minimumAnswered < 1 || minimumAnswered > items.length) {
    throw new RangeError(`the least number of answers is from 1 to ${items.length}, not ${minimumAnswered}`);
  }
  const rows = items[0].values.length;
  const values = new Float64Array(rows).fill(NaN);
  const missing = new Uint8Array(rows).fill(BLANK);
  for (let row = 0; row < rows; row++) {
    let answered = 0;
    let total = 0;
    for (const item of items) {
      if (item.missing[row] !== PRESENT) continue;
      answered++;
      total += item.values[row];
    }
    if (answered < minimumAnswered) continue;
    const whole = answered === items.length;
    values[row] = score === 'sum' && whole ? total : (total / answered) * (score === 'sum' ? items.length : 1);
    missing[row] = PRESENT;
  }
  return { values, missing };
}

export interface FloorAndCeiling {
  readonly n: number;
  /** Rows at the lowest and at the highest possible score. */
  readonly atFloor: number;
  readonly atCeiling: number;
  /** Their shares of n; null where n is 0. Above 0.15 a scale has floor or ceiling effects (Terwee et al. 2007). */
  readonly floorShare: number | null;
  readonly ceilingShare: number | null;
}

/**
 * How many scores lie at the ends of the scale that the items' declared ranges allow.
 *
 * @param ranges one an item; an average of k ranges bounds a mean, their sum a sum
 */
export function floorAndCeiling(
  scores: ScaleItem,
  ranges: readonly ItemRange[],
  score: ScoringRule['score'],
): FloorAndCeiling {
  const divisor = score === 'mean' ? ranges.length : 1;
  const lowest = ranges.reduce((total, range) => total + range.min, 0) / divisor;
  const highest = ranges.reduce((total, range) => total + range.max, 0) / divisor;
  const slack = (highest - lowest) * 1e-12;
  let n = 0;
  let atFloor = 0;
  let atCeiling = 0;
  scores.values.forEach((value, row) => {
    if (scores.missing[row] !== PRESENT) return;
    n++;
    if (value <= lowest + slack) atFloor++;
    if (value >= highest - slack) atCeiling++;
  });
  const share = (count: number): number | null => (n === 0 ? null : count / n);
  return { n, atFloor, atCeiling, floorShare: share(atFloor), ceilingShare: share(atCeiling) };
}
