import { describe, expect, it } from 'vitest';
import { contentOf, readText, warningCodes } from '../reading.js';
import { madeSheet } from '../xlsx/made-workbook.js';

const QUALTRICS = [
  ['StartDate', 'EndDate', 'Status', 'ResponseId', 'Q1', 'Q2_1', 'Q2_2'],
  ['Start Date', 'End Date', 'Response Type', 'Response ID', 'How often?', 'Which? - Portal', 'Which? - Phone'],
  ['{"ImportId":"startDate"}', '{"ImportId":"endDate"}', '{"ImportId":"status"}', '{"ImportId":"_recordId"}', '{"ImportId":"QID1"}', '{"ImportId":"QID2_1"}', '{"ImportId":"QID2_2"}'],
  ['2011-03-01 09:30:00', '2011-03-01 09:40:00', 0, 'R_1', 4, 1, null],
  ['2011-03-01 10:30:00', '2011-03-01 10:40:00', 1, 'R_2', 6, 1, 1],
  ['2011-03-01 11:30:00', '2011-03-01 11:40:00', 0, 'R_3', 5, null, 1],
] as const;

describe('an export saved from a spreadsheet program', () => {
  it('of Qualtrics is read as its CSV is', async () => {
    const csv = QUALTRICS.map((row) => row.map((cell) => (cell === null ? '' : `"${String(cell).replaceAll('"', '""')}"`)).join(',')).join('\n');
    const [workbook, text] = [await readText(madeSheet(QUALTRICS.map((row) => [...row]))), await readText(csv)];
    expect(contentOf(workbook)).toEqual(contentOf(text));
    expect(workbook.reading.platform).toEqual({ value: 'Qualtrics', why: 'the third row holds ImportId' });
    expect(workbook.columns.map(({ label }) => label)).toEqual(text.columns.map(({ label }) => label));
    expect(workbook.multiSelects).toEqual(text.multiSelects);
    expect(warningCodes(workbook)).toEqual(['W_RESPONSE_PREVIEW']);
  });
});
