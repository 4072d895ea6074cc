import { PRESENT } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { findColumn } from '../../dataset/find-column.js';
import type { CorrelationName } from '../../results/correlation.js';
import { bootstrapMethod } from '../../stats/resampling/bootstrap-method.js';
import type { FormulaInterval, PValueMethod } from '../../stats/correlation/correlation-methods.js';
import { exactMethod } from '../../stats/exact/exact-method.js';
import { completeRows } from '../../stats/correlation/pairs.js';
import { permutationMethod } from '../../stats/resampling/permutation-method.js';
import type { Resampling } from '../../stats/resampling/permutation-method.js';
import { leftOut } from './chosen-correlation.js';
import type { ChosenCorrelation, Resolved } from './chosen-correlation.js';
import { DEFAULT_BUDGET_SECONDS, DEFAULT_RESAMPLES, DEFAULT_SEED } from './correlation-request.js';

/** `--p exact`, `--p permutation` and `--ci bootstrap`, with `--cluster` on the rows that have one. */
export function drawnMethods(dataset: Dataset, { options, name, ci, base, method }: Resolved, rows: Uint32Array): ChosenCorrelation {
  const seed = options.seed ?? DEFAULT_SEED;
  const shuffles = options.resamples ?? DEFAULT_RESAMPLES.permutation;
  const resamples = options.resamples ?? DEFAULT_RESAMPLES.bootstrap;
  const kind = options.bootstrap ?? 'bca';
  const cluster = options.cluster === undefined ? null : clusterCodes(dataset, options.cluster);
  const kept = cluster === null ? rows : completeRows([cluster.missing], rows);
  const drawing = (count: number): Resampling => ({ seed, resamples: count, clusters: cluster?.codes });
  const tests: Readonly<Record<string, () => PValueMethod>> = {
    permutation: () => permutationMethod(name, base.alternative, drawing(shuffles)),
    exact: () => exactMethod(name as Exclude<CorrelationName, 'pearson'>, {
      alternative: base.alternative, seed, resamples: options.resamples ?? null, budgetSeconds: options.budget ?? DEFAULT_BUDGET_SECONDS,
    }),
  };
  const bootstrapped = ci === 'bootstrap';
  return {
    choice: {
      ...base,
      p: tests[method.p]?.() ?? 't',
      ci: bootstrapped ? bootstrapMethod(name, { confidence: base.confidence, kind }, drawing(resamples)) : (ci as FormulaInterval | 'none'),
    },
    rows: kept,
    excludedBy: leftOut('cluster', rows, kept),
    method: {
      ...method,
      resamples: { p: method.p === 'permutation' ? shuffles : null, ci: bootstrapped ? resamples : null },
      bootstrap: bootstrapped ? kind : null,
      cluster: options.cluster ?? null,
    },
    seed,
  };
}

/** One code for each row, in the order of the groups' names, so that the order of the rows draws nothing else. */
function clusterCodes(dataset: Dataset, name: string): { codes: Int32Array; missing: Uint8Array } {
  const { values, missing } = findColumn(dataset, name);
  const groups = [...missing.keys()].filter((row) => missing[row] === PRESENT).map((row) => values[row]);
  const codes = new Map([...new Set(groups)].sort((a, b) => (a < b ? -1 : 1)).map((group, code) => [group, code]));
  return { codes: Int32Array.from(missing.keys(), (row) => codes.get(values[row]) ?? -1), missing };
}
