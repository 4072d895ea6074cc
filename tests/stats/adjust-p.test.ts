import { describe, expect, it } from 'vitest';
import { adjustP } from '../../src/stats/adjust-p.js';
import { expectWithin, golden } from './correlation/golden-correlation.js';

const METHODS = ['holm', 'hochberg', 'bh', 'by', 'bonferroni'] as const;

describe('adjustP is R p.adjust()', () => {
  const cases = Object.entries(golden.adjustedP)
    .flatMap(([family, values]) => METHODS.map((method) => ({ family, method, values })));
  it.each(cases)('$method of $family', ({ method, values }) => {
    adjustP(values.p, method).forEach((p, i) => expectWithin(p, values[method][i], 1e-14));
  });
});

describe('adjustP', () => {
  it('leaves a null as it is and does not count it', () => {
    expect(adjustP([0.01, null, 0.02], 'bonferroni')).toEqual([0.02, null, 0.04]);
    expect(adjustP([null, null], 'holm')).toEqual([null, null]);
  });
  it('gives tied p the same adjusted p', () => {
    const [a, b] = adjustP([0.02, 0.02, 0.5], 'holm');
    expect(a).toBe(b);
  });
  it('leaves p alone under none, and answers an empty family', () => {
    expect(adjustP([0.3, 0.01, null], 'none')).toEqual([0.3, 0.01, null]);
    expect(adjustP([], 'bh')).toEqual([]);
  });
});
