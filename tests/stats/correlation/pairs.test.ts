import { describe, expect, it } from 'vitest';
import { CompletePair, completePair, completeRows } from '../../../src/stats/correlation/pairs.js';
import { Sample, variable } from '../../../src/stats/correlation/sample.js';
import { numberColumn } from './golden-correlation.js';

const ALL = Uint32Array.of(0, 1, 2, 3, 4);

describe('completeRows', () => {
  it('keeps the rows on which every mask says present, whatever kind of missing the others are', () => {
    const masks = [Uint8Array.of(0, 1, 0, 0, 0), Uint8Array.of(0, 0, 2, 0, 3)];
    expect([...completeRows(masks, ALL)]).toEqual([0, 3]);
    expect([...completeRows(masks, Uint32Array.of(1, 3, 4))]).toEqual([3]);
  });
  it('trusts the mask and not the filler in values', () => {
    const column = { name: 'x', values: Float64Array.of(1, 99, 3), missing: Uint8Array.of(0, 2, 0) };
    const sample = new Sample(variable(column), completeRows([column.missing], Uint32Array.of(0, 1, 2)));
    expect([...sample.values]).toEqual([1, 3]);
  });
  it('gives back the same rows where nothing is missing', () => {
    expect(completeRows([new Uint8Array(5), new Uint8Array(5)], ALL)).toBe(ALL);
  });
  it('is listwise over all columns and pairwise over two', () => {
    const [x, y, z] = [Uint8Array.of(1, 0, 0, 0, 0), Uint8Array.of(0, 1, 0, 0, 0), Uint8Array.of(0, 0, 1, 0, 0)];
    expect(completeRows([x, y], ALL)).toHaveLength(3);
    expect(completeRows([x, y, z], ALL)).toHaveLength(2);
  });
});

describe('completePair', () => {
  const sampleOf = (name: string, values: (number | null)[]): Sample => {
    const column = numberColumn(name, values);
    return new Sample(variable(column), completeRows([column.missing], ALL));
  };
  const x = sampleOf('x', [30, 10, 20, 10, 50]);
  const y = sampleOf('y', [1, null, 3, 4, null]);

  it('ranks anew on the pairs that both have', () => {
    const pair = completePair(x, y);
    expect([...pair.rows]).toEqual([0, 2, 3]);
    expect([...pair.x.values]).toEqual([30, 20, 10]);
    expect([...pair.x.ranks.values]).toEqual([2, 0, -2]);
    expect(pair.x.tied).toBe(false);
    expect(x.tied).toBe(true);
  });
  it('takes a sample that loses no row as it is, ranks and all', () => {
    expect(completePair(x, y).y).toBe(y);
    expect(completePair(y, x).x).toBe(y);
    expect(completePair(x, x).x).toBe(x);
  });
  it('refuses samples of unequal size', () => {
    expect(() => new CompletePair(x, y)).toThrow(RangeError);
  });
});
