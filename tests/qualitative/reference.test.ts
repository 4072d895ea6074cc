import { describe, expect, it } from 'vitest';
import { brennanPrediger } from '../../src/qualitative/brennan-prediger.js';
import { cohenKappa } from '../../src/qualitative/cohen-kappa.js';
import { congerKappa } from '../../src/qualitative/conger-kappa.js';
import { fleissKappa, fleissKappaOf, fleissZ } from '../../src/qualitative/fleiss-kappa.js';
import { gwetAC } from '../../src/qualitative/gwet-ac.js';
import { krippendorffAlpha } from '../../src/qualitative/krippendorff-alpha.js';
import { lightKappa } from '../../src/qualitative/light-kappa.js';
import { percentAgreement, percentUnanimous } from '../../src/qualitative/percent-agreement.js';
import { ofCoders } from '../../src/qualitative/ratings.js';
import type { Ratings } from '../../src/qualitative/ratings.js';
import { unitizedAlpha, unitizedDisagreement } from '../../src/qualitative/unitized-alpha.js';
import { absent, fromTable, ratingsFrom, reference, vision } from './reference.js';

/** To the digits that are given: half a unit of the last decimal, 1e-9 where there are nine or more. */
function expectPrinted(found: number | null, printed: number): void {
  const decimals = String(printed).split('.')[1]?.length ?? 0;
  expect(found).not.toBeNull();
  expect(Math.abs((found ?? NaN) - printed)).toBeLessThan(decimals >= 9 ? 1e-9 : 0.500001 * 10 ** -Math.min(decimals, 9));
}

