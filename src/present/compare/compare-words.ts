import type {
  ComparisonEffectName, ComparisonEstimate, ComparisonTest, ComparisonTestName,
} from '../../results/compare.js';
import { fixed } from '../numbers.js';

interface TestWords {
  /** What stands before the equals sign; null where a test has a p and no statistic. */
  readonly symbol: string | null;
  readonly name: string;
}

export const TEST_WORDS: Readonly<Record<ComparisonTestName, TestWords>> = {
  'mann-whitney': { symbol: 'U', name: 'Mann–Whitney' },
  kruskal: { symbol: 'H', name: 'Kruskal–Wallis' },
  welch: { symbol: 't', name: 'Welch’s t test' },
  student: { symbol: 't', name: 'Student’s t test' },
  'welch-anova': { symbol: 'F', name: 'Welch’s analysis of variance' },
  anova: { symbol: 'F', name: 'analysis of variance' },
  'chi-square': { symbol: 'χ²', name: 'chi-square without Yates’ correction' },
  'chi-square-yates': { symbol: 'χ²', name: 'chi-square with Yates’ correction' },
  fisher: { symbol: null, name: 'Fisher’s exact test' },
  wilcoxon: { symbol: 'V', name: 'Wilcoxon signed-rank' },
  'paired-t': { symbol: 't', name: 'paired t test' },
  mcnemar: { symbol: 'b', name: 'McNemar’s test' },
};

/** What stands for a variable beside its test: its means, its medians, or the counts of its values. */
export const SUMMARY: Readonly<Record<ComparisonTestName, 'mean' | 'median' | 'counts'>> = {
  'mann-whitney': 'median', kruskal: 'median', wilcoxon: 'median',
  welch: 'mean', student: 'mean', 'paired-t': 'mean', 'welch-anova': 'mean', anova: 'mean',
  'chi-square': 'counts', 'chi-square-yates': 'counts', fisher: 'counts', mcnemar: 'counts',
};

interface EffectWords {
  readonly symbol: string;
  readonly name: string;
  readonly interval: string | null;
}

export const EFFECT_WORDS: Readonly<Record<ComparisonEffectName, EffectWords>> = {
  'rank-biserial': { symbol: 'r', name: 'rank-biserial correlation', interval: 'Feng & Cliff' },
  'hodges-lehmann': { symbol: 'shift', name: 'Hodges–Lehmann shift', interval: 'by the rank test' },
  'cohens-d': { symbol: 'd', name: 'Cohen’s d', interval: 'noncentral t' },
  'hedges-g': { symbol: 'g', name: 'Hedges’ g', interval: 'noncentral t' },
  'mean-difference': { symbol: 'ΔM', name: 'mean difference', interval: 't' },
  'epsilon-squared': { symbol: 'ε²', name: 'epsilon squared', interval: null },
  'eta-squared': { symbol: 'η²', name: 'eta squared', interval: null },
  'omega-squared': { symbol: 'ω²', name: 'omega squared', interval: null },
  'odds-ratio-conditional': { symbol: 'OR', name: 'odds ratio by conditional maximum likelihood', interval: 'exact' },
  'odds-ratio-wald': { symbol: 'OR', name: 'odds ratio of the sample', interval: 'Wald' },
  'cramers-v': { symbol: 'V', name: 'Cramér’s V', interval: 'noncentral χ²' },
  'cramers-v-bias-corrected': { symbol: 'V', name: 'Cramér’s V, bias-corrected', interval: 'noncentral χ²' },
  'matched-rank-biserial': { symbol: 'r', name: 'matched-pairs rank-biserial correlation', interval: 'Fisher z' },
  pseudomedian: { symbol: 'shift', name: 'pseudomedian of the differences', interval: 'by the signed-rank test' },
  'cohens-dz': { symbol: 'd', name: 'Cohen’s d of the differences', interval: 'noncentral t' },
  'hedges-gz': { symbol: 'g', name: 'Hedges’ g of the differences', interval: 'noncentral t' },
  'odds-ratio-discordant': { symbol: 'OR', name: 'odds ratio of pairs that changed', interval: 'Clopper–Pearson' },
};

/** An equals sign that stays with the number behind it where a line has to break. */
export const EQUALS = ' =\u00a0';

/** `t(27.1) = 2.10`: a test's statistic as a paper prints it. */
export function statisticText(
  { test, statistic, df, pMethod, p }: ComparisonEstimate, { df2 }: Pick<ComparisonTest, 'df2'>,
): string {
  const { symbol } = TEST_WORDS[test];
  if (p === null) return '';
  if (symbol === null || statistic === null) return pMethod === 'monte-carlo' ? 'Fisher (Monte Carlo)' : 'Fisher';
  const own = test === 'mcnemar' && df !== null ? 'χ²' : symbol;
  const degrees = df === null ? '' : `(${df2 === null ? degree(df) : `${degree(df)}, ${degree(df2)}`})`;
  const isCount = df === null && Number.isInteger(2 * statistic);
  return `${own}${degrees}${EQUALS}${isCount ? String(statistic) : fixed(statistic, 2)}`;
}

function degree(df: number): string {
  return Number.isInteger(df) ? String(df) : fixed(df, 1);
}
