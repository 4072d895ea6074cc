import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { correlate } from '../../../src/index.js';
import { readSurvey } from '../../../src/importers/survey.js';
import { columnOf } from '../reading.js';

const FOLDER = fileURLToPath(new URL('../../../fixtures/golden/', import.meta.url));

interface Golden {
  readonly pairs: readonly { readonly x: string; readonly y: string; readonly n: number; readonly rho: string; readonly p: string; readonly rhoWithCodesKept: string }[];
  readonly values: Readonly<Record<string, readonly (number | string | null)[]>>;
  readonly missing: Readonly<Record<string, readonly number[]>>;
}

const golden = JSON.parse(readFileSync(`${FOLDER}user-missing.json`, 'utf8')) as Golden;

describe.each(['user-missing-byte.sav', 'user-missing-none.sav', 'user-missing-zsav.zsav'])('%s, written by R\'s haven', (file) => {
  it('gives R\'s Spearman rho and p with the declared values missing', async () => {
    const dataset = await readSurvey(`${FOLDER}${file}`);
    for (const { x, y, n, rho, p, rhoWithCodesKept } of golden.pairs) {
      const { estimates: [found] } = await correlate(dataset, { outcome: y, vars: [x] });
      expect(found.n).toBe(n);
      expect(found.estimate).toBeCloseTo(Number(rho), 13);
      expect(found.p).toBeCloseTo(Number(p), 12);
      expect(Math.abs(Number(rho) - Number(rhoWithCodesKept))).toBeGreaterThan(0.09);
    }
  });

  it('has R\'s value, or R\'s reason why there is none, in every cell', async () => {
    const dataset = await readSurvey(`${FOLDER}${file}`);
    expect(dataset.columns.map(({ name }) => name)).toEqual(Object.keys(golden.values));
    for (const [name, values] of Object.entries(golden.values)) {
      const column = columnOf(dataset, name);
      expect([...column.missing]).toEqual(golden.missing[name]);
      const present = values.filter((_, row) => column.missing[row] === 0);
      expect([...column.values].filter((_, row) => column.missing[row] === 0)).toEqual(present);
    }
  });
});
