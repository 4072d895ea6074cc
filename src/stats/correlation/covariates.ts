import { PRESENT } from '../../dataset/column.js';
import type { NumericColumn, TextColumn } from '../../dataset/column.js';
import { Sample, variable } from './sample.js';
import type { Variable } from './sample.js';

/** A quantity, taken as it is, or names of groups, taken as indicators. */
export type CovariateColumn = NumericColumn | (TextColumn & { readonly kind: 'nominal' });

/** What a partial correlation holds constant. */
export interface Covariate {
  readonly name: string;
  /** 0 where a row has a value; rows without one must be left out beforehand. */
  readonly missing: Uint8Array;
  /** The quantity itself, or for groups a variable for each that is 1 in it and 0 in the others. */
  readonly variables: readonly Variable[];
  readonly nominal: boolean;
}

/**
 * A column as a covariate. Groups come in declared order, then by code unit; which of them serves as reference does
 * not change any partial correlation.
 *
 * @example covariate(sex).variables // for female, male: two indicators, of which covariateSamples keeps one
 */
export function covariate(column: CovariateColumn): Covariate {
  const { name, missing } = column;
  if (column.kind !== 'nominal') return { name, missing, variables: [variable(column)], nominal: false };
  const variables = groupsOf(column).map((group) => {
    const values = Float64Array.from(column.values, (value) => (value === group ? 1 : 0));
    return variable({ name: `${name}=${group}`, values, missing });
  });
  return { name, missing, variables, nominal: true };
}

/**
 * The covariates on some rows: a sample each, and for one of g groups that occur there g − 1, the first being the
 * reference. So their number is what they cost in degrees of freedom.
 *
 * @returns null where a covariate is constant on these rows
 * @throws RangeError where a covariate is missing on one of them
 */
export function covariateSamples(covariates: readonly Covariate[], rows: Uint32Array): Sample[] | null {
  const samples: Sample[] = [];
  for (const { name, missing, variables, nominal } of covariates) {
    const absent = rows.find((row) => missing[row] !== PRESENT);
    if (absent !== undefined) throw new RangeError(`covariate "${name}" has no value on row ${absent}`);
    const varying = variables.map((one) => new Sample(one, rows)).filter((sample) => !sample.constant);
    if (varying.length === 0) return null;
    samples.push(...(nominal ? varying.slice(1) : varying));
  }
  return samples;
}

function groupsOf({ values, missing, levels = [] }: TextColumn): (number | string)[] {
  const found = new Set<number | string>(values.filter((_, row) => missing[row] === PRESENT));
  const declared = levels.map(({ value }) => value).filter((value) => found.has(value));
  return [...declared, ...[...found].filter((value) => !declared.includes(value)).sort((a, b) => (a < b ? -1 : 1))];
}
