import type { ScannedRow } from './row-scanner.js';

/**
 * 32 bits of a row's cells, those of the participant and the time left out, for telling repeated rows of one participant
 * at one time. A step spreads each byte (FNV-1a, with a wider multiplier); the end of a cell counts as a byte.
 */
export function rowHash({ bytes, starts, ends, cells }: ScannedRow, participant: number, time: number): number {
  let hash = cells;
  for (let cell = 0; cell < cells; cell += 1) {
    if (cell === participant || cell === time) continue;
    const end = ends[cell];
    for (let at = starts[cell]; at < end; at += 1) hash = Math.imul(hash ^ bytes[at], 0x5bd1e995) ^ (hash >>> 15);
    hash = Math.imul(hash ^ 0x1ff, 0x5bd1e995);
  }
  return hash ^ (hash >>> 13);
}
