import type { CorrelationMethod, CorrelationName, IntervalName } from '../../results/correlation.js';
import type { MethodChoice } from '../../stats/correlation/chosen-methods.js';
import type { Alternative } from '../../stats/correlation/correlation-methods.js';
import type { CorrelateOptions } from './correlation-request.js';

/** The methods that a request asks for, as the analysis takes them and as the record tells them. */
export interface ChosenCorrelation {
  readonly choice: MethodChoice;
  /** The rows that covariates, weights and clusters leave. */
  readonly rows: Uint32Array;
  readonly excludedBy: Readonly<Record<string, number>>;
  readonly method: CorrelationMethod;
  /** Null where nothing is drawn. */
  readonly seed: number | null;
}

/** A request with its defaults filled in. */
export interface Resolved {
  readonly options: CorrelateOptions;
  readonly name: CorrelationName;
  readonly ci: IntervalName;
  /** What every way of computing takes. */
  readonly base: { readonly method: CorrelationName; readonly alternative: Alternative; readonly confidence: number };
  readonly method: CorrelationMethod;
}

/** How many rows an option left out, under its name; nothing where it left all in. */
export function leftOut(reason: string, before: Uint32Array, after: Uint32Array): Record<string, number> {
  return before.length === after.length ? {} : { [reason]: before.length - after.length };
}
