/** A stretch of a text that may tell who somebody is. */
export interface Identifying {
  readonly kind: 'name' | 'date' | 'number' | 'contact';
  readonly text: string;
  /** In units of the string. */
  readonly start: number;
}

const MONTH = '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const ORDINAL = '\\d{1,2}(?:st|nd|rd|th)?';
const CONTACT = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|https?:\/\/[^\s<>"')]+|\bwww\.[^\s<>"')]+|(?<![\p{L}\p{N}])@[\p{L}\p{N}_]{2,}|(?<![\p{L}\p{N}])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)[ .-]?)?\d{2,5}(?:[ .-]\d{2,5}){1,4}(?![\p{L}\p{N}])/gu;
const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}|${ORDINAL}(?: of)? ${MONTH}(?:,? \\d{4})?|${MONTH} ${ORDINAL}(?:,? \\d{4})?|${MONTH} (?:of )?\\d{4}|(?:19|20)\\d{2})(?![\\p{L}\\p{N}])`,
  'gu',
);
const NUMBER = /(?<![\p{L}\p{N}])\d[\d.,:/]*\d(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\d(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?=[\p{L}\d]*\d)(?=[\p{L}\d]*\p{L})[\p{L}\d]{4,}(?![\p{L}\p{N}])/gu;
const CAPITAL = '(?:(?:Dr|Mr|Mrs|Ms|Prof|St|Rev)\\.|\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{M}]+(?:[’\'-]\\p{Lu}?[\\p{L}\\p{M}]+)*)';
const NAME = new RegExp(`(?<![\\p{L}\\p{N}])${CAPITAL}(?:[ \\t](?:(?:of|de|del|van|von|der|den|la|le|the|and|&)[ \\t]){0,2}${CAPITAL})*(?![\\p{L}\\p{N}])`, 'gu');
const TITLE = /^(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Doctor|Nurse|Sister|Father|Sir|Rev)\.?[ \t]/;
/** Words that are written large and name nobody. */
const NOBODY = new Set(['i', 'ok', 'mm-hm', 'mm', 'mm-hmm', 'hm', 'uh', 'um', 'eh', 'ah', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'moderator', 'interviewer',
  'facilitator', 'researcher', 'participant', 'speaker']);

/** Words that start sentences, so that a short text which has them nowhere else does not list them. */
const STARTERS = new Set((
  'a about above after again all almost already also although always an and another any anybody anyone anything anyway are as ask at away back be because '
  + 'been before behind being below best better both but by can cannot come could did do does done down each either else even ever every everybody everyone '
  + 'everything exactly few finally first for from get getting go going good great half had has have having he hello her here hers hi his honestly how '
  + 'however if in indeed instead into is it its just last later least less let like look many maybe me might mine more most much my never next nice no '
  + 'nobody none not nothing now of off often oh okay on once one only or other others our ours out over perhaps please probably quite rather really right said same '
  + 'say see several shall she should since so some somebody someone something sometimes soon sorry still such sure take tell thank thanks that the their '
  + 'theirs them then there therefore these they thing things think this those though three through thus to today together tomorrow too true two under until up us '
  + 'usually very was we well were what whatever when where whether which while who whose why with within without would yeah yes yesterday yet you your yours'
).split(' '));

/**
 * What looks like a name, a date, a number or a way to reach somebody. A capital letter at the start of a sentence tells
 * little: such a word counts where it is nowhere written small, and is no usual word to start a sentence with.
 *
 * @param text with the mapped names blanked out.
 * @param small words that are written small somewhere in the study.
 */
export function identifyingTexts(text: string, small: ReadonlySet<string>): Identifying[] {
  const taken: { start: number; end: number }[] = [];
  const found: Identifying[] = [];
  const take = (kind: Identifying['kind'], start: number, written: string): void => {
    if (taken.some((one) => start < one.end && one.start < start + written.length)) return;
    taken.push({ start, end: start + written.length });
    found.push({ kind, text: written, start });
  };
  for (const line of linesOf(text)) {
    taken.length = 0;
    for (const match of line.text.matchAll(DATE)) take('date', line.start + match.index, match[0]);
    for (const match of line.text.matchAll(CONTACT)) if (!/^\d{1,3}(?:[ .-]\d{1,3})?$/.test(match[0])) take('contact', line.start + match.index, match[0]);
    for (const match of line.text.matchAll(NUMBER)) take('number', line.start + match.index, match[0]);
    for (const match of line.text.matchAll(NAME)) {
      const name = nameIn(match[0], startsSentence(line.text, match.index), small);
      if (name !== null) take('name', line.start + match.index + name.skipped, name.text);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The words of a text that are written small. */
export function smallWords(text: string): Set<string> {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return new Set(words.filter((word) => word === word.toLowerCase()));
}

function nameIn(written: string, isFirst: boolean, small: ReadonlySet<string>): { text: string; skipped: number } | null {
  const [first, rest = ''] = splitFirst(written);
  const word = first.trim().replace(/[’'].*$/, '').toLowerCase();
  if (TITLE.test(written)) return { text: withoutPossessive(written), skipped: 0 };
  const tells = !NOBODY.has(word) && !STARTERS.has(word) && (!isFirst || !small.has(word));
  if (tells) return /^\p{Lu}\.$/u.test(written) ? null : { text: withoutPossessive(written), skipped: 0 };
  if (rest === '') return null;
  const inner = nameIn(rest, false, small);
  return inner === null ? null : { text: inner.text, skipped: first.length + inner.skipped };
}

/** `The Maple Street` as `The ` and `Maple Street`. */
function splitFirst(written: string): [string, string?] {
  const gap = /^(\S+[ \t]+(?:(?:of|de|del|van|von|der|den|la|le|the|and|&)[ \t]+)*)(.+)$/.exec(written);
  return gap === null ? [written] : [gap[1], gap[2]];
}

function withoutPossessive(name: string): string {
  return name.replace(/[’']s$/, '');
}

/** Whether a place comes after the end of a sentence, a label, a quotation mark or a bracket. */
function startsSentence(line: string, at: number): boolean {
  return /(?:^|[.!?…:\uFFFC][”"’')\]]*\s*|[“"‘([{*_#>–—-]\s*)$/.test(line.slice(Math.max(0, at - 12), at)) || /^\W*$/u.test(line.slice(0, at));
}

function* linesOf(text: string): Generator<{ text: string; start: number }> {
  let start = 0;
  for (const line of text.split('\n')) {
    yield { text: line, start };
    start += line.length + 1;
  }
}
