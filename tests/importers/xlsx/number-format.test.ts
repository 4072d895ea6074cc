import { describe, expect, it } from 'vitest';
import { formatKind } from '../../../src/importers/xlsx/number-format.js';

describe('formatKind', () => {
  it.each(['yyyy-mm-dd', 'd/m/yy', 'mmm', 'mm-dd', '[$-409]d\\-mmm\\-yy;@', 'm/d/yyyy h:mm', '[Red]dd/mm/yyyy', '"on" dddd', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy'])('%s shows a day', (code) => {
    expect(formatKind(164, code)).toBe('date');
  });

  it.each(['h:mm', 'mm:ss', '[h]:mm:ss', '[ss]', 'h:mm AM/PM', 'mm:ss.0'])('%s shows a time without a day', (code) => {
    expect(formatKind(164, code)).toBe('time');
  });

  it.each(['0.00', '#,##0', '0%', '0.00E+00', 'General', '"day" 0', '[Red]0;[Blue]-0', '\\d0', '_d0', '*y0', '@', '', '# ?/?', '[$€-407] 0.00', '[>=100]0;0.0', '0 "mmol/mol"', '0;"dd/mm/yyyy"'])('%j shows a number', (code) => {
    expect(formatKind(164, code)).toBe('number');
  });

  it('knows the formats without a code, and believes a code before a number', () => {
    expect([14, 22, 30, 57].map((id) => formatKind(id, undefined))).toEqual(['date', 'date', 'date', 'date']);
    expect([18, 21, 34, 47].map((id) => formatKind(id, undefined))).toEqual(['time', 'time', 'time', 'time']);
    expect([0, 1, 9, 11, 49, 164].map((id) => formatKind(id, undefined))).toEqual(Array(6).fill('number'));
    expect(formatKind(14, '0.0')).toBe('number');
  });
});
