import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partitionPoint } from '../../src/numeric/partition-point.js';

describe('partitionPoint', () => {
  it('is the count of those that satisfy the condition, in any ordered list', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -9, max: 9 })), fc.integer({ min: -10, max: 10 }), (values, limit) => {
      const ordered = [...values].sort((a, b) => a - b);
      expect(partitionPoint(ordered.length, (index) => ordered[index] < limit)).toBe(values.filter((value) => value < limit).length);
    }));
  });

  it('asks nothing of an empty list, and few times of a long one', () => {
    let asked = 0;
    expect(partitionPoint(0, () => { asked += 1; return true; })).toBe(0);
    expect(asked).toBe(0);
    expect(partitionPoint(1e6, (index) => { asked += 1; return index < 123_456; })).toBe(123_456);
    expect(asked).toBeLessThanOrEqual(21);
  });
});
