import type { ScannedRow } from './row-scanner.js';

/** Begins the hash of a row. */
export const EMPTY_ROW = 0x2c;

/** Adds a byte: the multiplier of MurmurHash2, and a shift that brings high bits down. Speed matters here, secrecy does not. */
export function withByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x5bd1e995) ^ (hash >>> 15);
}

/** Ends a cell, as a byte would that no text has. */
export function withCellEnd(hash: number): number {
  return Math.imul(hash ^ 0x1ff, 0x5bd1e995);
}

/**
 * 32 bits of a row's cells but those at the places left out, for telling repeated rows of one participant, time and
 * feature.
 */
export function rowHash({ bytes, starts, ends, cells }: ScannedRow, participant: number, time: number, feature: number): number {
  let hash = EMPTY_ROW;
  for (let cell = 0; cell < cells; cell += 1) {
    if (cell === participant || cell === time || cell === feature) continue;
    for (let at = starts[cell]; at < ends[cell]; at += 1) hash = withByte(hash, bytes[at]);
    hash = withCellEnd(hash);
  }
  return hash;
}
