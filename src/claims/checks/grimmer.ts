import type { Decimal } from '../../numeric/decimal.js';
import { ceilDivide, floorDivide } from '../../numeric/whole-division.js';
import { fittingTotals } from './grim.js';
import { roundingRoom } from './rounding.js';
import type { RoundingRule } from './rounding.js';

export interface PrintedMeanAndSd {
  readonly mean: Decimal;
  readonly sd: Decimal;
  readonly n: number;
}

export interface GrimmerOptions {
  readonly items?: number;
  /** What the sum of squares was divided by: n − 1, as nearly everybody does, or n. */
  readonly divisor?: 'n-1' | 'n';
  readonly rounding?: RoundingRule;
}

/** `mean` where the mean alone is impossible (GRIM), `sd` where no sum of squares fits any of the mean's totals. */
export type GrimmerResult = 'possible' | 'mean' | 'sd';

/** Beyond this many totals or sums of squares some of them fits. */
const ENOUGH = 1000n;

/**
 * GRIMMER: can whole numbers have this mean and SD? They can where one of the totals t that fit the mean, every one of
 * them and not only the nearest, has a whole sum of squares q that gives the SD: q is odd where t is, and not below
 * that of the most even numbers of that total. With four or fewer numbers q must also be a sum of that many squares;
 * from five on there is always one. Exact, in whole numbers, so that no real sample is ever found impossible.
 *
 * Source: Anaya (2016), "The GRIMMER test", PeerJ Preprints 4:e2400v1, and Allard (2018) for the parity; the rule
 * of all totals is ours.
 *
 * @param n at least 2
 * @example grimmer({ mean: decimal('3.44'), sd: decimal('2.47'), n: 18 }) // 'sd'
 */
export function grimmer({ mean, sd, n }: PrintedMeanAndSd, options: GrimmerOptions = {}): GrimmerResult {
  const { items = 1, rounding = 'either' } = options;
  const { least, most } = fittingTotals(mean, n, { items, rounding });
  if (least > most) return 'mean';
  const last = BigInt(Math.min(most, least + Number(ENOUGH)));
  for (let total = BigInt(least); total <= last; total += 1n) {
    if (hasSumOfSquares(total, { sd, n }, options)) return 'possible';
  }
  return 'sd';
}

function hasSumOfSquares(total: bigint, { sd, n }: Omit<PrintedMeanAndSd, 'mean'>, options: GrimmerOptions): boolean {
  const { items = 1, divisor = 'n-1', rounding = 'either' } = options;
  const size = BigInt(n);
  const { below, above } = roundingRoom(rounding, sd.digits);
  // n · scale · q = scale · t² + (10 digits)² · n · divisor · items², with the SD in tenths of its last digit.
  const scale = 100n * 10n ** BigInt(-2 * Math.min(0, sd.exponent));
  const factor = size * (divisor === 'n' ? size : size - 1n) * BigInt(items) ** 2n * 10n ** BigInt(2 * Math.max(0, sd.exponent));
  const lowest = 10n * sd.digits - BigInt(below);
  const from = scale * total ** 2n + (lowest < 0n ? 0n : lowest ** 2n) * factor;
  const to = scale * total ** 2n + (10n * sd.digits + BigInt(above)) ** 2n * factor;
  const least = mostEven(total, size);
  let q = ceilDivide(from, scale * size);
  if (q < least) q = least;
  if ((q - total) % 2n !== 0n) q += 1n;
  const most = floorDivide(to, scale * size);
  if (n > 4 || most - q > 2n * ENOUGH) return q <= most;
  for (; q <= most; q += 2n) if (isSumOfSquares(q, total, n)) return true;
  return false;
}

/** The sum of squares of whole numbers of that total that differ by at most 1. */
function mostEven(total: bigint, n: bigint): bigint {
  const low = floorDivide(total, n);
  const higher = total - low * n;
  return (n - higher) * low ** 2n + higher * (low + 1n) ** 2n;
}

/** Whether n whole numbers, at most four, have this total and sum of squares, which are both odd or both even. */
function isSumOfSquares(q: bigint, total: bigint, n: number): boolean {
  // Twice the deviations' sum of squares: of two numbers it is the square of their difference.
  if (n === 2) return isSquare(2n * q - total ** 2n);
  if (n === 3) {
    const reach = BigInt(Math.ceil(Math.sqrt(Number(q))));
    for (let one = -reach; one <= reach; one += 1n) if (isSquare(2n * (q - one ** 2n) - (total - one) ** 2n)) return true;
    return false;
  }
  // 4q − t² is (a+b−c−d)² + (a−b+c−d)² + (a−b−c+d)², and Legendre's three squares are all but 4ᵃ(8b + 7).
  let rest = 4n * q - total ** 2n;
  while (rest > 0n && rest % 4n === 0n) rest /= 4n;
  return rest % 8n !== 7n;
}

function isSquare(value: bigint): boolean {
  if (value < 0n) return false;
  const root = BigInt(Math.round(Math.sqrt(Number(value))));
  return root ** 2n === value;
}
