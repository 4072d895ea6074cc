import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';

type Value = number | null;
type Limits = readonly [Limit, Limit];
type Limit = number | 'Inf' | '-Inf';

interface TTest { t: number; df: number; p: number; ci: [number, number]; se: number }

interface GoldenGroups {
  twoGroups: Record<string, {
    a: number[]; b: number[]; w: number; ties: 0 | 1;
    normal: Value; uncorrected: Value; normal_less: Value; normal_greater: Value;
    exact_r: Value; exact_coin: Value; exact_coin_less: Value; exact_coin_greater: Value;
    shift: number; ci_exact: [number, number] | null; ci_normal: [number, number] | null;
    student: TTest | null; welch: TTest | null;
  }>;
  kGroups: Record<string, {
    groups: number[][]; H: number; df: number; p: number; F: number; F_p: number; df2: number; eta: number;
    welch_F: number; welch_df2: number; welch_p: number; dunn_z: number[]; dunn_p: number[];
  }>;
  paired: Record<string, {
    x: number[]; y: number[]; v: number; ties: 0 | 1; normal: number; uncorrected: number; normal_less: number;
    exact_r: Value; exact_coin: Value; exact_coin_less: Value; exact_pratt: Value; asymptotic_pratt: number;
    pseudomedian: number; ci_exact: [number, number] | null; ci_normal: [number, number]; t: TTest;
  }>;
  tables: Record<string, {
    table: number[][]; chisq: Value; df: number; p: Value; yates: Value; yates_p: Value; expected: number[][];
    fisher: number; fisher_less: number; fisher_greater: number; or: Limit; or_ci: Limits;
    mcnemar: Value; mcnemar_p: Value; mcnemar_plain: Value; mcnemar_plain_p: Value; mcnemar_exact_p: Value;
    mcnemar_ci: [number, number] | null;
  }>;
  shapiro: Record<string, { x: number[]; w: number; p: number }>;
  quantiles: Record<string, { x: number[]; probs: number[]; types: number[][] }>;
  descriptives: Record<string, Record<string, number> & { x: number[] }>;
  categories: Record<string, { first: number[]; second: number[]; smd: number }>;
}

/** What R 4.2.2, coin and psych answer; made by fixtures/golden/group-tests.R. */
export const goldenGroups = goldenJson<GoldenGroups>('group-tests.json');

export function goldenJson<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(new URL(`../../../fixtures/golden/${name}`, import.meta.url), 'utf8')) as Shape;
}

const SHARED = new URL('../../../../shared/', import.meta.url);

interface SharedFiles {
  readonly absent: boolean;
  /** For the title of a test. */
  readonly skipped: string;
  readonly text: (path: string) => string;
  readonly cells: (path: string) => string[][];
}

/** The files of others that lie beside the checkout; tests that read them say so where they are absent. */
export const shared: SharedFiles = {
  absent: !existsSync(SHARED),
  skipped: existsSync(SHARED) ? '' : ' (skipped: ../shared is absent)',
  text: (path: string): string => readFileSync(new URL(path, SHARED), 'utf8'),
  /** The cells of a plain CSV file, header and all. */
  cells: (path: string): string[][] => shared.text(path).trim().split('\n').map((line) => line.split(',')),
};

/** The part of shared/reference/statistics.json called `name`, or nothing where the folder is absent. */
export function sharedStatistics<Shape>(name: string): Record<string, Shape> {
  return shared.absent ? {} : (JSON.parse(shared.text('reference/statistics.json')) as Record<string, never>)[name];
}

/** Equal, or within a share of the expected size; where 0 is expected, within its own rounding. */
export function expectClose(actual: number | null, expected: number | string | null, share = 1e-10): void {
  const target = expected === 'Inf' ? Infinity : expected === '-Inf' ? -Infinity : (expected as number | null);
  if (actual === null || target === null || !Number.isFinite(target)) {
    expect(actual).toBe(target);
    return;
  }
  const allowed = target === 0 ? 1e-15 : share * Math.abs(target);
  expect(Math.abs(actual - target), `${actual} is not ${target}`).toBeLessThanOrEqual(allowed);
}
