import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

type Numbers = (number | null)[];

export interface GoldenPair {
  readonly x: Numbers;
  readonly y: Numbers;
  readonly n: number;
  readonly spearman: {
    readonly rho: number | null; readonly t: number | null; readonly p: number | null;
    readonly fisher95: Numbers; readonly fieller95: Numbers;
    readonly bonettWright95: Numbers; readonly bonettWright90: Numbers;
  };
  readonly kendall: {
    readonly tau: number | null; readonly z: number | null; readonly p: number | null; readonly fieller95: Numbers;
  };
  readonly pearson: {
    readonly r: number | null; readonly t: number | null; readonly p: number | null; readonly fisher95: Numbers;
  };
}

interface Golden {
  readonly correlation: Record<string, GoldenPair>;
  readonly adjustedP: Record<string, Record<'p' | 'holm' | 'hochberg' | 'bh' | 'by' | 'bonferroni', Numbers>>;
  readonly quantile7: Record<string, { values: number | number[]; probabilities: number[]; quantiles: number[] }>;
}

/** What R 4.2.2 answers; made by fixtures/golden/correlation.R. */
export const golden = JSON.parse(
  readFileSync(new URL('../../../fixtures/golden/correlation.json', import.meta.url), 'utf8'),
) as Golden;

export const goldenPairs = Object.entries(golden.correlation);

/** The complete pairs of a data set with nulls. */
export function complete({ x, y }: { x: Numbers; y: Numbers }): [Float64Array, Float64Array] {
  const kept = x.map((value, i) => value !== null && y[i] !== null);
  const take = (values: Numbers): Float64Array => Float64Array.from(values.filter((_, i) => kept[i]) as number[]);
  return [take(x), take(y)];
}

/** Equal, or within a share of the expected size; R's own rounding keeps us from asking for every digit. */
export function expectWithin(actual: number | null, expected: number | null, share = 1e-10): void {
  if (actual === null || expected === null) expect(actual).toBe(expected);
  else {
    const miss = Math.abs(actual - expected);
    expect(miss, `${actual} is not ${expected}`).toBeLessThanOrEqual(share * Math.abs(expected));
  }
}

/** A number column; null is a blank cell. */
export function numberColumn(name: string, values: readonly (number | null)[], label?: string) {
  return {
    kind: 'number' as const,
    name,
    ...(label === undefined ? {} : { label }),
    values: Float64Array.from(values, (value) => value ?? NaN),
    missing: Uint8Array.from(values, (value) => (value === null ? 1 : 0)),
  };
}
