import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { WeightName } from '../../src/qualitative/agreement-weights.js';
import { brennanPrediger } from '../../src/qualitative/brennan-prediger.js';
import { cohenKappa } from '../../src/qualitative/cohen-kappa.js';
import { congerKappa } from '../../src/qualitative/conger-kappa.js';
import { fleissKappa, fleissZ } from '../../src/qualitative/fleiss-kappa.js';
import { gwetAC } from '../../src/qualitative/gwet-ac.js';
import { krippendorffAlpha } from '../../src/qualitative/krippendorff-alpha.js';
import { lightKappa } from '../../src/qualitative/light-kappa.js';
import { percentAgreement } from '../../src/qualitative/percent-agreement.js';
import { ofCoders, ratingsOf } from '../../src/qualitative/ratings.js';

interface Golden {
  readonly rows: readonly (readonly (number | null)[])[];
  readonly expected: Readonly<Record<string, number | readonly [number, number]>>;
}

/** Made by fixtures/golden/agreement.R. */
const golden: readonly Golden[] = JSON.parse(readFileSync(new URL('../../fixtures/golden/agreement.json', import.meta.url), 'utf8'));
const WEIGHTS: Readonly<Record<string, WeightName>> = { unweighted: 'identity', linear: 'linear', quadratic: 'quadratic', ordinal: 'ordinal' };
const OURS = { pa: percentAgreement, gwet: gwetAC, fleiss: fleissKappa, conger: congerKappa, bp: brennanPrediger };

describe.each(golden.map((set, index) => [index + 1, set] as const))('random reliability data %i, by irrCAC and irr', (_, { rows, expected }) => {
  const data = ratingsOf(rows);
  const both = ofCoders(data, [0, 1]);

  it.each(Object.keys(OURS) as (keyof typeof OURS)[])('%s with every kind of weights: estimate and standard error', (name) => {
    for (const [theirs, weights] of Object.entries(WEIGHTS)) {
      const { estimate, se } = OURS[name](data, weights);
      const [value, error] = expected[`${name} ${theirs}`] as [number, number];
      expect(estimate).toBeCloseTo(value, 5);
      // irrCAC's raw functions divide by n − 1 for two coders too.
      const units = rows.filter((row) => row.some((rating) => rating !== null)).length;
      expect((se ?? NaN) * (data.coders === 2 ? Math.sqrt(units / (units - 1)) : 1)).toBeCloseTo(error, 4);
    }
  });

  it('α’s standard error is irrCAC’s within a twentieth, which treats the count of ratings as fixed', () => {
    for (const [theirs, level] of [['unweighted', 'nominal'], ['quadratic', 'interval']] as const) {
      const [, error] = expected[`krippen ${theirs}`] as [number, number];
      expect((krippendorffAlpha(data, level, 0.95).se ?? NaN) / error).toBeCloseTo(1, 1);
    }
  });

  it('nominal and interval α are its α unweighted and with quadratic weights', () => {
    expect(krippendorffAlpha(data).estimate).toBeCloseTo((expected['krippen unweighted'] as [number, number])[0], 5);
    expect(krippendorffAlpha(data, 'interval').estimate).toBeCloseTo((expected['krippen quadratic'] as [number, number])[0], 5);
  });

  it.skipIf(!('irr fleiss' in expected))('Fleiss, Conger, Light and Cohen with their z, to 1e-12', () => {
    const found = {
      'irr fleiss': fleissKappa(data).estimate, 'irr conger': congerKappa(data).estimate, 'irr light': lightKappa(data).estimate,
      'irr kappa2 unweighted': cohenKappa(both).estimate, 'irr kappa2 unweighted z': cohenKappa(both).z,
      'irr kappa2 equal': cohenKappa(both, 'linear').estimate, 'irr kappa2 equal z': cohenKappa(both, 'linear').z,
      'irr kappa2 squared': cohenKappa(both, 'quadratic').estimate, 'irr kappa2 squared z': cohenKappa(both, 'quadratic').z,
    };
    for (const [name, value] of Object.entries(found)) expect(Math.abs((value ?? NaN) - (expected[name] as number))).toBeLessThan(1e-12);
    // irr rounds the statistic to three decimals.
    expect(fleissZ(data)).toBeCloseTo(expected['irr fleiss z'] as number, 3);
  });
});
