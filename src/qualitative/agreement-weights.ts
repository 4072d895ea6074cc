import type { Category } from './ratings.js';

/** How much two categories that are not the same still agree. `identity` is all or nothing. */
export type WeightName = 'identity' | 'linear' | 'quadratic' | 'ordinal';

/** `weights[k][l]` from 0 to 1, symmetric, 1 on the diagonal. */
export type Weights = readonly Float64Array[];

/**
 * Weights of agreement. `linear` and `quadratic` go by the distance of the categories, which are taken at their values
 * where all are numbers and at their places 1, 2, 3 … otherwise; `ordinal` goes by the pairs of places between two
 * categories alone.
 *
 * Source: Cicchetti & Allison (1971); Fleiss & Cohen (1973); Gwet (2014), Handbook, section 3.5.
 */
export function agreementWeights(name: WeightName, categories: readonly Category[]): Weights {
  const places = categories.map((_, place) => place);
  if (name === 'identity') return matrix(places, (a, b) => (a === b ? 1 : 0));
  if (name === 'ordinal') {
    const between = (a: number, b: number): number => ((Math.abs(a - b) + 1) * Math.abs(a - b)) / 2;
    return matrix(places, (a, b) => 1 - between(a, b) / (between(0, places.length - 1) || 1));
  }
  const values = categories.every((category) => typeof category === 'number') ? categories : places;
  const range = Math.max(...values) - Math.min(...values) || 1;
  return name === 'linear'
    ? matrix(values, (a, b) => 1 - Math.abs(a - b) / range)
    : matrix(values, (a, b) => 1 - (a - b) ** 2 / range ** 2);
}

function matrix(values: readonly number[], weight: (a: number, b: number) => number): Weights {
  return values.map((a) => Float64Array.from(values, (b) => weight(a, b)));
}
