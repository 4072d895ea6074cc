import * as v from 'valibot';
import { COLUMN_ROLES } from '../dataset/column.js';
import { nearestNames } from '../dataset/nearest-names.js';
import { SOURCE_KINDS } from './source-kinds.js';
import type { Tree } from './yaml-tree.js';

/** What the schema finds wrong: a sentence, and after a line break what to type. */
export type SchemaIssue = v.BaseIssue<unknown>;

/** What stands in the file where something else was expected; no longer than what shows it. */
export function seen(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'number') return `"${value}"`;
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 39)}…` : value}"`;
  return Array.isArray(value) ? 'a list' : 'a map';
}

const expected = (what: string, hint = '') => ({ input }: { readonly input: unknown }): string =>
  `Expected ${what}, found ${seen(input)}.${hint === '' ? '' : `\n${hint}`}`;

const text = (what = 'text') => v.pipe(v.string(expected(what)), v.check((value) => value.trim() !== '', expected(what)));

const number = (what = 'a number') => v.pipe(
  text(what), v.check((value) => value.trim() !== '' && Number.isFinite(Number(value)) && !/^\s*[+-]?0[xob]/i.test(value), expected(what)), v.transform(Number),
);

const oneOf = <const T extends string>(what: string, allowed: readonly T[]) => v.pipe(
  text(`${what}: ${allowed.join(', ')}`),
  v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
    const found = allowed.find((one) => one === dataset.value);
    if (found !== undefined) return found;
    const [nearest] = nearestNames(dataset.value, allowed);
    addIssue({ message: `Expected ${what}: ${allowed.join(', ')}; found ${seen(dataset.value)}.${nearest === undefined ? '' : `\nNearest: ${nearest}.`}` });
    return NEVER;
  }),
);

const yesOrNo = v.pipe(oneOf('true or false', ['true', 'false', 'yes', 'no']), v.transform((word) => word === 'true' || word === 'yes'));

const day = v.pipe(text('a day such as 2026-12-31'), v.check(isDay, expected('a day such as 2026-12-31')));

