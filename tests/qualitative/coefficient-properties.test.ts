import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/numeric/random.js';
import { bootstrapAgreement } from '../../src/qualitative/bootstrap-agreement.js';
import { brennanPrediger } from '../../src/qualitative/brennan-prediger.js';
import { cohenKappa } from '../../src/qualitative/cohen-kappa.js';
import { congerKappa } from '../../src/qualitative/conger-kappa.js';
import { fleissKappa } from '../../src/qualitative/fleiss-kappa.js';
import { gwetAC } from '../../src/qualitative/gwet-ac.js';
import { krippendorffAlpha } from '../../src/qualitative/krippendorff-alpha.js';
import { percentAgreement } from '../../src/qualitative/percent-agreement.js';
import { ratingsOf } from '../../src/qualitative/ratings.js';
import type { Ratings } from '../../src/qualitative/ratings.js';

type Row = (number | null)[];

const rating = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null, freq: 6 });
const anyRows = fc.array(fc.tuple(rating, rating, rating) as fc.Arbitrary<Row>, { minLength: 4, maxLength: 25 });
const complete = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })) as fc.Arbitrary<Row>, { minLength: 4, maxLength: 25 });
const FOUR = [1, 2, 3, 4];

const NOMINAL: Readonly<Record<string, (data: Ratings) => number | null>> = {
  percent: (data) => percentAgreement(data).estimate, fleiss: (data) => fleissKappa(data).estimate, conger: (data) => congerKappa(data).estimate,
  alpha: (data) => krippendorffAlpha(data).estimate, ac1: (data) => gwetAC(data).estimate, 'brennan-prediger': (data) => brennanPrediger(data).estimate,
};

const same = (found: number | null, expected: number | null): void => {
  if (expected === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(expected, 10);
};

describe.each(Object.entries(NOMINAL))('%s', (_, coefficient) => {
  it('does not depend on the order of units or coders, nor on what the categories are called', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      const expected = coefficient(ratingsOf(rows, FOUR));
      same(coefficient(ratingsOf([...rows].reverse(), FOUR)), expected);
      same(coefficient(ratingsOf(rows.map(([a, b, c]) => [c, a, b]), FOUR)), expected);
      const renamed = rows.map((row) => row.map((value) => (value === null ? null : 'dbac'[value - 1])));
      same(coefficient(ratingsOf(renamed, ['a', 'b', 'c', 'd'])), expected);
    }));
  });
  it('is 1 where all agree and ratings vary, and never above 1', () => {
    fc.assert(fc.property(anyRows, (rows) => { expect(coefficient(ratingsOf(rows, FOUR)) ?? 1).toBeLessThanOrEqual(1 + 1e-12); }));
    expect(coefficient(ratingsOf([[1, 1, 1], [2, 2, 2], [1, 1, null], [3, null, 3]], FOUR))).toBeCloseTo(1, 12);
  });
  it('does not change when every unit is there twice, but for α, whose chance counts the ratings', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      if (coefficient !== NOMINAL['alpha']) same(coefficient(ratingsOf([...rows, ...rows], FOUR)), coefficient(ratingsOf(rows, FOUR)));
    }));
  });
});

