import type { Dataset } from '../../dataset/dataset.js';
import { intervalsFor } from '../../stats/correlation/intervals.js';
import type { FormulaInterval } from '../../stats/correlation/correlation-methods.js';
import type { ChosenCorrelation, Resolved } from './chosen-correlation.js';
import { refuseUnfitMethods } from './correlation-clashes.js';
import type { CorrelateOptions } from './correlation-request.js';

const TIES = { spearman: 'mid-ranks', kendall: 'tau-b', pearson: null } as const;

/**
 * Chooses how each pair is computed. What most runs do not use is loaded only when it is asked for.
 *
 * @throws StudyError E_OPTIONS_CLASH and E_INTERVAL_UNFIT where methods do not go together, E_COVARIATE_KIND,
 *   E_WEIGHT, E_COLUMN_MISSING.
 */
export async function correlationMethods(dataset: Dataset, options: CorrelateOptions, rows: Uint32Array): Promise<ChosenCorrelation> {
  const resolved = resolve(options);
  const { ci, base, method } = resolved;
  if (options.partial !== undefined || options.semiPartial !== undefined) {
    const { partialMethods } = await import('./correlation-partial.js');
    return partialMethods(dataset, resolved, rows);
  }
  if (options.weights !== undefined) {
    const { weightedMethods } = await import('./correlation-weights.js');
    return weightedMethods(dataset, resolved, rows, options.weights);
  }
  if (method.p !== 't' || ci === 'bootstrap') {
    const { drawnMethods } = await import('./correlation-drawn.js');
    return drawnMethods(dataset, resolved, rows);
  }
  return { choice: { ...base, ci: ci as FormulaInterval | 'none' }, rows, excludedBy: {}, method, seed: null };
}

function resolve(options: CorrelateOptions): Resolved {
  const { method: name = 'spearman', p = 't', alternative = 'two-sided', confidence = 0.95, adjust = 'holm', missing = 'pairwise' } = options;
  const ci = options.ci ?? intervalsFor(name)[0];
  refuseUnfitMethods(options, name, ci);
  return {
    options, name, ci,
    base: { method: name, alternative, confidence },
    method: {
      name, ties: TIES[name], p, ci, confidence, adjust, missing, alternative,
      resamples: { p: null, ci: null }, bootstrap: null, cluster: null, partial: null, weights: null,
    },
  };
}
