import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustP } from '../../src/stats/adjust-p.js';
import { bonettWrightInterval } from '../../src/stats/correlation/intervals.js';
import { kendall, normalApproximation } from '../../src/stats/correlation/kendall.js';
import { pairOf } from '../../src/stats/correlation/pairs.js';
import { pearson } from '../../src/stats/correlation/pearson.js';
import { spearman } from '../../src/stats/correlation/spearman.js';

type Pairs = { x: Float64Array; y: Float64Array };

/** Pairs of whole numbers from so few values that ties are common, or from so many that they are rare. */
const pairs: fc.Arbitrary<Pairs> = fc
  .integer({ min: 1, max: 1000 })
  .chain((spread) => {
    const value = fc.integer({ min: -spread, max: spread });
    return fc.array(fc.tuple(value, value), { maxLength: 40 });
  })
  .map((list) => ({ x: Float64Array.from(list, ([x]) => x), y: Float64Array.from(list, ([, y]) => y) }));

const monotone: [string, (value: number) => number][] = [
  ['cube', (value) => value ** 3],
  ['exp', (value) => Math.exp(value / 100)],
  ['arctan', Math.atan],
];

describe.each([['spearman', spearman], ['kendall', kendall]] as const)('%s', (_, coefficient) => {
  it.each(monotone)('keeps its value under a rising transform (%s), and its size under a falling', (_name, transform) => {
    fc.assert(fc.property(pairs, ({ x, y }) => {
      const plain = coefficient(x, y);
      expect(coefficient(x.map(transform), y)).toEqual(plain);
      const mirrored = coefficient(x, y.map((value) => -transform(value)));
      if (plain.estimate === null) expect(mirrored).toEqual(plain);
      // Adding 0 makes a −0 a 0.
      else expect(mirrored.estimate! + 0).toBe(-plain.estimate + 0);
    }));
  });
});

const all = [['spearman', spearman], ['kendall', kendall], ['pearson', pearson]] as const;

describe.each(all)('%s', (name, coefficient) => {
  const same = (a: number | null, b: number | null): void => {
    if (a === null || b === null || name !== 'pearson') expect(a).toBe(b);
    else expect(Math.abs(a - b)).toBeLessThan(1e-15 * 4);
  };
  it('does not depend on the order of the rows', () => {
    const shuffled = pairs.chain(({ x, y }) =>
      fc.tuple(fc.constant({ x, y }), fc.shuffledSubarray([...x.keys()], { minLength: x.length })));
    fc.assert(fc.property(shuffled, ([{ x, y }, order]) => {
      const take = (values: Float64Array): Float64Array => Float64Array.from(order, (row) => values[row]);
      same(coefficient(take(x), take(y)).estimate, coefficient(x, y).estimate);
    }));
  });
  it('is the same of x with y as of y with x', () => {
    fc.assert(fc.property(pairs, ({ x, y }) => {
      expect(coefficient(y, x)).toEqual(coefficient(x, y));
    }));
  });
  it('lies between -1 and 1, or is null with a reason', () => {
    fc.assert(fc.property(pairs, ({ x, y }) => {
      const { estimate, reason } = coefficient(x, y);
      const distinct = Math.min(new Set(x).size, new Set(y).size);
      if (x.length < 3) expect(reason).toBe('too-few-pairs');
      else if (distinct < 2) expect(reason).toBe('constant');
      else expect(Math.abs(estimate!)).toBeLessThanOrEqual(1);
    }));
  });
});

describe('pearson', () => {
  it('does not change under a change of unit', () => {
    const unit = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: -100, max: 100 }));
    fc.assert(fc.property(pairs, unit, ({ x, y }, [factor, offset]) => {
      const plain = pearson(x, y).estimate;
      const changed = pearson(x.map((value) => value * factor + offset), y).estimate;
      if (plain === null) expect(changed).toBeNull();
      else expect(Math.abs(changed! - plain)).toBeLessThan(1e-14);
    }));
  });
});

