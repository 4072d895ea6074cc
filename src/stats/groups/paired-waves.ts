import { PRESENT } from '../../dataset/column.js';
import type { Column } from '../../dataset/column.js';

/** The rows of participants who were seen twice. */
export interface PairedWaves {
  /** Rows of the data set: `first[i]` and `second[i]` are of one participant, in the order of the first wave. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  /** Rows of participants in one wave only. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** Rows without an id, which cannot be matched. */
  readonly withoutId: number;
  /** A participant who has two rows in one wave, by those rows; null where nobody has. */
  readonly repeated: readonly [number, number] | null;
}

/**
 * Matches the rows of two waves by their ids; text ids without the spaces around them.
 *
 * @param id the participant of each row
 * @param first and @param second rows of the data set, each in one wave
 * @example
 * pairedWaves(id, Uint32Array.of(0, 1), Uint32Array.of(2)); // { first: [1], second: [2], onlyFirst: 1, … }
 */
export function pairedWaves(id: Column, first: Uint32Array, second: Uint32Array): PairedWaves {
  const before = rowsById(id, first);
  const after = rowsById(id, second);
  const matched = [...before.rows].filter(([key]) => after.rows.has(key));
  return {
    first: Uint32Array.from(matched, ([, row]) => row),
    second: Uint32Array.from(matched, ([key]) => after.rows.get(key) as number),
    onlyFirst: before.rows.size - matched.length,
    onlySecond: after.rows.size - matched.length,
    withoutId: before.withoutId + after.withoutId,
    repeated: before.repeated ?? after.repeated,
  };
}

interface Wave {
  readonly rows: ReadonlyMap<number | string, number>;
  readonly withoutId: number;
  readonly repeated: readonly [number, number] | null;
}

function rowsById({ values, missing }: Column, wave: Uint32Array): Wave {
  const rows = new Map<number | string, number>();
  let withoutId = 0;
  let repeated: readonly [number, number] | null = null;
  for (const row of wave) {
    if (missing[row] !== PRESENT) {
      withoutId += 1;
      continue;
    }
    const value = values[row];
    const key = typeof value === 'string' ? value.trim() : value;
    const before = rows.get(key);
    if (before === undefined) rows.set(key, row);
    else repeated ??= [before, row];
  }
  return { rows, withoutId, repeated };
}
