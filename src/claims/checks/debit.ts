import { fittingTotals } from './grim.js';
import type { PrintedMeanAndSd } from './grimmer.js';

/** Counts of ones that give both numbers; `least` above `most` where there is none. */
export interface FittingOnes {
  readonly least: number;
  readonly most: number;
}

/**
 * DEBIT: can zeros and ones have this mean and SD? With k ones among n the SD is √(k (n − k) / (n (n − 1))), so that
 * some whole k must give both printed numbers. Exact, in whole numbers.
 *
 * Source: Heathers & Brown (2019), "DEBIT: a simple consistency test for binary data", OSF; there the mean need not
 * be that of a whole count.
 *
 * @param n at least 2
 * @example debit({ mean: decimal('0.19'), sd: decimal('0.35'), n: 1683 }) // least > most
 */
export function debit({ mean, sd, n }: PrintedMeanAndSd): FittingOnes {
  const totals = fittingTotals(mean, n);
  const fitting: number[] = [];
  const size = BigInt(n);
  const { digits } = sd;
  const scale = 4n * 10n ** BigInt(-2 * Math.min(0, sd.exponent));
  const low = digits > 0n ? (2n * digits - 1n) ** 2n * size * (size - 1n) : 0n;
  const high = (2n * digits + 1n) ** 2n * size * (size - 1n);
  for (let ones = Math.max(0, totals.least); ones <= Math.min(n, totals.most); ones += 1) {
    const spread = scale * BigInt(ones) * (size - BigInt(ones));
    if (low <= spread && spread <= high) fitting.push(ones);
  }
  return { least: fitting[0] ?? 1, most: fitting.at(-1) ?? 0 };
}
