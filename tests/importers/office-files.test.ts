import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ColumnKind } from '../../src/dataset/column.js';
import { PRESENT } from '../../src/dataset/column.js';
import { readSurvey } from '../../src/importers/survey.js';
import { ROOT, SHARED } from '../cli/portal-study.js';

const present = existsSync(SHARED);
const LETTERS: Readonly<Record<ColumnKind, string>> = { number: 'n', ordinal: 'o', nominal: 'c', date: 'd', text: 't', id: 'i' };

/**
 * Every workbook and labelled file of others: sheet, rows, the kind of each column (number, ordinal, c for nominal,
 * date, text, id), and the warnings with their places.
 */
const FILES: readonly (readonly [file: string, sheet: string | null, rows: number, kinds: string, warnings: readonly string[]])[] = [
  ['haven-files/inst/examples/iris.dta', null, 150, 'nnnnc', []],
  ['haven-files/inst/examples/iris.sav', null, 150, 'nnnnc', []],
  ['haven-files/tests/testthat/spss/datetime.sav', null, 2, 'ddn', ['DATE_UNREADABLE 1:date.posix']],
  ['haven-files/tests/testthat/spss/labelled-num-na.sav', null, 2, 'o', []],
  ['haven-files/tests/testthat/spss/labelled-num.sav', null, 1, 'o', []],
  ['haven-files/tests/testthat/spss/labelled-str.sav', null, 2, 'c', []],
  ['haven-files/tests/testthat/spss/umlauts.sav', null, 4, 'o', []],
  ['haven-files/tests/testthat/spss/variable-label.sav', null, 1, 'c', []],
  ['haven-files/tests/testthat/stata/datetime-d.dta', null, 1, 'd', []],
  ['haven-files/tests/testthat/stata/notes.dta', null, 5, 'iooo', []],
  ['haven-files/tests/testthat/stata/tagged-na-double.dta', null, 8, 'o', []],
  ['haven-files/tests/testthat/stata/tagged-na-int.dta', null, 8, 'o', []],
  ['haven-files/tests/testthat/stata/types.dta', null, 2, 'nnoootdd', []],
  ['medicaldata/abm.dta', null, 581, 'innnooononnnnnnnnnnnnnnnnnnooonnnnnnnnnnnoo', []],
  ['medicaldata/indo_rct_pep.dta', null, 602, 'inoooooooooooooooooooonoo', ['ID_DUPLICATE 373:subject']],
  ['medicaldata/messy_aki.xlsx', null, 22, 'idcccnnnnnntccc', ['TITLE_ROWS 1', 'COLUMNS_BLANK 5', 'ROWS_BLANK 26', 'ID_DUPLICATE 9:study_id', 'ID_BLANK 27:study_id', 'DATE_UNREADABLE 18:dob', 'GROUP_CAPITALS 6:Race', 'GROUP_SPACES 13:Sex', 'NUMBER_UNREADABLE 7:DAY2GFR`', 'GROUP_CAPITALS 6:HD catheter', 'GROUP_CAPITALS 6:AV fistula']],
  ['medicaldata/messy_bp.xlsx', null, 20, 'tnnnccctntntn', ['TITLE_ROWS 1', 'GROUP_CAPITALS 5:Race']],
  ['medicaldata/messy_glucose.xlsx', null, 30, 'toodnn', ['TITLE_ROWS 1', 'COLUMNS_BLANK 4', 'ROWS_BLANK 15', 'NUMBER_UNREADABLE 30:Race', 'NUMBER_UNREADABLE 30:Sex']],
  ['medicaldata/messy_uc.xlsx', null, 4, 't', ['SHEETS']],
  ['medicaldata/messy_uc.xlsx', 'Codebook', 33, 'ttccc', ['HEADER_BLANK 1']],
  ['medicaldata/messy_uc.xlsx', 'Data', 30, 'tcdccdttonnnnnnnnnnnnnonnnnnnnnnntttn', ['TITLE_ROWS 1', 'COLUMNS_BLANK 7', 'ROWS_BLANK 23', 'GROUP_CAPITALS 8:ethnic', 'NUMBER_UNREADABLE 29:start_plt', 'NUMBER_UNREADABLE 34:start_k', 'NUMBER_UNREADABLE 22:end_emo', 'NUMBER_UNREADABLE 22:end_dl', 'MISSING_CODE 25:end_na', 'MISSING_CODE 25:end_k']],
  ['medicaldata/messy_uc.xlsx', 'Problems', 14, 'tt', ['ROWS_BLANK 2', 'HEADER_BLANK 1']],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Comment Coding/Coded Comments/Q5 Coded.xlsx', null, 5, 'ictooo', []],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Multiple Answer Matrix Questions/Insights vs Pre-Insights Headers.xlsx', null, 75, 'tt', ['SHEETS']],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Multiple Answer Multiple Choices Questions/Insight vs Pre-Insight Headers.xlsx', null, 36, 'tt', ['SHEETS']],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Sample Coded Comments/Q5 Coded.xlsx', null, 5, 'ictooo', []],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Single Answer Matrix Questions/Insights vs Pre-Insights Headers.xlsx', null, 30, 'tt', ['SHEETS']],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Single Answer Multiple Choice Questions/Insights vs Pre-Insights Headers.xlsx', null, 20, 'tt', ['SHEETS']],
];

