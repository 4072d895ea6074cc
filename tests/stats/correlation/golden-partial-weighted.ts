import { readFileSync } from 'node:fs';

/** What fixtures/golden/partial-weighted.R wrote. */
export interface GoldenPartialWeighted {
  readonly partial: {
    readonly data: Readonly<Record<string, readonly (number | string)[]>>;
    readonly spearman: Readonly<Record<string, GoldenPartial>>;
    readonly pearson: Readonly<Record<string, GoldenPartial>>;
    readonly kendall: Readonly<Record<string, { readonly r: number; readonly semiX: number; readonly semiY: number }>>;
  };
  readonly weighted: Readonly<Record<WeightsKind, Readonly<Record<'spearman' | 'pearson', GoldenWeighted>>>> & {
    readonly data: Readonly<Record<'x' | 'y' | WeightsKind, readonly number[]>>;
  };
  readonly exactKendall: readonly GoldenKendall[];
  readonly groups: Readonly<Record<Formula, GoldenGroups>> & {
    readonly r: readonly number[];
    readonly n: readonly number[];
    readonly psych: { readonly z: number; readonly p: number };
  };
  readonly detectable: Readonly<Record<'n' | 'fisher' | 'bonett-wright', readonly number[]>>;
}

type WeightsKind = 'frequency' | 'sampling';
type Formula = 'fisher' | 'bonett-wright' | 'fieller';
type Bounds = readonly [low: number, high: number];

export interface GoldenTest {
  readonly r: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
}

export interface GoldenPartial extends GoldenTest {
  readonly k: number;
  readonly fisher95: Bounds;
  readonly bonettWright95: Bounds;
  readonly fieller95: Bounds;
  readonly semiX: GoldenTest;
  readonly semiY: GoldenTest;
}

export interface GoldenWeighted extends GoldenTest {
  /** Σw, or Kish's effective sample size. */
  readonly n: number;
  readonly fisher95: Bounds;
  readonly bonettWright95: Bounds;
}

/** x is 0, 1, 2 …; T counts concordant pairs. */
export interface GoldenKendall {
  readonly y: readonly number[];
  readonly tau: number;
  readonly T: number;
  readonly two: number;
  readonly less: number;
  readonly greater: number;
}

interface GoldenDifference {
  readonly z: number;
  readonly p: number;
  readonly interval95: Bounds;
}

type GoldenGroups = Readonly<Record<'1 and 2' | '1 and 3' | '2 and 3', GoldenDifference>> & {
  readonly Q: number;
  readonly p: number;
};

const file = new URL('../../../fixtures/golden/partial-weighted.json', import.meta.url);
export const golden = JSON.parse(readFileSync(file, 'utf8')) as GoldenPartialWeighted;
