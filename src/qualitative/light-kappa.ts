import type { WeightName } from './agreement-weights.js';
import { undefinedAgreement } from './chance-corrected.js';
import type { Agreement } from './chance-corrected.js';
import { cohenKappa } from './cohen-kappa.js';
import { ofCoders, pairableUnits } from './ratings.js';
import type { Ratings } from './ratings.js';

/** Light's κ: the mean of Cohen's κ over all pairs of coders; undefined where one of those is. Source: Light (1971). */
export function lightKappa(data: Ratings, weights: WeightName = 'identity'): Agreement {
  const kappas = pairsOf(data.coders).map((pair) => cohenKappa(ofCoders(data, pair), weights));
  const units = pairableUnits(data);
  const missing = kappas.find(({ estimate }) => estimate === null);
  if (kappas.length === 0 || missing !== undefined) return undefinedAgreement(missing?.reason ?? 'too-few', units);
  const estimate = kappas.reduce((sum, kappa) => sum + (kappa.estimate ?? 0), 0) / kappas.length;
  return { estimate, se: null, ciLow: null, ciHigh: null, observed: null, expected: null, units, reason: null };
}

/** Every two of `coders` coders, by their places. */
export function pairsOf(coders: number): [number, number][] {
  return Array.from({ length: coders }, (_, first) =>
    Array.from({ length: coders - first - 1 }, (__, step): [number, number] => [first, first + step + 1])).flat();
}
