import type { CorrelationName } from '../../results/correlation.js';
import { cosine } from './cosine.js';
import type { MethodChoice } from './chosen-methods.js';
import { undefinedReason } from './correlation-methods.js';
import type { Alternative, Coefficient, FormulaInterval, PValue } from './correlation-methods.js';
import type { Covariate } from './covariates.js';
import { HeldCovariates } from './held-covariates.js';
import type { Held } from './held-covariates.js';
import type { CompletePair } from './pairs.js';
import { partialKendall } from './partial-kendall.js';
import { sizedInterval } from './sized-interval.js';
import { tApproximation } from './t-approximation.js';

export interface PartialOptions {
  readonly method: CorrelationName;
  /** Over the same data set as the columns, and present on every row that is analysed. */
  readonly covariates: readonly Covariate[];
  /** Takes the covariates out of this side alone: a semi-partial (part) correlation. Absent: out of both. */
  readonly semi?: 'x' | 'y' | undefined;
  /** The coefficient's own default if absent. */
  readonly ci?: FormulaInterval | 'none' | undefined;
  /** 0.95 if absent. */
  readonly confidence?: number | undefined;
  /** `two-sided` if absent. */
  readonly alternative?: Alternative | undefined;
}

/** As correlateColumns takes them among its options. */
export type PartialMethods = Required<Pick<MethodChoice, 'coefficient' | 'p' | 'ci'>>;

/**
 * Partial and semi-partial correlations: of the residuals left when the covariates are regressed out, for Spearman
 * on mid-ranks of everything, for Kendall from the matrix of τ-b. Undefined with the reason `covariates` where they
 * are constant or collinear, leave nothing of x or y, or leave n − 2 − k below 1 for k covariates.
 *
 * p: t with n − 2 − k degrees of freedom, exact for a partial r of normal data and an approximation for the others;
 * the interval takes n − k for n. Source: Fisher (1924), "The distribution of the partial correlation coefficient",
 * Metron 3:329-332. R's ppcor (Kim 2015) and pingouin treat ranks alike; the Bonett-Wright and Fieller variances with
 * n − k are our extension. Kendall's partial τ has no accepted null distribution, hence no p and no interval; ppcor
 * prints a normal p that knows of no ties.
 *
 * @throws RangeError for an interval that does not suit the coefficient, or a covariate missing on a row
 * @example
 * const methods = partialCorrelation({ method, covariates: [covariate(age)] });
 * correlateColumns({ x, y, rows: completeRows([age.missing], rows), options: { method, ...methods } });
 */
export function partialCorrelation(options: PartialOptions): PartialMethods {
  const { method, covariates, semi, ci, confidence = 0.95 } = options;
  const controls = new HeldCovariates(method, covariates);
  const size = (pair: CompletePair): number => pair.n - (controls.on(pair.rows)?.samples.length ?? 0);
  const withoutTest = method === 'kendall';
  return {
    coefficient: (pair) => partialOfPair(pair, controls, semi),
    p: (pair, estimate) => (withoutTest ? NO_TEST : tApproximation(estimate, size(pair), options.alternative)),
    ci: withoutTest || ci === 'none' ? 'none' : sizedInterval(ci, method, confidence, size),
  };
}

const NO_TEST: PValue = { p: null, statistic: null, df: null, method: 'none', error: null };
const UNDEFINED: Coefficient = { estimate: null, reason: 'covariates' };

function partialOfPair(pair: CompletePair, controls: HeldCovariates, semi: 'x' | 'y' | undefined): Coefficient {
  const reason = undefinedReason(pair);
  if (reason !== null) return { estimate: null, reason };
  const held = controls.on(pair.rows);
  if (held === null || pair.n - 2 - held.samples.length < 1) return UNDEFINED;
  const estimate =
    controls.method === 'kendall' ? ofTau(pair, held, semi) : ofResiduals(pair, controls, held, semi);
  if (estimate === null) return UNDEFINED;
  return Number.isNaN(estimate) ? { estimate: null, reason: 'not-finite' } : { estimate, reason: null };
}

function ofResiduals(
  pair: CompletePair,
  controls: HeldCovariates,
  held: Held,
  semi: 'x' | 'y' | undefined,
): number | null {
  const x = controls.residual(pair.x, held);
  const y = controls.residual(pair.y, held);
  if (x === null || y === null) return null;
  return cosine(semi === 'y' ? controls.unit(pair.x) : x, semi === 'x' ? controls.unit(pair.y) : y);
}

function ofTau(pair: CompletePair, held: Held, semi: 'x' | 'y' | undefined): number | null {
  const left = partialKendall([...held.samples, pair.x, pair.y]);
  if (left === null) return null;
  const variance = (semi === 'y' ? 1 : left.xx) * (semi === 'x' ? 1 : left.yy);
  return Math.max(-1, Math.min(1, left.xy / Math.sqrt(variance)));
}
