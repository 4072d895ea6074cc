import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { lockedValue, parseLock } from '../../claims/lock-file.js';
import type { LockedColumn, LockedInput, StudyLock } from '../../claims/lock-file.js';
import type { Column } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { Fingerprint } from '../../importers/fingerprint.js';
import { openSource } from '../../importers/source.js';
import type { InputFile } from '../../results/record.js';
import type { JudgedFigure } from './judged-claims.js';
import type { OpenedStudy } from '../open-study.js';

const LOCK_FILE = 'study.lock.json';
const LARGEST = 64 * 2 ** 20;

/** Where a study's lock lies: beside it. */
export function lockPath({ study }: OpenedStudy): string {
  return join(dirname(study.path), LOCK_FILE);
}

/** The lock beside a study, or null where there is none. @throws StudyError E_LOCK_FILE. */
export async function readLock(opened: OpenedStudy): Promise<StudyLock | null> {
  const path = lockPath(opened);
  if (!existsSync(path)) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await openSource(path, LARGEST)).chunks) chunks.push(chunk);
  return parseLock(Buffer.concat(chunks).toString('utf8'), path);
}

/** What is to be locked of this run. */
export interface Lockable {
  readonly opened: OpenedStudy;
  readonly tool: string;
  readonly libraries: Readonly<Record<string, string>>;
  /** Every file that had a say in the figures, the study file aside. */
  readonly inputs: readonly InputFile[];
  /** Those that were read as tables. */
  readonly datasets: readonly Dataset[];
  readonly figures: readonly JudgedFigure[];
}

export function studyLock({ opened, tool, libraries, inputs, datasets, figures }: Lockable): StudyLock {
  const folder = dirname(opened.study.path);
  const portable = (path: string): string => relative(folder, path).split(sep).join('/');
  const columns = new Map(datasets.map((dataset) => [dataset.source.path, dataset.columns.map(lockedColumn)]));
  return {
    lockVersion: 1,
    tool,
    libraries,
    study: { path: portable(opened.study.path), sha256: opened.input.sha256 },
    inputs: inputs.map(({ path, sha256, rows }): LockedInput => ({ path: portable(path), sha256, rows, columns: columns.get(path) ?? null })),
    figures: figures.map(({ claim, address, printed, computed }) => ({ claim: claim.id, address, printed, computed: lockedValue(computed) })),
  };
}

/** A digest of what a column holds: its values in order, and why the missing ones are. */
function lockedColumn({ name, values, missing }: Column): LockedColumn {
  const fingerprint = new Fingerprint();
  const cells = Array.from(values as ArrayLike<number | string>, (value, row) => (missing[row] === 0 ? value : { missing: missing[row] }));
  fingerprint.add(new TextEncoder().encode(JSON.stringify(cells)));
  return { name, digest: fingerprint.content().sha256.slice(0, 16) };
}
