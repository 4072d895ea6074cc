import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { nearestNames } from '../dataset/nearest-names.js';
import { StudyError } from '../errors.js';
import { inputFile } from '../importers/input-file.js';
import { openSource } from '../importers/source.js';
import type { InputFile } from '../results/record.js';
import { fileOf } from '../study/study-sources.js';
import type { Study, StudySource } from '../study/study.js';

export const STUDY_FILE = 'study.yml';
const LARGEST = 8 * 2 ** 20;

/** A study file that was read, and its entry in provenance. */
export interface OpenedStudy {
  readonly study: Study;
  readonly input: InputFile;
}

/**
 * Reads a study file. What parses it is loaded here, so that a run without a study does not pay for it.
 *
 * @throws StudyError of openSource and parseStudy; E_STUDY_ENCODING.
 */
export async function openStudy(path: string): Promise<OpenedStudy> {
  const source = await openSource(path, Infinity);
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of source.chunks) {
    total += chunk.length;
    if (total > LARGEST) throw new StudyError('E_STUDY_LARGE', 'The file is larger than a study file is.', { where: path, hint: 'Check that this is the study file.' });
    chunks.push(chunk);
  }
  const { parseStudy } = await import('../study/parse-study.js');
  const study = parseStudy(decoded(Buffer.concat(chunks), path), path);
  return { study, input: inputFile(source, null) };
}

function decoded(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new StudyError('E_STUDY_ENCODING', 'A study file is UTF-8, and this one is not.', { where: path, hint: 'Save it as UTF-8.', cause });
  }
}

/**
 * The path of a source, as it is found from here.
 *
 * @throws StudyError E_SOURCE_MISSING, at the path that the study file states.
 */
export function sourceFile(study: Study, source: StudySource): string {
  const file = fileOf(study, source.path.value);
  if (existsSync(file)) return file;
  const near = nearestNames(basename(file), namesIn(dirname(file)));
  throw new StudyError('E_SOURCE_MISSING', `There is no file ${file}, which is the source "${source.name}".`, {
    where: source.path.where, hint: near.length === 0 ? undefined : `Nearest in ${dirname(file)}: ${near.join(', ')}.`,
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
