import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../cli/portal-study.js';
import { columnOf, contentOf, failure, readText, valuesOf, warning } from '../reading.js';
import { madeDta } from './made-dta.js';
import type { MadeDta } from './made-dta.js';

const GOLDEN = `${ROOT}/fixtures/golden/`;
const RELEASES = ['113', '114', '115', '117', '118', '119'] as const;
const golden = JSON.parse(readFileSync(`${GOLDEN}stata-releases.json`, 'utf8')) as Readonly<Record<string, Readonly<Record<string, (string | number | null)[]>>>>;

/** The doubles that Stata has for `.`, `.a` and `.z`. */
const [SYSTEM, A, Z] = [2 ** 1023, 2 ** 1023 * (1 + 2 ** -12), 2 ** 1023 * (1 + 26 * 2 ** -12)];
const FLOAT_A = 2 ** 127 * (1 + 2 ** -12);

const SURVEY: MadeDta = {
  release: 118,
  variables: [
    { name: 'id', type: 4 }, { name: 'sex', type: 'byte', labelSet: 'sexes', label: 'Sex' }, { name: 'n', type: 'int' }, { name: 'big', type: 'long' },
    { name: 'f', type: 'float' }, { name: 'd', type: 'double' }, { name: 'day', type: 'int', format: '%td' }, { name: 'moment', type: 'double', format: '%tcDDmonCCYY_HH:MM:SS' },
  ],
  rows: [
    ['P1', 1, 32740, 2147483620, 0.5, 0.1, 18686, 1614519910500], ['P2', 2, -32767, -2147483647, -1.25, -1e300, 0, 0],
    ['P3', 101, 32741, 2147483621, 2 ** 127, SYSTEM, 32741, SYSTEM], ['P4', 102, 32742, 2147483622, FLOAT_A, A, 32742, A], ['P5', 127, 32767, 2147483647, FLOAT_A, Z, 32767, Z],
  ],
  labelSets: { sexes: [[1, 'male'], [2, 'female'], [2147483622, 'refused']] },
};

