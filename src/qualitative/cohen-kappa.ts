import { normalUpperQuantile } from '../numeric/normal.js';
import { agreementWeights } from './agreement-weights.js';
import type { WeightName } from './agreement-weights.js';
import { undefinedAgreement } from './chance-corrected.js';
import type { Agreement } from './chance-corrected.js';
import { NOT_CODED } from './ratings.js';
import type { Ratings } from './ratings.js';

export interface CohenAgreement extends Agreement {
  /** Estimate over its standard error where the coders are independent; null where undefined. */
  readonly z: number | null;
}

/**
 * Cohen's κ of two coders, plain or weighted, over the units that both rated, with the large-sample standard error.
 *
 * Source: Cohen (1960, 1968); Fleiss, Cohen & Everitt (1969), equations 9 (z) and 13 (standard error).
 *
 * @param data of two coders
 * @param confidence null leaves out the standard error, the interval and z
 * @example cohenKappa(ratingsOf([[1, 1], [1, 2], [2, 2], [2, 2]])).estimate // 0.5
 */
export function cohenKappa(data: Ratings, weightName: WeightName = 'identity', confidence: number | null = 0.95): CohenAgreement {
  if (data.coders !== 2) throw new RangeError(`Cohen's κ is of two coders, not ${data.coders}.`);
  const size = data.categories.length;
  const weights = agreementWeights(weightName, data.categories);
  const { cells, first, second, units } = crossTable(data, size);
  if (units === 0) return { ...undefinedAgreement('too-few', 0), z: null };
  const each = (term: (k: number, l: number, w: number) => number): number => {
    let sum = 0;
    for (let k = 0; k < size; k++) for (let l = 0; l < size; l++) sum += term(k, l, weights[k][l]);
    return sum;
  };
  const observed = each((k, l, w) => w * cells[k * size + l]);
  const expected = each((k, l, w) => w * first[k] * second[l]);
  if (1 - expected <= 1e-15) return { ...undefinedAgreement('constant', units, observed, expected), z: null };
  const estimate = (observed - expected) / (1 - expected);
  if (confidence === null) return { estimate, se: null, ciLow: null, ciHigh: null, observed, expected, units, reason: null, z: null };
  const ofFirst = weights.map((row) => row.reduce((sum, w, l) => sum + w * second[l], 0));
  const ofSecond = weights.map((row) => row.reduce((sum, w, k) => sum + w * first[k], 0));
  const squares = each((k, l, w) => cells[k * size + l] * (w - (ofFirst[k] + ofSecond[l]) * (1 - estimate)) ** 2);
  const independent = each((k, l, w) => first[k] * second[l] * (w - (ofFirst[k] + ofSecond[l])) ** 2);
  const scale = 1 / ((1 - expected) * Math.sqrt(units));
  const se = scale * root(squares - (estimate - expected * (1 - estimate)) ** 2);
  const seIndependent = scale * root(independent - expected ** 2);
  const reach = se * normalUpperQuantile((1 - confidence) / 2);
  return {
    estimate, se, ciLow: Math.max(-1, estimate - reach), ciHigh: Math.min(1, estimate + reach), observed, expected, units,
    reason: null, z: seIndependent === 0 ? null : estimate / seIndependent,
  };
}

/** Shares of the units by both ratings, and their margins. */
function crossTable({ patterns }: Ratings, size: number): {
  cells: Float64Array; first: Float64Array; second: Float64Array; units: number;
} {
  const cells = new Float64Array(size * size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  let units = 0;
  for (const { ratings: [k, l], count } of patterns) {
    if (k === NOT_CODED || l === NOT_CODED) continue;
    cells[k * size + l] += count;
    first[k] += count;
    second[l] += count;
    units += count;
  }
  const share = (count: number): number => count / units;
  return { cells: cells.map(share), first: first.map(share), second: second.map(share), units };
}

/** A variance that is nought may come out a hair below. */
function root(variance: number): number {
  return Math.sqrt(Math.max(0, variance));
}
