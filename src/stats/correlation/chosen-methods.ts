import type { CorrelationName } from '../../results/correlation.js';
import type { Alternative, CoefficientMethod, FormulaInterval, IntervalMethod, PValueMethod } from './correlation-methods.js';
import { intervalMethod, intervalsFor } from './intervals.js';
import { kendallOfPair, normalApproximation } from './kendall.js';
import { pearsonOfPair } from './pearson.js';
import { spearmanOfPair } from './spearman.js';
import { tApproximation } from './t-approximation.js';

/** How one pair is computed: by name where the method needs the pair alone, by function where it needs more. */
export interface MethodChoice {
  /** `spearman` if absent. */
  readonly method?: CorrelationName | undefined;
  /** Computes the coefficient in place of the plain `method`, such as a partial or weighted one. */
  readonly coefficient?: CoefficientMethod | undefined;
  /** `t`, which is also the default, is the usual approximation: Student's t, or the normal for τ-b. */
  readonly p?: 't' | PValueMethod | undefined;
  /** Of the usual approximation; a method given as a function has its own. `two-sided` if absent. */
  readonly alternative?: Alternative | undefined;
  /** The coefficient's own default if absent. */
  readonly ci?: FormulaInterval | 'none' | IntervalMethod | undefined;
  /** 0.95 if absent. */
  readonly confidence?: number | undefined;
}

export interface ChosenMethods {
  readonly name: CorrelationName;
  readonly coefficient: CoefficientMethod;
  readonly p: PValueMethod;
  readonly interval: IntervalMethod | null;
  readonly confidence: number;
  /** Whether the coefficient is the named one, rather than a partial or weighted form of it. */
  readonly plain: boolean;
}

const COEFFICIENTS: Readonly<Record<CorrelationName, CoefficientMethod>> = {
  spearman: spearmanOfPair,
  kendall: kendallOfPair,
  pearson: pearsonOfPair,
};

/** @throws RangeError for an interval that does not suit the coefficient. */
export function chosenMethods(choice: MethodChoice): ChosenMethods {
  const { method: name = 'spearman', p = 't', confidence = 0.95 } = choice;
  const ci = choice.ci ?? (intervalsFor(name)[0] as FormulaInterval);
  return {
    name,
    coefficient: choice.coefficient ?? COEFFICIENTS[name],
    p: p !== 't' ? p : approximation(name, choice.alternative),
    confidence,
    plain: choice.coefficient === undefined,
    interval: typeof ci === 'function' ? ci : ci === 'none' ? null : named(ci, name, confidence),
  };
}

function approximation(name: CorrelationName, alternative: Alternative = 'two-sided'): PValueMethod {
  if (name === 'kendall') return (pair) => normalApproximation(pair, alternative);
  return (pair, estimate) => tApproximation(estimate, pair.n, alternative);
}

function named(ci: FormulaInterval, coefficient: CorrelationName, confidence: number): IntervalMethod {
  if (intervalsFor(coefficient).includes(ci)) return intervalMethod(ci, coefficient, confidence);
  throw new RangeError(`${coefficient} has no ${ci} interval; it has ${intervalsFor(coefficient).join(', ')}`);
}
