import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midRanks } from '../../../src/numeric/mid-ranks.js';
import { mannWhitney } from '../../../src/stats/groups/mann-whitney.js';
import { rankBiserial } from '../../../src/stats/groups/rank-biserial.js';
import { reversed, scaleScores } from '../../../src/stats/scales/scale-scores.js';
import { expectClose, goldenGroups, shared, sharedStatistics } from './golden-groups.js';
import { bfiColumns, bfiKeys, item } from '../scales/golden-scales.js';

interface TwoGroups {
  a: number[];
  b: number[];
  wilcox_exact_no_ties: { W: number; p: number } | null;
  wilcox_normal_corrected: { W: number; p: number };
  wilcox_normal_uncorrected: { W: number; p: number };
  wilcox_coin_exact_ties: number;
}

type ByGender = Record<string, {
  mann_whitney: Record<'U_first' | 'p_cc' | 'p_no_cc' | 'rank_biserial_first_minus_second', number>;
}>;

const small = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 });

describe('mannWhitney is R wilcox.test, and with ties exactly coin wilcox_test(distribution = "exact")', () => {
  it.each(Object.entries(goldenGroups.twoGroups))('%s', (_, { a, b, w, ...expected }) => {
    const first = Float64Array.from(a);
    const second = Float64Array.from(b);
    const normal = mannWhitney(first, second, 'normal');
    expect(normal).toMatchObject({ u1: w, statistic: w, u2: a.length * b.length - w, pMethod: 'normal' });
    expectClose(normal.p, expected.normal);
    expectClose(normal.pLess, expected.normal_less);
    expectClose(normal.pGreater, expected.normal_greater);
    expectClose(mannWhitney(first, second, 'normal-uncorrected').p, expected.uncorrected);
    if (expected.exact_coin === null) return;
    const exact = mannWhitney(first, second);
    expect(exact.pMethod).toBe('exact');
    expectClose(exact.p, expected.exact_coin, 1e-11);
    expectClose(exact.pLess, expected.exact_coin_less, 1e-11);
    expectClose(exact.pGreater, expected.exact_coin_greater, 1e-11);
    if (expected.exact_r !== null) expectClose(exact.p, expected.exact_r, 1e-12);
  });

  it.skipIf(shared.absent)(`the two-group parts of reference/statistics.json${shared.skipped}`, () => {
    const sets = Object.values(sharedStatistics<{ expect: { two_groups: TwoGroups | { skipped: string } } }>(
      'correlation',
    ));
    const groups = sets.map((set) => set.expect.two_groups).filter((set): set is TwoGroups => 'a' in set);
    expect(groups).toHaveLength(13);
    for (const { a, b, ...expected } of groups) {
      const first = Float64Array.from(a);
      const second = Float64Array.from(b);
      expect(mannWhitney(first, second).u1).toBe(expected.wilcox_normal_corrected.W);
      expectClose(mannWhitney(first, second, 'normal').p, expected.wilcox_normal_corrected.p);
      expectClose(mannWhitney(first, second, 'normal-uncorrected').p, expected.wilcox_normal_uncorrected.p);
      expectClose(mannWhitney(first, second, 'exact').p, expected.wilcox_coin_exact_ties);
      if (expected.wilcox_exact_no_ties !== null) {
        expectClose(mannWhitney(first, second, 'exact').p, expected.wilcox_exact_no_ties.p);
      }
    }
  });
});

it.skipIf(shared.absent)(`mannWhitney of the scales of data/psych-bfi by gender, n = 2,800${shared.skipped}`, () => {
  const { by_gender } = JSON.parse(shared.text('data/psych-bfi/reference.json')) as { by_gender: ByGender };
  const columns = bfiColumns();
  const gender = columns.get('gender')!;
  for (const [scale, names] of bfiKeys()) {
    const items = names.map((name) => {
      const answers = item(columns.get(name.replace('-', ''))!);
      return name.startsWith('-') ? reversed(answers, { min: 1, max: 6 }) : answers;
    });
    const { values, missing } = scaleScores(items, { score: 'mean', minimumAnswered: 5 });
    const [men, women] = [1, 2].map((code) => values.filter((_, row) => missing[row] === 0 && gender[row] === code));
    const expected = by_gender[scale].mann_whitney;
    expect(mannWhitney(men, women)).toMatchObject({ u1: expected.U_first, pMethod: 'normal' });
    expectClose(mannWhitney(men, women).p, expected.p_cc);
    expectClose(mannWhitney(men, women, 'normal-uncorrected').p, expected.p_no_cc);
    expectClose(rankBiserial(men, women).estimate, expected.rank_biserial_first_minus_second);
  }
});

