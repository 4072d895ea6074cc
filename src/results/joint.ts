import type { ResultRecord } from './record.js';
import type { ThemeQuote } from './themes.js';

export const JOINT_TYPES = ['statistics-by-themes', 'side-by-side', 'cases', 'convergence', 'thread'] as const;
export type JointType = (typeof JOINT_TYPES)[number];

export interface JointMethod {
  readonly type: JointType;
  /** The outcome that variables are correlated with and cases are ordered by. */
  readonly outcome: string | null;
  readonly confidence: number;
  /** The smallest |effect| that would matter; decides the fit. */
  readonly smallest: number;
  /** Shuffles of a theme within focus groups; null where groups are not known. */
  readonly resamples: number | null;
  readonly quotes: number;
  /** Participants of the survey, those of them who were observed in the transcripts, and the groups of those. */
  readonly participants: number;
  readonly observed: number;
  readonly groups: number;
}

/** The outcome of those who mention a theme, or of those who were heard and do not. */
export interface ThemeSide {
  readonly n: number;
  readonly median: number | null;
  /** Type 7 of Hyndman & Fan. */
  readonly q1: number | null;
  readonly q3: number | null;
}

export interface JointStatistic {
  /** `spearman` of the variable with the outcome; `rank-biserial` of those who mention the theme against those who do not. */
  readonly name: 'spearman' | 'rank-biserial';
  readonly x: string;
  readonly y: string;
  readonly n: number;
  readonly estimate: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly p: number | null;
  readonly pMethod: string | null;
}

interface JointLink {
  readonly theme: string;
  readonly variable: string;
  /** As the analyst expected it in advance; null where nothing was declared: exploratory. */
  readonly expected: 'positive' | 'negative' | 'none' | null;
  readonly declared: boolean;
}

export interface StatisticsByTheme extends JointLink {
  readonly type: 'statistics-by-themes';
  readonly mentioned: ThemeSide;
  readonly notMentioned: ThemeSide;
  /** Mann–Whitney's U of those who mention the theme. */
  readonly statistic: number | null;
  readonly p: number | null;
  readonly pMethod: string | null;
  /** By shuffling the theme within focus groups, since members of one group heard each other; null without groups. */
  readonly pWithinGroups: number | null;
  readonly pHolm: number | null;
  readonly pBh: number | null;
  /** Rank-biserial, of those who mention the theme against those who do not. */
  readonly effect: { readonly estimate: number | null; readonly ciLow: number | null; readonly ciHigh: number | null };
}

export interface SideBySide extends JointLink {
  readonly type: 'side-by-side';
  readonly speakers: { readonly n: number; readonly of: number };
  readonly groups: { readonly n: number; readonly of: number } | null;
  readonly quotes: readonly ThemeQuote[];
  readonly statistic: JointStatistic;
  readonly fit: string | null;
  readonly rationale: string | null;
  /** The analyst's own, as their file has it. */
  readonly metaInference: string | null;
}

/** One participant; `themes` by name: 1 mentioned, 0 heard and not mentioned, null not observed. */
export interface JointCase {
  readonly type: 'cases';
  readonly participant: string;
  readonly outcome: number | null;
  readonly group: string | null;
  readonly themes: Readonly<Record<string, 0 | 1 | null>>;
}

/** A theme in one source. */
export interface Convergence {
  readonly type: 'convergence';
  readonly theme: string;
  readonly source: string;
  /** Of the participants who speak in it. */
  readonly participants: number;
  readonly observed: number;
  readonly segments: number;
}

/** One step from what was said to what was found. */
export interface ThreadStep {
  readonly type: 'thread';
  readonly theme: string;
  readonly step: 'quote' | 'code' | 'theme' | 'variable' | 'result' | 'fit' | 'meta-inference';
  readonly text: string;
  readonly source: string | null;
  readonly quote?: ThemeQuote;
}

export type JointEstimate = StatisticsByTheme | SideBySide | JointCase | Convergence | ThreadStep;

export interface JointRecord extends ResultRecord<'joint', JointMethod, JointEstimate> {
  /** What tables call variables. */
  readonly labels: Readonly<Record<string, string>>;
}
