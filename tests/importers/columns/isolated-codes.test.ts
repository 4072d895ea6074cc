import { describe, expect, it } from 'vitest';
import { isolatedCodes } from '../../../src/importers/columns/isolated-codes.js';
import { readText, warning, warningCodes } from '../reading.js';

const codes = (...values: number[]) => isolatedCodes(Float64Array.from(values).sort());
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('isolatedCodes', () => {
  it.each([
    ['-99 beside answers from 1 to 6', [...range(1, 6), -99], [-99]],
    ['-9 and -8 beside ages', [...range(18, 80), -9, -8], [-9, -8]],
    ['-1 below a scale that starts at 1', [...range(1, 5), -1], [-1]],
    ['99 above a scale', [...range(1, 5), 99], [99]],
    ['999 above ages', [...range(18, 90), 999], [999]],
    ['77 and 99 above 1 and 2 (NHANES)', [1, 2, 77, 99], [77, 99]],
    ['7 and 9 above 1 and 2 (NHANES)', [1, 2, 7, 9], [7, 9]],
    ['7 and 9 above education from 1 to 5 (NHANES)', [...range(1, 5), 7, 9], [7, 9]],
    ['codes on both sides', [-99, ...range(1, 6), 99], [-99, 99]],
  ])('finds %s', (_, values, found) => expect(codes(...values)).toEqual(found));

  it.each([
    ['99 among ages up to 90', [...range(18, 90), 99]],
    ['a scale from 1 to 9', range(1, 9)],
    ['a scale from 0 to 10', range(0, 10)],
    ['a scale from -3 to 3', range(-3, 3)],
    ['-1 beside 0 and 1', [-1, 0, 1]],
    ['temperatures below zero', [-12, -9, -3, 0, 4, 8]],
    ['counts with a gap', [0, 1, 2, 3, 5, 7]],
    ['measured values', [2.5, 3.75, 9]],
    ['one value beside a code', [1, -99]],
    ['percentages', [0, 25, 50, 75, 99, 100]],
    ['no values', []],
  ])('leaves %s alone', (_, values) => expect(codes(...values)).toEqual([]));
});

describe('the warning of a code', () => {
  it('names what to type, for the column alone where the code is an ordinary value elsewhere', async () => {
    const dataset = await readText('participant_id,q1,age,income\na,1,54,2000\nb,2,9,-99\nc,9,61,3000\nd,9,47,2500\n');
    expect(dataset.warnings).toEqual([
      { code: 'W_MISSING_CODE',
        message: 'Holds 9 (2 cells), apart from its other values, 1 to 2. If it means missing, type --na q1=9.',
        where: '<stdin>:4:q1' },
      { code: 'W_MISSING_CODE',
        message: 'Holds -99 (1 cell), apart from its other values, 2000 to 3000. If it means missing, type --na -99.',
        where: '<stdin>:3:income' },
    ]);
  });

  it('is gone once the code is declared', async () => {
    const text = 'participant_id,q1\na,1\nb,2\nc,-99\n';
    expect(warning(await readText(text), 'W_MISSING_CODE').message).toContain('--na -99.');
    expect(warningCodes(await readText(text, { na: ['-99'] }))).toEqual([]);
  });
});
