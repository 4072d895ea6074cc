import { CodePoints } from '../dataset/code-points.js';
import type { Case, CodedText, Coding, TextSource } from '../dataset/coded-text.js';
import type { MappedName, NameMatch } from './name-matcher.js';
import { replaceNames } from './replace-names.js';

/** Coded text without the mapped names, and every replacement that was made in its documents. */
export interface DeidentifiedText {
  readonly coded: CodedText;
  readonly replaced: readonly { readonly document: string; readonly names: readonly MappedName[] }[];
}

/**
 * Replaces names in every text there is: transcripts, labels, quotes, memos, notes, codes, cases and the names of
 * documents. Turns and codings move with the text: one that starts in a name starts with what replaced it, and its
 * quote is what stands there now.
 */
export function deidentifiedText(coded: CodedText, find: (text: string) => NameMatch[]): DeidentifiedText {
  const plain = (text: string): string => replaceNames(text, find(text)).text;
  const plainOrNull = (text: string | null): string | null => (text === null ? null : plain(text));
  const moved = new Map(coded.sources.map((source) => [source.id, moveText(source.text, find)]));
  const sources = coded.sources.map((source): TextSource => ({
    id: source.id,
    name: plain(source.name),
    text: moved.get(source.id)?.points.text ?? null,
    turns: source.turns.map((turn) => ({
      ...placed(turn.start, turn.end, moved.get(source.id)),
      speaker: plain(turn.speaker),
      participant: plainOrNull(turn.participant),
    })),
    group: plainOrNull(source.group),
  }));
  const codings = coded.codings.map((coding): Coding => {
    const text = moved.get(coding.source) ?? null;
    const own = { ...coding, coder: plain(coding.coder), participant: plainOrNull(coding.participant), memo: plainOrNull(coding.memo) };
    if (text === null || coding.start === null || coding.end === null) return { ...own, quote: plainOrNull(coding.quote) };
    const place = placed(coding.start, coding.end, text);
    return { ...own, ...place, quote: text.points.slice(place.start, place.end) };
  });
  return {
    coded: {
      ...coded,
      sources,
      codings,
      codes: coded.codes.map((code) => ({ ...code, name: plain(code.name), description: plainOrNull(code.description) })),
      cases: coded.cases.map((one): Case => ({
        ...one, name: plain(one.name),
        attributes: new Map([...one.attributes].map(([name, value]) => [plain(name), typeof value === 'string' ? plain(value) : value])),
      })),
      notes: coded.notes.map((note) => ({ ...note, name: plain(note.name), text: plain(note.text), author: plainOrNull(note.author) })),
      coders: coded.coders.map(plain),
    },
    replaced: sources.map(({ id, name }) => ({ document: name, names: moved.get(id)?.replaced ?? [] })),
  };
}

interface MovedText {
  readonly points: CodePoints;
  readonly replaced: readonly MappedName[];
  /** From code points of the old text to code points of the new one. */
  place(codePoint: number, which: 'start' | 'end'): number;
}

function moveText(text: string | null, find: (text: string) => NameMatch[]): MovedText | null {
  if (text === null) return null;
  const before = new CodePoints(text);
  const replaced = replaceNames(text, find(text));
  const points = new CodePoints(replaced.text);
  return { points, replaced: replaced.replaced, place: (codePoint, which) => points.codePoint(replaced.place(before.unit(codePoint), which)) };
}

function placed(start: number, end: number, text: MovedText | null | undefined): { start: number; end: number } {
  return text === null || text === undefined ? { start, end } : { start: text.place(start, 'start'), end: text.place(end, 'end') };
}
