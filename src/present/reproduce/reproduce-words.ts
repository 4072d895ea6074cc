import type { ClaimEstimate, Explanation, FigureJudgement, KnownState, ReproduceRecord, SuspectName } from '../../results/reproduce.js';
import { counted } from '../numbers.js';

export const VERDICT_WORDS: Readonly<Record<ClaimEstimate['verdict'], string>> = {
  match: 'match', 'match-by-tie': 'match by tie', truncated: 'cut off', 'from-rounded-operands': 'from rounded figures', mismatch: 'mismatch', uncomputable: 'not computable',
};

/** A figure's verdict in a few words, beside its numbers. */
export function shortVerdict({ address, verdict, status, flip, units, computed, printed, expected }: ClaimEstimate): string {
  const known = status === 'known' ? ', known' : '';
  if (verdict !== 'mismatch') return VERDICT_WORDS[verdict] + known;
  if (address === 'quote') return 'not in the paper';
  if (flip) return `significance flips${known}`;
  if (units !== null) return `${units === 1 ? '1 unit' : `${units} units`} off${known}`;
  if (!/\d/.test(printed) && typeof computed === 'number') return `should be ${expected === '' || expected === null ? 'unmarked' : expected}${known}`;
  return `mismatch${known}`;
}

/** The run in one sentence. */
export function summarySentence({ summary, lock }: ReproduceRecord): string {
  const { figures, quotes, claims, failed, known, passed } = summary;
  const of = `${counted(figures, 'printed figure')}${quotes === 0 ? '' : ` and ${counted(quotes, 'quote')}`} in ${counted(claims, 'claim')}`;
  const moved = lock?.differences.some(({ is }) => is === 'figure-moved') ?? false;
  const locked = lock === null || lock.differences.length === 0 ? '' : moved ? ' Figures moved since the lock.' : ' Something differs from the lock.';
  if (failed === 0 && known === 0) return `${of}: every one ${quotes === 0 ? 'is reproduced' : 'holds'}.${locked}`;
  const parts = [`${passed} hold`, ...(failed === 0 ? [] : [`${failed} ${failed === 1 ? 'does' : 'do'} not`]), ...(known === 0 ? [] : [`${known} ${known === 1 ? 'is' : 'are'} known not to`])];
  return `${of}: ${parts.join(', ')}.${locked}`;
}

/** One figure, its print and what came of it. */
export interface JudgedFigure {
  readonly printed: string;
  readonly computed: number | string | null;
  readonly judgement: FigureJudgement;
  /** A mark such as `**`, or its absence, was held against p. */
  readonly isMark: boolean;
  /** Where the print is a number: the power of ten of its last digit. */
  readonly place: number | null;
  /** A p printed as 0, which none is. */
  readonly isZeroP: boolean;
  /** What the record says of an undefined value. */
  readonly undefinedBecause: string | null;
}

/**
 * Why a figure got its verdict, in a sentence or two; empty for a plain match.
 *
 * @param alpha the level of significance it was judged at
 */
export function whyVerdict(figure: JudgedFigure, alpha: number): string {
  const { judgement } = figure;
  switch (judgement.verdict) {
    case 'match':
      return figure.isZeroP ? `No p is 0; this one is ${shownNumber(figure.computed, null)}.` : '';
    case 'match-by-tie':
      return `A tie: ${listed(judgement.tie.map(tieWords))} gives the print.`;
    case 'truncated':
      return `Cut off, not rounded: ${unitsWords(figure)}`;
    case 'from-rounded-operands':
      return `What it is made of was rounded first; unrounded it is ${figure.judgement.expected}.`;
    case 'uncomputable':
      return figure.undefinedBecause ?? 'The analysis gives no value here.';
    case 'mismatch':
      return [mismatchWords(figure), flipWords(judgement, alpha)].filter((part) => part !== '').join(' ');
  }
}

function mismatchWords(figure: JudgedFigure): string {
  const { judgement, printed, computed, isMark } = figure;
  if (isMark) {
    const should = judgement.expected === '' || judgement.expected === null ? 'no mark' : judgement.expected;
    return `p = ${shownNumber(computed, null)} gets ${should}, not ${printed}.`;
  }
  if (judgement.expected === null && computed === null) return 'Nobody says this in the transcripts.';
  if (judgement.expected === null || typeof computed !== 'number') return `It is ${JSON.stringify(computed)}.`;
  if (judgement.otherSign) return `The sign is the other one: it is ${judgement.expected}.`;
  return judgement.units === null ? `${shownNumber(computed, figure.place)} is not ${judgement.accepted}.` : sentence(unitsWords(figure));
}

function unitsWords({ judgement: { expected, units }, place }: JudgedFigure): string {
  const unit = place === null ? '' : place < 0 ? `0.${'0'.repeat(-place - 1)}1` : `1${'0'.repeat(place)}`;
  const away = units === null ? '' : `, ${units} ${units === 1 ? 'unit' : 'units'} of ${unit} away`;
  return `it is ${expected}${away}.`;
}

