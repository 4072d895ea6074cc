import { nearestNames } from '../dataset/nearest-names.js';
import { StudyError } from '../errors.js';
import { SOURCE_OPTIONS, kindByName, optionName } from './source-kinds.js';
import type { ExpectedFigure, Study, StudyAnalysis, StudyClaim, StudyOption, StudySource, StudyVariable, Written } from './study.js';
import { tableFigures } from './printed-table.js';
import { studyLevels } from './study-levels.js';
import { checked, commandName, sha256Text, sourceKind, sourceOption, studySchema } from './study-schema.js';
import type { SchemaIssue, StudyFile } from './study-schema.js';
import { yamlTree } from './yaml-tree.js';
import type { PlacedTree } from './yaml-tree.js';

type At = readonly (string | number)[];
type ClaimMap = NonNullable<StudyFile['claims']>[number];

/**
 * Reads a study file. Its scalars are taken as they are written, so that `no` is a level, `007` a code and `-0.290` a
 * figure with three decimals; what has to be a number or true or false is read as one where it stands.
 *
 * @param path that errors name, and beside which the sources lie
 * @throws StudyError E_STUDY_YAML, E_STUDY_LARGE, E_STUDY_SCHEMA (what was expected and found), E_STUDY_NAME (a name that
 *   stands twice or nowhere); each points at line and column.
 * @example
 * parseStudy('version: 1\ntitle: Secure messaging\n', 'study.yml').title; // 'Secure messaging'
 */
export function parseStudy(text: string, path: string): Study {
  const tree = yamlTree(text, path);
  const file = checked(studySchema, tree.root, (issues) => { throw firstIssue(issues, tree, []); });
  const sources = [...file.sources ?? []].map(([name, map]) => sourceOf(name, map, tree));
  const study: Study = {
    path,
    version: 1,
    title: file.title ?? null,
    paper: file.paper === undefined ? null : file.paper,
    participantId: file.participant_id === undefined ? null : { value: file.participant_id, where: tree.at(['participant_id']) },
    missingCodes: file.missing_codes ?? [],
    sources,
    variables: [...file.variables ?? []].map(([name, variable]) => variableOf(name, variable, sources, file.missing_codes ?? [], tree)),
    analyses: [...file.analyses ?? []].map(([name, options]) => analysisOf(name, options, tree)),
    claims: (file.claims ?? []).map((claim, index) => claimOf(claim, index, tree)),
  };
  refuseRepeatedClaims(study.claims);
  return study;
}

function sourceOf(name: string, map: ReadonlyMap<string, unknown>, tree: PlacedTree): StudySource {
  const at: At = ['sources', name];
  const check = <T extends Parameters<typeof checked>[0]>(schema: T, key: string) =>
    checked(schema, map.get(key) as string, (issues) => { throw firstIssue(issues, tree, [...at, key]); });
  const kind = map.has('kind') ? check(sourceKind, 'kind') as StudySource['kind'] : kindByName(name);
  const own = ['path', 'kind', 'sha256'];
  const options = [...map.keys()].filter((key) => !own.includes(key)).map((key): StudyOption => {
    const option = optionName(key);
    if (!SOURCE_OPTIONS[kind].includes(option)) throw unknownSourceKey(key, kind, tree.at([...at, key], 'key'));
    return { name: option, value: check(sourceOption, key) as string | string[], where: tree.at([...at, key]) };
  });
  return {
    name, kind,
    path: { value: map.get('path') as string, where: tree.at([...at, 'path']) },
    sha256: map.has('sha256') ? written((check(sha256Text, 'sha256') as string).toLowerCase(), tree, [...at, 'sha256']) : null,
    options,
    where: tree.at(at, 'key'),
  };
}

