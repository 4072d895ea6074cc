/** What the analyst expected of a variable where a theme is at work. */
export type ExpectedDirection = 'positive' | 'negative' | 'none';

/**
 * How a statistic fits what a theme made the analyst expect:
 * - `agreement`: the interval lies wholly on the expected side of 0; where none was expected, within ±smallest
 * - `partial`: the estimate lies on the expected side and the interval rules out an effect of `smallest` on the other
 * - `dissonance`: the interval lies wholly on the other side of 0 or, being narrow, within ±smallest of it; where none
 *   was expected, wholly on one side of 0
 * - `inconclusive`: the interval is too wide to say any of these
 * - `silence`: nobody mentions the theme, or the statistic is undefined
 */
export type Fit = 'agreement' | 'partial' | 'dissonance' | 'inconclusive' | 'silence';

export interface FitEvidence {
  /** Speakers who mention the theme. */
  readonly mentionedBy: number;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The fit of quantitative and qualitative findings (Fetters, Curry & Creswell 2013), by a rule that an interval decides:
 * a result that is not significant may be inconclusive, and is dissonance only where the interval rules the effect out.
 *
 * @param smallest the smallest effect that would matter, such as |ρ| = .1
 * @example
 * fitOf({ mentionedBy: 12, estimate: -0.29, low: -0.52, high: -0.01 }, 'negative', 0.1); // 'agreement'
 */
export function fitOf({ mentionedBy, estimate, low, high }: FitEvidence, expected: ExpectedDirection, smallest: number): Fit {
  if (mentionedBy === 0 || estimate === null || low === null || high === null) return 'silence';
  const isNegligible = low > -smallest && high < smallest;
  if (expected === 'none') {
    if (low > 0 || high < 0) return 'dissonance';
    return isNegligible ? 'agreement' : 'inconclusive';
  }
  // Turned round where a negative effect was expected, so that the expected side is the upper one.
  const [least, most, found] = expected === 'positive' ? [low, high, estimate] : [-high, -low, -estimate];
  if (least > 0) return 'agreement';
  if (most < 0 || isNegligible) return 'dissonance';
  return found > 0 && least > -smallest ? 'partial' : 'inconclusive';
}
