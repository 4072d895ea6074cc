import { studentTQuantile } from '../numeric/student-t.js';
import type { AgreementLevel } from '../results/agreement.js';
import { undefinedAgreement } from './chance-corrected.js';
import type { Agreement } from './chance-corrected.js';
import { coincidences, middles, squaredDifferences } from './coincidences.js';
import type { Coincidences } from './coincidences.js';
import { countsByCategory, pairableUnits } from './ratings.js';
import type { Ratings } from './ratings.js';

/**
 * Krippendorff's α = 1 − observed / expected disagreement, for any count of coders and with ratings missing.
 * `observed` and `expected` are 1 − disagreement at the nominal level, where that is a share; at the others null, since
 * only the ratio of disagreements has meaning there.
 *
 * The standard error is over units as a sample, by linearisation: how much α moves with the weight of each unit, through
 * the disagreement within it, through the expected disagreement and, at the ordinal level, through the metric itself.
 *
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, sections B to D.
 *
 * @param confidence null leaves out the standard error and the interval by Student's t
 * @throws RangeError where the level is interval or ratio and a category is no number.
 * @example krippendorffAlpha(ratingsOf([[1, 1], [1, 2], [2, 2], [2, null]])).estimate // 0.4444
 */
export function krippendorffAlpha(data: Ratings, level: AgreementLevel = 'nominal', confidence: number | null = null): Agreement {
  const units = pairableUnits(data);
  if (units === 0) return undefinedAgreement('too-few', 0);
  const found = coincidences(data);
  const { n } = found;
  const differences = squaredDifferences(level, data.categories, found.totals);
  const within = sumOver(found, (c, k) => found.pairs[c * found.size + k] * differences[c * found.size + k]);
  const between = sumOver(found, (c, k) => found.totals[c] * found.totals[k] * differences[c * found.size + k]);
  const agreement = level === 'nominal' ? { observed: 1 - within / n, expected: 1 - between / (n * (n - 1)) } : { observed: null, expected: null };
  if (between === 0) return undefinedAgreement('constant', units, agreement.observed, agreement.expected);
  const estimate = 1 - ((n - 1) * within) / between;
  const se = confidence === null || units < 2 ? null : standardError(data, level, { ...found, differences, within, between }, units);
  const reach = se === null || confidence === null ? null : se * studentTQuantile((1 + confidence) / 2, units - 1);
  return {
    estimate, se,
    ciLow: reach === null ? null : Math.max(-1, estimate - reach),
    ciHigh: reach === null ? null : Math.min(1, estimate + reach),
    ...agreement, units, reason: null,
  };
}

interface Disagreements extends Coincidences {
  readonly differences: Float64Array;
  /** Σ of differences within units and between all ratings. */
  readonly within: number;
  readonly between: number;
}

function standardError(data: Ratings, level: AgreementLevel, all: Disagreements, units: number): number {
  const { n, size, totals, pairs, differences, within, between } = all;
  const moves: { readonly move: number; readonly count: number }[] = [];
  for (const pattern of data.patterns) {
    const counts = countsByCategory(pattern, size);
    const raters = counts.reduce((sum, count) => sum + count, 0);
    if (raters < 2) continue;
    const metric = level === 'ordinal' ? metricChange(counts, totals) : null;
    let own = 0;
    let others = 0;
    for (let c = 0; c < size; c++) {
      for (let k = 0; k < size; k++) {
        const at = c * size + k;
        own += (counts[c] * counts[k] * differences[at]) / (raters - 1) + (metric === null ? 0 : pairs[at] * metric[at]);
        others += 2 * counts[c] * totals[k] * differences[at] + (metric === null ? 0 : totals[c] * totals[k] * metric[at]);
      }
    }
    const move = -((raters * within + (n - 1) * own) / between - ((n - 1) * within * others) / between ** 2);
    moves.push({ move, count: pattern.count });
  }
  const mean = moves.reduce((sum, { move, count }) => sum + move * count, 0) / units;
  const squares = moves.reduce((sum, { move, count }) => sum + count * (move - mean) ** 2, 0);
  return Math.sqrt((squares * units) / (units - 1));
}

/** How the ordinal metric changes with the weight of a unit: its own ratings move the middles of the categories. */
function metricChange(counts: Float64Array, totals: Float64Array): Float64Array {
  const [own, all] = [middles(counts), middles(totals)];
  return Float64Array.from({ length: counts.length ** 2 }, (_, at) => {
    const [c, k] = [Math.floor(at / counts.length), at % counts.length];
    return 2 * (all[c] - all[k]) * (own[c] - own[k]);
  });
}

function sumOver({ size }: Coincidences, term: (c: number, k: number) => number): number {
  let sum = 0;
  for (let c = 0; c < size; c++) for (let k = 0; k < size; k++) if (c !== k) sum += term(c, k);
  return sum;
}
