import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Case, CodedText } from '../dataset/coded-text.js';
import type { CodedTextOptions } from '../importers/coded-text.js';
import { codedTextOptions } from './coded-text-options.js';
import type { Session } from './session.js';

/** Coded text, and the options that it was read with, given or found. */
export interface CodedFiles {
  readonly coded: CodedText;
  readonly reading: CodedTextOptions;
}

/**
 * Reads the files of coded text. Beside a sheet of coded segments, `codebook.csv`, `speakers.csv` and the folder
 * `transcripts` are used where they were not named, and said so.
 *
 * @param cases of the survey, where there is one
 * @throws StudyError where a file cannot be read or does not fit the others.
 */
export async function readCodedFiles(
  paths: readonly string[], given: Readonly<Record<string, unknown>>, session: Session, cases?: readonly Case[],
): Promise<CodedFiles> {
  const beside = foundBeside(paths, given);
  if (Object.keys(beside).length > 0) session.note(`Beside ${paths[0]}: ${Object.values(beside).flat().join(', ')}.`);
  const reading: CodedTextOptions = { ...beside, ...codedTextOptions(given) };
  const { readCodedText } = await import('../importers/coded-text.js');
  const coded = await readCodedText(paths, {
    ...reading, ...(cases === undefined ? {} : { cases }), ...(paths.includes('-') ? { stdin: session.stdin } : {}),
  });
  if (given['verifyQuotes'] === true) session.note(`Offsets: ${coded.convention}.`);
  return { coded, reading };
}

function foundBeside(paths: readonly string[], given: Readonly<Record<string, unknown>>): Pick<CodedTextOptions, 'codebook' | 'speakers' | 'transcripts'> {
  if (!paths.every((path) => /\.(?:csv|tsv|xlsx)$/i.test(path))) return {};
  const folder = dirname(paths[0] ?? '.');
  const here = (name: string): string | null => (existsSync(join(folder, name)) && !paths.includes(join(folder, name)) ? join(folder, name) : null);
  const [codebook, speakers, transcripts] = ['codebook.csv', 'speakers.csv', 'transcripts'].map(here);
  return {
    ...(codebook === null || given['codebook'] !== undefined ? {} : { codebook }),
    ...(speakers === null || given['speakers'] !== undefined ? {} : { speakers }),
    ...(transcripts === null || given['transcripts'] !== undefined ? {} : { transcripts: [transcripts] }),
  };
}
