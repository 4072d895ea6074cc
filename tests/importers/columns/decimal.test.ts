import { describe, expect, it } from 'vitest';
import { columnOf, readText, valuesOf, warning, warningCodes } from '../reading.js';

describe('the decimal mark', () => {
  it('is a comma where ";" separates cells and numbers are written so', async () => {
    const dataset = await readText('id;a;b\nx;3,75;,8989\ny;-,668;4\n');
    expect(dataset.reading.decimal)
      .toEqual({ value: ',', why: '";" separates cells, and 2 columns of numbers use a comma' });
    expect(valuesOf(dataset, 'a')).toEqual([3.75, -0.668]);
    expect(valuesOf(dataset, 'b')).toEqual([0.8989, 4]);
  });

  it('is a point where ";" separates cells and numbers are written so', async () => {
    const dataset = await readText('id;a\nx;3.75\ny;4.5\n');
    expect(dataset.reading.decimal).toEqual({ value: '.', why: '1 column of numbers use a point' });
    expect(valuesOf(dataset, 'a')).toEqual([3.75, 4.5]);
  });

  it('is a comma between commas only by declaration, because "1,234" may be thousands', async () => {
    const text = 'id,a\nx,"1,54"\ny,"1,84"\n';
    expect(columnOf(await readText(text), 'a').kind).toBe('text');
    expect(valuesOf(await readText(text, { decimal: ',' }), 'a')).toEqual([1.54, 1.84]);
  });

  it('may differ between columns, with a warning', async () => {
    const dataset = await readText('id;a;b;c\nx;3,75;1,5;2.5\ny;4,25;2,5;3\n');
    expect(valuesOf(dataset, 'c')).toEqual([2.5, 3]);
    expect(warning(dataset, 'W_DECIMAL_MIXED')).toEqual({ code: 'W_DECIMAL_MIXED',
      message: 'Read with "." as decimal mark, unlike the other columns.', where: '<stdin>:1:c' });
  });

  it('of a column with both marks says what to write, since no option reads every cell', async () => {
    const dataset = await readText('hba1c\n7.1\n"7,3"\n6.8\n8.2\n7.7\n');
    expect(warning(dataset, 'W_NUMBER_UNREADABLE').message).toContain('write 7,3 as 7.3 in a copy');
    expect(warning(dataset, 'W_NUMBER_UNREADABLE').message).not.toContain('--decimal');
  });
  it('does not turn 1.234 beside decimal commas into 1.234 where 1234 may be meant', async () => {
    const dataset = await readText('id;a;b\nx;3,75;1.234\ny;4,25;5.678\n');
    expect(columnOf(dataset, 'b').kind).toBe('text');
    expect(warning(dataset, 'W_NUMBER_RULE').message)
      .toContain('--thousands . reads 1.234 as 1234, --decimal . as 1.234.');
  });

  it('is a point when asked for, even between semicolons', async () => {
    const dataset = await readText('id;a\nx;3,75\ny;4,25\n', { decimal: '.' });
    expect(dataset.reading.decimal).toEqual({ value: '.', why: 'asked for' });
    expect(warningCodes(dataset)).toEqual(['W_NUMBER_RULE']);
  });
});
