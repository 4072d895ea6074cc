import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BLANK, PRESENT } from '../../../src/dataset/column.js';
import type { Dataset } from '../../../src/dataset/dataset.js';
import { StudyError } from '../../../src/errors.js';
import { readSurvey } from '../../../src/importers/survey.js';
import { SHARED } from '../../cli/portal-study.js';
import { parseRfc4180 } from '../rows/rfc4180.js';

type Read = readonly [path: string, platform: string | null, rows: number, columns: number, severalAnswers: number, warnings: string];
type Refused = readonly [path: string, code: string];

/** Every CSV of these folders: its platform, rows, columns, questions with several answers and codes of warnings; or why it is refused. */
const FILES: readonly (Read | Refused)[] = [
  ['redcapr/inst/test-data/project-color-boxes/data.csv', 'REDCap', 4, 7, 1, 'W_ANSWER_UNSURE'],
  ['redcapr/inst/test-data/project-color-boxes/dictionary.csv', 'REDCap data dictionary', 2, 17, 0, ''],
  ['redcapr/inst/test-data/projects/arm-multiple-delete/arm.csv', null, 3, 2, 0, ''],
  ['redcapr/inst/test-data/projects/arm-multiple-delete/data-old.csv', 'E_EVENT_CHOICE'],
  ['redcapr/inst/test-data/projects/arm-multiple-delete/data.csv', 'E_EVENT_CHOICE'],
  ['redcapr/inst/test-data/projects/arm-multiple-delete/dictionary.csv', 'REDCap data dictionary', 3, 18, 0, ''],
  ['redcapr/inst/test-data/projects/arm-multiple-delete/event.csv', null, 3, 5, 0, ''],
  ['redcapr/inst/test-data/projects/arm-single-delete/data-old.csv', 'REDCap', 16, 4, 0, ''],
  ['redcapr/inst/test-data/projects/arm-single-delete/data.csv', 'REDCap', 20, 4, 0, ''],
  ['redcapr/inst/test-data/projects/arm-single-delete/dictionary.csv', 'REDCap data dictionary', 3, 18, 0, ''],
  ['redcapr/inst/test-data/projects/arm-single-longitudinal/arm.csv', null, 1, 2, 0, ''],
  ['redcapr/inst/test-data/projects/arm-single-longitudinal/data.csv', 'E_EVENT_CHOICE'],
  ['redcapr/inst/test-data/projects/arm-single-longitudinal/dictionary.csv', 'REDCap data dictionary', 4, 18, 0, ''],
  ['redcapr/inst/test-data/projects/arm-single-longitudinal/event.csv', null, 3, 5, 0, ''],
  ['redcapr/inst/test-data/projects/blank-for-gray-status/data.csv', 'REDCap', 6, 26, 1, 'W_ANSWER_UNSURE W_VALUE_RANGE'],
  ['redcapr/inst/test-data/projects/blank-for-gray-status/dictionary.csv', 'REDCap data dictionary', 17, 18, 0, ''],
  ['redcapr/inst/test-data/projects/checkboxes-1/data.csv', 'REDCap', 4, 13, 2, 'W_ANSWER_UNSURE'],
  ['redcapr/inst/test-data/projects/checkboxes-1/dictionary.csv', 'REDCap data dictionary', 4, 18, 0, ''],
  ['redcapr/inst/test-data/projects/clinical-trial-1/data.csv', 'REDCap', 500, 13, 0, 'W_LEVEL_BESIDE'],
  ['redcapr/inst/test-data/projects/clinical-trial-1/dictionary.csv', 'REDCap data dictionary', 12, 18, 0, 'W_NUMBER_UNREADABLE'],
  ['redcapr/inst/test-data/projects/dag-write/data.csv', 'REDCap', 3, 17, 0, ''],
  ['redcapr/inst/test-data/projects/dag-write/dictionary.csv', 'REDCap data dictionary', 15, 18, 0, ''],
  ['redcapr/inst/test-data/projects/dag/data.csv', 'REDCap', 3, 17, 0, ''],
  ['redcapr/inst/test-data/projects/dag/dictionary.csv', 'REDCap data dictionary', 15, 18, 0, ''],
  ['redcapr/inst/test-data/projects/decimal-comma-and-dot/data.csv', 'REDCap', 4, 9, 0, ''],
  ['redcapr/inst/test-data/projects/decimal-comma-and-dot/dictionary.csv', 'REDCap data dictionary', 8, 18, 0, ''],
  ['redcapr/inst/test-data/projects/decimal-comma-and-dot/metadata.csv', 'REDCap data dictionary', 8, 18, 0, ''],
  ['redcapr/inst/test-data/projects/decimal-comma/data.csv', 'REDCap', 4, 6, 0, ''],
  ['redcapr/inst/test-data/projects/decimal-comma/dictionay.csv', 'REDCap data dictionary', 5, 18, 0, ''],
  ['redcapr/inst/test-data/projects/decimal-dot/data.csv', 'REDCap', 4, 6, 0, ''],
  ['redcapr/inst/test-data/projects/decimal-dot/dictionary.csv', 'REDCap data dictionary', 5, 18, 0, ''],
  ['redcapr/inst/test-data/projects/empty-rows/data.csv', 'E_HEADER_MISSING'],
  ['redcapr/inst/test-data/projects/empty-rows/dictionary.csv', 'REDCap data dictionary', 16, 18, 0, ''],
  ['redcapr/inst/test-data/projects/file-repo/data.csv', 'REDCap', 2, 7, 0, ''],
  ['redcapr/inst/test-data/projects/file-repo/dictionary.csv', 'REDCap data dictionary', 5, 18, 0, ''],
  ['redcapr/inst/test-data/projects/longitudinal/arm.csv', null, 2, 2, 0, ''],
  ['redcapr/inst/test-data/projects/longitudinal/data.csv', 'E_EVENT_CHOICE'],
  ['redcapr/inst/test-data/projects/longitudinal/dictionary.csv', 'REDCap data dictionary', 95, 18, 0, ''],
  ['redcapr/inst/test-data/projects/longitudinal/event.csv', null, 12, 5, 0, ''],
  ['redcapr/inst/test-data/projects/metadata-write/data.csv', 'REDCap', 5, 25, 1, 'W_VALUE_RANGE'],
  ['redcapr/inst/test-data/projects/metadata-write/dictionary.csv', 'REDCap data dictionary', 16, 18, 0, ''],
  ['redcapr/inst/test-data/projects/multilevel-model-1/data.csv', 'REDCap', 20, 6, 0, 'W_REPEAT_ROWS'],
  ['redcapr/inst/test-data/projects/multilevel-model-1/dictionary.csv', 'REDCap data dictionary', 15, 18, 0, ''],
  ['redcapr/inst/test-data/projects/nonnumeric-record-id/data.csv', 'REDCap', 3, 3, 0, ''],
  ['redcapr/inst/test-data/projects/nonnumeric-record-id/dictionary.csv', 'REDCap data dictionary', 2, 18, 0, ''],
  ['redcapr/inst/test-data/projects/potentially-problematic-dictionary/data.csv', 'E_HEADER_MISSING'],
  ['redcapr/inst/test-data/projects/potentially-problematic-dictionary/dictionary.csv', 'REDCap data dictionary', 6, 18, 0, 'W_REPLACEMENT_CHARACTER'],
  ['redcapr/inst/test-data/projects/potentially-problematic-values/data.csv', 'REDCap', 2, 5, 0, 'W_DATE_UNREADABLE W_NUMBER_UNREADABLE W_VALUE_TYPE'],
  ['redcapr/inst/test-data/projects/potentially-problematic-values/dictionary.csv', 'REDCap data dictionary', 4, 18, 0, ''],
  ['redcapr/inst/test-data/projects/repeating-instruments-sparse/data.csv', 'REDCap', 5, 9, 0, 'W_REPEAT_ROWS'],
  ['redcapr/inst/test-data/projects/repeating-instruments-sparse/dictionary.csv', 'REDCap data dictionary', 11, 18, 0, ''],
  ['redcapr/inst/test-data/projects/repeating-instruments/data.csv', 'REDCap', 2, 9, 0, 'W_REPEAT_ROWS'],
  ['redcapr/inst/test-data/projects/repeating-instruments/dictionary.csv', 'REDCap data dictionary', 11, 18, 0, ''],
  ['redcapr/inst/test-data/projects/russian/data.csv', 'REDCap', 3, 401, 13, 'W_ANSWER_UNSURE W_MISSING_CODE W_ROW_NUMBERS'],
  ['redcapr/inst/test-data/projects/simple/data.csv', 'REDCap', 5, 24, 1, 'W_VALUE_LOGICAL W_VALUE_RANGE'],
  ['redcapr/inst/test-data/projects/simple/dictionary.csv', 'REDCap data dictionary', 16, 18, 0, ''],
  ['redcapr/inst/test-data/projects/simple/metadata.csv', 'REDCap data dictionary', 16, 18, 0, ''],
  ['redcapr/inst/test-data/projects/single-column/data.csv', 'E_HEADER_MISSING'],
  ['redcapr/inst/test-data/projects/single-column/dictionary.csv', 'REDCap data dictionary', 1, 18, 0, ''],
  ['redcapr/inst/test-data/projects/survey/data.csv', 'REDCap', 2, 33, 1, ''],
  ['redcapr/inst/test-data/projects/survey/dictionary.csv', 'REDCap data dictionary', 25, 18, 0, ''],
  ['redcapr/inst/test-data/projects/validation-types-1/data.csv', 'REDCap', 1, 52, 1, 'W_ANSWER_UNSURE'],
  ['redcapr/inst/test-data/projects/validation-types-1/dictionary.csv', 'REDCap data dictionary', 50, 18, 0, ''],
  ['redcapr/inst/test-data/projects/vignette-repeating/data.csv', 'REDCap', 2, 5, 0, 'W_REPEAT_ROWS'],
  ['redcapr/inst/test-data/projects/vignette-repeating/dictionary.csv', 'REDCap data dictionary', 9, 18, 0, ''],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Better Sample Survey/Better_Sample_Survey.csv', 'Qualtrics', 10, 59, 4, 'W_MISSING_CODE W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Comment Coding/Test_Survey_for_Coded_Comments.csv', 'Qualtrics', 10, 17, 0, 'W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Long Exhaustive Sample Survey/Long_Exhaustive_Sample_Survey.csv', 'Qualtrics', 31, 367, 44, 'W_HEADER_REPEATED W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Many Different Question Types/Sample_Survey (Insights).csv', 'Qualtrics', 5, 190, 25, 'W_HEADER_REPEATED W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Many Different Question Types/Sample_Survey.csv', 'Qualtrics (legacy)', 5, 189, 28, 'W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Matrix Single Answer Survey/Matrix_Single_Answer_Testing.csv', 'Qualtrics', 5, 35, 0, 'W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Multiple Answer Matrix Questions/Multiple_Answer_Matrix_Questions (Insights).csv', 'Qualtrics', 5, 75, 15, 'W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Multiple Answer Matrix Questions/Multiple_Answer_Matrix_Questions.csv', 'Qualtrics (legacy)', 5, 74, 15, 'W_HEADER_REPEATED W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Multiple Answer Multiple Choices Questions/Multiple_Answer_MC_Questions (Insights).csv', 'Qualtrics', 5, 36, 5, 'W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Multiple Answer Multiple Choices Questions/Multiple_Answer_MC_Questions.csv', 'Qualtrics (legacy)', 5, 35, 5, 'W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/No Basis for Evaluation/No_Basis_for_Evaluation (Insights).csv', 'Qualtrics', 15, 49, 7, 'W_MISSING_CODE W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/No Basis for Evaluation/No_Basis_for_Evaluation (Legacy).csv', 'Qualtrics (legacy)', 15, 48, 7, 'W_MISSING_CODE W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Sample Survey/Sample_Survey.csv', 'Qualtrics', 5, 74, 11, 'W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Side-by-Side Questions/SidebySide_Questions (Insights).csv', 'Qualtrics', 25, 71, 3, 'W_HEADER_REPEATED W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Side-by-Side Questions/SidebySide_Questions (Legacy).csv', 'Qualtrics (legacy)', 25, 70, 3, 'W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Single Answer Matrix Questions/Single_Answer_Matrix_Questions (Insights).csv', 'Qualtrics', 5, 30, 0, 'W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Single Answer Matrix Questions/Single_Answer_Matrix_Questions.csv', 'Qualtrics (legacy)', 5, 29, 0, 'W_HEADER_REPEATED W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Single Answer Multiple Choice Questions/Single_Answer_MC_Questions (Insights).csv', 'Qualtrics', 5, 20, 0, 'W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Single Answer Multiple Choice Questions/Single_Answer_MC_Questions.csv', 'Qualtrics (legacy)', 5, 19, 0, 'W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Survey Logic/Survey_Logic_EVERYWHERE.csv', 'Qualtrics (legacy)', 10, 20, 0, 'W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Test Getting Choice Text from Response Columns/Choice_Text_from_Response_Columns.csv', 'Qualtrics', 5, 30, 0, 'W_MISSING_CODE W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/Text Entry Components/Questions_with_Text_Entry_Components.csv', 'Qualtrics', 15, 40, 0, 'W_RESPONSE_TEST'],
  ['qualtrics/QualtricsTools/data/Sample Surveys/User Notes Survey/Notes_Survey.csv', 'Qualtrics', 5, 17, 0, 'W_RESPONSE_TEST'],
  ['qualtrics/sample.csv', 'Qualtrics', 1, 20, 0, ''],
  ['qualtrics/sample_legacy.csv', 'Qualtrics (legacy)', 1, 15, 0, ''],
  ['surveymonkey/NFL_fandom_data-surveymonkey.csv', null, 34, 25, 0, 'W_HEADER_BLANK W_HEADER_SECOND W_NUMBER_RULE W_NUMBER_UNREADABLE'],
  ['surveymonkey/StarWars.csv', 'SurveyMonkey', 1186, 38, 1, 'W_ENCODING'],
  ['surveymonkey/comma-survey.csv', 'SurveyMonkey', 1129, 13, 0, ''],
  ['surveymonkey/flying-etiquette.csv', 'SurveyMonkey', 1040, 27, 0, ''],
  ['medicaldata/covid_testing_code_book.csv', null, 18, 5, 0, ''],
  ['medicaldata/covid_testing_deid.csv', 'E_ID_DUPLICATE'],
  ['medicaldata/diabetes.csv', null, 768, 9, 0, ''],
  ['medicaldata/indo_rct.csv', null, 602, 33, 0, ''],
  ['medicaldata/licorice_gargle.csv', null, 235, 19, 0, ''],
  ['medicaldata/strep_tb.csv', null, 107, 13, 0, 'W_ROW_NUMBERS'],
];