describe('a Stata file', () => {
  it.each(RELEASES)('of release %s, written by R\'s haven, holds R\'s values', async (release) => {
    const dataset = await readText(readFileSync(`${GOLDEN}stata-${release}.dta`));
    expect(dataset.columns.map(({ name }) => name)).toEqual(Object.keys(golden[release]));
    for (const [name, values] of Object.entries(golden[release])) {
      const found = valuesOf(dataset, name).map((value) => (name === 'story' ? String(value).replace('[blank]', '').length : value));
      const expected = values.map((value) => (name === 'answer' || name === 'score' || name === 'count' || name === 'story' ? (value === 'NA' ? null : Number(value)) : value === '' ? null : value));
      expect({ name, values: found.map((value) => (/^\[(?:blank|declared)\]$/.test(String(value)) ? null : value)) }).toEqual({ name, values: expected });
    }
    expect(valuesOf(dataset, 'answer')).toEqual([1, 2, '[declared]', '[blank]', 5, '[declared]']);
    expect(columnOf(dataset, 'answer')).toMatchObject({ kind: 'ordinal', label: 'How often?', levels: [{ value: 1, label: 'never' }, { value: 2, label: 'rarely' }, { value: 5, label: 'always' }] });
    expect(dataset.reading).toMatchObject({ format: { value: 'dta' }, preamble: ['Made up'] });
  });

  it.each([115, 118].flatMap((release) => [false, true].map((bigEndian) => ({ release: release as 115 | 118, bigEndian }))))('tells values from 27 kinds of missing in every type: %o', async (how) => {
    const dataset = await readText(madeDta({ ...SURVEY, ...how }));
    const gone = ['[blank]', '[declared]', '[declared]'];
    expect(contentOf(dataset)).toEqual(new Map<string, unknown>([
      ['id', ['id', 'P1', 'P2', 'P3', 'P4', 'P5']],
      ['sex', ['ordinal', 1, 2, ...gone]],
      ['n', ['number', 32740, -32767, ...gone]],
      ['big', ['number', 2147483620, -2147483647, ...gone]],
      ['f', ['number', 0.5, -1.25, ...gone]],
      ['d', ['number', 0.1, -1e300, ...gone]],
      ['day', ['date', Date.UTC(2011, 1, 28), Date.UTC(1960, 0, 1), ...gone]],
      ['moment', ['date', Date.UTC(2011, 1, 28, 13, 45, 10, 500), Date.UTC(1960, 0, 1), ...gone]],
    ]));
    expect(columnOf(dataset, 'sex')).toMatchObject({ label: 'Sex', levels: [{ value: 1, label: 'male' }, { value: 2, label: 'female' }] });
    expect(dataset.warnings).toEqual([]);
  });

  it('reads long texts, in either order of bytes, and refuses a reference to none', async () => {
    const made: MadeDta = { release: 118, variables: [{ name: 'x', type: 'double' }, { name: 'story', type: 'strL' }], rows: [[1, 'one ä'], [2, ''], [3, 'three'.repeat(1000)]] };
    for (const bigEndian of [false, true]) {
      expect(valuesOf(await readText(madeDta({ ...made, bigEndian })), 'story')).toEqual(['one ä', '[blank]', 'three'.repeat(1000)]);
    }
    const broken = madeDta(made);
    broken.writeUInt8(9, broken.indexOf('GSO') + 3);
    expect(await failure(readText(broken))).toMatchObject({ code: 'E_DTA_DAMAGED', message: expect.stringContaining('refers to a long text') });
  });

  // Stata: help datetime, "How dates are stored".
  it.each([['%tw', 2657, Date.UTC(2011, 0, 1) + 5 * 7 * 864e5], ['%tm', 613, Date.UTC(2011, 1, 1)], ['%tq', 204, Date.UTC(2011, 0, 1)], ['%th', 102, Date.UTC(2011, 0, 1)], ['%tm', -1, Date.UTC(1959, 11, 1)], ['%d', 18686, Date.UTC(2011, 1, 28)]] as const)('reads %s %d as the first day of its period', async (format, value, expected) => {
    const dataset = await readText(madeDta({ release: 115, variables: [{ name: 'x', type: 'int', format }], rows: [[value]] }));
    expect(contentOf(dataset)).toEqual(new Map([['x', ['date', expected]]]));
  });

  it('keeps years and other numbers numbers, and warns of times with leap seconds', async () => {
    expect(contentOf(await readText(madeDta({ release: 115, variables: [{ name: 'x', type: 'int', format: '%ty' }], rows: [[2011]] })))).toEqual(new Map([['x', ['number', 2011]]]));
    const leap = await readText(madeDta({ release: 115, variables: [{ name: 'x', type: 'double', format: '%tC' }], rows: [[0]] }));
    expect(warning(leap, 'W_LEAP_SECONDS').where).toBe('<stdin>:1:x');
  });

  it('reads the texts of older releases as windows-1252, or as was asked for', async () => {
    const made: MadeDta = { release: 115, variables: [{ name: 'g', type: 8, label: 'Größe' }], rows: [['Ä'], ['Ö']] };
    const latin = await readText(madeDta({ ...made, bytesOf: (text) => Buffer.from(text, 'latin1') }));
    expect([columnOf(latin, 'g').label, ...valuesOf(latin, 'g')]).toEqual(['Größe', 'Ä', 'Ö']);
    const utf8 = await readText(madeDta(made), { encoding: 'utf-8' });
    expect([columnOf(utf8, 'g').label, ...valuesOf(utf8, 'g')]).toEqual(['Größe', 'Ä', 'Ö']);
  });

  it('is refused with the offset wherever it is cut', async () => {
    for (const release of RELEASES) {
      const whole = readFileSync(`${GOLDEN}stata-${release}.dta`);
      const last = whole.length - (release < '117' ? 1 : '</stata_dta>'.length + 1);
      for (let length = 16; length < last; length += 157) {
        const error = await failure(readText(whole.subarray(0, length)));
        expect(error.code).toMatch(/^E_DTA_(?:TRUNCATED|DAMAGED)$/);
        expect(error.message).toMatch(/offset \d+/);
      }
    }
  });

  it('never fails in its own words, whatever single byte is changed', async () => {
    for (const release of ['115', '118'] as const) {
      const whole = readFileSync(`${GOLDEN}stata-${release}.dta`);
      for (let at = 4; at < whole.length; at += 37) {
        const copy = Buffer.from(whole);
        copy[at] ^= 0x81;
        await readText(copy, { duplicates: 'report' }).catch((error: unknown) => {
          if ((error as Error).name !== 'StudyError') throw new Error(`Byte ${at} of ${release}`, { cause: error });
        });
      }
    }
  });

  it('of another release is refused with what to type', async () => {
    const other = Buffer.from(madeDta(SURVEY).toString('latin1').replace('<release>118', '<release>120'), 'latin1');
    expect(await failure(readText(other))).toMatchObject({ code: 'E_DTA_RELEASE', hint: 'In Stata: saveold "survey.dta", version(13).' });
  });
});
