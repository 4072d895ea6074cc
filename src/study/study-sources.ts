import { dirname, isAbsolute, join } from 'node:path';
import { nearestNames } from '../dataset/nearest-names.js';
import { StudyError } from '../errors.js';
import type { SourceKind, Study, StudyOption, StudySource } from './study.js';

/** Where a file that the study names lies, from where the study file does. */
export function fileOf(study: Pick<Study, 'path'>, path: string): string {
  return isAbsolute(path) ? path : join(dirname(study.path), path);
}

export function sourcesOfKind({ sources }: Study, kind: SourceKind): StudySource[] {
  return sources.filter((source) => source.kind === kind);
}

/**
 * The only source of a kind.
 *
 * @param asked name of the source, where the user gave one
 * @throws StudyError E_STUDY_SOURCE where there is none, or several and none is named.
 */
export function sourceOfKind(study: Study, kind: SourceKind, asked?: string): StudySource {
  const candidates = sourcesOfKind(study, kind);
  const names = candidates.map(({ name }) => name);
  const found = asked === undefined ? candidates : candidates.filter(({ name }) => name === asked);
  if (found.length === 1) return found[0];
  if (asked !== undefined) {
    const near = nearestNames(asked, names);
    throw new StudyError('E_STUDY_SOURCE', `The study has no source "${asked}" of kind ${kind}.`, {
      where: study.path, hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `It has ${names.join(', ') || 'none of that kind'}.`,
    });
  }
  throw new StudyError('E_STUDY_SOURCE', candidates.length === 0 ? `The study has no source of kind ${kind}.` : `The study has ${candidates.length} sources of kind ${kind}: ${names.join(', ')}.`, {
    where: candidates[1]?.where ?? study.path,
    hint: candidates.length === 0 ? `Add it under sources: { name: { path: file.csv, kind: ${kind} } }, or name the file.` : 'Name the file that is meant.',
  });
}

/** The value of a source's option as one text; of a list its entries with commas, as a command line takes them. */
export function optionOf({ options }: { readonly options: readonly StudyOption[] }, name: string): string | undefined {
  const value = options.find((option) => option.name === name)?.value;
  return value === undefined || typeof value === 'string' ? value : value.join(',');
}

/**
 * Refuses a file that is not the one the study was made with.
 *
 * @param sha256 of the file; asked for only where the study states one, and null where there is none to be had
 * @throws StudyError E_SOURCE_CHANGED, at the hash that the study file states.
 */
export function refuseChangedFile(source: StudySource, file: string, sha256: () => string | null): void {
  if (source.sha256 === null) return;
  const found = sha256();
  if (found === null || found === source.sha256.value) return;
  throw new StudyError('E_SOURCE_CHANGED', `${file} has changed: the study states sha256 ${source.sha256.value}, and the file has ${found}.`, {
    where: source.sha256.where, hint: 'Bring back the file, or write its new sha256 here and look at the results again.',
  });
}
