import type { ColumnKind } from '../dataset/column.js';
import type { DeclaredLevel } from '../dataset/declaration.js';

/** What is wrong with levels, and at which of them. */
export interface LevelFault {
  readonly message: string;
  readonly at: number | string | null;
}

/** Whole numbers between two named ends are filled in up to here: a scale from 0 to 100 has its ends named only. */
const MOST_FILLED = 1001;

/**
 * The levels of a variable. Of an ordinal one values are numbers: those written, with the whole numbers between those
 * that a map names (`{1: never, 6: very often}`), or the places of a list of words (`[never, often]`). A list is
 * complete as it stands. Of any other the values are the cells' texts.
 */
export function studyLevels(
  written: ReadonlyMap<string, string | null> | readonly string[], type: ColumnKind | undefined,
): DeclaredLevel[] | LevelFault {
  const isList = Array.isArray(written);
  const entries: readonly (readonly [string, string | null])[] = isList
    ? (written as readonly string[]).map((text) => [text, null] as const) : [...written as ReadonlyMap<string, string | null>];
  const fault = entries.length < 1 ? { message: 'Levels need at least one.', at: null }
    : type !== undefined && type !== 'ordinal' && type !== 'nominal'
      ? { message: `Levels are of an ordinal or nominal variable, and this one is of type ${type}.`, at: null }
      : repeatedLevel(entries, isList);
  if (fault !== null) return fault;
  if (type !== 'ordinal') return entries.map(([value, label]) => ({ value, ...(label === null ? {} : { label }) }));
  if (entries.every(([text]) => isNumber(text))) return numberLevels(entries, !isList);
  return entries.map(([text, label], index) => ({ value: index + 1, label: label ?? text, ...(label === null ? {} : { written: text }) }));
}

function numberLevels(entries: readonly (readonly [string, string | null])[], isOpen: boolean): DeclaredLevel[] {
  const labels = new Map(entries.map(([text, label]) => [Number(text), label]));
  const values = [...labels.keys()].sort((a, b) => a - b);
  const [least, greatest] = [values[0], values[values.length - 1]];
  if (isOpen && values.every(Number.isInteger) && greatest - least < MOST_FILLED) {
    for (let value = least; value <= greatest; value += 1) if (!labels.has(value)) labels.set(value, null);
  }
  return [...labels].sort(([a], [b]) => a - b).map(([value, label]) => ({ value, ...(label === null ? {} : { label }) }));
}

/** Two labels alike would be one row of a table; two values alike are one level. */
function repeatedLevel(entries: readonly (readonly [string, string | null])[], isList: boolean): LevelFault | null {
  const values = new Set<string>();
  const labels = new Set<string>();
  for (const [index, [text, label]] of entries.entries()) {
    const at = isList ? index : text;
    const value = isNumber(text) ? String(Number(text)) : text;
    if (values.has(value)) return { message: `The level ${text} stands twice.`, at };
    if (label !== null && labels.has(label)) return { message: `Two levels are called "${label}".`, at };
    values.add(value);
    if (label !== null) labels.add(label);
  }
  return null;
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}
