import { describe, expect, it } from 'vitest';
import type { CovariateColumn } from '../../../src/stats/correlation/covariates.js';
import { covariate, covariateSamples } from '../../../src/stats/correlation/covariates.js';
import { pairOf } from '../../../src/stats/correlation/pairs.js';
import { partialCorrelation } from '../../../src/stats/correlation/partial.js';

const clinic = nominal(['north', 'south', 'east', 'south', '', 'east'], Uint8Array.of(0, 0, 0, 0, 1, 0));
const rows = (...of: number[]): Uint32Array => Uint32Array.from(of);

describe('covariate', () => {
  it('takes a quantity as it is', () => {
    const values = Float64Array.of(3, 1, 2);
    const age = covariate({ kind: 'number', name: 'age', values, missing: new Uint8Array(3) });
    expect(covariateSamples([age], rows(0, 2))!.map((sample) => [...sample.values])).toEqual([[3, 2]]);
  });

  it('turns g groups into g − 1 indicators, the first by code unit being the reference', () => {
    expect(shown(covariateSamples([covariate(clinic)], rows(0, 1, 2, 3, 5)))).toEqual({
      'clinic=north': [1, 0, 0, 0, 0],
      'clinic=south': [0, 1, 0, 1, 0],
    });
  });

  it('takes declared levels in their order and drops those that do not occur', () => {
    const declared = { ...clinic, levels: [{ value: 'west' }, { value: 'south' }, { value: 'east' }] };
    const samples = covariateSamples([covariate(declared)], rows(0, 1, 2, 3, 5));
    expect(Object.keys(shown(samples))).toEqual(['clinic=east', 'clinic=north']);
  });

  it('counts only the groups that occur on the rows at hand', () => {
    expect(shown(covariateSamples([covariate(clinic)], rows(1, 2, 3)))).toEqual({ 'clinic=south': [1, 0, 1] });
  });

  it('is none where one group is all there is', () => {
    expect(covariateSamples([covariate(clinic)], rows(1, 3))).toBeNull();
  });

  it('must have a value on every row', () => {
    expect(() => covariateSamples([covariate(clinic)], rows(1, 4))).toThrow('covariate "clinic" has no value on row 4');
  });

  it('gives the same partial correlation whichever group is the reference', () => {
    const pair = pairOf(Float64Array.of(1, 4, 2, 6, 3, 5, 7), Float64Array.of(2, 1, 4, 4, 9, 3, 6));
    const groups = nominal(['a', 'b', 'c', 'a', 'b', 'c', 'a'], new Uint8Array(7));
    for (const method of ['spearman', 'pearson', 'kendall'] as const) {
      const found = ['a', 'b', 'c'].map((first) => {
        const column = { ...groups, levels: [{ value: first }] };
        return partialCorrelation({ method, covariates: [covariate(column)] }).coefficient!(pair).estimate!;
      });
      expect(Math.abs(found[0]!)).toBeGreaterThan(0.01);
      expect(found[1]).toBeCloseTo(found[0]!, 13);
      expect(found[2]).toBeCloseTo(found[0]!, 13);
    }
  });
});

function nominal(values: string[], missing: Uint8Array): CovariateColumn {
  return { kind: 'nominal', name: 'clinic', values, missing };
}

function shown(samples: ReturnType<typeof covariateSamples>): Record<string, number[]> {
  return Object.fromEntries(samples!.map((sample) => [sample.name, [...sample.values]]));
}
