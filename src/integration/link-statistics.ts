import { randomStream } from '../numeric/random.js';
import type { StatisticsByTheme, ThemeSide } from '../results/joint.js';
import type { Steps } from '../stats/steps.js';
import { mannWhitney } from '../stats/groups/mann-whitney.js';
import { permutationSteps } from '../stats/resampling/permutation.js';
import { quantile } from '../stats/quantile-types.js';
import { rankBiserial } from '../stats/groups/rank-biserial.js';

/** A theme and a variable in the participants who were observed and have a value. */
export interface ThemeAndVariable {
  readonly theme: string;
  readonly variable: string;
  /** 1 mentioned, 0 not. */
  readonly mentions: Float64Array;
  readonly values: Float64Array;
  /** One code of the focus group a participant, or null where groups are not known. */
  readonly groups: Int32Array | null;
}

export interface LinkChoice {
  readonly confidence: number;
  readonly resamples: number;
  readonly seed: number;
}

/** What `statistics-by-themes` says of one link, without what depends on the other links. */
export type LinkStatistics = Pick<StatisticsByTheme, 'mentioned' | 'notMentioned' | 'statistic' | 'p' | 'pMethod' | 'pWithinGroups' | 'effect'>;

/**
 * Those who mention a theme against those who were heard and do not: medians, the Mann–Whitney test (exact with ties in
 * small samples), the rank-biserial correlation, and a second p from shuffling the theme within focus groups only. The
 * rank sum is linear in the theme, so Spearman's statistic of the two is its permutation distribution.
 */
export function* linkStatisticsSteps({ theme, variable, mentions, values, groups }: ThemeAndVariable, { confidence, resamples, seed }: LinkChoice): Steps<LinkStatistics> {
  const mentioned = values.filter((_, i) => mentions[i] === 1);
  const notMentioned = values.filter((_, i) => mentions[i] === 0);
  const { statistic, p, pMethod } = mannWhitney(mentioned, notMentioned);
  const { estimate, ciLow, ciHigh } = rankBiserial(mentioned, notMentioned, confidence);
  const within = groups === null || p === null ? null : yield* permutationSteps(values, mentions, {
    statistic: 'spearman', alternative: 'two-sided', resamples, clusters: groups, stream: randomStream(seed, 'joint', theme, variable),
  });
  return {
    mentioned: sideOf(mentioned), notMentioned: sideOf(notMentioned), statistic, p, pMethod: p === null ? null : pMethod,
    pWithinGroups: within?.p ?? null, effect: { estimate, ciLow, ciHigh },
  };
}

function sideOf(values: Float64Array): ThemeSide {
  const sorted = values.slice().sort();
  if (sorted.length === 0) return { n: 0, median: null, q1: null, q3: null };
  return { n: sorted.length, median: quantile(sorted, 0.5), q1: quantile(sorted, 0.25), q3: quantile(sorted, 0.75) };
}
