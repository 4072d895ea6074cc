import type { ColumnKind } from '../dataset/column.js';
import type { DeclaredLevel } from '../dataset/declaration.js';

/** What is wrong with levels, and at which of them. */
export interface LevelFault {
  readonly message: string;
  readonly at: number | string | null;
}

/** Whole numbers between named ones are filled in up to here: a scale from 0 to 100 has its ends named only. */
const MOST_FILLED = 1001;

type WrittenLevels = ReadonlyMap<string, string | null> | readonly (string | ReadonlyMap<string, string | null>)[];
type Entry = readonly [text: string, label: string | null];

/**
 * The levels of a variable. Of an ordinal one values are numbers: those written, with the whole numbers between those
 * that a map names at even steps (`{1: never, 6: very often}`), or the places of a list of words (`[never, often]`). A
 * list is complete as it stands, and may name its values (`[1: never, 9: always]`). Of any other variable the values
 * are the cells' texts.
 *
 * @param missing codes that are no step of the scale, such as 9 in `{1: no, 2: yes, 9: refused}`
 */
export function studyLevels(
  written: WrittenLevels, type: ColumnKind | undefined, missing: readonly string[] = [],
): DeclaredLevel[] | LevelFault {
  const isList = Array.isArray(written);
  const entries: readonly Entry[] = isList
    ? (written as readonly (string | ReadonlyMap<string, string | null>)[]).flatMap((item): Entry[] => (typeof item === 'string' ? [[item, null]] : [...item]))
    : [...written as ReadonlyMap<string, string | null>];
  const fault = entries.length < 1 ? { message: 'Levels need at least one.', at: null }
    : type !== undefined && type !== 'ordinal' && type !== 'nominal'
      ? { message: `Levels are of an ordinal or nominal variable, and this one is of type ${type}.`, at: null }
      : repeatedLevel(entries, isList, type === 'ordinal');
  if (fault !== null) return fault;
  if (type !== 'ordinal') return entries.map(([value, label]) => ({ value, ...(label === null ? {} : { label }) }));
  if (entries.every(([text]) => isNumber(text))) return numberLevels(entries, isList ? null : new Set(missing.map(Number)));
  return entries.map(([text, label], index) => ({ value: index + 1, label: label ?? text, ...(label === null ? {} : { written: text }) }));
}

/** @param missing codes of a scale whose steps are filled in; null where it is complete as it stands */
function numberLevels(entries: readonly Entry[], missing: ReadonlySet<number> | null): DeclaredLevel[] {
  const labels = new Map(entries.map(([text, label]) => [Number(text), label]));
  const steps = [...labels.keys()].filter((value) => missing?.has(value) === false).sort((a, b) => a - b);
  const [least, greatest] = [steps[0], steps[steps.length - 1]];
  const isEven = steps.every((value, index) => Number.isInteger(value) && (index === 0 || value - steps[index - 1] === steps[1] - least));
  if (isEven && greatest - least < MOST_FILLED) {
    for (let value = least; value <= greatest; value += 1) if (!labels.has(value)) labels.set(value, null);
  }
  return [...labels].sort(([a], [b]) => a - b).map(([value, label]) => ({ value, ...(label === null ? {} : { label }) }));
}

/** Two labels alike would be one row of a table; two values alike are one level. */
function repeatedLevel(entries: readonly Entry[], isList: boolean, areNumbers: boolean): LevelFault | null {
  const values = new Set<string>();
  const labels = new Set<string>();
  for (const [index, [text, label]] of entries.entries()) {
    const at = isList ? index : text;
    const value = areNumbers && isNumber(text) ? String(Number(text)) : text;
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
