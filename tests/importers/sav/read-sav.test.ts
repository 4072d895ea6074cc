import { describe, expect, it } from 'vitest';
import { decodeWindows1252 } from '../../../src/importers/text/windows-1252.js';
import { columnOf, contentOf, failure, readText, valuesOf, warning, warningCodes } from '../reading.js';
import { madeSav } from './made-sav.js';
import type { MadeSav } from './made-sav.js';

const LONG = `${'an answer of some length, with an umlaut: ä; '.repeat(30)}the end`;

const SURVEY: MadeSav = {
  variables: [
    { name: 'ID', longName: 'participant_id', width: 6 },
    { name: 'MSG', longName: 'messages', label: 'Sends messages', measure: 2, labels: [[1, 'never'], [6, 'very often'], [99, 'no answer']], missing: [99] },
    { name: 'A1C', longName: 'hba1c', label: 'HbA1c, %', measure: 3, missing: [-9], range: [100, 999] },
    { name: 'SEX', longName: 'Sex', measure: 1, labels: [[1, 'male'], [2, 'female']] },
    { name: 'ARM', longName: 'arm', width: 3, labels: [['a', 'Portal'], ['b', 'Usual care'], ['x', 'Refused']], missing: ['x'] },
    { name: 'SITE', longName: 'site_name', width: 20, labels: [['North clinic', 'The northern one']] },
    { name: 'WHY', longName: 'why', width: 1400 },
    { name: 'DAY', longName: 'visit', format: 20 },
    { name: 'WAIT', longName: 'waiting', format: 21 },
  ],
  cases: [
    ['P1', 1, 7.25, 1, 'a', 'North clinic', LONG, 13519440000, 90],
    ['P2', 6, -9, 2, 'b', 'South clinic', '', 13519526400.5, 3600],
    ['P3', 99, 250, 2, 'x', 'North clinic', 'short', null, null],
    ['P4', null, 0.1, 1, 'a', 'South clinic', LONG, 13519440000, 90],
    ['P5', 3, 8, 1, 'b', '', 'shorter', 13519440000, 1.5],
  ],
  longMissing: { site_name: ['South cl'] },
  documents: ['Made by hand,', 'for a test.'],
};

const CONTENT = new Map<string, unknown>([
  ['participant_id', ['id', 'P1', 'P2', 'P3', 'P4', 'P5']],
  ['messages', ['ordinal', 1, 6, '[declared]', '[blank]', 3]],
  ['hba1c', ['number', 7.25, '[declared]', '[declared]', 0.1, 8]],
  ['Sex', ['nominal', '1', '2', '2', '1', '1']],
  ['arm', ['nominal', 'a', 'b', '[declared]', 'a', 'b']],
  ['site_name', ['nominal', 'North clinic', 'South clinic', 'North clinic', 'South clinic', '[blank]']],
  ['why', ['text', LONG, '[blank]', 'short', LONG, 'shorter']],
  // 13519440000 seconds after 14 October 1582 is 2011-03-14: R, as.POSIXct(13519440000, origin = "1582-10-14", tz = "UTC")
  ['visit', ['date', Date.UTC(2011, 2, 14), Date.UTC(2011, 2, 15, 0, 0, 0, 500), '[blank]', Date.UTC(2011, 2, 14), Date.UTC(2011, 2, 14)]],
  ['waiting', ['number', 90, 3600, '[blank]', 90, 1.5]],
]);