describe('spearman equals its definition', () => {
  /** Ranks by counting who is smaller and who is equal. */
  const naiveRanks = (values: Float64Array): number[] =>
    Array.from(values, (value) => {
      const [below, equal] = [values.filter((other) => other < value), values.filter((other) => other === value)];
      return below.length + (equal.length + 1) / 2;
    });

  it('Pearson on mid-ranks', () => {
    fc.assert(fc.property(pairs, ({ x, y }) => {
      const { estimate } = spearman(x, y);
      if (estimate === null) return;
      const centre = (x.length + 1) / 2;
      const [a, b] = [naiveRanks(x), naiveRanks(y)].map((ranks) => ranks.map((rank) => rank - centre));
      const product = (u: number[], v: number[]): number => u.reduce((sum, one, i) => sum + one * v[i], 0);
      expect(Math.abs(estimate - product(a, b) / Math.sqrt(product(a, a) * product(b, b)))).toBeLessThan(1e-14);
    }));
  });
  it('1 - 6 Σd² / (n (n² - 1)) where nothing is tied', () => {
    const untied = fc.integer({ min: 3, max: 60 }).chain((n) => {
      const order = Array.from({ length: n }, (_, i) => i);
      return fc.shuffledSubarray(order, { minLength: n });
    });
    fc.assert(fc.property(untied, (order) => {
      const n = order.length;
      const squares = order.reduce((sum, rank, i) => sum + (rank - i) ** 2, 0);
      const { estimate } = spearman(Float64Array.from(order.keys()), Float64Array.from(order));
      expect(Math.abs(estimate! - (1 - (6 * squares) / (n * (n * n - 1))))).toBeLessThan(1e-14);
    }));
  });
});

describe('kendall equals', () => {
  it('the count of concordant and discordant pairs, one by one', () => {
    fc.assert(fc.property(pairs, ({ x, y }) => {
      let [score, xUntied, yUntied] = [0, 0, 0];
      for (let i = 0; i < x.length; i++) {
        for (let j = 0; j < i; j++) {
          score += Math.sign(x[i] - x[j]) * Math.sign(y[i] - y[j]);
          if (x[i] !== x[j]) xUntied++;
          if (y[i] !== y[j]) yUntied++;
        }
      }
      expect(pairOf(x, y).concordance).toEqual({ n: x.length, score, xUntied, yUntied });
    }));
  });
  it('in its variance that of S over all orders of y', () => {
    const five = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 });
    fc.assert(fc.property(five, five, (a, b) => {
      const x = Float64Array.from(a);
      const pair = pairOf(x, Float64Array.from(b));
      if (pair.concordance.score === 0 || kendall(x, pair.y.values).estimate === null) return;
      const scores = permutations(b).map((order) => pairOf(x, Float64Array.from(order)).concordance.score);
      const variance = scores.reduce((sum, score) => sum + score * score, 0) / scores.length;
      expect(normalApproximation(pair).statistic).toBeCloseTo(pair.concordance.score / Math.sqrt(variance), 10);
    }), { numRuns: 25 });
  });
});

function permutations(list: number[]): number[][] {
  if (list.length < 2) return [list];
  return list.flatMap((one, i) => permutations(list.toSpliced(i, 1)).map((rest) => [one, ...rest]));
}

describe('an adjusted p', () => {
  const families = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 8 }), { maxLength: 30 });
  const adjustments = ['holm', 'hochberg', 'bh', 'by', 'bonferroni', 'none'] as const;
  it.each(adjustments)('by %s lies between its p and 1, keeps the order, and stays null', (adjustment) => {
    fc.assert(fc.property(families, (p) => {
      const adjusted = adjustP(p, adjustment);
      p.forEach((one, i) => {
        if (one === null) expect(adjusted[i]).toBeNull();
        else {
          expect(adjusted[i]).toBeGreaterThanOrEqual(one);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          p.forEach((other, j) => {
            if (other !== null && one < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
          });
        }
      });
    }));
  });
});

describe('an interval', () => {
  it('holds the estimate, and widens with confidence', () => {
    const estimates = fc.double({ min: -0.999, max: 0.999, noNaN: true });
    fc.assert(fc.property(estimates, fc.integer({ min: 4, max: 10_000 }), (estimate, n) => {
      const [narrow, wide] = [bonettWrightInterval(estimate, n, 0.8), bonettWrightInterval(estimate, n, 0.99)];
      expect(narrow.low!).toBeLessThan(estimate);
      expect(narrow.high!).toBeGreaterThan(estimate);
      expect(wide.low!).toBeLessThan(narrow.low!);
      expect(wide.high!).toBeGreaterThan(narrow.high!);
    }));
  });
});
