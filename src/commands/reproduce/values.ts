import type { Command } from 'commander';
import { StudyError } from '../../errors.js';
import { Fingerprint } from '../../importers/fingerprint.js';
import { openSource } from '../../importers/source.js';
import { readSurvey } from '../../importers/survey.js';
import type { InputFile, ResultRecord } from '../../results/record.js';
import type { Session } from '../session.js';

const LARGEST = 64 * 2 ** 20;

/** Figures that another program computed, for the analyses of a study: a claim compares them, and nothing recomputes them. */
export function declare(command: Command): void {
  command.option('--path <file>', 'a .json or .csv file of values');
}

export async function run(_: readonly string[], given: Record<string, unknown>, session: Session): Promise<number> {
  const path = given['path'] as string | undefined;
  if (path === undefined) throw new StudyError('E_VALUES_PATH', 'values needs the path of a file.', { hint: 'For example: { command: values, path: model.json }' });
  const { estimates, input } = /\.json$/i.test(path) ? await fromJson(path) : await fromTable(path);
  const record: ResultRecord = {
    kind: 'values', schemaVersion: 1, method: { name: 'computed elsewhere' }, estimates, n: { rows: estimates.length, used: estimates.length, excludedBy: {} }, warnings: [],
    provenance: { tool: session.tool, command: 'values', options: { path }, seed: null, inputs: [input] },
  };
  await session.deliver({ record, tables: [], data: () => ({ caption: '', columns: [], rows: [], notes: [] }) }, { format: undefined, output: [], inputs: [path] });
  return 0;
}

/** One entry (an object), or a list of them. */
async function fromJson(path: string): Promise<{ estimates: readonly object[]; input: InputFile }> {
  const fingerprint = new Fingerprint();
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await openSource(path, LARGEST)).chunks) {
    fingerprint.add(chunk);
    chunks.push(chunk);
  }
  const { sha256, bytes } = fingerprint.content();
  const value = parsed(Buffer.concat(chunks).toString('utf8'), path);
  const entries = Array.isArray(value) ? value : Object.hasOwn(value, 'estimates') ? (value as { estimates: unknown }).estimates : [value];
  if (Array.isArray(entries) && entries.every(isObject)) return { estimates: entries, input: { path, sha256, bytes, rows: null } };
  throw new StudyError('E_VALUES_JSON', 'Expected an object of values or a list of such objects.', { where: path, hint: 'For example: [{"term": "age", "estimate": 0.12, "p": 0.03}]' });
}

function parsed(text: string, path: string): object {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof value === 'object' && value !== null) return value;
  } catch (cause) {
    throw new StudyError('E_VALUES_JSON', 'This is no JSON.', { where: path, cause });
  }
  throw new StudyError('E_VALUES_JSON', 'Expected an object of values or a list of such objects.', { where: path });
}

/** An entry for each row. */
async function fromTable(path: string): Promise<{ estimates: readonly object[]; input: InputFile }> {
  const { columns, rows, source } = await readSurvey(path, { duplicates: 'report' });
  const estimates = Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(columns.map(({ name, values, missing }) => [name, missing[row] === 0 ? values[row] : null])));
  return { estimates, input: source };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
