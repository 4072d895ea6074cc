import type { CodedText, TextSource } from '../dataset/coded-text.js';
import type { Stretch } from './stretches.js';

/** One coder's mark with one code. */
export interface Mark extends Stretch {
  /** Place in the list of coders. */
  readonly coder: number;
  readonly code: string;
}

/** A document that two coders or more coded, with what they marked. */
export interface CodedDocument {
  readonly source: TextSource;
  /** Code points; null where the text is not known. */
  readonly length: number | null;
  /** A coder each: whether that coder coded the document. */
  readonly coded: readonly boolean[];
  readonly marks: readonly Mark[];
}

/**
 * The documents with their marks, in the order of the file.
 *
 * @param coders whose marks count
 * @param isCompared which codes count
 * @param countSilent takes a coder who marked nothing in a document to have read it and found nothing
 */
export function codedDocuments(
  { sources, codings }: CodedText, coders: readonly string[], isCompared: (code: string) => boolean, countSilent: boolean,
): CodedDocument[] {
  const places = new Map(coders.map((name, place) => [name, place]));
  const marks = new Map<string, Mark[]>(sources.map(({ id }) => [id, []]));
  const active = new Map<string, boolean[]>(sources.map(({ id }) => [id, coders.map(() => countSilent)]));
  for (const { source, coder, code, start, end } of codings) {
    const place = places.get(coder);
    const those = active.get(source);
    if (place === undefined || those === undefined || start === null || end === null) continue;
    // A code that is not compared still shows that the coder was here.
    those[place] = true;
    if (isCompared(code)) marks.get(source)?.push({ coder: place, code, start, end });
  }
  return sources
    .map((source) => ({
      source, length: source.text === null ? null : codePointLength(source.text),
      coded: active.get(source.id) ?? [], marks: marks.get(source.id) ?? [],
    }))
    .filter(({ coded }) => coded.filter(Boolean).length >= 2);
}

/** How many code points a string holds. */
export function codePointLength(text: string): number {
  let wide = 0;
  for (let at = 0; at < text.length; at++) {
    // The second half of a character beyond U+FFFF, if the first stands before it.
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) wide += 1;
  }
  return text.length - wide;
}
