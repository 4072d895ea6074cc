import { fileOf, sourcesOfKind } from '../study/study-sources.js';
import type { SourceKind, Study, StudySource } from '../study/study.js';
import { sourceFile } from './open-study.js';

/** The coded files of a study, and the options that they are read with. */
export interface StudyCodings {
  readonly paths: readonly string[];
  readonly given: Readonly<Record<string, unknown>>;
}

/** Options that name a file, which stands beside the study file. */
const FILES = ['codebook', 'speakers'] as const;
const PLAIN = ['coder', 'encoding', 'delimiter'] as const;
/** Sources that take the place of an option of the codings. */
const AS_SOURCE: readonly (readonly [SourceKind, string])[] = [['codebook', 'codebook'], ['speakers', 'speakers']];

/**
 * What a study says of its coded text; null where it names none.
 *
 * @throws StudyError E_SOURCE_MISSING.
 */
export function codingsOfStudy(study: Study): StudyCodings | null {
  const sources = sourcesOfKind(study, 'codings');
  if (sources.length === 0) return null;
  const [first] = sources;
  const transcripts = [...listOf(first, 'transcripts').map((path) => fileOf(study, path)), ...sourcesOfKind(study, 'transcripts').map((source) => sourceFile(study, source))];
  return {
    paths: sources.map((source) => sourceFile(study, source)),
    given: Object.fromEntries([
      ...AS_SOURCE.flatMap(([kind, name]) => sourcesOfKind(study, kind).slice(0, 1).map((source): [string, unknown] => [name, sourceFile(study, source)])),
      ...FILES.flatMap((name) => listOf(first, name).map((path): [string, unknown] => [name, fileOf(study, path)])),
      ...PLAIN.flatMap((name) => listOf(first, name).map((value): [string, unknown] => [name, value])),
      ...(transcripts.length === 0 ? [] : [['transcripts', transcripts] as [string, unknown]]),
    ]),
  };
}

function listOf({ options }: StudySource, name: string): readonly string[] {
  const value = options.find((option) => option.name === name)?.value;
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
