import type { JointType } from '../../results/joint.js';

/** What is asked of a joint display; everything left out takes the default of the command line. */
export interface JointOptions {
  /** Side by side where links are declared, else statistics by themes. */
  readonly type?: JointType;
  readonly outcome?: string;
  readonly id?: string;
  /** Also every theme that no link names, with the outcome, as exploratory. */
  readonly explore?: boolean;
  /** The theme that a thread follows. */
  readonly theme?: string;
  readonly quotes?: number;
  readonly smallest?: number;
  readonly confidence?: number;
  readonly resamples?: number;
  readonly seed?: number;
}

export const DEFAULT_SMALLEST = 0.1;
export const DEFAULT_QUOTES = 2;
export const DEFAULT_SHUFFLES = 10_000;
