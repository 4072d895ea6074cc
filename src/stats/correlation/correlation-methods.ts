import type { IntervalName } from '../../results/correlation.js';
import type { CompletePair } from './pairs.js';

/**
 * The three places where a way of computing plugs in. Each is a function of a complete pair, each in a file of its
 * own; correlateColumns calls them and knows none of them. A method that takes long may answer with steps, each of
 * them the share of its work that is done, so that whoever runs it can show progress or stop.
 *
 * @example
 * function* permuted(pair: CompletePair): Generator<number, PValue, void> {
 *   const options = { …, stream: randomStream(seed, 'permutation', pair.x.name, pair.y.name) };
 *   const { p, error } = yield* permutationSteps(pair.x.values, pair.y.values, options);
 *   return { p, statistic: null, df: null, method: 'permutation', error };
 * }
 * correlateColumns({ x, y, options: { p: permuted } });
 */
export type Stepwise<Result> = Result | Generator<number, Result, void>;

export type CoefficientMethod = (pair: CompletePair) => Coefficient;
/** Asked only where the coefficient is defined. */
export type PValueMethod = (pair: CompletePair, estimate: number) => Stepwise<PValue>;
/** Asked only where the coefficient is defined. */
export type IntervalMethod = (pair: CompletePair, estimate: number) => Stepwise<Interval>;

/** A correlation between −1 and 1, or why there is none. */
export type Coefficient =
  | { readonly estimate: number; readonly reason: null }
  | { readonly estimate: null; readonly reason: UndefinedReason };

export type UndefinedReason =
  /** Fewer than three complete pairs. */
  | 'too-few-pairs'
  /** A variable has the same value in every complete pair. */
  | 'constant'
  /** The values are too large or too far apart for double precision. */
  | 'not-finite'
  /** Covariates leave no variation, or too few degrees of freedom. */
  | 'covariates';

/** What a test holds against no association: any, a falling or a rising one. */
export type Alternative = 'two-sided' | 'less' | 'greater';

export interface PValue {
  /** Null where the test has no answer. */
  readonly p: number | null;
  /** Null where it is infinite or the test has none. */
  readonly statistic: number | null;
  readonly df: number | null;
  /** The test that made p, such as `t`, `normal`, `exact`. */
  readonly method: string;
  /** A bound on the numerical or Monte Carlo error of p, or null. */
  readonly error: number | null;
}

export type Interval =
  | { readonly low: number; readonly high: number; readonly reason: null }
  /** `reason` is a word of the method's own, such as `perfect` or `too-few-pairs`. */
  | { readonly low: null; readonly high: null; readonly reason: string };

/** Two points always lie on a line. */
export const FEWEST_PAIRS = 3;

/** Why no coefficient of the pair can be defined, whichever it is; null where one can. */
export function undefinedReason({ n, x, y }: CompletePair): 'too-few-pairs' | 'constant' | null {
  if (n < FEWEST_PAIRS) return 'too-few-pairs';
  return x.constant || y.constant ? 'constant' : null;
}

/** Intervals by a formula, on Fisher's scale: tanh(atanh r ± z·se). */
export type FormulaInterval = Extract<IntervalName, 'bonett-wright' | 'fieller' | 'fisher'>;