describe.skipIf(!present)(`workbooks and labelled files of others${present ? '' : ' (skipped: ../shared is absent)'}`, () => {
  it.each(FILES)('%s, sheet %s: %d rows, columns %s', async (file, sheet, rows, kinds, warnings) => {
    const path = `${SHARED}data/${file}`;
    const dataset = await readSurvey(path, { duplicates: 'report', ...(sheet === null ? {} : { sheet }) });
    expect({
      rows: dataset.rows, kinds: dataset.columns.map(({ kind }) => LETTERS[kind]).join(''),
      warnings: dataset.warnings.map(({ code, where }) => `${code.slice(2)} ${where.slice(path.length + 1)}`.trim()),
    }).toEqual({ rows, kinds, warnings });
  });

  it('leaves none of them out', () => {
    const found = readdirSync(`${SHARED}data`, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:xlsx|sav|zsav|dta)$/.test(file));
    expect([...new Set(FILES.map(([file]) => file))].sort()).toEqual(found.sort());
  });
});

interface GoldenFigures {
  readonly n: number;
  readonly min: string;
  readonly max: string;
  /** Sum of value times row of the sheet. */
  readonly checksum: string;
}

const golden = JSON.parse(readFileSync(`${ROOT}/fixtures/golden/workbooks.json`, 'utf8')) as readonly {
  readonly file: string;
  readonly sheet: string;
  readonly columns: readonly { readonly column: number; readonly numbers: GoldenFigures | null; readonly dates: GoldenFigures | null }[];
}[];
/** Columns without a name or a value, from 1. */
const BLANK_COLUMNS: Readonly<Record<string, readonly number[]>> = { 'messy_aki.xlsx': [6], 'messy_glucose.xlsx': [5], 'messy_uc.xlsx': [7] };
/** Dates that were typed as text, which readxl leaves text. */
const TYPED_DATES: Readonly<Record<string, readonly number[]>> = { 'messy_aki.xlsx 2': [8] };

describe.skipIf(!present)(`workbooks of others hold the numbers and dates that R's readxl 1.4.2 finds${present ? '' : ' (skipped: ../shared is absent)'}`, () => {
  it.each(golden)('$file, sheet $sheet', async ({ file, sheet, columns }) => {
    const dataset = await readSurvey(`${SHARED}data/medicaldata/${file}`, { duplicates: 'report', sheet });
    let compared = 0;
    // The sheet's columns without a name or a value are left out here, and have no figures there.
    const used = columns.filter(({ column }) => !BLANK_COLUMNS[file]?.includes(column));
    expect(dataset.columns.length).toBe(used.length);
    for (const [index, { column, numbers, dates }] of used.entries()) {
      const found = dataset.columns[index];
      const expected = found.kind === 'date' ? dates : numbers;
      if (expected === null || found.kind === 'text' || found.kind === 'nominal' || found.kind === 'id') continue;
      const rows = Array.from(dataset.lines.keys())
        .filter((row) => found.missing[row] === PRESENT && !TYPED_DATES[`${file} ${column}`]?.includes(dataset.lines[row]));
      const values = rows.map((row) => Number(found.values[row]));
      expect({ column: found.name, n: values.length, min: Math.min(...values), max: Math.max(...values), checksum: rows.reduce((sum, row, at) => sum + values[at] * dataset.lines[row], 0) })
        .toEqual({ column: found.name, n: expected.n, min: Number(expected.min), max: Number(expected.max), checksum: Number(expected.checksum) });
      compared += values.length;
    }
    expect(compared).toBeGreaterThan(50);
  });
});