function isDay(value: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

const list = <T extends v.GenericSchema>(item: T, what: string) => v.array(item, expected(what));

/** One text, or a list of them, as a list. */
const texts = (what: string) => v.pipe(v.union([list(text(what), what), text(what)], expected(`${what} or a list of them`)),
  v.transform((value): string[] => (Array.isArray(value) ? value : [value])));

/** A map by names that the study chooses, in the file's order. */
const named = <T extends v.GenericSchema>(value: T, what: string) => v.map(text('a name'), value, expected(what));

/** A map whose keys the file format knows. */
const known = <T extends v.ObjectEntries>(entries: T, what: string) => v.pipe(
  v.map(v.string(), v.any(), expected(what)),
  v.rawTransform<Map<string, unknown>, Record<string, unknown>>(({ dataset, addIssue, NEVER }) => {
    const keys = Object.keys(entries);
    const strange = [...dataset.value.keys()].find((key) => !keys.includes(key));
    if (strange === undefined) return Object.fromEntries(dataset.value);
    const near = nearestNames(strange, keys);
    addIssue({
      message: `There is no key "${strange}" in ${what}.\n${near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Keys: ${keys.join(', ')}.`}`,
      path: [{ type: 'map', origin: 'key', input: dataset.value, key: strange, value: strange }],
    });
    return NEVER;
  }),
  v.object(entries, ({ expected: key, input }) => (input === undefined ? `This ${what.replace(/^an? /, '')} lacks the key ${String(key).replaceAll('"', '')}.` : expected(what)({ input }))),
);

const option = v.union([text(), list(text(), 'a list of texts')], expected('text or a list of texts'));

const TYPES = ['number', 'ordinal', 'nominal', 'date', 'text', 'id'] as const;
/** Verbs that answer with numbers a claim can name. */
const COMMANDS = ['correlate', 'describe', 'compare', 'scale', 'usage', 'themes', 'agree', 'saturation', 'joint', 'check', 'inspect', 'quotes', 'values'] as const;

const variable = known({
  label: v.exactOptional(text()),
  type: v.exactOptional(oneOf('a type', TYPES)),
  levels: v.exactOptional(v.union([
    named(v.nullable(text('a label')), 'levels as {1: never, 2: often}'),
    list(v.union([text('a level'), v.pipe(named(v.nullable(text('a label')), 'a level'), v.check((map) => map.size === 1))], expected('a level')), 'levels as [never, often]'),
  ], expected('levels as {1: never, 2: often} or [never, often]'))),
  unit: v.exactOptional(text()),
  range: v.exactOptional(v.pipe(
    list(number(), 'a range such as [3, 20]'),
    v.check((ends) => ends.length === 2 && ends[0] < ends[1], 'Expected a range of two rising numbers, such as [3, 20].'),
    v.transform(([least, greatest]): [number, number] => [least, greatest]),
  )),
  missing: v.exactOptional(texts('a missing code')),
  role: v.exactOptional(oneOf('a role', COLUMN_ROLES)),
  reversed: v.exactOptional(yesOrNo),
  source: v.exactOptional(text('the name of a source')),
}, 'a variable');

const ROUNDINGS = ['either', 'half-up', 'half-down', 'half-even', 'truncate', 'operands'] as const;

const share = v.pipe(number('a level between 0 and 1'), v.check((value) => value > 0 && value < 1, expected('a level between 0 and 1')));

/** One cell, cells with | between them, or a list of cells; an empty one claims nothing. */
const cells = v.pipe(
  v.union([list(v.nullable(v.string()), 'a list of cells'), v.string()], expected('printed cells, such as "0.60** | 0.63** | NS"')),
  v.transform((row) => (typeof row === 'string' ? row.split('|') : row).map((cell) => cell?.trim() ?? '')),
);

const printedTable = known({
  cell: v.pipe(text('the address of a cell'), v.check((address) => address.includes('{row}'), 'The address of a cell needs {row}, and {column} where there are several.\nFor example: "table4[{row}, {column}]"')),
  columns: texts('the name of a column'),
  rows: named(cells, 'a map of rows, each with its printed cells'),
}, 'a printed table');

const claim = known({
  id: text('a name for the claim'),
  at: v.exactOptional(text()),
  quote: v.exactOptional(text()),
  expect: v.exactOptional(named(text('a figure as printed'), 'a map of figures, such as {"table4[age].estimate": "-0.29"}')),
  table: v.exactOptional(printedTable),
  rounding: v.exactOptional(oneOf('a rounding', ROUNDINGS)),
  alpha: v.exactOptional(share),
  stars: v.exactOptional(named(share, 'marks and their levels, such as {"*": 0.05, "**": 0.01}')),
  known: v.exactOptional(known({ reason: text('a reason'), until: day, computed: v.exactOptional(text('a figure as computed')) }, 'a known mismatch')),
}, 'a claim');

/** The study file; every scalar comes in as the text that stands there. */
export const studySchema = known({
  version: v.pipe(text('version: 1'), v.check((value) => value === '1', expected('version: 1'))),
  title: v.exactOptional(text()),
  paper: v.exactOptional(v.union([
    v.pipe(text(), v.transform((written): { path: string } | { citation: string } => (/^\S+\.(txt|md|markdown|html?|docx)$/i.test(written) ? { path: written } : { citation: written }))),
    known({ title: v.exactOptional(text()), citation: v.exactOptional(text()), doi: v.exactOptional(text()), path: v.exactOptional(text()), explained: v.exactOptional(named(text('what the numbers are'), 'a map such as { 10 items: the questionnaire }')) }, 'a paper'),
  ], expected('a citation, or a map of title, citation, doi and path'))),
  participant_id: v.exactOptional(text('the name of a column')),
  sources: v.exactOptional(named(v.pipe(
    v.map(v.string(), v.any(), expected('a source such as { path: survey.csv }')),
    v.check((map) => typeof map.get('path') === 'string', 'A source needs its path.\nFor example: { path: survey.csv }'),
  ), 'a map of sources')),
  missing_codes: v.exactOptional(texts('a missing code')),
  variables: v.exactOptional(named(variable, 'a map of variables')),
  analyses: v.exactOptional(named(v.pipe(
    v.map(v.string(), option, expected('an analysis such as { command: correlate, outcome: hba1c }')),
    v.check((map) => map.has('command'), 'An analysis needs its command.\nFor example: { command: correlate, outcome: hba1c }'),
  ), 'a map of analyses')),
  claims: v.exactOptional(list(claim, 'a list of claims, each after a dash')),
}, 'a study file');

export type StudyFile = v.InferOutput<typeof studySchema>;
export const sourceKind = oneOf('a kind', SOURCE_KINDS);
export const sourceOption = option;
export const sha256Text = v.pipe(text('a sha256'), v.check((value) => /^[0-9a-f]{64}$/i.test(value), expected('a sha256 of 64 hexadecimal digits')));
export const commandName = oneOf('a command', COMMANDS);

/** Checks one part of the tree and answers it, or hands each complaint with its path to `refuse`. */
export function checked<T extends v.GenericSchema>(schema: T, part: Tree | undefined, refuse: (issues: readonly SchemaIssue[]) => never): v.InferOutput<T> {
  const result = v.safeParse(schema, part);
  return result.success ? result.output : refuse(result.issues);
}
