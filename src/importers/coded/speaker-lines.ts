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
const NOT_A_NAME = /^(?:https?|note|example|e\.g|i\.e|re|date|time|source|title|duration|topic|https)$/i;

interface Candidate {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly labelStart: number;
}

/**
 * Who says what in a transcript, by the labels that start its lines. A label counts where it comes at least twice, is
 * known, or looks like nothing else; so `Kiger and Varpio (2020): …` once in a text is no speaker. Speech runs on over
 * lines without a label.
 *
 * @param known the speakers that a list of them names.
 */
export function speakerLines(text: string, known: ReadonlySet<string>): { speeches: Speech[]; passed: string[] } {
  const candidates = [...text.matchAll(LABEL)].map(candidate);
  const times = new Map<string, number>();
  for (const { label } of candidates) times.set(label, (times.get(label) ?? 0) + 1);
  const isSpeaker = (label: string): boolean => known.has(label) || isModerator(label) || (!NOT_A_NAME.test(label)
    && !/^\d+$/.test(label) && ((times.get(label) ?? 0) > 1 || PLAINLY_A_LABEL.test(label)));
  const labels = candidates.filter(({ label }) => isSpeaker(label));
  return {
    speeches: labels.map(({ label, end, labelStart }, index) => ({
      ...trimmed(text, end, labels[index + 1]?.start ?? text.length),
      speaker: label,
      labelStart,
      labelEnd: labelStart + label.length,
    })).filter(({ start, end }) => end > start),
    passed: labels.length === 0 ? [] : [...new Set(candidates.map(({ label }) => label))].filter((label) => !isSpeaker(label)),
  };
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
