import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import { plainNumber } from './numbers.js';
import type { DecimalMark } from './numbers.js';

/** The words that mean "nothing" in every file, in these spellings only: "nan" and "Na" are also people's names. */
const EVERYWHERE: ReadonlySet<string> = new Set(['', 'NA', 'NaN']);

/** Words that often mean "nothing"; they are proposed for `--na`, never taken by themselves. */
const OFTEN: ReadonlySet<string> = new Set([
  '.', '-', '--', '?', 'n/a', '#n/a', 'na', 'nan', 'null', 'none', 'nil', 'missing', 'unknown', 'not known',
  'not applicable', 'not done', 'not available', 'refused', "don't know", 'dont know', 'dk',
]);

/** Whether a cell is blank: empty, white space, NA or NaN. Text that only starts with NA is not. */
export function isBlank(text: string): boolean {
  return EVERYWHERE.has(text.trim());
}

export function oftenMeansMissing(text: string): boolean {
  return OFTEN.has(text.trim().toLowerCase());
}

/**
 * Whether a cell holds one of the declared codes: the same text but for spaces around it, or the same number,
 * so that -99 also matches "-99.0".
 */
export function declaredMissing(codes: readonly string[], decimal: DecimalMark): (text: string) => boolean {
  const texts = new Set(codes.map((code) => code.trim()));
  const numbers = new Set(codes.flatMap((code) => plainNumber(code, '.') ?? plainNumber(code, ',') ?? []));
  return (text) => {
    const trimmed = text.trim();
    if (texts.has(trimmed)) return true;
    const value = numbers.size === 0 ? null : plainNumber(trimmed, decimal);
    return value !== null && numbers.has(value);
  };
}

/**
 * The codes of each column: those that hold everywhere, and `education=9` for the column of that name.
 *
 * @throws StudyError E_COLUMN_MISSING where `name=code` names no column.
 */
export function declaredCodes(
  codes: readonly string[], names: readonly string[], where: string,
): (name: string) => string[] {
  const everywhere: string[] = [];
  const ofColumn = new Map<string, string[]>();
  for (const code of codes) {
    const [, name, value] = /^(.*[^\s<>=!])\s*=([^=]*)$/s.exec(code) ?? [];
    if (name === undefined) everywhere.push(code);
    else if (names.includes(name)) ofColumn.set(name, [...(ofColumn.get(name) ?? []), value]);
    else {
      const [near] = nearestNames(name, names);
      throw new StudyError('E_COLUMN_MISSING', `There is no column "${name}" to declare ${value} as missing in.`, {
        where, ...(near === undefined ? {} : { hint: `Nearest: --na ${near}=${value}.` }),
      });
    }
  }
  return (name) => [...everywhere, ...(ofColumn.get(name) ?? [])];
}

/** Codes that also hold for ids: -99 and "N/A" are no participants, 7 and 9 are. */
export function codesForIds(codes: readonly string[]): string[] {
  return codes.filter((code) => !/^\d+$/.test(code.trim()));
}

/** A code as it is typed after `--na`, quoted for a shell and for the list where it has to be. */
export function typedCode(code: string): string {
  if (/^[\w.:/=+-]+$/.test(code)) return code;
  return /["',]/.test(code) ? `'"${code.replaceAll('"', '').replaceAll("'", "'\\''")}"'` : `"${code}"`;
}
