import { mean, sampleStandardDeviation } from 'simple-statistics';
import type { VariableSummary } from '../../results/correlation.js';
import type { Sample } from '../correlation/sample.js';

/** Mean and SD (n − 1) of a sample; null where n is 0 (mean) or below 2 (SD), and exactly 0 for a constant's SD. */
export function variableSummary(sample: Sample, label: string, by: string | null): VariableSummary {
  const { name, n } = sample;
  // The library's types ask for an array; it only indexes, and copying would take longer than the sums.
  const values = sample.values as unknown as number[];
  const sd = n < 2 ? null : sample.constant ? 0 : sampleStandardDeviation(values);
  return { name, label, by, n, mean: n === 0 ? null : mean(values), sd };
}
