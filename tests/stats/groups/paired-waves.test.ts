import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK, PRESENT } from '../../../src/dataset/column.js';
import type { Column } from '../../../src/dataset/column.js';
import { pairedWaves } from '../../../src/stats/groups/paired-waves.js';

const ids = (values: readonly (string | null)[]): Column => ({
  kind: 'id', name: 'id', values: values.map((value) => value ?? ''), missing: Uint8Array.from(values, (value) => (value === null ? BLANK : PRESENT)),
});

describe('pairedWaves', () => {
  it('matches rows by id, whatever order the second wave is in', () => {
    expect(pairedWaves(ids(['a', 'b', 'c', 'c ', 'a', 'd']), Uint32Array.of(0, 1, 2), Uint32Array.of(3, 4, 5))).toEqual({
      first: Uint32Array.of(0, 2), second: Uint32Array.of(4, 3), onlyFirst: 1, onlySecond: 1, withoutId: 0, repeated: null,
    });
  });

  it('counts rows without an id and never matches them', () => {
    const found = pairedWaves(ids([null, 'a', null, 'a']), Uint32Array.of(0, 1), Uint32Array.of(2, 3));
    expect(found).toMatchObject({ first: Uint32Array.of(1), second: Uint32Array.of(3), withoutId: 2, onlyFirst: 0, onlySecond: 0 });
  });

  it('tells of a participant with two rows in one wave', () => {
    expect(pairedWaves(ids(['a', 'b', 'a', 'a']), Uint32Array.of(0, 1, 2), Uint32Array.of(3)).repeated).toEqual([0, 2]);
    expect(pairedWaves(ids(['a', 'a', 'a']), Uint32Array.of(0), Uint32Array.of(1, 2)).repeated).toEqual([1, 2]);
  });

  it('every row is matched, alone or without an id, and turning the waves round turns the pairs round', () => {
    const wave = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 8 });
    fc.assert(fc.property(wave, wave, (before, after) => {
      const id = ids([...before, ...after].map(String));
      const [first, second] = [before.map((_, row) => row), after.map((_, row) => before.length + row)].map((rows) => Uint32Array.from(rows));
      const found = pairedWaves(id, first, second);
      const turned = pairedWaves(id, second, first);
      expect(2 * found.first.length + found.onlyFirst + found.onlySecond).toBe(before.length + after.length);
      expect([...turned.second].sort()).toEqual([...found.first].sort());
      found.first.forEach((row, pair) => expect(id.values[row]).toBe(id.values[found.second[pair]]));
    }));
  });
});
