import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkThousands, plainNumber, readNumber } from '../../../src/importers/columns/numbers.js';
import type { NumberRules } from '../../../src/importers/columns/numbers.js';
import { columnOf, failure, readText, valuesOf, warning, warningCodes } from '../reading.js';

const NO_RULES: NumberRules = { thousands: null, percent: null, censored: null };
const read = (text: string, rules: Partial<NumberRules> = {}, decimal: '.' | ',' = '.') =>
  readNumber(text, decimal, { ...NO_RULES, ...rules });

describe('plainNumber', () => {
  it.each([
    ['12', 12], ['-.668', -0.668], ['5.', 5], ['+3', 3], ['1e3', 1000], ['1.5E-05', 1.5e-5], [' 7 ', 7],
      ['\u22122.5', -2.5], ['007', 7],
  ])('reads %j as %d', (text, value) => expect(plainNumber(text, '.')).toBe(value));

  it.each([
    ['4951e7386'], ['1e400'], ['-1e999'], ['Infinity'], ['INF'], ['NaN'], ['0x10'], ['1_000'], ['1 234'], ['1,234'],
      ['.'], ['-'], [''], ['1.2.3'], ['12.12.1996'], ['1e'], ['--1'], ['١٢'],
  ])('does not read %j', (text) => expect(plainNumber(text, '.')).toBeNull());

  it.each([['3,75', 3.75], [',8989', 0.8989], ['-,668', -0.668], ['70', 70]])('reads %j with a decimal comma',
    (text, value) => {
    expect(plainNumber(text, ',')).toBe(value);
  });

  it('does not read a point where the comma is the decimal mark', () => expect(plainNumber('3.75', ',')).toBeNull());

  it('reads back every finite double that is written', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true })
      .filter((value) => !Object.is(value, -0)), (value) => {
      expect(plainNumber(String(value), '.')).toBe(value);
      expect(plainNumber(String(value).replace('.', ','), ',')).toBe(value);
    }));
  });
});

describe('readNumber', () => {
  it.each([
    ['7.2%', 'percent'], ['>14', 'censored'], ['<= 4', 'censored'], ['≥4.5', 'censored'], ['> 14 %', 'censored'],
      ['1,234', 'thousands'], ["1'234.5", 'thousands'],
    ['3,75', 'decimal'], ['$4.00', 'currency'], ['4 €', 'currency'], ['167/92', 'other'], ['#REF!', 'other'],
      ['INF', 'other'], ['19 but poor collection', 'other'], ['>high', 'other'], ['4951e7386', 'other'],
  ])('without a rule finds %j unreadable, as %s', (text, form) =>
    expect(read(text)).toEqual({ value: null, missing: false, form }));

  it('reads by the rule that was given', () => {
    expect(read('7.2%', { percent: 'number' })).toEqual({ value: 7.2, form: 'percent' });
    expect(read('7.2 %', { percent: 'missing' })).toEqual({ value: null, missing: true, form: 'percent' });
    expect(read('>14', { censored: 'limit' })).toEqual({ value: 14, form: 'censored' });
    expect(read('>14', { censored: 'missing' })).toEqual({ value: null, missing: true, form: 'censored' });
    expect(read('1,234,567.8', { thousands: ',' })).toEqual({ value: 1234567.8, form: null });
    expect(read('1.234,5', { thousands: '.' }, ',')).toEqual({ value: 1234.5, form: null });
    expect(read('1\u202f234', { thousands: ' ' })).toEqual({ value: 1234, form: null });
    expect(read('>14%', { censored: 'limit', percent: 'number' })).toEqual({ value: 14, form: 'censored' });
  });

  it('reads groups of three only', () => {
    expect(read('1,23', { thousands: ',' })).toMatchObject({ value: null });
    expect(read('12,34,567', { thousands: ',' })).toMatchObject({ value: null });
    expect(read('1234,567', { thousands: ',' })).toMatchObject({ value: null });
  });
});

describe('checkThousands', () => {
  it('refuses the decimal mark, and more than one character', () => {
    expect(() => checkThousands('.', '.')).toThrow(expect.objectContaining({ code: 'E_OPTION_VALUE',
      hint: 'For example: --thousands . --decimal ,' }));
    expect(() => checkThousands('0', '.')).toThrow(expect.objectContaining({ code: 'E_OPTION_VALUE' }));
    expect(() => checkThousands(',', '.')).not.toThrow();
  });
});