function unknownSourceKey(key: string, kind: StudySource['kind'], where: string): StudyError {
  const known = ['path', 'kind', 'sha256', ...SOURCE_OPTIONS[kind].map(snakeCase)];
  const near = nearestNames(key, known);
  return new StudyError('E_STUDY_SCHEMA', `There is no key "${key}" in a source of kind ${kind}.`, {
    where, hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Keys: ${known.join(', ')}.`,
  });
}

function variableOf(
  name: string, { levels: writtenLevels, source, ...said }: NonNullable<StudyFile['variables']> extends Map<string, infer V> ? V : never,
  sources: readonly StudySource[], missingCodes: readonly string[], tree: PlacedTree,
): StudyVariable {
  const at: At = ['variables', name];
  const levels = writtenLevels === undefined ? undefined : studyLevels(writtenLevels, said.type, [...missingCodes, ...said.missing ?? []]);
  if (levels !== undefined && 'message' in levels) {
    throw new StudyError('E_STUDY_SCHEMA', levels.message, { where: tree.at(levels.at === null ? [...at, 'levels'] : [...at, 'levels', levels.at], 'key') });
  }
  if (said.range !== undefined && said.type !== undefined && said.type !== 'number' && said.type !== 'ordinal') {
    throw new StudyError('E_STUDY_SCHEMA', `A range is of a number or an ordinal variable, and this one is of type ${said.type}.`, { where: tree.at([...at, 'range'], 'key') });
  }
  if (source !== undefined && !sources.some((one) => one.name === source)) {
    const near = nearestNames(source, sources.map((one) => one.name));
    throw new StudyError('E_STUDY_NAME', `There is no source "${source}".`, {
      where: tree.at([...at, 'source']), hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Sources: ${sources.map((one) => one.name).join(', ') || 'none'}.`,
    });
  }
  return { name, ...said, ...(levels === undefined ? {} : { levels }), source: source ?? null, where: tree.at(at, 'key') };
}

function analysisOf(name: string, options: ReadonlyMap<string, string | string[]>, tree: PlacedTree): StudyAnalysis {
  const at: At = ['analyses', name];
  const command = checked(commandName, options.get('command') as string, (issues) => { throw firstIssue(issues, tree, [...at, 'command']); });
  const seen = new Map<string, string>();
  return {
    name, command,
    options: [...options].filter(([key]) => key !== 'command').map(([key, value]): StudyOption => {
      const option = optionName(key);
      const where = tree.at([...at, key], 'key');
      const before = seen.get(option);
      if (before !== undefined) throw new StudyError('E_STUDY_NAME', `"${key}" and "${before}" are the same option.`, { where, hint: 'Keep one of them.' });
      seen.set(option, key);
      return { name: option, value, where: tree.at([...at, key]) };
    }),
    where: tree.at(at, 'key'),
  };
}

function claimOf({ id, at, quote, expect, table, rounding, alpha, stars, known }: ClaimMap, index: number, tree: PlacedTree): StudyClaim {
  const here: At = ['claims', index];
  const figures = [...expect ?? []].map(([address, printed]): ExpectedFigure =>
    ({ address, printed, where: tree.at([...here, 'expect', address], 'key') }));
  const printed = [...figures, ...(table === undefined ? [] : tableFigures(table, (row) => tree.at([...here, 'table', 'rows', row], 'key')))];
  if (printed.length === 0 && quote === undefined) {
    throw new StudyError('E_STUDY_SCHEMA', 'This claim lacks the key expect.', { where: tree.at([...here, 'id']), hint: 'For example: expect: { "table4[age].estimate": "-0.29" }' });
  }
  return {
    id,
    at: at ?? null,
    quote: quote ?? null,
    expect: printed,
    rounding: rounding ?? null,
    alpha: alpha ?? null,
    stars: stars === undefined ? null : [...stars].map(([mark, below]) => ({ mark, below })),
    known: known === undefined ? null : { ...known, computed: known.computed ?? null, where: tree.at([...here, 'known']) },
    where: tree.at([...here, 'id']),
  };
}

function refuseRepeatedClaims(claims: readonly StudyClaim[]): void {
  const places = new Map<string, string>();
  for (const { id, where } of claims) {
    const before = places.get(id);
    if (before !== undefined) {
      throw new StudyError('E_STUDY_NAME', `Two claims have the id "${id}"; the other stands at ${before.replace(/^.*?(\d+:\d+)$/, '$1')}.`, { where, hint: 'Give each an id of its own.' });
    }
    places.set(id, where);
  }
}

function written(value: string, tree: PlacedTree, at: At): Written {
  return { value, where: tree.at(at) };
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The complaint that stands first in the file. */
function firstIssue(issues: readonly SchemaIssue[], tree: PlacedTree, above: At): StudyError {
  const placed = issues.map((issue) => {
    const path = issue.path ?? [];
    const at = [...above, ...path.map(({ key }) => key as string | number)];
    const isKey = path.at(-1)?.origin === 'key';
    const [message, hint] = issue.message.split('\n');
    const where = tree.at(at, isKey ? 'key' : 'value');
    return { where, message, hint, place: where.split(':').slice(-2).map(Number) };
  });
  placed.sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1]);
  const [{ where, message, hint }] = placed;
  const more = placed.length === 1 ? '' : placed.length === 2 ? ' One more error follows.' : ` ${placed.length - 1} more errors follow.`;
  return new StudyError('E_STUDY_SCHEMA', message, { where, hint: `${hint ?? ''}${more}`.trim() || undefined });
}