describe('an SPSS system file', () => {
  it.each([false, true].flatMap((bigEndian) => (['none', 'bytecode', 'zlib'] as const).map((compression) => ({ bigEndian, compression }))))('reads the same whatever the order of bytes and the compression: %o', async (how) => {
    const dataset = await readText(madeSav({ ...SURVEY, ...how }));
    expect(contentOf(dataset)).toEqual(CONTENT);
    expect(dataset.reading).toMatchObject({ format: { value: how.compression === 'zlib' ? 'zsav' : 'sav' }, encoding: { value: 'utf-8', why: 'the file says so' }, delimiter: null, newline: null });
    expect(dataset.warnings).toEqual([]);
  });

  it('keeps labels of variables and of values, those of missing values apart, and lists values without a label', async () => {
    const dataset = await readText(madeSav(SURVEY));
    expect(columnOf(dataset, 'messages')).toMatchObject({ label: 'Sends messages', levels: [{ value: 1, label: 'never' }, { value: 3 }, { value: 6, label: 'very often' }] });
    expect(columnOf(dataset, 'Sex').levels).toEqual([{ value: '1', label: 'male' }, { value: '2', label: 'female' }]);
    expect(columnOf(dataset, 'arm').levels).toEqual([{ value: 'a', label: 'Portal' }, { value: 'b', label: 'Usual care' }]);
    expect(columnOf(dataset, 'site_name').levels).toEqual([{ value: 'North clinic', label: 'The northern one' }, { value: 'South clinic' }]);
    expect(columnOf(dataset, 'hba1c')).toMatchObject({ label: 'HbA1c, %', unit: '%' });
    expect(dataset.reading.preamble).toEqual(['Made by hand,', 'for a test.']);
  });

  it('knows missing values of long strings', async () => {
    const dataset = await readText(madeSav({ ...SURVEY, longMissing: { site_name: ['North cl', 'South cl'] }, cases: SURVEY.cases.map((cells) => cells.with(5, 'South cl')) }));
    expect(valuesOf(dataset, 'site_name')).toEqual(Array(5).fill('[declared]'));
  });

  it('takes a numeric id as text, refuses it twice, and warns of a code that nothing declares missing', async () => {
    const variables = [{ name: 'ID', longName: 'participant_id', measure: 3 }, { name: 'Q1', measure: 2, labels: [[1, 'no'], [2, 'yes'], [99, 'refused']] }] as const;
    const dataset = await readText(madeSav({ variables, cases: [[1001, 1], [1002, 2], [1003, 99]] }));
    expect(columnOf(dataset, 'participant_id')).toMatchObject({ kind: 'id', values: ['1001', '1002', '1003'] });
    expect(warning(dataset, 'W_MISSING_CODE')).toMatchObject({ where: '<stdin>:3:Q1', message: expect.stringContaining('type --na 99') });
    expect(valuesOf(await readText(madeSav({ variables, cases: [[1001, 1], [1002, 2], [1003, 99]] }), { na: ['99'] }), 'Q1')).toEqual([1, 2, '[declared]']);
    expect(await failure(readText(madeSav({ variables, cases: [[1001, 1], [1001, 2]] })))).toMatchObject({ code: 'E_ID_DUPLICATE', where: '<stdin>:2:participant_id' });
  });

  it('judges a variable by its values where its level of measurement is unknown, or nominal without labels', async () => {
    const x = [[1.5], [2.5], [300]];
    for (const measure of [0, 1] as const) expect(columnOf(await readText(madeSav({ variables: [{ name: 'X', measure }], cases: x })), 'X').kind).toBe('number');
    expect(columnOf(await readText(madeSav({ variables: [{ name: 'X', labels: [[1, 'no'], [2, 'yes']] }], cases: [[1], [2], [2]] })), 'X').kind).toBe('ordinal');
    expect(columnOf(await readText(madeSav({ variables: [{ name: 'X', measure: 3, labels: [[1, 'no'], [2, 'yes']] }], cases: [[1], [2], [2]] })), 'X').kind).toBe('ordinal');
    const income = { name: 'X', measure: 3, labels: [[0, 'none']] } as const;
    expect(columnOf(await readText(madeSav({ variables: [income], cases: [[0], [1200.5], [900]] })), 'X').kind).toBe('number');
  });

  it('keeps a text of digits text', async () => {
    const dataset = await readText(madeSav({ variables: [{ name: 'ZIP', width: 5 }], cases: [['37203'], ['37204'], ['37205']] }));
    expect(contentOf(dataset)).toEqual(new Map([['ZIP', ['text', '37203', '37204', '37205']]]));
  });

  it('says that SPSS weights the cases', async () => {
    const dataset = await readText(madeSav({ variables: [{ name: 'X' }, { name: 'W', longName: 'weight' }], cases: [[1.5, 2]], weight: 2 }));
    expect(warning(dataset, 'W_WEIGHT_SAVED').message).toContain('--weights weight');
  });

  it('reads texts in the encoding that the file names, by name or code page, or that was asked for', async () => {
    const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
    const made: MadeSav = { variables: [{ name: 'G', width: 8, label: 'Größe' }], cases: [['Ä'], ['Ö']], bytesOf: latin, encoding: null };
    const encodings = [{ codePage: 1252 }, { codePage: 28591 }, { codePage: 2 }, { encoding: 'windows-1252' }];
    for (const how of encodings) {
      const dataset = await readText(madeSav({ ...made, ...how }));
      expect([columnOf(dataset, 'G').label, ...valuesOf(dataset, 'G')]).toEqual(['Größe', 'Ä', 'Ö']);
    }
    const asked = await readText(madeSav({ ...made, codePage: 65001 }), { encoding: 'latin1' });
    expect(columnOf(asked, 'G').label).toBe('Größe');
    expect(decodeWindows1252(Buffer.from([0xd6]))).toBe('Ö');
    const wrong = await readText(madeSav({ ...made, codePage: 65001 }));
    expect(warningCodes(wrong)).toContain('W_REPLACEMENT_CHARACTER');
    expect(await failure(readText(madeSav({ ...made, encoding: 'klingon' })))).toMatchObject({ code: 'E_ENCODING_UNKNOWN' });
    expect(await failure(readText(madeSav({ ...made, codePage: 1 })))).toMatchObject({ message: expect.stringContaining('EBCDIC') });
  });

  it('reads to the end where the writer did not know the number of cases', async () => {
    for (const compression of ['none', 'bytecode', 'zlib'] as const) {
      expect((await readText(madeSav({ ...SURVEY, compression, saidCases: -1 }))).rows).toBe(5);
    }
  });

  it('fails loudly where it holds more or fewer cases than it says', async () => {
    for (const compression of ['none', 'bytecode', 'zlib'] as const) {
      for (const saidCases of [0, 4, 6, 200]) {
        expect(await failure(readText(madeSav({ ...SURVEY, compression, saidCases }))))
          .toMatchObject({ code: 'E_SAV_ROWS', message: `The SPSS file says that it holds ${saidCases} cases, and holds 5.` });
      }
    }
  });

  it('is refused with the offset wherever it is cut', async () => {
    for (const compression of ['none', 'bytecode', 'zlib'] as const) {
      const whole = madeSav({ ...SURVEY, compression });
      for (let length = 8; length < whole.length; length += 43) {
        const error = await failure(readText(whole.subarray(0, length)));
        expect(error.code).toMatch(/^E_SAV_(?:TRUNCATED|ROWS)$/);
        if (error.code === 'E_SAV_TRUNCATED') expect(error.message).toContain(`ends at offset ${length},`);
      }
    }
  });

  it('never fails in its own words, whatever single byte is changed', async () => {
    const small: MadeSav = { ...SURVEY, variables: SURVEY.variables.with(6, { name: 'WHY', width: 300 }), cases: SURVEY.cases.map((cells) => cells.with(6, 'short')) };
    for (const compression of ['none', 'bytecode', 'zlib'] as const) {
      const whole = madeSav({ ...small, compression });
      for (let at = 4; at < whole.length; at += 13) {
        const copy = Buffer.from(whole);
        copy[at] ^= 0x81;
        await readText(copy, { duplicates: 'report' }).catch((error: unknown) => {
          if ((error as Error).name !== 'StudyError') throw new Error(`Byte ${at} of ${compression}`, { cause: error });
        });
      }
    }
  });

  it('refuses options about text', async () => {
    for (const options of [{ delimiter: ';' }, { sheet: '1' }, { decimal: ',' as const }, { thousands: ',' }]) {
      expect(await failure(readText(madeSav(SURVEY), options))).toMatchObject({ code: 'E_OPTION_VALUE' });
    }
  });
});
