import { compareDecimals, decimalOf } from '../numeric/decimal.js';
import type { FigureJudgement, KnownState } from '../results/reproduce.js';
import { compareWithPrinted } from './compare-printed.js';
import { printedNumber } from './printed-number.js';

/** What a study file says of a mismatch that it knows. */
export interface Known {
  readonly reason: string;
  /** The last day on which it is forgiven. */
  readonly until: string;
  /** What is computed instead, as it would be printed; null where the study does not say. */
  readonly computed: string | null;
}

/**
 * Whether a figure of a claim with a known mismatch is forgiven. It fails once it is past its day, once it computes
 * something else than it is known for, and where significance flips, which nothing excuses.
 *
 * @param today as YYYY-MM-DD; the last day still counts.
 * @param before what an earlier run computed, where a lock says so; what a mismatch is known for if the study does not say.
 */
export function knownState(
  { until, computed: stated }: Known, { passes, flip }: FigureJudgement, computed: number | string | null, today: string, before: string | null,
): KnownState {
  if (passes) return 'matches';
  if (flip !== null) return 'flips';
  if (today > until) return 'expired';
  const still = stated !== null ? isAsStated(stated, computed) : before === null || isAsLocked(before, computed);
  return still ? 'forgiven' : 'moved';
}

function isAsStated(stated: string, computed: number | string | null): boolean {
  const number = printedNumber(stated);
  if (number === null || typeof computed !== 'number') return String(computed) === stated;
  return compareWithPrinted(computed, number).verdict.startsWith('match');
}

/** Equal at the digits that are known. */
function isAsLocked(before: string, computed: number | string | null): boolean {
  return typeof computed === 'number' ? compareDecimals(decimalOf(Number(before)), decimalOf(computed)) === 0 : before === computed;
}
