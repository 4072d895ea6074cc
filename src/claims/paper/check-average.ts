import { decimalNumber } from '../../numeric/decimal.js';
import type { Decimal } from '../../numeric/decimal.js';
import type { CheckVerdict } from '../../results/check.js';
import type { NSource } from '../../results/check-reasons.js';
import { debit } from '../checks/debit.js';
import { fittingTotals, grimPower } from '../checks/grim.js';
import { grimmer } from '../checks/grimmer.js';
import type { PaperContext } from './check-options.js';
import { isSure } from './check-share.js';
import { unchecked } from './outcome.js';
import type { Outcome } from './outcome.js';

/**
 * A mean against n by GRIM, its SD by GRIMMER, and both by DEBIT where the values are said to be 0 and 1. That the
 * values are whole numbers is a condition unless it was said, because a paper seldom says it.
 */
export function checkAverage(mean: Decimal, sd: Decimal | null, n: NSource | null, context: PaperContext): Outcome[] {
  const { items, rounding } = context;
  const decimals = Math.max(0, -mean.exponent);
  if (n === null || n.n < 2) {
    // Without n only so much is sure: from 10^decimals people on, every mean is possible.
    return decimals > 1 || n !== null ? [unchecked('n', 'mean')] : [{
      kind: 'mean', verdict: 'no-power', computed: null,
      reason: { about: 'mean', n: null, items, power: 0, fits: true, below: 0, above: 0, decimals, withSd: false },
    }];
  }
  const { least, most } = fittingTotals(mean, n.n, { items, rounding });
  const power = grimPower(n.n, decimals, { items });
  const fits = least <= most;
  // Two conditions at once say nothing: neither the n nor that the values are whole is known.
  if (!fits && !isSure(n) && !context.wholeNumbers) return [unchecked('n', 'mean')];
  const failed: CheckVerdict = context.wholeNumbers && isSure(n) ? 'inconsistent' : 'conditional';
  // Of a mean and an SD that could not have failed, one line says it.
  const withSd = sd !== null && power === 0 && fits && !hasPower(sd, n.n, items) && grimmer({ mean, sd, n: n.n }, { items, rounding }) === 'possible';
  const outcomes: Outcome[] = [{
    kind: 'mean',
    verdict: fits ? (power === 0 ? 'no-power' : 'consistent') : failed,
    computed: fits ? { name: 'total', low: least, high: most } : null,
    reason: { about: 'mean', n, items, power, fits, below: most, above: least, decimals, withSd },
  }];
  if (sd === null || sd.digits < 0n) return outcomes;
  const printed = { mean, sd, n: n.n };
  if (fits && !withSd) {
    const sdFits = grimmer(printed, { items, rounding }) === 'possible';
    const fitsPopulation = !sdFits && grimmer(printed, { items, rounding, divisor: 'n' }) === 'possible';
    outcomes.push({
      kind: 'sd',
      verdict: sdFits ? (hasPower(sd, n.n, items) ? 'consistent' : 'no-power') : fitsPopulation ? 'conditional' : failed,
      computed: null,
      reason: { about: 'sd', n, items, fits: sdFits, fitsPopulation },
    });
  }
  if (context.binary && isShare(mean)) outcomes.push(checkProportion(printed, n));
  return outcomes;
}

function checkProportion(printed: { mean: Decimal; sd: Decimal; n: number }, n: NSource): Outcome {
  const { least, most } = debit(printed);
  const share = decimalNumber(printed.mean);
  const unit = 10 ** printed.mean.exponent / 2;
  const sdAt = (p: number): number => Math.sqrt((Math.max(0, p * (1 - p)) * n.n) / (n.n - 1));
  const ends = [sdAt(share - unit), sdAt(share + unit), ...(share - unit < 0.5 && share + unit > 0.5 ? [sdAt(0.5)] : [])];
  const sd = { low: Math.min(...ends), high: Math.max(...ends) };
  return {
    kind: 'proportion',
    verdict: least <= most ? 'consistent' : isSure(n) ? 'inconsistent' : 'conditional',
    computed: { name: 'sd', ...sd },
    reason: { about: 'proportion', n, least, most, sd },
  };
}

/** Whether GRIMMER can fail here: the SD's rounding must leave less than two neighbouring sums of squares. */
function hasPower(sd: Decimal, n: number, items: number): boolean {
  return 2 * decimalNumber(sd) * 10 ** sd.exponent * (n - 1) * items ** 2 < 2;
}

function isShare(mean: Decimal): boolean {
  const value = decimalNumber(mean);
  return value >= 0 && value <= 1;
}
