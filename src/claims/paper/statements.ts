import type { Atom } from './atoms.js';
import type { LabelKind } from './label-patterns.js';

/** A test as it stands in a text: its statistic, and what stands with it. */
export interface Statement {
  readonly statistic: Atom;
  readonly p: Atom | null;
  /** `NS` or `n.s.` in place of a p. */
  readonly ns: boolean;
  /** The degrees of freedom in brackets or behind `df =`, as they stand. */
  readonly df: readonly string[];
  /** The n that stands with the test; null where none does. */
  readonly n: number | null;
  /** The sizes of two groups, `n1 = 20, n2 = 18`. */
  readonly groups: readonly [number, number] | null;
  /** The words before it speak of an exact test, whose p is not that of the statistic's approximation. */
  readonly exact: boolean;
  /** The p was corrected for other tests, so that it may be larger than that of the statistic. */
  readonly adjusted: boolean;
  /** The two ends of the interval of a ratio, and its level in per cent. */
  readonly interval: { readonly low: Atom; readonly high: Atom; readonly level: number } | null;
  readonly tails: 'one' | 'two' | null;
  readonly start: number;
  readonly end: number;
}

export const TESTS: ReadonlySet<LabelKind | null> = new Set<LabelKind>(
  ['t', 'f', 'chi-square', 'z', 'pearson', 'spearman', 'kendall', 'u', 'h', 'w', 'q', 'ratio'],
);

