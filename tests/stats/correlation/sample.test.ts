import { describe, expect, it } from 'vitest';
import { columnLevels } from '../../../src/stats/levels.js';
import { Sample, variable } from '../../../src/stats/correlation/sample.js';

describe('columnLevels', () => {
  it('numbers distinct values upwards and missing ones -1', () => {
    const { of, count } = columnLevels(Float64Array.of(7.1, NaN, 5, 7.1, -2), Uint8Array.of(0, 1, 0, 0, 0));
    expect([...of]).toEqual([2, -1, 1, 2, 0]);
    expect(count).toBe(3);
  });
  it('holds 0 and -0 for the same value', () => {
    expect([...columnLevels(Float64Array.of(0, -0, 1)).of]).toEqual([0, 0, 1]);
  });
  it('answers for no values', () => {
    expect(columnLevels(new Float64Array()).count).toBe(0);
  });
});

describe('a sample\'s ranks', () => {
  it('are doubled mid-ranks less their mean: 4, 1.5, 3, 1.5 become 3, -2, 1, -2', () => {
    expect([...Sample.of(Float64Array.of(30, 10, 20, 10)).ranks.values]).toEqual([3, -2, 1, -2]);
  });
  it('have the sum of squares n (n² - 1) / 3 where nothing is tied', () => {
    const falling = Float64Array.from({ length: 101 }, (_, i) => -i);
    expect(Sample.of(falling).ranks.sumOfSquares).toBe((101 * (101 ** 2 - 1)) / 3);
  });
  it('are those of its own rows, not of the whole variable', () => {
    const source = variable({ name: 'x', values: Float64Array.of(1, 2, 3, 4, 5), missing: new Uint8Array(5) });
    const sample = new Sample(source, Uint32Array.of(4, 1, 2));
    expect([...sample.ranks.values]).toEqual([2, -2, 0]);
    expect(sample.levels.present).toBe(3);
  });
  it('are computed once', () => {
    const sample = Sample.of(Float64Array.of(3, 1, 2));
    expect(sample.ranks).toBe(sample.ranks);
  });
});
