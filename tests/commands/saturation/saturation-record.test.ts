import { describe, expect, it } from 'vitest';
import { saturationRecord } from '../../../src/commands/saturation/saturation-record.js';
import type { SaturationOptions } from '../../../src/commands/saturation/saturation-request.js';
import { naturally } from '../../../src/commands/themes/themes-request.js';
import { saturationTables } from '../../../src/present/qualitative/saturation-table.js';
import { codedText } from '../../qualitative/coded.js';

/** Ten interviews: which codes each has. Named so that letters alone would sort I10 before I2. */
const HAS = ['abcdef', 'ag', 'bh', 'ci', 'dj', 'a', 'b', 'c', 'k', ''];
const coded = codedText(
  Object.fromEntries(HAS.map((_, place) => [`I${10 - place}`, 'some text'])),
  HAS.flatMap((codes, place) => [...codes].map((one) => ({ source: `I${place + 1}`, start: 0, end: 4, code: one }))),
  { sources: HAS.map((_, place) => ({ group: 10 - place <= 5 ? 'early' : 'late' })) },
);
const record = (options: SaturationOptions = {}) => saturationRecord(coded, options, { tool: 'portal-study test' });

describe('saturationRecord', () => {
  it('accumulates codes by interview in the order of their names, and leaves out one without codings', () => {
    const { estimates, n } = record();
    expect(estimates.map(({ unit, newCodes, cumulative }) => [unit, newCodes, cumulative])).toEqual([
      ['I1', 6, 6], ['I2', 1, 7], ['I3', 1, 8], ['I4', 1, 9], ['I5', 1, 10], ['I6', 0, 10], ['I7', 0, 10], ['I8', 0, 10], ['I9', 1, 11],
    ]);
    expect(n).toEqual({ rows: 10, used: 9, excludedBy: { uncoded: 1 } });
  });

  it('stops at the first run at or below the threshold and names the codes that first appear afterwards', () => {
    const { estimates, points, baseCodes } = record();
    expect(baseCodes).toBe(9);
    expect(estimates.filter(({ stop }) => stop).map(({ unit }) => unit)).toEqual(['I7']);
    expect(points[0]).toMatchObject({ threshold: 0.05, units: 5, at: 'I5', confirmedBy: 'I7', later: [{ code: 'k', unit: 'I9' }] });
    expect(points[1]).toMatchObject({ threshold: 0, units: 5 });
    const text = saturationTables(record(), { digits: 1 }).flatMap(({ caption, notes, rows }) => [caption, ...notes, ...rows.flat().map((cell) => cell.text)]).join('\n');
    expect(text).toMatch(/reached at 5\+2 interviews \(I5\); 1 code first appears later/);
    expect(text).toMatch(/Codes that first appear after the stop at 5%\nk\nI9/);
  });

  it('accumulates by group, and in an order that is given', () => {
    expect(record({ unit: 'group' }).estimates.map(({ unit, newCodes }) => [unit, newCodes])).toEqual([['early', 10], ['late', 1]]);
    expect(record({ unit: 'group', order: ['late', 'early'] }).estimates.map(({ unit, newCodes }) => [unit, newCodes])).toEqual([['late', 4], ['early', 7]]);
    expect(record({ order: ['file'] }).estimates[0].unit).toBe('I9');
  });

  it('says undefined where there are fewer units than base and run need', () => {
    const { points, warnings, estimates } = record({ unit: 'group' });
    expect(points[0]).toMatchObject({ units: null, ordersReaching: null });
    expect(estimates.every(({ newInformation }) => newInformation === null)).toBe(true);
    expect(warnings.map(({ message }) => message).join()).toMatch(/undefined, because a base of 4 and a run of 2 need 6 units, and there are 2/);
  });

  it.each<[string, SaturationOptions, RegExp]>([
    ['an order that names a stranger', { unit: 'group', order: ['late', 'erly'] }, /"erly"/],
    ['an order that leaves one out', { unit: 'group', order: ['late'] }, /leaves out early/],
    ['an order that names one twice', { unit: 'group', order: ['late', 'early', 'late'] }, /"late" twice/],
    ['an unknown code', { codes: ['z9'] }, /no code "z9"/],
  ])('refuses %s', (_, options, message) => {
    expect(() => record(options)).toThrow(expect.objectContaining({ message: expect.stringMatching(message) as string }));
  });

  it('sorts names with their numbers as numbers', () => {
    expect(['FG10', 'FG2', 'a', 'FG1', 'FG1b'].sort(naturally)).toEqual(['FG1', 'FG1b', 'FG2', 'FG10', 'a']);
  });
});
