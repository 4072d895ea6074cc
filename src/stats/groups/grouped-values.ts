import { PRESENT } from '../../dataset/column.js';
import type { NumericColumn, TextColumn } from '../../dataset/column.js';

/** A column whose groups can be compared. */
export type ComparableColumn = (NumericColumn & { kind: 'number' | 'ordinal' }) | (TextColumn & { kind: 'nominal' });

/** A variable's present values in each group; categories as whole numbers, the places of their names in `values`. */
export interface GroupedValues {
  readonly groups: readonly Float64Array[];
  /** Rows of each group without a value; of pairs, those that lack one. */
  readonly missing: readonly number[];
  /** What stands for each different value of the groups, ascending. */
  readonly values: readonly { readonly code: number; readonly label: string }[];
}

/** A variable in independent groups of rows. */
export function groupedValues(column: ComparableColumn, groups: readonly Uint32Array[]): GroupedValues {
  const present = groups.map((rows) => rows.filter((row) => column.missing[row] === PRESENT));
  return valuesOn(column, present, groups.map((rows, index) => rows.length - present[index].length));
}

/** A variable in two waves of rows that match one another: only pairs with both values count. */
export function pairedValues(column: ComparableColumn, first: Uint32Array, second: Uint32Array): GroupedValues {
  const complete = [...first.keys()].filter((pair) =>
    column.missing[first[pair]] === PRESENT && column.missing[second[pair]] === PRESENT);
  const waves = [first, second].map((rows) => Uint32Array.from(complete, (pair) => rows[pair]));
  return valuesOn(column, waves, waves.map((rows) => first.length - rows.length));
}

/** Counts of each value in each group that has any: groups down, values across. */
export function countTable({ groups, values }: GroupedValues): number[][] {
  const place = new Map(values.map(({ code }, index) => [code, index]));
  return groups.map((group) => {
    const counts = values.map(() => 0);
    for (const value of group) counts[place.get(value) as number] += 1;
    return counts;
  });
}

/** First less second, pair by pair. */
export function differences([first, second]: readonly Float64Array[]): Float64Array {
  return first.map((value, pair) => value - second[pair]);
}

function valuesOn(column: ComparableColumn, groups: readonly Uint32Array[], missing: readonly number[]): GroupedValues {
  const declared = column.levels ?? [];
  const labelOf = new Map(declared.map(({ value, label }) => [value, label ?? String(value)]));
  const label = (value: number | string): string => labelOf.get(value) ?? String(value);
  if (column.kind === 'nominal') {
    const used = new Set(groups.flatMap((rows) => Array.from(rows, (row) => column.values[row])));
    const undeclared = [...used].filter((value) => !labelOf.has(value)).sort();
    const order = [...declared.map(({ value }) => String(value)), ...undeclared];
    const codes = new Map(order.map((value, code) => [value, code]));
    return {
      groups: groups.map((rows) => Float64Array.from(rows, (row) => codes.get(column.values[row]) as number)),
      missing,
      values: order.flatMap((value, code) => (used.has(value) ? [{ code, label: label(value) }] : [])),
    };
  }
  const numbers = groups.map((rows) => Float64Array.from(rows, (row) => column.values[row]));
  const used = new Set<number>();
  for (const group of numbers) for (const value of group) used.add(value);
  return {
    groups: numbers,
    missing,
    values: Array.from(Float64Array.from(used).sort(), (code) => ({ code, label: label(code) })),
  };
}
