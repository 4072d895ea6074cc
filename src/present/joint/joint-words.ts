import type { JointRecord, JointStatistic } from '../../results/joint.js';
import type { ThemeQuote } from '../../results/themes.js';
import { fixed, formatInterval, formatP, formatShare } from '../numbers.js';
import type { NumberStyle } from '../numbers.js';

const SYMBOL: Readonly<Record<JointStatistic['name'], string>> = { spearman: 'ρ', 'rank-biserial': 'r' };

/** `ρ = -0.29 (-0.52 to -0.01), p = .037, n = 53`. */
export function jointRowText({ name, n, estimate, ciLow, ciHigh, p }: JointStatistic, style: NumberStyle = 'apa'): string {
  if (estimate === null) return `undefined, n = ${n}`;
  const interval = ciLow === null ? '' : ` (${formatInterval(ciLow, ciHigh, 2)})`;
  const printed = formatP(p, style);
  const tail = p === null ? '' : `, ${style === 'ama' ? 'P' : 'p'} ${/^[<>]/.test(printed) ? printed : `= ${printed}`}`;
  return `${SYMBOL[name]} = ${fixed(estimate, 2)}${interval}${tail}, n = ${n}`;
}

/** `“…” — P12, FG2 (FG2:1043–1181)`. */
export function quoteText({ text, participant, group, document, start, end }: ThemeQuote): string {
  return `“${text.trim()}” ${quoteSource({ participant, group, document, start, end })}`;
}

function quoteSource({ participant, group, document, start, end }: Omit<ThemeQuote, 'text' | 'code' | 'coder'>): string {
  const who = [participant, group].filter((one) => one !== null).join(', ');
  const place = start === null ? document : `${document}:${start}–${end}`;
  return who === '' ? `(${place})` : `${who} (${place})`;
}

const BY_RULE: Readonly<Record<string, (smallest: string, share: string) => string>> = {
  agreement: (_, share) => `the ${share} interval lies on the expected side of 0`,
  partial: (smallest) => `the estimate lies on the expected side and the interval rules out ${smallest} or more on the other`,
  dissonance: (smallest) => `the interval lies on the other side of 0, or within ±${smallest} of it`,
  inconclusive: () => 'the interval is too wide to say',
  silence: () => 'nobody mentions the theme, or the statistic is undefined',
};

/** The rule that decides the fit, for the fits that occur. */
export function fitRule({ method }: JointRecord, fits: readonly string[]): string | null {
  const used = Object.keys(BY_RULE).filter((fit) => fits.includes(fit));
  if (used.length === 0) return null;
  const words = used.map((fit) => `${fit}: ${BY_RULE[fit](String(method.smallest), formatShare(method.confidence))}`);
  return `Fit, by rule: ${words.join('; ')}. Where no effect was expected, agreement is an interval within ±${method.smallest} and dissonance one beside 0.`;
}

export function expectedWords(expected: string | null): string {
  return expected ?? 'exploratory';
}
