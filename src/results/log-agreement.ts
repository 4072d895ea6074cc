/**
 * What people say of their use against what the log counted, for one feature. `measure` says what fits the item: a
 * quadratically weighted kappa of the answers and the counts cut into as many of each class, where the item is a short
 * scale; differences of ranks (Bland and Altman) where it is a number. What does not apply or is undefined is null.
 */
export interface LogAgreement {
  readonly item: string;
  readonly label: string;
  readonly usage: string;
  readonly n: number;
  /** Spearman's ρ; interval by Bonett & Wright. */
  readonly rho: number | null;
  readonly rhoLow: number | null;
  readonly rhoHigh: number | null;
  readonly p: number | null;
  readonly measure: 'weighted-kappa' | 'bland-altman-ranks';
  readonly kappa: number | null;
  readonly kappaLow: number | null;
  readonly kappaHigh: number | null;
  /** Standard deviation of rank by report less rank by log; their mean is 0, because both are ranks from 1 to n. */
  readonly sd: number | null;
  /** Limits of agreement, in ranks. */
  readonly limitLow: number | null;
  readonly limitHigh: number | null;
}
