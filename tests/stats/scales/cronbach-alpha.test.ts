import { describe, expect, it } from 'vitest';
import { cronbachAlpha } from '../../../src/stats/scales/cronbach-alpha.js';
import type { ReliabilityResult } from '../../../src/stats/scales/cronbach-alpha.js';
import { reversed } from '../../../src/stats/scales/scale-scores.js';
import { expectClose, shared, sharedStatistics } from '../groups/golden-groups.js';
import { bfiColumns, bfiKeys, goldenScales, item } from './golden-scales.js';

interface Reference {
  raw_alpha: number;
  std_alpha: number;
  G6: number;
  average_r: number;
  median_r: number;
  alpha_if_dropped: number[];
  r_drop: number[];
  r_cor: number[];
  feldt_ci: [number, number];
}

interface BfiAlpha {
  alpha_listwise: number;
  alpha_standardised_listwise: number;
  alpha_psych_raw_pairwise: number;
  alpha_if_dropped_listwise: Record<string, number>;
  n_complete: number;
  n_any: number;
}

function expectReliability(found: ReliabilityResult, expected: Reference): void {
  expectClose(found.alpha.estimate, expected.raw_alpha);
  expectClose(found.alpha.ciLow, expected.feldt_ci[0]);
  expectClose(found.alpha.ciHigh, expected.feldt_ci[1]);
  expectClose(found.standardized, expected.std_alpha);
  expectClose(found.guttman6, expected.G6);
  expectClose(found.averageR, expected.average_r);
  expectClose(found.medianR, expected.median_r);
  found.perItem.forEach(({ alphaIfDropped, itemRest, itemCorrected }, i) => {
    if (found.items > 2) expectClose(alphaIfDropped, expected.alpha_if_dropped[i]);
    expectClose(itemRest, expected.r_drop[i]);
    expectClose(itemCorrected, expected.r_cor[i]);
  });
  expect(found.perItem).toHaveLength(expected.r_drop.length);
}

describe('cronbachAlpha is psych alpha', () => {
  const cases = Object.entries(goldenScales).flatMap(([name, scale]) =>
    (['pairwise', 'listwise'] as const).map((rule) => [name, rule, scale] as const));
  it.each(cases)('%s, %s', (_, rule, scale) => {
    const { raw, std, g6, average, median, dropped, rest, corrected, feldt } = scale[rule];
    expectReliability(cronbachAlpha(scale.items.map(item), rule), {
      raw_alpha: raw, std_alpha: std, G6: g6, average_r: average, median_r: median, alpha_if_dropped: dropped,
      r_drop: rest, r_cor: corrected, feldt_ci: feldt,
    });
  });

  it.skipIf(shared.absent)(`the reliability part of reference/statistics.json${shared.skipped}`, () => {
    const reference = sharedStatistics<never>('reliability') as unknown as {
      items_with_item4_reversed: Record<string, number[]>; as_is: Reference; item4_recoded: Reference;
      recoded_missing_r2c1_r9c5_pairwise: Reference;
    };
    const items = Object.values(reference.items_with_item4_reversed).map(item);
    expectReliability(cronbachAlpha(items, 'listwise'), reference.as_is);
    const recoded = items.with(3, reversed(items[3], { min: 1, max: 5 }));
    expectReliability(cronbachAlpha(recoded, 'pairwise'), reference.item4_recoded);
    recoded[0].missing[1] = 1;
    recoded[4].missing[8] = 1;
    expectReliability(cronbachAlpha(recoded, 'pairwise'), reference.recoded_missing_r2c1_r9c5_pairwise);
  });

  it.skipIf(shared.absent)(`the five scales of data/psych-bfi, listwise and pairwise${shared.skipped}`, () => {
    const { alpha } = JSON.parse(shared.text('data/psych-bfi/reference.json')) as { alpha: Record<string, BfiAlpha> };
    const columns = bfiColumns();
    const keys = bfiKeys();
    expect([...keys.keys()].sort()).toEqual(Object.keys(alpha).sort());
    for (const [scale, names] of keys) {
      const items = names.map((name) => {
        const answers = item(columns.get(name.replace('-', ''))!);
        return name.startsWith('-') ? reversed(answers, { min: 1, max: 6 }) : answers;
      });
      const listwise = cronbachAlpha(items, 'listwise');
      const pairwise = cronbachAlpha(items, 'pairwise');
      expect([listwise.n, pairwise.n]).toEqual([alpha[scale].n_complete, alpha[scale].n_any]);
      expectClose(listwise.alpha.estimate, alpha[scale].alpha_listwise);
      expectClose(listwise.standardized, alpha[scale].alpha_standardised_listwise);
      expectClose(pairwise.alpha.estimate, alpha[scale].alpha_psych_raw_pairwise);
      listwise.perItem.forEach(({ alphaIfDropped }, i) => {
        expectClose(alphaIfDropped, alpha[scale].alpha_if_dropped_listwise[names[i].replace('-', '')]);
      });
    }
  });
});

describe('cronbachAlpha', () => {
  const a = item([1, 2, 3, 4, 5, 3]);
  const b = item([2, 2, 3, 5, 4, 3]);
  it('is 1 for items that are the same, without Guttman\'s λ₆, whose matrix has no inverse', () => {
    const found = cronbachAlpha([a, a, a], 'listwise');
    expectClose(found.alpha.estimate, 1, 1e-14);
    expect(found.guttman6).toBeNull();
    expect(found.perItem[0].itemCorrected).toBeNull();
  });
  it('of two items is Spearman-Brown\'s formula when standardised, and cannot drop one', () => {
    const found = cronbachAlpha([a, b], 'listwise');
    expectClose(found.standardized, (2 * found.averageR!) / (1 + found.averageR!), 1e-14);
    expect(found.perItem.map(({ alphaIfDropped }) => alphaIfDropped)).toEqual([null, null]);
  });
  it('does not change with the items\' order or a shift of their answers', () => {
    const c = item([5, 1, 4, 4, 2, 2]);
    const found = cronbachAlpha([a, b, c], 'listwise');
    const shifted = { values: b.values.map((value) => value + 10), missing: b.missing };
    expectClose(cronbachAlpha([c, shifted, a], 'listwise').alpha.estimate, found.alpha.estimate, 1e-13);
  });
  it('is undefined for one item, without rows, and names the items that never vary', () => {
    expect(cronbachAlpha([a], 'listwise')).toMatchObject({ reason: 'too-few', alpha: { estimate: null } });
    const apart = [item([1, null]), item([null, 2])];
    expect(cronbachAlpha(apart, 'listwise')).toMatchObject({ n: 0, reason: 'empty-group' });
    expect(cronbachAlpha(apart, 'pairwise')).toMatchObject({ n: 2, reason: 'too-few' });
    const never = item([3, 3, 3, 3, 3, 3]);
    expect(cronbachAlpha([a, never, b], 'listwise')).toMatchObject({ constantItems: [1], reason: 'constant' });
  });
});