describe('the exact p of mannWhitney', () => {
  it('is the share of all divisions of the values that are as far from the middle', () => {
    fc.assert(fc.property(small, small, (a, b) => {
      const found = mannWhitney(Float64Array.from(a), Float64Array.from(b), 'exact');
      const all = [...a, ...b];
      if (new Set(all).size === 1) {
        expect(found).toMatchObject({ p: null, reason: 'constant' });
        return;
      }
      // Doubled, ranks are whole: the comparison below is exact.
      const doubled = Array.from(midRanks(Float64Array.from(all)), (rank) => 2 * rank);
      const sums = choices(all.length, a.length).map((chosen) => chosen.reduce((sum, i) => sum + doubled[i], 0));
      const observed = doubled.slice(0, a.length).reduce((sum, score) => sum + score, 0);
      const centre = a.length * (all.length + 1);
      const share = (holds: (sum: number) => boolean): number => sums.filter(holds).length / sums.length;
      expectClose(found.p, share((sum) => Math.abs(sum - centre) >= Math.abs(observed - centre)), 1e-13);
      expectClose(found.pLess, share((sum) => sum <= observed), 1e-13);
      expectClose(found.pGreater, share((sum) => sum >= observed), 1e-13);
    }), { numRuns: 60 });
  });

  it('keeps a far tail: 1 / C(80, 40) on either side, two of them together', () => {
    const low = Float64Array.from({ length: 40 }, (_, i) => i);
    const high = low.map((value) => value + 100);
    expectClose(mannWhitney(low, high).p, 2 / 107507208733336176461620, 1e-11);
  });
});

describe('mannWhitney', () => {
  it('keeps its p under a monotone transformation, and turns its sides with the groups', () => {
    fc.assert(fc.property(small, small, fc.constantFrom('exact', 'normal', 'normal-uncorrected'), (a, b, asked) => {
      const first = Float64Array.from(a);
      const second = Float64Array.from(b);
      const found = mannWhitney(first, second, asked);
      const turned = mannWhitney(second, first, asked);
      expect(mannWhitney(first.map(Math.exp), second.map(Math.exp), asked)).toEqual(found);
      expectClose(turned.p, found.p, 1e-13);
      expectClose(turned.pLess, found.pGreater, 1e-13);
      expect(turned.u1).toBe(found.u2);
    }), { numRuns: 40 });
  });

  it('takes the normal p from fifty values on', () => {
    const many = Float64Array.from({ length: 50 }, (_, i) => i);
    expect(mannWhitney(many, Float64Array.of(1, 7)).pMethod).toBe('normal');
    expect(mannWhitney(many.subarray(1), Float64Array.of(1, 7)).pMethod).toBe('exact');
  });

  it('has no p for an empty group, or for values that are all equal', () => {
    const three = Float64Array.of(4, 4, 4);
    expect(mannWhitney(new Float64Array(), three)).toMatchObject({ statistic: null, p: null, reason: 'empty-group' });
    expect(mannWhitney(three, three)).toMatchObject({ statistic: 4.5, p: null, reason: 'constant' });
    expect(mannWhitney(three, three, 'normal')).toMatchObject({ statistic: 4.5, p: null, reason: 'constant' });
  });

  it('says so where an exact p would not end in time', () => {
    const many = Float64Array.from({ length: 600 }, (_, i) => i);
    const more = many.map((value) => value + 0.5);
    expect(mannWhitney(many, more, 'exact')).toMatchObject({ p: null, reason: 'too-large' });
  });
});

/** Every choice of `size` of the places 0 … n − 1. */
function choices(n: number, size: number): number[][] {
  if (size === 0) return [[]];
  if (n < size) return [];
  return [...choices(n - 1, size), ...choices(n - 1, size - 1).map((chosen) => [...chosen, n - 1])];
}
