import { describe, expect, it } from 'vitest';
import { themesRecord } from '../../../src/commands/themes/themes-record.js';
import type { ThemesOptions } from '../../../src/commands/themes/themes-request.js';
import { TWO_CODERS, code, codedText } from '../../qualitative/coded.js';

const person = (name: string, sex: string | null, sources: readonly string[]) => ({ id: name, name, attributes: new Map([['sex', sex]]), sources });
const coded = codedText({
  FG1: 'M: Hm?\nP1: aaaa bbbb\nP2: cccc dddd\nP3: eeee',
  FG2: 'P4: ffff gggg',
}, [
  { source: 'FG1', start: 11, end: 15, code: 'access', participant: 'P1' },
  { source: 'FG1', start: 16, end: 20, code: 'access', participant: 'P1' },
  { source: 'FG1', start: 25, end: 29, code: 'trust', participant: 'P2' },
  { source: 'FG2', start: 4, end: 8, code: 'access', participant: 'P4' },
  { source: 'FG1', start: 0, end: 6, code: 'reply' },
], {
  codes: [code('benefits', null, false), code('access', 'benefits'), code('trust', 'benefits'), code('barriers', null, false), code('reply', 'barriers'), code('never', 'barriers')],
  cases: [person('P1', 'female', ['FG1']), person('P2', 'male', ['FG1']), person('P3', 'male', ['FG1']), person('P4', null, ['FG2']), person('P5', 'female', [])],
  sources: [{ group: 'FG1' }, { group: 'FG2' }],
});
const record = (options: ThemesOptions = {}) => themesRecord(coded, options, { tool: 'portal-study test' });

describe('themesRecord', () => {
  it('counts segments, documents, participants of those observed, and groups; a category counts each participant once', () => {
    const told = record().estimates.map(({ path, segments, documents, participants, observed, percent, groups }) =>
      [path, segments, documents, participants, observed, percent, groups]);
    expect(told).toEqual([
      ['benefits', 4, 2, 3, 4, 75, 2], ['benefits › access', 3, 2, 2, 4, 50, 2], ['benefits › trust', 1, 1, 1, 4, 25, 1],
      ['barriers', 1, 1, 0, 4, 0, 1], ['barriers › reply', 1, 1, 0, 4, 0, 1], ['barriers › never', 0, 0, 0, 4, 0, 0],
    ]);
  });

  it('gives intensity as the share of all segments, so that codes without categories add up to 1', () => {
    const codes = record().estimates.filter(({ isCategory }) => !isCategory);
    expect(codes.reduce((sum, { intensity }) => sum + (intensity ?? 0), 0)).toBeCloseTo(1, 12);
  });

  it('splits participants by an attribute and says who has none of its values', () => {
    const { estimates, method, warnings } = record({ by: 'Sex' });
    expect(method).toMatchObject({ by: 'sex', levels: ['female', 'male'] });
    const benefits = estimates.filter(({ path, by }) => path === 'benefits' && by !== null);
    expect(benefits.map(({ by, participants, observed, percent, segments }) => [by, participants, observed, percent, segments]))
      .toEqual([['female', 1, 1, 100, 2], ['male', 1, 2, 50, 1]]);
    expect(warnings.map(({ message }) => message).join()).toMatch(/1 of 4 participants has no value of "sex"/);
  });

  it('splits by focus group without any attribute', () => {
    const { estimates } = record({ by: 'group' });
    expect(estimates.filter(({ path, by }) => path === 'benefits › access' && by !== null).map(({ by, observed, percent }) => [by, observed, percent]))
      .toEqual([['FG1', 3, expect.closeTo(100 / 3, 10)], ['FG2', 1, 100]]);
  });

  it('writes 1 for a code, 0 for observed without it and blank for not observed; the category is the codes together', () => {
    const { matrix } = record({ matrix: 'participants' });
    expect(matrix?.codes).toEqual(['benefits', 'access', 'trust', 'barriers', 'reply']);
    expect(Object.fromEntries(matrix?.names.map((name, row) => [name, matrix.values[row]]) ?? [])).toEqual({
      P1: [1, 1, 0, 0, 0], P2: [1, 0, 1, 0, 0], P3: [0, 0, 0, 0, 0], P4: [1, 1, 0, 0, 0], P5: [null, null, null, null, null],
    });
    expect(record({ matrix: 'documents' }).matrix?.values).toEqual([[1, 1, 1, 1, 1], [1, 1, 0, 0, 0]]);
  });

  it('says how many segments have no participant', () => {
    expect(record().warnings.map(({ message }) => message)).toEqual(['1 segment has no participant; it counts as segments and in documents alone.']);
  });

  it('counts what two coders marked on the same words once, and one coder alone when asked', () => {
    const of = (options: ThemesOptions) => themesRecord(TWO_CODERS, options, { tool: '' }).method.segments;
    expect([of({}), of({ coders: ['anna'] }), of({ coders: ['Ben'] })]).toEqual([4, 4, 3]);
  });

  it('keeps to a category that is asked for, with what is under it', () => {
    expect(record({ codes: ['benefits'] }).estimates.map(({ code: name }) => name)).toEqual(['benefits', 'access', 'trust']);
  });

  it.each<[string, ThemesOptions, RegExp]>([
    ['an unknown attribute', { by: 'sx' }, /no participant has an attribute "sx"/i],
    ['an unknown coder', { coders: ['bem'] }, /no coder "bem"/],
    ['an unknown code', { codes: ['acces'] }, /no code "acces"/],
    ['a code without codings', { codes: ['never'] }, /No coding is left/],
  ])('refuses %s', (_, options, message) => {
    expect(() => record(options)).toThrow(expect.objectContaining({ message: expect.stringMatching(message) as string }));
  });
});
