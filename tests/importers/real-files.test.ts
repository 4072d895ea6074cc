import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BLANK, PRESENT } from '../../src/dataset/column.js';
import { readSurvey } from '../../src/importers/survey.js';
import { columnOf, failure, warning, warningCodes } from './reading.js';
import { parseRfc4180 } from './rows/rfc4180.js';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
const present = existsSync(SHARED);

/** Files read whole, with the rows R 4.2.2's read.csv counts in them. */
const FILES: readonly (readonly [path: string, rows: number])[] = [
  ['data/nhanes-t2d/nhanes_2017_2018.csv', 9254],
  ['data/psych-bfi/bfi.csv', 2800],
  ['data/la-moodle/AllCombined.csv', 130],
  ['data/mldatar-prediabetes/PreDiabetes.csv', 3059],
  ['data/medicaldata/covid_testing_deid.csv', 15524],
  ['data/medicaldata/diabetes.csv', 768],
  ['data/medicaldata/indo_rct.csv', 602],
  ['data/medicaldata/licorice_gargle.csv', 235],
  ['data/medicaldata/strep_tb.csv', 107],
  ['data/surveymonkey/comma-survey.csv', 1129],
  ['data/surveymonkey/flying-etiquette.csv', 1040],
  ['cases/bertrand2004_resume/data.csv', 4870],
  ['bench/data/survey.csv', 54],
  ['bench/data/pair54.csv', 54],
  ['bench/data/pair5000.csv', 5000],
  ['bench/data/m40.csv', 200],
  ['bench/data/m300.csv', 500],
];