describe('coefficients among themselves', () => {
  it('Conger’s κ of two coders with every unit rated is Cohen’s, and so is its standard error', () => {
    fc.assert(fc.property(complete, (rows) => {
      const data = ratingsOf(rows, FOUR);
      const [cohen, conger] = [cohenKappa(data), congerKappa(data)];
      same(conger.estimate, cohen.estimate);
      if (cohen.se !== null && cohen.se > 1e-6) expect(conger.se).toBeCloseTo(cohen.se, 8);
    }));
  });
  it('α of complete nominal data is Fleiss’ κ corrected for the count of ratings: 1 − α = (1 − κ)(n − 1) / n', () => {
    fc.assert(fc.property(complete, (rows) => {
      const data = ratingsOf(rows, FOUR);
      const [alpha, kappa, n] = [krippendorffAlpha(data).estimate, fleissKappa(data).estimate, 2 * rows.length];
      if (alpha !== null && kappa !== null) expect(1 - alpha).toBeCloseTo(((1 - kappa) * (n - 1)) / n, 10);
    }));
  });
  it('all weighted coefficients with two categories are the plain ones', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 })) as fc.Arbitrary<Row>, { minLength: 3 }), (rows) => {
      const data = ratingsOf(rows, [0, 1]);
      for (const weights of ['linear', 'quadratic', 'ordinal'] as const) {
        same(cohenKappa(data, weights).estimate, cohenKappa(data).estimate);
        same(gwetAC(data, weights).estimate, gwetAC(data).estimate);
      }
      for (const level of ['ordinal', 'interval'] as const) same(krippendorffAlpha(data, level).estimate, krippendorffAlpha(data).estimate);
    }));
  });
  it('α keeps under what its level allows: any monotone change (ordinal), a linear one (interval), a new unit (ratio)', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      const changed = (by: (value: number) => number) => ratingsOf(rows.map((row) => row.map((value) => (value === null ? null : by(value)))));
      const data = ratingsOf(rows);
      same(krippendorffAlpha(changed((value) => value ** 3), 'ordinal').estimate, krippendorffAlpha(data, 'ordinal').estimate);
      same(krippendorffAlpha(changed((value) => 7 - 2 * value), 'interval').estimate, krippendorffAlpha(data, 'interval').estimate);
      same(krippendorffAlpha(changed((value) => 2.54 * value), 'ratio').estimate, krippendorffAlpha(data, 'ratio').estimate);
    }));
  });
  it('is undefined, not 1 and not 0, where every rating is the same', () => {
    const data = ratingsOf([[2, 2, 2], [2, 2, 2], [2, null, 2]]);
    for (const of of [fleissKappa, congerKappa, gwetAC, krippendorffAlpha]) expect(of(data)).toMatchObject({ estimate: null, reason: 'constant' });
    expect(cohenKappa(ratingsOf([[2, 2], [2, 2]]))).toMatchObject({ estimate: null, reason: 'constant' });
    expect(krippendorffAlpha(ratingsOf([[1, null], [null, 2]]))).toMatchObject({ estimate: null, reason: 'too-few', units: 0 });
  });
});

describe('bootstrapAgreement', () => {
  const rows: Row[] = Array.from({ length: 60 }, (_, unit) => [unit % 3, (unit % 7 === 0 ? unit + 1 : unit) % 3, unit % 11 === 0 ? null : unit % 3]);
  const interval = (of: readonly Row[], seed = 1) => bootstrapAgreement(ratingsOf(of), (data) => krippendorffAlpha(data).estimate,
    { resamples: 1500, confidence: 0.95, stream: randomStream(seed, 'test') });

  it('draws units: its middle holds the estimate, and its width is that of the standard error over units', () => {
    const { ciLow, ciHigh } = interval(rows);
    const data = ratingsOf(rows);
    const alpha = krippendorffAlpha(data).estimate ?? NaN;
    expect(ciLow).toBeLessThan(alpha);
    expect(ciHigh).toBeGreaterThan(alpha);
    const { se } = fleissKappa(data);
    expect((ciHigh ?? NaN) - (ciLow ?? NaN)).toBeGreaterThan(2 * 1.96 * (se ?? NaN) * 0.8);
    expect((ciHigh ?? NaN) - (ciLow ?? NaN)).toBeLessThan(2 * 1.96 * (se ?? NaN) * 1.2);
  });
  it.each(['nominal', 'ordinal', 'interval', 'ratio'] as const)('of many units spreads as α’s standard error says, %s', (level) => {
    const many: Row[] = Array.from({ length: 400 }, (_, unit) => {
      const truth = 1 + (unit % 5);
      return [truth, unit % 6 === 0 ? 1 + ((unit * 7) % 5) : truth, unit % 9 === 0 ? null : unit % 4 === 0 ? 1 + ((unit * 3) % 5) : truth];
    });
    const { ciLow, ciHigh } = bootstrapAgreement(ratingsOf(many), (data) => krippendorffAlpha(data, level).estimate,
      { resamples: 2000, confidence: 0.95, stream: randomStream(3, 'test') });
    const { se } = krippendorffAlpha(ratingsOf(many), level, 0.95);
    expect(((ciHigh ?? NaN) - (ciLow ?? NaN)) / (2 * 1.96 * (se ?? NaN))).toBeGreaterThan(0.93);
    expect(((ciHigh ?? NaN) - (ciLow ?? NaN)) / (2 * 1.96 * (se ?? NaN))).toBeLessThan(1.07);
  });
  it('does not depend on the order of the units, and does on the seed', () => {
    expect(interval([...rows].reverse())).toEqual(interval(rows));
    expect(interval(rows, 2)).not.toEqual(interval(rows));
  });
  it('leaves out resamples without variation and says how many', () => {
    const { undefinedResamples } = interval([[0, 0, 0], [0, 0, 0], [1, 1, 1]]);
    // Neither 1 is drawn in (2/3)³ of resamples, and all three are 1 in (1/3)³.
    expect(undefinedResamples / 1500).toBeCloseTo((2 / 3) ** 3 + (1 / 3) ** 3, 1);
  });
});