describe.skipIf(absent)('published agreement (skipped where ../shared is absent)', () => {
  it.each<[string, (data: Ratings) => number | null]>([
    ['alpha_nominal', (data) => krippendorffAlpha(data).estimate],
    ['alpha_ordinal', (data) => krippendorffAlpha(data, 'ordinal').estimate],
    ['alpha_interval', (data) => krippendorffAlpha(data, 'interval').estimate],
    ['alpha_ratio', (data) => krippendorffAlpha(data, 'ratio').estimate],
    ['pct_agreement_irrCAC', (data) => percentAgreement(data).estimate],
    ['gwet_AC1', (data) => gwetAC(data).estimate],
    ['gwet_AC1_se', (data) => gwetAC(data).se],
    ['fleiss_kappa_missing_aware_irrCAC', (data) => fleissKappa(data).estimate],
    ['conger_kappa_irrCAC', (data) => congerKappa(data).estimate],
    ['brennan_prediger', (data) => brennanPrediger(data).estimate],
    ['AC2_linear', (data) => gwetAC(data, 'linear').estimate],
    ['AC2_quadratic', (data) => gwetAC(data, 'quadratic').estimate],
    ['AC2_ordinal_weights', (data) => gwetAC(data, 'ordinal').estimate],
    ['BP_quadratic', (data) => brennanPrediger(data, 'quadratic').estimate],
  ])('Krippendorff’s data with missing ratings (4 coders, 12 units): %s', (name, of) => {
    expectPrinted(of(ratingsFrom('krippendorff_C_data')), reference['krippendorff_C_data'].expected[name]);
  });

  it('ordinal α is Krippendorff’s, not irrCAC’s α with "ordinal" weights (.8336 for .8154)', () => {
    const data = ratingsFrom('krippendorff_C_data');
    const { traps } = reference['krippendorff_C_data'];
    expect(Math.abs((krippendorffAlpha(data, 'ordinal').estimate ?? 0) - traps.irrCAC_weights_ordinal_alpha)).toBeGreaterThan(0.01);
  });

  it.each<[string, (data: Ratings) => number | null]>([
    ['fleiss_kappa', (data) => fleissKappa(data).estimate],
    ['fleiss_z', fleissZ],
    ['conger_exact', (data) => congerKappa(data).estimate],
    ['light_kappa', (data) => lightKappa(data).estimate],
    ['cohen_kappa_rater2_rater3', (data) => cohenKappa(ofCoders(data, [1, 2])).estimate],
    ['cohen_z_2_3', (data) => cohenKappa(ofCoders(data, [1, 2])).z],
    ['gwet_AC1', (data) => gwetAC(data).estimate],
    ['gwet_AC1_se', (data) => gwetAC(data).se],
    ['krippendorff_alpha', (data) => krippendorffAlpha(data).estimate],
    ['brennan_prediger', (data) => brennanPrediger(data).estimate],
  ])('Fleiss 1971, diagnoses by 6 raters: %s', (name, of) => {
    expectPrinted(of(ratingsFrom('fleiss_1971_diagnoses')), reference['fleiss_1971_diagnoses'].expected[name]);
  });

  it('Fleiss 1971: κ of each category', () => {
    const data = ratingsFrom('fleiss_1971_diagnoses');
    const { per_category_fleiss: printed } = reference['fleiss_1971_diagnoses'].expected;
    expect(data.categories).toEqual(Object.keys(printed));
    data.categories.forEach((category, place) => expectPrinted(fleissKappaOf(place, data), printed[category]));
  });

  it.each<[string, (data: Ratings) => number | null]>([
    ['kappa_12_unweighted', (data) => cohenKappa(ofCoders(data, [0, 1])).estimate],
    ['kappa_12_linear_equal', (data) => cohenKappa(ofCoders(data, [0, 1]), 'linear').estimate],
    ['kappa_12_quadratic', (data) => cohenKappa(ofCoders(data, [0, 1]), 'quadratic').estimate],
    ['pct_agree_all3', (data) => percentUnanimous(data).estimate],
  ])('anxiety, 3 raters, 1 to 6: %s', (name, of) => {
    expectPrinted(of(ratingsFrom('anxiety')), reference['anxiety'].expected[name]);
  });

  it.each([['ordinal', 0.228386945292322], ['interval', 0.170098607888631]] as const)(
    'anxiety: %s α counts the n pairable ratings, where irr 0.84.1 counts n (m − 1) of complete data from m > 2 coders', (level, byDefinition) => {
      const { estimate } = krippendorffAlpha(ratingsFrom('anxiety'), level);
      expect(estimate).toBeCloseTo(byDefinition, 11);
      const [n, m] = [60, 3];
      const asIrr = 1 - ((1 - (estimate ?? NaN)) * (n / (n - 1)) * (n * (m - 1) - 1)) / (n * (m - 1));
      expectPrinted(asIrr, reference['anxiety'].expected[`alpha_${level}`]);
    });

  it.each([
    ['kappa_unweighted', 'identity'], ['kappa_linear', 'linear'], ['kappa_quadratic', 'quadratic'],
  ] as const)('distance vision of 7,477 women: %s', (name, weights) => {
    expectPrinted(cohenKappa(vision(), weights).estimate, reference['vision'].expected[name]);
  });

  it('video, 4 raters: percent on which all agree, exactly and within 1', () => {
    const data = ratingsFrom('video');
    expect(100 * (percentUnanimous(data).estimate ?? NaN)).toBeCloseTo(reference['video'].expected['pct_agree'], 9);
    expect(100 * (percentUnanimous(data, 1).estimate ?? NaN)).toBeCloseTo(reference['video'].expected['pct_agree_tolerance1'], 9);
  });

  it.each<[string, (data: Ratings) => number | null]>([
    ['cohen', (data) => cohenKappa(data).estimate],
    ['cohen_se', (data) => cohenKappa(data).se],
    ['scott_pi', (data) => fleissKappa(data).estimate],
    ['AC1', (data) => gwetAC(data).estimate],
    ['AC1_se', (data) => gwetAC(data).se],
    ['brennan_prediger', (data) => brennanPrediger(data).estimate],
    ['BP_se', (data) => brennanPrediger(data).se],
    ['alpha', (data) => krippendorffAlpha(data).estimate],
    ['pct', (data) => percentAgreement(data).estimate],
  ])('Gwet’s two abstractors, 100 units: %s', (name, of) => {
    expectPrinted(of(ratingsFrom('gwet_cont3x3abstractors')), reference['gwet_cont3x3abstractors'].expected[name]);
  });

  it('u-α of Krippendorff 2004, p. 254: disagreements of each code and α of both', () => {
    const { coders, expected } = reference['krippendorff_2004_unitizing'];
    const marked = (code: string): { start: number; end: number }[][] => Object.values<[string, number, number][]>(coders).map((units) =>
      units.filter(([category]) => category === code).map(([, begin, length]) => ({ start: begin - 150, end: begin - 150 + length }))
        .sort((a, b) => a.start - b.start));
    const codes = ['c', 'k'].map((code) => unitizedDisagreement([{ length: 300, coders: marked(code) }]));
    ['c', 'k'].forEach((code, place) => {
      expectPrinted(codes[place].observed, expected[code].Do.toFixed(4));
      expectPrinted(codes[place].expected, expected[code].De.toFixed(4));
      expect(unitizedAlpha([codes[place]]).estimate).toBeCloseTo(expected[code].alpha, 3);
    });
    expect(Math.abs((unitizedAlpha(codes).estimate ?? NaN) - expected.u_alpha)).toBeLessThan(expected.tolerance);
  });

  it('ATLAS.ti’s manual, ten segments: percent 60, α .095', () => {
    const data = ratingsFrom('atlas_ti_manual_10_segments');
    const { expected } = reference['atlas_ti_manual_10_segments'];
    expectPrinted(percentAgreement(data).estimate, expected['pct']);
    expectPrinted(krippendorffAlpha(data).estimate, expected['alpha']);
    expect(Math.round(100 * cohenKappa(data).expected!) / 100).toBe(expected['chance']);
  });

  it('chance is both yes plus both no over all characters: not QualCoder’s product over coded ones (κ .206 for .314)', () => {
    const { expected, peer_bug: bug } = reference['nvivo_help_1000_chars'];
    const data = fromTable([[800, 75], [75, 50]]);
    expectPrinted(percentAgreement(data).estimate, expected['pct']);
    expectPrinted(cohenKappa(data).estimate, expected['kappa_if_75_75']);
    expect(Math.abs((cohenKappa(data).estimate ?? 0) - bug.value_for_this_case)).toBeGreaterThan(0.1);
  });
});