function flipWords({ flip }: FigureJudgement, alpha: number): string {
  if (flip === null) return '';
  return flip === 'printed-significant' ? `Printed as significant at ${alpha}, and it is not.` : `Printed as not significant at ${alpha}, and it is.`;
}

/** A computed number with two more decimals than its print, or four digits. */
export function shownNumber(value: number | string | null, place: number | null): string {
  if (value === null) return 'undefined';
  if (typeof value === 'string') return value;
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const decimals = place === null ? null : Math.min(20, Math.max(0, 2 - place));
  // Fewer than three digits would not show what is close to what.
  return decimals !== null && Math.abs(value) >= 10 ** (2 - decimals) ? value.toFixed(decimals) : String(Number(value.toPrecision(4)));
}

/** What gives the printed value, as a sentence. */
export function explanationWords({ suspect, was, is, computed, others }: Explanation, place: number | null): string {
  const gives = computed === null ? 'gives the print' : `gives ${shownNumber(computed, place)}, as printed`;
  const also = others === 0 ? '' : others === 1 ? '; so does one other change' : `; so do ${others} other changes`;
  return `${SUSPECT_WORDS[suspect](was ?? '', is ?? '')} ${gives}${also}.`;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['spearman', 'Spearman’s ρ'], ['pearson', 'Pearson’s r'], ['kendall', 'Kendall’s τ'], ['chi-square', 'χ² without Yates’ correction'], ['chi-square-yates', 'χ² with Yates’ correction'],
  ['fisher', 'Fisher’s exact test'], ['mann-whitney', 'Mann–Whitney’s test'], ['welch', 'Welch’s t test'], ['student', 'Student’s t test'], ['kruskal', 'Kruskal–Wallis’ test'],
  ['anova', 'analysis of variance'], ['welch-anova', 'Welch’s analysis of variance'], ['wilcoxon', 'Wilcoxon’s signed-rank test'], ['paired-t', 'the paired t test'],
]);
const named = (name: string): string => NAMES.get(name) ?? name;

const SUSPECT_WORDS: Readonly<Record<SuspectName, (was: string, is: string) => string>> = {
  'sd-divisor-n': () => 'The SD with divisor n instead of n − 1',
  'one-tailed': () => 'A one-tailed p',
  'other-tail': () => 'The other tail’s one-tailed p',
  'adjusted-p': () => 'The p adjusted for the number of tests',
  'unadjusted-p': () => 'The p before adjustment',
  'other-sign': () => 'The other direction of the scale',
  'percent-of-all': () => 'A percentage of all rows, those without an answer among them,',
  share: () => 'A share instead of a percentage',
  'median-for-mean': () => 'The median instead of the mean',
  'mean-for-median': () => 'The mean instead of the median',
  exchanged: (was, is) => `${is} taken for ${was}`,
  method: (was, is) => `${named(is)} instead of ${named(was)}`,
  test: (was, is) => (was === 'auto' ? sentence(named(is)) : `${sentence(named(is))} instead of ${named(was)}`),
  'p-kind': (_, is) => (is === 't' ? 'The t approximation' : is === 'exact' ? 'An exact p' : is === 'uncorrected' ? 'p without continuity correction' : 'An approximate p'),
  'missing-rule': (was, is) => `${sentence(is)} instead of ${was} deletion`,
  'quantile-type': (_, is) => `Quartiles of type ${is}${is === '6' ? ', as SPSS prints,' : is === '2' ? ', as SAS prints,' : ''}`,
  interval: (_, is) => `The interval ${is}`,
  'not-partial': () => 'Holding nothing constant',
  'codes-kept': () => 'Keeping missing codes as data',
  'codes-dropped': (_, is) => `Taking ${is} for missing`,
  'group-left-out': (_, is) => `Leaving out ${is}`,
  'group-alone': (_, is) => `Taking only ${is}`,
  'all-rows': (was) => `Taking all rows, without "${was}",`,
};

/** Why a known mismatch is, or is not, forgiven. */
export function knownWords(state: KnownState, { reason, until }: { readonly reason: string; readonly until: string }): string {
  switch (state) {
    case 'forgiven':
      return `Known until ${until}: ${reason}`;
    case 'expired':
      return `Known, but only until ${until}: ${reason}`;
    case 'passes-now':
      return `The study file knows a mismatch here until ${until}, and there is none any more: remove it.`;
    case 'moved':
      return `Known as another mismatch (${reason}); what is computed has changed.`;
    case 'flips':
      return `Known (${reason}), but a flip of significance is never forgiven.`;
    case 'matches':
      return '';
  }
}

/** What is wrong with a quote that does not occur. */
export function quoteWords(path: string, changed: { readonly text: string; readonly place: string } | null): string {
  return changed === null ? `${path} does not say this.` : `${path} says other numbers here: "${changed.text}" (${changed.place}).`;
}

function tieWords(way: string): string {
  return way === 'half-up' ? 'rounding a half up' : way === 'half-down' ? 'rounding a half down' : way === 'half-even' ? 'rounding a half to even' : 'cutting off';
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** A symbol such as χ stays as it is at the start of a sentence. */
function sentence(text: string): string {
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
