import type { Command } from 'commander';
import { fileOf, optionOf, sourcesOfKind } from '../study/study-sources.js';
import type { SourceKind, Study, StudyOption, StudySource } from '../study/study.js';
import { parsedOptions } from './study-options.js';

/** Options whose values are files, which a study file names from where it lies. */
const FILES = new Set(['keys', 'survey', 'codebook', 'speakers', 'transcripts', 'dictionary', 'path', 'enrolled']);

/** Options of an analysis, their files found from here. */
export function withFiles(study: Study, options: readonly StudyOption[]): StudyOption[] {
  return options.map((option) => {
    if (!FILES.has(option.name)) return option;
    const { value } = option;
    return { ...option, value: typeof value === 'string' ? fileOf(study, value) : value.map((path) => fileOf(study, path)) };
  });
}

/** What the study says of a source that a verb does not read by the study itself, as options of that verb. */
export function sourceOptions(study: Study, source: StudySource, command: Command): Record<string, unknown> {
  const declared = new Set(command.options.map((option) => option.attributeName()));
  const stated = [...withFiles(study, source.options), ...derivedOptions(source), ...siblings(study, source.kind)];
  const first = new Map(stated.toReversed().map((option) => [option.name, option]));
  return parsedOptions(command, [...first.values()].filter(({ name }) => declared.has(name)));
}

function derivedOptions(source: StudySource): StudyOption[] {
  const { kind, where } = source;
  if (kind !== 'codings') return [];
  const roles = ['document', 'code', 'segment', 'start', 'end', 'participant'].flatMap((role) => {
    const column = optionOf(source, role);
    return column === undefined ? [] : [`${role === 'segment' ? 'quote' : role}=${column}`];
  });
  return roles.length === 0 ? [] : [{ name: 'columns', value: roles, where }];
}

/** The transcripts, codebook and speakers of the study go with its coded segments. */
function siblings(study: Study, kind: SourceKind): StudyOption[] {
  if (kind !== 'codings') return [];
  return (['transcripts', 'codebook', 'speakers'] as const).flatMap((other): StudyOption[] => {
    const sources = sourcesOfKind(study, other);
    return sources.length === 0 ? [] : [{ name: other, value: sources.map(({ path }) => fileOf(study, path.value)), where: sources[0].where }];
  });
}
