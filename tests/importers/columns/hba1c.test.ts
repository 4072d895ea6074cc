import { describe, expect, it } from 'vitest';
import { judgeHba1c } from '../../../src/importers/columns/hba1c.js';
import { columnOf, readText, warning, warningCodes } from '../reading.js';

const judge = (...values: number[]) => judgeHba1c(values.map((value, firstRow) => ({ value, count: 1, firstRow })),
  (row) => `f:${row + 2}`);

describe('judgeHba1c', () => {
  it('takes a median of 20 or less for %', () => expect(judge(5.4, 7, 14)).toEqual({ unit: '%', warnings: [] }));

  it('takes a median above 20 for mmol/mol, and gives the NGSP master equation', () => {
    const { unit, warnings } = judge(42, 48, 53, 64);
    expect(unit).toBe('mmol/mol');
    expect(warnings).toEqual([{
      code: 'W_HBA1C_MMOL',
      message: 'HbA1c is in mmol/mol (median 50.5) and is kept so; % = 0.09148 × mmol/mol + 2.152 (NGSP).',
      where: 'f:2',
    }]);
  });

  it('warns of both units in one column, at the first cell of the rarer one, and decides for neither', () => {
    const { unit, warnings } = judge(7.1, 6.5, 48, 8);
    expect(unit).toBeNull();
    expect(warnings).toMatchObject([{ code: 'W_HBA1C_MIXED', where: 'f:4' }]);
    expect(judge(7.1, 48, 52, 60).warnings.map(({ code }) => code)).toEqual(['W_HBA1C_MIXED', 'W_HBA1C_MMOL']);
  });

  it('counts every cell in its median', () => {
    expect(judgeHba1c([{ value: 7, count: 1, firstRow: 0 }, { value: 50, count: 3, firstRow: 1 }], String)
      .warnings.at(-1)?.message).toContain('median 50');
  });

  it('says nothing of a column without values', () => expect(judge()).toEqual({ unit: null, warnings: [] }));
});

describe('an HbA1c column', () => {
  it('is flagged where it is read, and its values are not converted', async () => {
    const dataset = await readText('participant_id,HbA1c\na,42\nb,48\n');
    expect(columnOf(dataset, 'HbA1c')).toMatchObject({ unit: 'mmol/mol', values: Float64Array.of(42, 48) });
    expect(warning(dataset, 'W_HBA1C_MMOL').where).toBe('<stdin>:2:HbA1c');
  });

  it('that needs a rule to be read says so though most of it is text', async () => {
    expect(warningCodes(await readText('participant_id,hba1c\na,unclear\nb,7.2%\nc,not done yet\n')))
      .toEqual(['W_NUMBER_RULE']);
  });
});
