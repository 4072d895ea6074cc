import type { Selector } from './address.js';

/** One entry of a record, such as an estimate. */
export type Entry = Readonly<Record<string, unknown>>;

/** What was picked of a list: the one entry, or why there is not one. */
export type Selection =
  | { readonly found: 'one'; readonly entry: Entry }
  /** Nothing has this; `known` are the values that could stand there. */
  | { readonly found: 'none'; readonly selector: Selector; readonly known: readonly string[] }
  /** Several have it all; `telling` are fields that tell them apart, with the values each has. */
  | { readonly found: 'several'; readonly count: number; readonly telling: ReadonlyMap<string, readonly string[]> };

/** How a number was tested says nothing of what the number is of. */
const NAMES_NOTHING = new Set(['pMethod']);

/**
 * Picks the entry that fits every selector. `female` fits an entry that has this name in any of its fields,
 * `level=female` in that field, and `sex=female` the level of a variable, or the group where `sex` splits the rows.
 * Where several fit, those are meant that have nothing in the fields that were not spoken of: all groups together
 * before each group, the variable before its levels.
 *
 * @param by the column that splits the record's rows.
 */
export function selectEntry(entries: readonly Entry[], selectors: readonly Selector[], by: string | null): Selection {
  let fitting = entries;
  const spokenOf = new Set<string>();
  for (const selector of selectors) {
    const next: Entry[] = [];
    for (const entry of fitting) {
      const fields = fieldsThatFit(entry, selector, by);
      if (fields.length === 0) continue;
      next.push(entry);
      for (const field of fields) spokenOf.add(field);
    }
    if (next.length === 0) return { found: 'none', selector, known: knownValues(fitting, selector, by) };
    fitting = next;
  }
  if (fitting.length > 1) {
    const names = namingFields(fitting).filter((field) => !spokenOf.has(field));
    const overall = fitting.filter((entry) => names.every((field) => (entry[field] ?? null) === null || !fitting.some((other) => (other[field] ?? null) === null)));
    if (overall.length > 0) fitting = overall;
  }
  if (fitting.length === 1) return { found: 'one', entry: fitting[0] };
  return { found: 'several', count: fitting.length, telling: tellingFields(fitting) };
}

/** The fields in which an entry has what a selector asks for. */
function fieldsThatFit(entry: Entry, { key, value }: Selector, by: string | null): string[] {
  const named = Object.keys(entry).filter((field) => !NAMES_NOTHING.has(field) && isName(entry[field]));
  const equals = (field: string): boolean => String(entry[field]) === value;
  if (key === null) return named.filter(equals);
  if (Object.hasOwn(entry, key)) return entry[key] !== null && equals(key) ? [key] : [];
  if (key === by) return ['group', 'by', 'level'].filter((field) => Object.hasOwn(entry, field)).slice(0, 1).filter(equals);
  if (entry['variable'] !== key) return [];
  const values = ['value', 'level'].filter((field) => Object.hasOwn(entry, field)).slice(0, 1).filter(equals);
  return values.length === 0 ? [] : ['variable', ...values];
}

function knownValues(entries: readonly Entry[], { key }: Selector, by: string | null): string[] {
  const values = new Set<string>();
  for (const entry of entries) {
    for (const [field, value] of Object.entries(entry)) {
      if (!isName(value) || NAMES_NOTHING.has(field)) continue;
      // Counts are no names worth offering.
      if (key === field || (key === null && typeof value === 'string')) values.add(String(value));
      else if (key === by && ['group', 'by', 'level'].includes(field)) values.add(String(value));
      else if (entry['variable'] === key && ['value', 'level'].includes(field)) values.add(`${key}=${String(value)}`);
      else if (field === 'variable') values.add(String(value));
    }
  }
  return [...values];
}

function namingFields(entries: readonly Entry[]): string[] {
  return [...new Set(entries.flatMap((entry) => Object.keys(entry).filter((field) => !NAMES_NOTHING.has(field) && typeof entry[field] === 'string')))];
}

function tellingFields(entries: readonly Entry[]): ReadonlyMap<string, readonly string[]> {
  const telling = namingFields(entries)
    .map((field) => [field, [...new Set(entries.map((entry) => entry[field]).filter(isName).map(String))]] as const)
    .filter(([, values]) => values.length > 1);
  return new Map(telling);
}

function isName(value: unknown): value is string | number {
  return typeof value === 'string' || (typeof value === 'number' && Number.isInteger(value));
}