/** How far behind a statistic its p may stand, and what may not stand between. */
const REACH = 160;
const SENTENCE_END = /[.?!]['")\]]?\s+(?=\p{Lu}|\[|\()/u;
const ONE_TAILED = /\b(?:one|1)[-\s]?(?:tailed|sided)\b/i;
/** Words for a p that was corrected for several tests. */
export const ADJUSTED = /\b(?:corrected|adjusted|bonferroni|holm|hochberg|fdr|tukey|scheff[eé]|[sš]id[aá]k|dunnett|multiple comparisons?|linear hypothes[ei]s|post[-\s]?hoc)\b/i;
const TWO_TAILED = /\b(?:two|2)[-\s]?(?:tailed|sided)\b/i;

/**
 * The tests of a text. A p belongs to the statistic before it, over what else is said of the test, up to the next
 * statistic or the end of the sentence; a statistic with none behind it takes one that stands just before it.
 */
export function statementsOf(text: string, atoms: readonly Atom[]): Statement[] {
  const taken = new Set<Atom>();
  return atoms.flatMap((statistic, index) => {
    if (!TESTS.has(statistic.kind) || isEffectSize(text, atoms, index)) return [];
    const behind = atomsBehind(text, atoms, index);
    if (isAbbreviation(text, statistic, behind)) return [];
    const before = atoms[index - 1];
    const p = behind.find(({ kind }) => kind === 'p') ?? (isJustBefore(text, before, statistic) && !taken.has(before) ? before : null);
    if (p !== null) taken.add(p);
    return [statement(text, atoms, index, p, behind)];
  });
}

function statement(text: string, atoms: readonly Atom[], index: number, p: Atom | null, behind: readonly Atom[]): Statement {
  const statistic = atoms[index];
  const interval = statistic.kind === 'ratio' ? intervalIn(text, statistic, behind) : null;
  const last = [statistic, interval?.high, p, ...behind.filter(({ kind }) => kind === 'n' || kind === 'df')]
    .filter((one) => one !== undefined && one !== null).reduce((a, b) => (b.end > a.end ? b : a));
  // `p = .050, one-tailed p = .025`: the tail is that of the second p.
  const tail = text.slice(last.end, last.end + 40).split(/[;.]\s|(?:one|two|1|2)[-\s]?(?:tailed|sided)\s[pP](?!\p{L})/u)[0];
  const around = text.slice(Math.min(statistic.start, p?.start ?? Infinity), last.end) + tail;
  const inBrackets = statistic.label?.df ?? '';
  const nInBrackets = /[nN]\s?=\s?(\d[\d,]*)/.exec(inBrackets)?.[1].replace(/,/g, '');
  const nBehind = behind.find(({ kind, label }) => kind === 'n' && /^n$/i.test(label?.name ?? ''))?.value;
  const nsMark = p === null && /^\s?[,;]?\s?\(?(?:ns|n\.s\.|NS|N\.S\.|not significant)(?!\p{L}|\s?[=:,])/u.test(text.slice(last.end, last.end + 24));
  return {
    statistic,
    p,
    ns: nsMark,
    df: inBrackets === '' ? behind.filter(({ kind }) => kind === 'df').map(({ value }) => String(value)) : dfTexts(inBrackets),
    n: nInBrackets === undefined ? nBehind ?? nBefore(text, atoms, index) : Number(nInBrackets),
    groups: groupSizes(behind) ?? groupsInSubscript(statistic),
    exact: /\bexact\b/i.test(text.slice(Math.max(0, statistic.start - 1000), last.end)),
    adjusted: ADJUSTED.test(around),
    interval,
    tails: ONE_TAILED.test(around) ? 'one' : TWO_TAILED.test(around) ? 'two' : null,
    start: Math.min(statistic.start, isBefore(p, statistic) ? p!.start : Infinity),
    end: last.end,
  };
}

/** `Portland, OR 97232`: no ratio, for want of a sign, an interval and a p. */
function isAbbreviation(text: string, { kind, start, end }: Atom, behind: readonly Atom[]): boolean {
  return kind === 'ratio' && /^\p{L}?\p{Lu}{2,3}\s/u.test(text.slice(start, end)) && !text.slice(start, end).includes('=')
    && (behind.length < 2 || !behind.some((atom) => atom.kind === 'p' || atom.start - end < 20));
}

/** `t(28) = 2.20, r = .38, p = .036`: the r between another test and its p measures the effect, and p is not its own. */
function isEffectSize(text: string, atoms: readonly Atom[], index: number): boolean {
  const [before, atom] = [atoms[index - 1] as Atom | undefined, atoms[index]];
  return atom.kind === 'pearson' && atom.label?.df === null && before !== undefined && TESTS.has(before.kind)
    && !['pearson', 'spearman', 'kendall', 'ratio'].includes(before.kind ?? '') && /^[\s,;)]{1,4}(?:and\s)?$/.test(text.slice(before.end, atom.start));
}

/** Atoms up to the p, the next test, or the end of the sentence. */
function atomsBehind(text: string, atoms: readonly Atom[], index: number): Atom[] {
  const behind: Atom[] = [];
  const { end } = atoms[index];
  for (let next = index + 1; next < atoms.length; next += 1) {
    const atom = atoms[next];
    const isTest = TESTS.has(atom.kind) && !isEffectSize(text, atoms, next);
    if (isTest || atom.start - end > REACH || SENTENCE_END.test(text.slice(behind.at(-1)?.end ?? end, atom.start)) || leavesBrackets(text.slice(end, atom.start))) break;
    behind.push(atom);
    const hasP = behind.some(({ kind }) => kind === 'p');
    // Behind the p only what says more of the same test counts.
    if (hasP && atom.kind !== 'p' && atom.kind !== 'n' && atom.kind !== 'df') return behind.slice(0, -1);
  }
  return behind;
}

/** `(F(2, 25) = 18.0); others were not (p > .4`: words behind the bracket that held the statistic speak of something else. */
function leavesBrackets(between: string): boolean {
  let depth = 0;
  for (let at = 0; at < between.length; at += 1) {
    depth += '(['.includes(between[at]) ? 1 : ')]'.includes(between[at]) ? -1 : 0;
    if (depth < 0) return /\p{L}{2}/u.test(between.slice(at).replace(/[pP][-\s]?val(?:ue)?\s?$/, ''));
  }
  return false;
}

/** The first two plain numbers behind a ratio, over the level that may stand before them. */
function intervalIn(text: string, ratio: Atom, behind: readonly Atom[]): Statement['interval'] {
  const plain = behind.filter(({ kind }) => kind === null);
  const [first] = plain;
  const hasLevel = first?.number.percent === true || (first !== undefined && /^\s?%?\s?(?:CI|confidence)/i.test(text.slice(first.end, first.end + 14)));
  const [low, high] = hasLevel ? plain.slice(1) : plain;
  if (low === undefined || high === undefined || low.start - ratio.end > 60) return null;
  const between = text.slice(low.end, high.start + 1);
  if (!/^\s?(?:[-–—−,;]|to|and|‐|‑)/.test(between) && !/^[-–—]/.test(high.number.text)) return null;
  if (!hasLevel && !/[([]|CI/.test(text.slice(ratio.end, low.start))) return null;
  return { low, high, level: hasLevel ? first.value : 95 };
}

/** `(n = 54, ρ = −.29)`: an n right before the statistic is its own. */
function nBefore(text: string, atoms: readonly Atom[], index: number): number | null {
  const before = atoms[index - 1] as Atom | undefined;
  if (before?.kind !== 'n' || !/^n$/i.test(before.label?.name ?? '')) return null;
  return /^[\s,;:]{1,3}$/.test(text.slice(before.end, atoms[index].start)) ? before.value : null;
}

function groupSizes(behind: readonly Atom[]): readonly [number, number] | null {
  const size = (name: RegExp): number | undefined => behind.find(({ kind, label }) => kind === 'n' && name.test(label?.name ?? ''))?.value;
  const [first, second] = [size(/^n[1₁a]$/i), size(/^n[2₂b]$/i)];
  return first === undefined || second === undefined ? null : [first, second];
}

/** `W17,15 = 95`: the sizes of the groups as a subscript. */
function groupsInSubscript({ kind, label }: Atom): readonly [number, number] | null {
  const sizes = /^(\d+)\s?,\s?(\d+)$/.exec(label?.df ?? '');
  return (kind === 'u' || kind === 'w') && sizes !== null ? [Number(sizes[1]), Number(sizes[2])] : null;
}

function dfTexts(inBrackets: string): string[] {
  // A letter l in the place of a number is a 1 that was read from a scan.
  return [...inBrackets.replace(/[nN]\s?=\s?[\d,]+/, '').replace(/(?<![\p{L}\d])[lI](?![\p{L}\d])/gu, '1').matchAll(/\d+(?:[.·]\d+)?/g)].map((match) => match[0].replace('·', '.'));
}

function isJustBefore(text: string, before: Atom | undefined, statistic: Atom): before is Atom {
  return before?.kind === 'p' && /^[\s,;([]{1,4}$/.test(text.slice(before.end, statistic.start));
}

function isBefore(p: Atom | null, statistic: Atom): boolean {
  return p !== null && p.start < statistic.start;
}