describe.skipIf(!present)(`files of others${present ? '' : ' (skipped: ../shared is absent)'}`, () => {
  it.each(FILES)('%s: every cell is the one a character-by-character parser finds', async (path, rows) => {
    const dataset = await readSurvey(`${SHARED}${path}`, { duplicates: 'report' });
    const [names, ...records] = parseRfc4180(readFileSync(`${SHARED}${path}`, 'utf8'));
    expect(dataset.rows).toBe(rows);
    expect(records.length).toBe(rows);
    const wrong = dataset.columns.flatMap((column) => {
      const position = names.indexOf(column.name);
      return records.filter((record, row) => {
        const cell = record[position];
        if (column.missing[row] === BLANK) return !['', 'NA', 'NaN'].includes(cell.trim());
        if (column.missing[row] !== PRESENT) return true;
        const value = column.values[row];
        if (column.kind === 'date') return value !== Date.UTC(...dayFirst(cell));
        return typeof value === 'number' ? value !== Number(cell) || cell.trim() === '' : column.kind === 'text'
          ? value !== cell : value !== cell.trim();
      }).map((record) => `${column.name}: ${record[position]}`);
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('NHANES: the codes for refused and unknown are warned of, each for its own column', async () => {
    const dataset = await readSurvey(`${SHARED}data/nhanes-t2d/nhanes_2017_2018.csv`);
    expect(new Set(warningCodes(dataset))).toEqual(new Set(['W_MISSING_CODE']));
    const education = dataset.warnings.find(({ where }) => where.endsWith(':education'));
    expect(education?.message)
      .toBe('Holds 7 (2 cells), 9 (11 cells), apart from its other values, 1 to 5. ' +
        'If they mean missing, type --na education=7,education=9.');
    const read = await readSurvey(`${SHARED}data/nhanes-t2d/nhanes_2017_2018.csv`,
      { na: ['education=7', 'education=9'] });
    expect(columnOf(read, 'education').missing.filter((reason) => reason === 2)).toHaveLength(13);
    expect(columnOf(read, 'age').missing.filter((reason) => reason === 2)).toHaveLength(0);
  });

  it('NHANES: SEQN is text, and hba1c is % with R\'s count of values', async () => {
    const dataset = await readSurvey(`${SHARED}data/nhanes-t2d/nhanes_2017_2018.csv`);
    expect(columnOf(dataset, 'SEQN')).toMatchObject({ kind: 'id' });
    expect(columnOf(dataset, 'hba1c')).toMatchObject({ kind: 'number', unit: '%' });
    // R 4.2.2: sum(!is.na(read.csv("nhanes_2017_2018.csv")$hba1c))
    expect(columnOf(dataset, 'hba1c').missing.filter((reason) => reason === PRESENT)).toHaveLength(6045);
  });

  it('PreDiabetes: HbA1c in mmol/mol is flagged and kept', async () => {
    const dataset = await readSurvey(`${SHARED}data/mldatar-prediabetes/PreDiabetes.csv`);
    expect(warning(dataset, 'W_HBA1C_MMOL').message).toContain('median 45');
    expect(columnOf(dataset, 'HbA1C')).toMatchObject({ unit: 'mmol/mol' });
  });

  it('Moodle: user ids such as 4951e7386 stay text', async () => {
    const dataset = await readSurvey(`${SHARED}data/la-moodle/AllCombined.csv`);
    const users = columnOf(dataset, 'User');
    expect(users.kind).toBe('id');
    expect(users.values).toContain('4951e7386');
    expect(users.values).toContain('308044e91');
    // 28.5.1999 is no date with the month first, so the day comes first in all of them.
    expect(dataset.warnings).toMatchObject([{ code: 'W_DATE_ORDER' }]);
    expect(columnOf(dataset, 'Birthdate').values[0]).toBe(Date.UTC(1996, 11, 12));
  });

  it('COVID testing: one person tested twice is refused, naming the ids, their lines and what differs', async () => {
    const error = await failure(readSurvey(`${SHARED}data/medicaldata/covid_testing_deid.csv`));
    expect(error.code).toBe('E_ID_DUPLICATE');
    expect(error.message)
      .toMatch(/^1744 ids in "subject_id" stand in more than one row: .* and 1741 more; the rows differ in pan_day, /);
  });

  it('strep_tb: the unnamed column of row numbers is left out with a notice', async () => {
    const dataset = await readSurvey(`${SHARED}data/medicaldata/strep_tb.csv`);
    expect(dataset.columns[0]).toMatchObject({ name: 'patient_id', kind: 'id' });
    expect(warningCodes(dataset)).toEqual(['W_ROW_NUMBERS']);
  });

  it('Star Wars: bytes that are not UTF-8 are named, and read as windows-1252', async () => {
    const dataset = await readSurvey(`${SHARED}data/surveymonkey/StarWars.csv`);
    expect(dataset.reading.encoding).toEqual({ value: 'windows-1252',
      why: 'byte 0x8C at offset 641 is not valid UTF-8' });
    expect(dataset.reading.platform?.value).toBe('SurveyMonkey');
    expect(dataset.columns.some(({ name }) => name.endsWith('Expanded Universe?Œæ'))).toBe(true);
  });

  it('REDCap with a decimal comma in quotes: read by declaration, points in other columns too', async () => {
    const path = `${SHARED}data/redcapr/inst/test-data/projects/decimal-comma-and-dot/data.csv`;
    const asWritten = await readSurvey(path, { platform: 'plain' });
    expect(columnOf(asWritten, 'height_comma').kind).toBe('text');
    expect(warningCodes(asWritten)).toEqual(['W_NUMBER_RULE', 'W_NUMBER_RULE']);
    const declared = await readSurvey(path, { platform: 'plain', decimal: ',' });
    expect([...columnOf(declared, 'height_comma').values]).toEqual([1.54, 1.84, 1.95, 1.61]);
    expect([...columnOf(declared, 'height_dot').values]).toEqual([1.54, 1.84, 1.95, 1.61]);
  });
});

/** @example dayFirst('28.5.1999'); // [1999, 4, 28] */
function dayFirst(text: string): [number, number, number] {
  const [day, month, year] = text.split('.').map(Number);
  return [year, month - 1, day];
}
