import { counted } from '../wording.js';
import { conventionInWords } from './offset-convention.js';
import type { OffsetConvention } from './offset-convention.js';

/** How the offsets of one document of one file were understood. */
export interface CountedDocument {
  readonly name: string;
  readonly convention: OffsetConvention | null;
  /** What the file's own reader says of it. */
  readonly countedAs?: string | undefined;
  readonly given: number;
  readonly verified: number;
  readonly found: number;
}

/** What `CodedText.convention` and `--verify-quotes` say: one sentence where all documents agree, else one each. */
export function conventionOf(documents: readonly CountedDocument[]): string {
  const byWords = new Map<string, { given: number; verified: number; names: string[] }>();
  for (const { name, convention, countedAs, given, verified } of documents) {
    if (convention === null || given === 0) continue;
    const words = countedAs ?? conventionInWords(convention);
    const known = byWords.get(words);
    if (known === undefined) byWords.set(words, { given, verified, names: [name] });
    else {
      known.given += given;
      known.verified += verified;
      known.names.push(name);
    }
  }
  const parts = [...byWords].map(([words, { given, verified, names }]) =>
    `${byWords.size > 1 ? `${names.join(', ')}: ` : ''}${words} (${verified} of ${counted(given, 'quote')} verified)`);
  const found = documents.reduce((sum, one) => sum + one.found, 0);
  return [...parts, ...(found > 0 ? [`${counted(found, 'segment')} found by ${found === 1 ? 'its quote' : 'their quotes'}`] : [])].join('; ')
    || 'no offsets';
}
