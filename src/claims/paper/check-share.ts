import { decimalText } from '../../numeric/decimal.js';
import type { Decimal } from '../../numeric/decimal.js';
import { ceilDivide, floorDivide } from '../../numeric/whole-division.js';
import type { CheckVerdict } from '../../results/check.js';
import type { NSource } from '../../results/check-reasons.js';
import { fittingTotals, grimPower, nextSmallerN } from '../checks/grim.js';
import type { RoundingRule } from '../checks/rounding.js';
import { unchecked } from './outcome.js';
import type { Outcome } from './outcome.js';

/** Whether an n is sure to be the one that a figure belongs to. */
export function isSure({ from }: NSource): boolean {
  return from !== 'text';
}

/** A percentage without its count: does any count of n give it? */
export function checkPercent(percent: Decimal, n: NSource | null, rounding: RoundingRule): Outcome {
  if (n === null || n.n < 1) return unchecked('n', 'percent');
  const options = { percent: true, rounding };
  const { least, most } = fittingTotals(percent, n.n, options);
  const decimals = Math.max(0, -percent.exponent);
  const power = grimPower(n.n, decimals, options);
  const fits = least <= most;
  // Less than half a person is no share of an n that only the text gave.
  if (!fits && !isSure(n) && most <= 0 && least <= 1) return unchecked('count', 'percent');
  const smaller = fits ? null : nextSmallerN(percent, n.n, options, Math.ceil(n.n / 2));
  const verdict: CheckVerdict = fits ? (power === 0 ? 'no-power' : 'consistent') : isSure(n) ? 'inconsistent' : 'conditional';
  return {
    kind: 'percent', verdict,
    computed: fits ? { name: 'count', low: least, high: most } : null,
    reason: {
      about: 'percent', n, least, most, decimals, power,
      smaller: smaller === null ? null : { n: smaller, count: fittingTotals(percent, smaller, options).least },
    },
  };
}

/** A count with its percentage: is it that share of n? */
export function checkCount(count: number, percent: Decimal, n: NSource | null, rounding: RoundingRule): Outcome {
  const denominators = denominatorsOf(count, percent);
  const { least, most } = fittingTotals(percent, n === null || n.n < 1 ? 1 : n.n, { percent: true, rounding });
  const fits = count >= least && count <= most;
  // Who answered may be the n of the text and, as here, a share of those who were asked.
  if (n === null || n.n < 1 || (!isSure(n) && (count > n.n || (count === n.n && !fits)))) {
    const outcome = unchecked('n', 'count');
    return denominators === null ? outcome : { ...outcome, computed: { name: 'n', ...denominators } };
  }
  const cutTotals = fittingTotals(percent, n.n, { percent: true, rounding: 'truncate' });
  return {
    kind: 'count',
    // More than all of them are no share: something else is counted, such as visits, or one number is wrong.
    verdict: fits ? (count > n.n ? 'conditional' : 'consistent') : isSure(n) ? 'inconsistent' : 'conditional',
    computed: { name: 'percent', low: (100 * count) / n.n, high: (100 * count) / n.n },
    reason: {
      about: 'count', count, percent: decimalText(percent), n, fits, denominators, decimals: Math.max(0, -percent.exponent),
      cut: !fits && count >= cutTotals.least && count <= cutTotals.most,
    },
  };
}

/** The whole numbers of which the count is that percentage; null where there are none or no end of them. */
export function denominatorsOf(count: number, { digits, exponent }: Decimal): { low: number; high: number } | null {
  // count / n within half a unit of the percentage, in whole numbers.
  const parts = 1000n * BigInt(count) * 10n ** BigInt(Math.max(0, -exponent));
  const unit = 10n ** BigInt(Math.max(0, exponent));
  const least = (10n * digits - 5n) * unit;
  if (count <= 0 || least <= 0n) return null;
  const low = Number(ceilDivide(parts, (10n * digits + 5n) * unit));
  const high = Number(floorDivide(parts, least));
  return low <= high ? { low, high } : null;
}
