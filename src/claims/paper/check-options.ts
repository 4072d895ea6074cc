import type { NSource } from '../../results/check-reasons.js';
import type { RoundingRule } from '../checks/rounding.js';

/** What the figures of a paper are held to. */
export interface PaperContext {
  readonly alpha: number;
  /** `one`: every test is one-tailed; `auto`: as the text beside it says. */
  readonly tails: 'auto' | 'one';
  /** The study's n, as told or as found in the text; null where nobody knows. */
  readonly n: NSource | null;
  readonly wholeNumbers: boolean;
  readonly binary: boolean;
  readonly items: number;
  readonly rounding: RoundingRule;
  /** The text speaks of one-tailed tests somewhere. */
  readonly mentionsOneTailed: boolean;
  /** The table says that its p values are corrected for several tests. */
  readonly adjusted: boolean;
}
