import { describe, expect, it } from 'vitest';
import { cohensD, hedgesCorrection, pairedCohensD } from '../../../src/stats/groups/cohens-d.js';
import { expectClose, goldenJson } from './golden-groups.js';

const golden = goldenJson<{
  cohensD: { a: number[]; b: number[]; d: number; ci: [number, number]; g: number; gCi: [number, number] }[];
}>('group-effects.json');

describe('cohensD has the interval of the noncentral t at 30 digits (group-effects.py)', () => {
  it.each(golden.cohensD)('$a against $b', ({ a, b, d, ci, g, gCi }) => {
    const found = cohensD(Float64Array.from(a), Float64Array.from(b));
    expectClose(found.cohensD.estimate, d, 1e-12);
    expectClose(found.cohensD.ciLow, ci[0], 1e-10);
    expectClose(found.cohensD.ciHigh, ci[1], 1e-10);
    expectClose(found.hedgesG.estimate, g, 1e-12);
    expectClose(found.hedgesG.ciLow, gCi[0], 1e-10);
    expectClose(found.hedgesG.ciHigh, gCi[1], 1e-10);
  });
});

describe('cohensD', () => {
  const a = Float64Array.of(5.1, 6.2, 7.7, 8.1);
  const b = Float64Array.of(6.5, 7.1, 9.9);
  it('turns round with the groups and does not change with the unit', () => {
    const found = cohensD(a, b).cohensD;
    const turned = cohensD(b, a).cohensD;
    expectClose(turned.estimate, -found.estimate!, 1e-13);
    expectClose(turned.ciLow, -found.ciHigh!, 1e-10);
    expectClose(cohensD(a.map((x) => 18 * x + 3), b.map((x) => 18 * x + 3)).cohensD.estimate, found.estimate, 1e-12);
  });
  it('is undefined without spread, and without two degrees of freedom there is no g', () => {
    const equal = cohensD(Float64Array.of(1, 1), Float64Array.of(2, 2));
    expect(equal.cohensD).toMatchObject({ estimate: null, reason: 'constant' });
    expect(cohensD(new Float64Array(), a).hedgesG).toMatchObject({ estimate: null, reason: 'empty-group' });
    expect(cohensD(Float64Array.of(1), Float64Array.of(2)).cohensD.reason).toBe('too-few');
    const three = cohensD(Float64Array.of(1), Float64Array.of(2, 5));
    expect(three.hedgesG).toMatchObject({ estimate: null, reason: 'too-few' });
    expect(three.cohensD.reason).toBeNull();
  });
});

describe('pairedCohensD', () => {
  it('is the mean change over its standard deviation', () => {
    const { cohensD: d } = pairedCohensD(Float64Array.of(1, 2, 3, 6));
    expectClose(d.estimate, 3 / Math.sqrt(14 / 3), 1e-14);
    expect(d.ciLow!).toBeLessThan(d.estimate!);
    expect(d.ciHigh!).toBeGreaterThan(d.estimate!);
  });
  it('is undefined for fewer than two pairs, and for one change throughout', () => {
    expect(pairedCohensD(Float64Array.of(1)).cohensD.reason).toBe('too-few');
    expect(pairedCohensD(new Float64Array()).cohensD.reason).toBe('empty-group');
    expect(pairedCohensD(Float64Array.of(2, 2, 2)).cohensD.reason).toBe('constant');
  });
});

it('hedgesCorrection is R gamma(m / 2) / (sqrt(m / 2) * gamma((m - 1) / 2))', () => {
  expectClose(hedgesCorrection(2), 1 / Math.sqrt(Math.PI), 1e-14);
  expect([3, 10, 50].map((df) => hedgesCorrection(df).toFixed(7))).toEqual(['0.7236013', '0.9227456', '0.9849119']);
});
