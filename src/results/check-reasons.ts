import type { CheckKind, CheckVerdict, CheckedQuantity } from './check.js';

/** What a check found, before it is put into words. */
export type CheckReason =
  | PReason | DegreesReason | SizesReason | RatioReason | PercentReason | CountReason | MeanReason | SdReason | ProportionReason | OrderReason
  | TotalReason | GroupMeanReason | TablePReason | StarsReason | UncheckedReason;

/** One checked figure: where it stands, what was printed, and what came of it. */
export interface CheckedFigure {
  /** `line:column`, or what stands for it in a format without lines. */
  readonly place: string;
  readonly printed: string;
  readonly kind: CheckKind;
  readonly verdict: CheckVerdict;
  readonly computed: CheckedQuantity | null;
  readonly reason: CheckReason;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Where an n comes from, such as `--n`, or the place in the text. */
export interface NSource {
  readonly n: number;
  readonly from: 'option' | 'beside' | 'text' | 'column' | 'row' | 'caption';
}

export interface PReason {
  readonly about: 'p';
  /** The statistic and its degrees of freedom as they stand. */
  readonly statistic: string;
  readonly recomputed: Range;
  readonly fits: boolean;
  readonly tails: 'one' | 'two' | 'none';
  /** What would give the printed p: one tail, two tails, ρ by its normal approximation, digits cut off. */
  readonly otherwise: 'one-tailed' | 'two-tailed' | 'normal' | 'cut' | null;
  /** Under what the p would not have to follow. */
  readonly unless: 'ties' | 'adjusted' | 'exact' | 'one-tailed-elsewhere' | null;
  readonly alpha: number;
  readonly printedZero: boolean;
}

export interface DegreesReason {
  readonly about: 'degrees';
  /** Null: none at all. A null `most` has no bound. */
  readonly degrees: { readonly least: number; readonly most: number | null } | null;
}

export interface SizesReason {
  readonly about: 'sizes';
  readonly symbol: 'ρ' | 'r';
  /** Null: no n at all. A null `most` has no bound. */
  readonly sizes: { readonly least: number; readonly most: number | null } | null;
  readonly n: NSource | null;
  /** The sizes of the correlation that have this p at n; null where none has, or n is not known. */
  readonly atN: Range | null;
  /** Whether `atN` is all that the rounding allows. */
  readonly allAtN: boolean;
  /** The p at n. */
  readonly pAtN: Range | null;
}

export interface RatioReason {
  readonly about: 'ratio';
  readonly fault: 'outside' | 'significance' | 'p' | null;
  readonly level: number;
  /** By Wald's test of the interval. */
  readonly recomputed: Range;
  /** The estimate lies in the middle of its interval on the log scale. */
  readonly symmetric: boolean;
  readonly hasP: boolean;
  readonly alpha: number;
}

export interface PercentReason {
  readonly about: 'percent';
  readonly n: NSource | null;
  /** Counts that fit; `least` above `most`: none. */
  readonly least: number;
  readonly most: number;
  readonly decimals: number;
  /** The largest smaller n that fits, and its count; null where the percentage fits or none was sought. */
  readonly smaller: { readonly n: number; readonly count: number } | null;
  readonly power: number;
}

export interface CountReason {
  readonly about: 'count';
  readonly count: number;
  /** As printed, without its sign. */
  readonly percent: string;
  readonly n: NSource;
  readonly fits: boolean;
  readonly decimals: number;
  /** Numbers of which the count would be the percentage; null: none. */
  readonly denominators: Range | null;
  /** Digits cut off would give the print. */
  readonly cut: boolean;
}

export interface MeanReason {
  readonly about: 'mean';
  readonly n: NSource | null;
  readonly items: number;
  readonly power: number;
  readonly fits: boolean;
  /** Totals next below and above where none fits. */
  readonly below: number;
  readonly above: number;
  readonly decimals: number;
  /** An SD stands with the mean, and could not have failed either. */
  readonly withSd: boolean;
}

export interface SdReason {
  readonly about: 'sd';
  readonly n: NSource;
  readonly items: number;
  readonly fits: boolean;
  /** An SD divided by n would fit. */
  readonly fitsPopulation: boolean;
}

export interface ProportionReason {
  readonly about: 'proportion';
  readonly n: NSource;
  readonly least: number;
  readonly most: number;
  /** The SD that ones and zeros of that mean have. */
  readonly sd: Range;
}

export interface OrderReason {
  readonly about: 'order';
  readonly low: string;
  readonly middle: string;
  readonly high: string;
  readonly fits: boolean;
}

export interface TotalReason {
  readonly about: 'total';
  readonly parts: readonly number[];
  readonly sum: number;
  readonly total: number;
  /** `across`: groups to the total column; `down`: categories to the column's n. */
  readonly along: 'across' | 'down';
  readonly fits: boolean;
}

export interface GroupMeanReason {
  readonly about: 'group-mean';
  readonly groups: readonly string[];
  readonly overall: string;
  readonly fits: boolean;
}

export interface TablePReason {
  readonly about: 'table-p';
  /** Each test's p, from the counts, or as an interval from rounded means and SDs. */
  readonly tests: readonly { readonly name: string; readonly low: number; readonly high: number }[];
  readonly matching: string | null;
  /** `counts` leave no other usual test; means could have been compared by ranks. */
  readonly from: 'counts' | 'means';
  /** The table does not speak of a test that its counts do not determine. */
  readonly determined: boolean;
  readonly alpha: number;
}

export interface StarsReason {
  readonly about: 'stars';
  readonly n: NSource;
  readonly mark: string;
  readonly below: number;
  readonly recomputed: Range;
  readonly fits: boolean;
}

export interface UncheckedReason {
  readonly about: 'unchecked';
  readonly lacks: 'n' | 'df' | 'one-df' | 'correlation' | 'p' | 'statistic' | 'other-test' | 'interval' | 'z' | 'count' | 'groups' | 'layout' | 'weights' | 'whole-p';
}
