import type { Case, Code, CodedText, Coding, TextSource } from '../../src/dataset/coded-text.js';

export interface SmallCoding {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly coder?: string;
  readonly participant?: string | null;
}

/** Coded text by hand; codes are called by their ids, `a/b` is code b under category a. */
export function codedText(
  texts: Readonly<Record<string, string>>, codings: readonly SmallCoding[],
  more: { readonly codes?: readonly Code[]; readonly cases?: readonly Case[]; readonly sources?: readonly Partial<TextSource>[] } = {},
): CodedText {
  const sources = Object.entries(texts).map(([name, text], place): TextSource =>
    ({ id: name, name, text, turns: turnsOf(text), group: null, ...more.sources?.[place] }));
  const codes = more.codes ?? [...new Set(codings.map(({ code }) => code))].map((id) => ({
    id, name: id, parent: null, description: null, colour: null, isCodable: true,
  }));
  return {
    sources, codes,
    codings: codings.map(({ source, start, end, code, coder = 'anna', participant = null }, place): Coding => ({
      id: String(place), source, start, end, code, coder, participant, memo: null,
      quote: [...(texts[source] ?? '')].slice(start, end).join(''),
    })),
    cases: more.cases ?? [], notes: [], coders: [...new Set(codings.map(({ coder = 'anna' }) => coder))],
    convention: 'code points', inputs: [{ path: 'coded.csv', sha256: '', bytes: 0, rows: codings.length }], warnings: [],
  };
}

/** `P01: text` on a line is a turn of P01; `MODERATOR` is nobody. */
export function turnsOf(text: string): TextSource['turns'] {
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const at = start;
    start += [...line].length + 1;
    const speaker = /^(\w+): /.exec(line)?.[1];
    if (speaker === undefined) return [];
    return [{ start: at + [...speaker].length + 2, end: at + [...line].length, speaker, participant: /^P\d/.test(speaker) ? speaker : null }];
  });
}

export function code(id: string, parent: string | null = null, isCodable = true): Code {
  return { id, name: id, parent, description: null, colour: null, isCodable };
}

/** The two transcripts and two coders of shared qual/qualcoder/two_coders.qda. */
export const TWO_CODERS = codedText({
  FG1: 'MODERATOR: What helps?\nP01: I just write the nurse, no waiting on hold 👍.\nP02: I worry nobody reads it.\n',
  FG2: 'P03: My doctor answers in a day; it builds trust.\nP04: I forget my password every time.\n',
}, [
  { source: 'FG1', start: 28, end: 73, code: 'Access', participant: 'P01' },
  { source: 'FG1', start: 79, end: 103, code: 'Unanswered', participant: 'P02' },
  { source: 'FG2', start: 33, end: 49, code: 'Trust', participant: 'P03' },
  { source: 'FG1', start: 28, end: 65, code: 'Access', coder: 'ben', participant: 'P01' },
  { source: 'FG1', start: 79, end: 103, code: 'Unanswered', coder: 'ben', participant: 'P02' },
  { source: 'FG2', start: 25, end: 49, code: 'Trust', coder: 'ben', participant: 'P03' },
  { source: 'FG2', start: 55, end: 87, code: 'Login', participant: 'P04' },
]);