const DATA = `${SHARED}data/`;
const present = existsSync(DATA);

describe.skipIf(!present)(`every CSV of REDCap, Qualtrics, SurveyMonkey and medicaldata${present ? '' : ' (skipped: ../shared is absent)'}`, () => {
  it('stands in the table', () => {
    const folders = [...new Set(FILES.map(([path]) => path.split('/')[0]))];
    const found = folders.flatMap((folder) => readdirSync(DATA + folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.csv')).map((file) => `${folder}/${file}`));
    expect(found.sort()).toEqual(FILES.map(([path]) => path).sort());
  });

  it.each(FILES)('%s', async (...expected) => {
    const [path] = expected;
    const read = await readSurvey(DATA + path).catch((error: unknown) => error);
    if (read instanceof StudyError) {
      expect([path, read.code]).toEqual(expected);
      return;
    }
    const dataset = read as Dataset;
    const codes = [...new Set(dataset.warnings.map(({ code }) => code))].sort().join(' ');
    expect([path, dataset.reading.platform?.value ?? null, dataset.rows, dataset.columns.length, dataset.multiSelects?.length, codes]).toEqual(expected);
    losesNothing(path, dataset);
  });
});

const LABEL_ROWS = new Map([['Qualtrics', 2], ['Qualtrics (legacy)', 1]]);
const HEADER_ONLY = /comma-survey|flying-etiquette/;

/** Rows that are left out are told, and as many cells hold something as in the file; those that could not be read are told too. */
function losesNothing(path: string, { rows, columns, lines, reading, warnings }: Dataset): void {
  const codes = new Set<string>(warnings.map(({ code }) => code));
  const text = new TextDecoder(reading.encoding.value).decode(readFileSync(DATA + path));
  const [, ...records] = parseRfc4180(text).filter((record) => record.some((cell) => cell.trim() !== ''));
  const labelRows = LABEL_ROWS.get(reading.platform?.value ?? '') ?? (reading.platform?.value === 'SurveyMonkey' && !HEADER_ONLY.test(path) ? 1 : 0);
  if (records.length - labelRows !== rows) expect([...codes]).toContain('W_REPEAT_ROWS');
  // Every row is found again by the line on which it starts.
  const linesOf = lineStarts(text);
  const kept = parseRfc4180(text).filter((_, index) => lines.includes(linesOf[index]));
  expect(kept).toHaveLength(rows);
  const numbersRows = codes.has('W_ROW_NUMBERS') ? rows : 0;
  const inFile = kept.reduce((sum, record) => sum + record.filter((cell) => !['', 'NA', 'NaN'].includes(cell.trim())).length, 0) - numbersRows;
  const inColumns = columns.map((column) => {
    const zerosAreBlanks = column.levels?.[0]?.label === 'not chosen' && reading.platform?.value !== 'REDCap';
    return column.missing.filter((reason, row) => reason !== BLANK && !(zerosAreBlanks && column.values[row] === 0)).length;
  });
  expect(inColumns.reduce((sum, count) => sum + count, 0)).toBe(inFile);
  for (const column of columns) {
    const isUnread = column.missing.some((reason) => reason !== PRESENT && reason !== BLANK && reason !== 2);
    if (isUnread) expect(warnings.map(({ code, where }) => (where.endsWith(`:${column.name}`) ? code.replace(/^W_(?:NUMBER|DATE)_/, '') : ''))).toContain('UNREADABLE');
  }
}

/** The line on which each record of a text starts. */
function lineStarts(text: string): number[] {
  const starts = [1];
  let line = 1;
  let quoted = false;
  const unified = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < unified.length; at += 1) {
    if (unified[at] === '"') quoted = !quoted;
    const isBreak = unified[at] === '\n' || (unified[at] === '\r' && unified[at + 1] !== '\n');
    if (!isBreak) continue;
    line += 1;
    if (!quoted) starts.push(line);
  }
  return starts;
}
