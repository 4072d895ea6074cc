import type { CheckVerdict } from '../../results/check.js';
import type { RatioReason } from '../../results/check-reasons.js';
import { comparePs } from '../checks/printed-p.js';
import { ratioInterval } from '../checks/ratio-interval.js';
import { roundingInterval } from '../checks/rounding.js';
import type { PaperContext } from './check-options.js';
import { NOT_SIGNIFICANT, printedP, unchecked } from './outcome.js';
import type { Outcome } from './outcome.js';
import type { Statement } from './statements.js';

/**
 * A ratio against its interval and its p. What cannot be is an estimate outside its interval, and an interval and a p
 * of which only one is significant; another p may be right, because likelihood ratio, log-rank and exact tests give
 * other values than the interval does.
 */
export function checkRatio({ statistic, interval, p, ns }: Statement, { alpha }: PaperContext): Outcome {
  if (interval === null) return unchecked('interval', 'ratio');
  const { low, high, level } = interval;
  if (level <= 50 || level >= 100 || statistic.value <= 0) return unchecked('interval', 'ratio');
  const check = ratioInterval({
    estimate: roundingInterval(statistic.number.value), low: roundingInterval(low.number.value), high: roundingInterval(high.number.value), level,
  });
  const printed = p === null ? (ns ? NOT_SIGNIFICANT : null) : printedP(p);
  const levelAlpha = 1 - level / 100;
  // The interval speaks of its own level: with a 95 % one p is below .05 where 1 is outside.
  const decided = check.excludesOne === null ? null : { low: check.excludesOne ? 0 : levelAlpha * 1.02, high: check.excludesOne ? levelAlpha * 0.98 : 1 };
  const contradicts = printed !== null && decided !== null && !comparePs(decided, printed, levelAlpha).fits
    && comparePs(decided, printed, levelAlpha).decisionError;
  const fits = printed === null || comparePs(check.p, printed, alpha).fits;
  const fault: RatioReason['fault'] = check.outside ? 'outside' : contradicts ? 'significance' : fits ? null : 'p';
  const verdicts: Readonly<Record<string, CheckVerdict>> = { outside: 'inconsistent', significance: 'decision-error', p: 'conditional' };
  return {
    kind: 'ratio',
    verdict: fault === null ? 'consistent' : verdicts[fault],
    computed: { name: 'p', ...check.p },
    reason: { about: 'ratio', fault, level, recomputed: check.p, symmetric: check.symmetric, hasP: printed !== null, alpha },
  };
}
