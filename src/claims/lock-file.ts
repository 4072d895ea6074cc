import { StudyError } from '../errors.js';

/** What a study's figures were computed from and by, and what came out; written as study.lock.json. */
export interface StudyLock {
  readonly lockVersion: 1;
  /** Name and version. */
  readonly tool: string;
  /** Versions of the packages built into the tool that have a say in numbers. */
  readonly libraries: Readonly<Record<string, string>>;
  readonly study: LockedFile;
  readonly inputs: readonly LockedInput[];
  readonly figures: readonly LockedFigure[];
}

/** Paths are relative to the study file, with slashes. */
export interface LockedFile {
  readonly path: string;
  readonly sha256: string;
}

export interface LockedInput extends LockedFile {
  readonly rows: number | null;
  /** In the order of the file; null where the file was not read as a table. */
  readonly columns: readonly LockedColumn[] | null;
}

/** `digest` is of the values and what is missing, and tells nothing of them. */
export interface LockedColumn {
  readonly name: string;
  readonly digest: string;
}

/** `computed` has 17 significant digits, or is a text; null where nothing could be computed. */
export interface LockedFigure {
  readonly claim: string;
  readonly address: string;
  readonly printed: string;
  readonly computed: string | null;
}

/** A computed value as a lock writes it. */
export function lockedValue(computed: number | string | null): string | null {
  return typeof computed === 'number' ? computed.toPrecision(17) : computed;
}

/** The text of study.lock.json: one figure a line, so that a version history shows which moved. */
export function lockText({ lockVersion, tool, libraries, study, inputs, figures }: StudyLock): string {
  const list = (key: string, entries: readonly object[]): string =>
    (entries.length === 0 ? `  "${key}": []` : `  "${key}": [\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`);
  const inputLines = inputs.map(({ columns, ...file }) => {
    const rest = columns === null ? 'null' : `[\n${columns.map((column) => `      ${JSON.stringify(column)}`).join(',\n')}\n    ]`;
    return `    ${JSON.stringify(file).slice(0, -1)},"columns":${rest}}`;
  });
  return `{\n  "lockVersion": ${lockVersion},\n  "tool": ${JSON.stringify(tool)},\n  "libraries": ${JSON.stringify(libraries)},\n  "study": ${JSON.stringify(study)},\n`
    + `  "inputs": [${inputLines.length === 0 ? '' : `\n${inputLines.join(',\n')}\n  `}],\n${list('figures', figures)}\n}\n`;
}

/**
 * Reads study.lock.json back.
 *
 * @throws StudyError E_LOCK_FILE where it is not what `--lock` writes.
 */
export function parseLock(text: string, path: string): StudyLock {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw notALock(path, 'It is no JSON.', cause);
  }
  if (!isObject(value)) throw notALock(path, 'It holds no lock.');
  if (value['lockVersion'] !== 1) throw notALock(path, `It is of version ${JSON.stringify(value['lockVersion'] ?? null)}, and this tool writes version 1.`);
  const { tool, libraries, study, inputs, figures } = value;
  const fits = typeof tool === 'string' && isObject(libraries) && Object.values(libraries).every((version) => typeof version === 'string') && isFile(study)
    && Array.isArray(inputs) && inputs.every((input) => isFile(input) && (input['columns'] === null || isListOf(input['columns'], ['name', 'digest'])))
    && Array.isArray(figures) && figures.every((figure) => isObject(figure) && ['claim', 'address', 'printed'].every((key) => typeof figure[key] === 'string'));
  if (!fits) throw notALock(path, 'Part of it is missing.');
  return value as unknown as StudyLock;
}

function isFile(value: unknown): value is Record<string, unknown> {
  return isObject(value) && typeof value['path'] === 'string' && typeof value['sha256'] === 'string';
}

function isListOf(value: unknown, keys: readonly string[]): boolean {
  return Array.isArray(value) && value.every((entry) => isObject(entry) && keys.every((key) => typeof entry[key] === 'string'));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notALock(path: string, why: string, cause?: unknown): StudyError {
  return new StudyError('E_LOCK_FILE', `This is not what --lock writes. ${why}`, { where: path, hint: 'Run portal-study reproduce --lock to write it anew.', cause });
}
