/** What a number is, by the words and signs that lead up to it. */
export type LabelKind =
  | 't' | 'f' | 'chi-square' | 'z' | 'pearson' | 'spearman' | 'kendall' | 'u' | 'h' | 'w' | 'q'
  | 'ratio' | 'p'
  /** The p of a trend, an interaction or another test that is not the one beside it. */
  | 'other-p'
  | 'n' | 'df' | 'mean' | 'sd' | 'median';

interface LabelPattern {
  /** `statistic`: the kind is the group that matched. */
  readonly kind: LabelKind | 'statistic';
  readonly pattern: RegExp;
}

const START = '(?<![\\p{L}\\p{N}_])';
/** Degrees of freedom in brackets, or run into the name of t, F, χ², H, U and W as a subscript that lost its place. */
const DF = '\\s?(?:[([]\\s?(?<df>[^()[\\]]{1,40})\\s?[)\\]]|(?<=[tF2²HUW]\\s?)_?(?<low>\\d{1,4}(?:[.·]\\d+)?(?:\\s?,\\s?\\d{1,5}(?:[.·]\\d+)?)?))?';
const SAYS = '(?:\\s?(?:[=<>≤≥⩽⩾≈:]|<=|>=)\\s?|\\s(?:of|was|were|is)\\s)';
/** The number, with the space that some put behind a minus or around a power of ten. */
const NUMBER = '(?:[-−–+]\\s)?[^=<>≤≥\\s]*(?:\\s?[×xX]\\s?10[^=<>≤≥\\s]*)?$';
const OWNER = "(?:['’]s)?";
const STATISTICS: readonly (readonly [LabelKind, string])[] = [
  ['spearman', `(?:Spearman${OWNER}(?:\\s(?:rank|correlations?|coefficients?|rho|ρ|r_?s|r)){0,4}|r\\s?_?s|rₛ|[ρϱ]s?|rho)`],
  ['kendall', `(?:Kendall${OWNER}\\s(?:tau|τ)|tau|τ)(?:[-_]?b|ᵦ)?`],
  ['pearson', `(?:Pearson${OWNER}(?:\\s(?:product-moment|correlations?|coefficients?|r)){1,3}|r)`],
  ['chi-square', '(?:(?:Wald|Pearson|McNemar|Mantel[-–]Haenszel)\\s)?(?:[χΧ]\\s?(?:2|²|\\^2)?|[Xx](?:2|²|\\^2)|[Cc]hi(?:2|[-\\s]?squared?))'],
  ['t', 't'],
  ['f', 'F'],
  ['z', '[zZ](?:[-\\s]?score)?'],
  ['u', '(?:Mann[-–\\s]Whitney\\s)?U'],
  ['h', '(?:Kruskal[-–\\s]Wallis\\s)?H'],
  ['w', '(?:Wilcoxon\\s|Wald\\s)?W'],
  ['q', `(?:Cochran${OWNER}\\s)?Q(?:[-_\\s]?(?:[wb]|within|between))?`],
];

/** Each is held against a text that ends with the number. */
const PATTERNS: readonly LabelPattern[] = [
  { kind: 'p', pattern: new RegExp(`${START}[pP](?:[-\\s]?[vV]al(?:ue)?)?(?:\\s?\\([^()]{3,16}\\))?(?:${SAYS}|\\s)${NUMBER}`, 'u') },
  {
    kind: 'other-p',
    pattern: new RegExp(`${START}[pP](?:[-\\s]?[vV]al(?:ue)?s?)?(?:\\s?(?:for|of)(?:\\s[\\p{L}-]{2,20}){1,3}|[-_\\s]?(?:trend|interaction|inter|int|heterogeneity|het|difference|diff)\\)?)${SAYS}${NUMBER}`, 'u'),
  },
  {
    kind: 'statistic',
    pattern: new RegExp(`${START}(?:${STATISTICS.map(([kind, name]) => `(?<${groupOf(kind)}>${name})`).join('|')})${DF}(?:${SAYS}|(?<=[ρϱτ]|\\p{L}{3})\\s)${NUMBER}`, 'u'),
  },
  {
    kind: 'ratio',
    pattern: new RegExp(`${START}(?:[ac]?OR|AOR|[as]?HR|AHR|a?RR|ARR|a?IRR|a?PR|(?:[Oo]dds|[Hh]azards?|[Rr]isk|[Rr]ate|[Pp]revalence) [Rr]atios?|[Rr]elative [Rr]isks?)(?:\\s?\\(\\p{L}{2,4}\\))?(?:${SAYS}|[\\s,;]{1,2}|\\s[^=<>;.()]{1,70}\\s?=\\s?)${NUMBER}`, 'u'),
  },
  { kind: 'n', pattern: new RegExp(`${START}(?<name>[nN](?:\\s?[₁₂12ab])?)\\s?=\\s?${NUMBER}`, 'u') },
  { kind: 'df', pattern: new RegExp(`${START}(?:df|d\\.f\\.|DF)\\s?[=:]\\s?${NUMBER}`, 'u') },
  { kind: 'sd', pattern: new RegExp(`(?:${START}(?:SD|sd|s\\.d\\.|S\\.D\\.|[Ss]tandard deviation)(?:\\s?[=:]\\s?|\\sof\\s|,?\\s)|±\\s?|\\+/-\\s?)${NUMBER}`, 'u') },
  { kind: 'median', pattern: new RegExp(`${START}(?:[Mm]edian|Mdn)(?!\\p{L})(?:[^\\d.;=]{0,40}?)(?:${SAYS}|\\s)${NUMBER}`, 'u') },
  { kind: 'mean', pattern: new RegExp(`${START}(?:M(?:ean)?\\s?=\\s?|(?:[Mm]eans?(?!\\s(?:that|the|an?|no)\\s)|[Aa]veraged?)(?!\\p{L})[^\\d.;=%]{0,40}?(?:${SAYS}|\\s))${NUMBER}`, 'u') },
];

/** A label, where it starts in the text, and its degrees of freedom as they stand. */
export interface FoundLabel {
  readonly kind: LabelKind;
  readonly start: number;
  readonly df: string | null;
  /** `n1` and `n2` for the groups of a test; else `n` or `N`. */
  readonly name: string | null;
}

const REACH = 120;

/**
 * The label of the number that ends at `end`, or null.
 *
 * @param from where the number before it ends, so that a label without brackets does not reach over it
 * @example labelOf('t(28) = 2.20', 0, 12) // { kind: 't', start: 0, df: '28', name: null }
 */
export function labelOf(text: string, from: number, end: number): FoundLabel | null {
  const begin = Math.max(0, end - REACH);
  const lead = text.slice(begin, end).replace(/[\s\u00a0\u2000-\u200a\u202f]/g, ' ');
  for (const { kind, pattern } of PATTERNS) {
    const match = pattern.exec(lead);
    if (match === null) continue;
    const start = begin + match.index;
    const df = match.groups?.['df'] ?? match.groups?.['low'] ?? null;
    // Other numbers may stand only in the brackets of the degrees of freedom, or in what a ratio is of: `HR per 10 years = 1.2`.
    if (df === null && start < from && kind !== 'ratio') continue;
    return { kind: kind === 'statistic' ? statisticOf(match.groups) : kind, start, df, name: match.groups?.['name']?.replace(/\s/g, '') ?? null };
  }
  return null;
}

function statisticOf(groups: RegExpExecArray['groups']): LabelKind {
  return STATISTICS.find(([kind]) => groups?.[groupOf(kind)] !== undefined)![0];
}

/** A group's name has no hyphen. */
function groupOf(kind: LabelKind): string {
  return kind.replace('-', '_');
}