describe('a number column', () => {
  const CELLS = ['12', '>14', '7.2%', '"1,234"', '#REF!', '>14', '19 but poor collection', '13', '14', '15', '16', '17',
    '18', 'INF', '19', '167/92', '20', '21'];
  const SURVEY = `id,x\n${CELLS.map((cell, row) => `P${row},${cell}\n`).join('')}`;

  it('lists what it cannot read, with line and count, and what to type', async () => {
    const dataset = await readText(SURVEY);
    expect(columnOf(dataset, 'x').kind).toBe('number');
    expect(valuesOf(dataset, 'x').filter((value) => value === '[unreadable]')).toHaveLength(8);
    const { message, where } = warning(dataset, 'W_NUMBER_UNREADABLE');
    expect(where).toBe('<stdin>:3:x');
    expect(message).toBe([
      '8 of 18 cells are no numbers and left out:',
      '">14" (line 3, 2 cells), "7.2%" (line 4), "1,234" (line 5), "#REF!" (line 6), "19 but poor collection" (line 8)',
      'and 2 other texts.',
      '--censored limit reads >14 as its limit, --censored missing leaves it out.',
      '--percent number reads 7.2% as the number before the sign, --percent missing leaves it out.',
      '--thousands , reads 1,234 as 1234, --decimal , as 1.234.',
      'Correct them in a copy; where one such as "#REF!" means missing, type --na "#REF!".',
    ].join(' '));
  });

  it('reads them by the rules that are given, and says which cells', async () => {
    const dataset = await readText(SURVEY, { censored: 'limit', percent: 'missing', thousands: ',',
      na: ['#REF!', 'INF'] });
    expect(valuesOf(dataset, 'x')).toEqual([12, 14, '[declared]', 1234, '[declared]', 14, '[unreadable]', 13, 14, 15,
      16, 17, 18, '[declared]', 19, '[unreadable]', 20, 21]);
    expect(warning(dataset, 'W_NUMBER_CENSORED').message).toBe('2 cells such as >14 read as the limit.');
    expect(warning(dataset, 'W_NUMBER_PERCENT').message).toBe('1 cell such as 7.2% left out as missing.');
  });

  it('is text where most of its cells need a rule, and says which', async () => {
    const dataset = await readText('id,x\na,7.2%\nb,8.1%\nc,9.9%\n');
    expect(valuesOf(dataset, 'x')).toEqual(['7.2%', '8.1%', '9.9%']);
    expect(warning(dataset, 'W_NUMBER_RULE').message).toContain('--percent number');
    expect(valuesOf(await readText('id,x\na,7.2%\nb,8.1%\nc,9.9%\n', { percent: 'number' }), 'x'))
      .toEqual([7.2, 8.1, 9.9]);
  });

  it('never becomes infinite', async () => {
    const dataset = await readText('id,x\na,4951e7386\nb,12\nc,13\nd,14\n');
    expect(valuesOf(dataset, 'x')).toEqual(['[unreadable]', 12, 13, 14]);
  });

  it('cuts long texts in its warning', async () => {
    const dataset = await readText(`id,x\na,12\nb,13\nc,14\nd,${'long '.repeat(30)}\n`);
    expect(warning(dataset, 'W_NUMBER_UNREADABLE').message)
      .toContain('"long long long long long long long long…" (line 5)');
  });

  it('reads what a CSV writer escaped for spreadsheets', async () => {
    const dataset = await readText("id,x,note\na,'-1.5,'=SUM(A1)\nb,'+2,it's\nc,3,'quoted'\n");
    expect(valuesOf(dataset, 'x')).toEqual([-1.5, 2, 3]);
    expect(valuesOf(dataset, 'note')).toEqual(['=SUM(A1)', "it's", "'quoted'"]);
  });

  it('takes a thousands mark that is not the decimal mark', async () => {
    expect(await failure(readText('a;b\n1;2,5\n', { thousands: ',', decimal: ',' })))
      .toMatchObject({ code: 'E_OPTION_VALUE' });
    const dataset = await readText('a;b\nx;1.234,5\ny;3,5\n', { thousands: '.' });
    expect(dataset.reading.decimal).toEqual({ value: ',', why: '"." is the thousands mark' });
    expect(valuesOf(dataset, 'b')).toEqual([1234.5, 3.5]);
    expect(warningCodes(dataset)).toEqual([]);
  });
});
