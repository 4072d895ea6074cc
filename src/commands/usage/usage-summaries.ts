import { mean } from '../../numeric/sums.js';
import type { MeasureSummary, UsageEstimate } from '../../results/usage.js';
import { quantile } from '../../stats/quantile-types.js';

const MEASURES = ['events', 'sessions', 'active_days', 'tenure_days', 'median_gap_hours'] as const;

/** The spread of each measure over the participants who have it. */
export function measureSummaries(estimates: readonly UsageEstimate[], hasDurations: boolean): MeasureSummary[] {
  return [...MEASURES, ...(hasDurations ? ['duration'] : [])].map((measure) => {
    const values = Float64Array.from(estimates.flatMap((estimate) => (typeof estimate[measure] === 'number' ? [estimate[measure]] : []))).sort();
    const at = (share: number): number | null => (values.length === 0 ? null : quantile(values, share));
    return { measure, n: values.length, mean: values.length === 0 ? null : mean(values), min: at(0), q1: at(0.25), median: at(0.5), q3: at(0.75), max: at(1) };
  });
}
