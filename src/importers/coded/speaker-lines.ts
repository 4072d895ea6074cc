import { isModerator } from './moderators.js';

/** One stretch of speech in a text, in units of the JavaScript string; the label is not part of it. */
export interface Speech {
  readonly start: number;
  readonly end: number;
  readonly speaker: string;
  /** Where the label itself stands. */
  readonly labelStart: number;
  readonly labelEnd: number;
}

const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
const STAMP = String.raw`[[(<{]?${TIME}[\])>}]?`;
/** `Name: text`, a time before or after the name, or `[name] text`. */
const LABEL = new RegExp(
  String.raw`^[ \t]*(?:${STAMP}[ \t]*[-–]?[ \t]*)?(?:(?<named>[\p{L}\p{N}_][^:\n\t[\](){}<>"“”?!;]{0,39}?)[ \t]*(?:${STAMP}[ \t]*)?[:：](?=\s|$)[ \t]*`
  + String.raw`|\[(?<boxed>[\p{L}\p{N}_][^\]\n:]{0,39})\][ \t]*[:：]?[ \t]*)`,
  'gmu',
);
/** P01, Speaker 2, MODERATOR: a label even where it comes once. */
const PLAINLY_A_LABEL = /^(?:\p{L}{1,14}[ _.-]?\d{1,5}|\p{Lu}[\p{Lu}_ .-]{0,19}|[a-z]{2,8}\d{1,5})$/u;
/** One to three words written large, perhaps with a title or an initial. */
const LIKE_A_NAME = /^(?:\p{Lu}[\p{L}'’-]*\.?)(?: \p{Lu}[\p{L}'’-]*\.?){0,2}$/u;
const NOT_A_NAME = /^(?:https?|note|example|e\.g|i\.e|re|date|time|source|title|duration|topic|https)$/i;

interface Candidate {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly labelStart: number;
}

/**
 * Who says what in a transcript, by the labels that start its lines. A label counts where it comes at least twice, is
 * known, or looks like nothing else; where nearly every turn has a label, so does a name that comes once. So
 * `Kiger and Varpio (2020): …` is no speaker. Speech runs on over lines without a label.
 *
 * @param known the speakers that a list of them names.
 */
export function speakerLines(text: string, known: ReadonlySet<string>): { speeches: Speech[]; passed: string[] } {
  const candidates = [...text.matchAll(LABEL)].map(candidate);
  const times = new Map<string, number>();
  for (const { label } of candidates) times.set(label, (times.get(label) ?? 0) + 1);
  const isSpeaker = (label: string): boolean => known.has(label) || isModerator(label) || (!NOT_A_NAME.test(label)
    && !/^\d+$/.test(label) && ((times.get(label) ?? 0) > 1 || PLAINLY_A_LABEL.test(label)));
  const sure = candidates.filter(({ label }) => isSpeaker(label));
  const everyTurnHasOne = startsMostTurns(text, sure);
  const labels = candidates.filter(({ label }) => isSpeaker(label) || (everyTurnHasOne && LIKE_A_NAME.test(label) && !NOT_A_NAME.test(label)));
  const taken = new Set(labels.map(({ label }) => label));
  return {
    speeches: labels.map(({ label, end, labelStart }, index) => ({
      ...trimmed(text, end, labels[index + 1]?.start ?? text.length),
      speaker: label,
      labelStart,
      labelEnd: labelStart + label.length,
    })).filter(({ start, end }) => end > start),
    passed: labels.length === 0 ? [] : [...new Set(candidates.map(({ label }) => label))].filter((label) => !taken.has(label)),
  };
}

/** Whether four of five turns start with a label; turns are parted by blank lines, or else are lines. */
function startsMostTurns(text: string, labels: readonly Candidate[]): boolean {
  const starts = new Set<number>();
  const isParted = /\S[^\n]*\n\n/.test(text) && (text.match(/\n\n+/g)?.length ?? 0) >= labels.length / 2;
  for (const match of text.matchAll(isParted ? /(?:^|\n\n+)(?=\S)/g : /^(?=\S)/gm)) starts.add(match.index + match[0].length);
  return starts.size > 2 && labels.filter(({ start }) => starts.has(start)).length >= 0.8 * starts.size;
}

function candidate(match: RegExpMatchArray): Candidate {
  const start = match.index ?? 0;
  const written = match.groups?.['named'] ?? match.groups?.['boxed'] ?? '';
  const label = written.trim().replace(/\s+/g, ' ');
  // A time before the name may hold its digits, so the name is looked for from the end.
  const labelStart = start + match[0].lastIndexOf(written);
  return { label, start, end: start + match[0].length, labelStart };
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const speech = text.slice(start, end);
  const blank = speech.length - speech.trimStart().length;
  return { start: start + blank, end: start + Math.max(blank, speech.trimEnd().length) };
}
