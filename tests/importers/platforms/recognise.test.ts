import { describe, expect, it } from 'vitest';
import { askedPlatform, recognisePlatform } from '../../../src/importers/platforms/recognise.js';

const platform = (...records: string[][]) => recognisePlatform(records);

describe('recognisePlatform', () => {
  it('knows Qualtrics by ImportId in the third row, in either style of quotes', () => {
    for (const cell of ['{"ImportId":"QID1"}', "{'ImportId': 'QID1'}"]) {
      expect(platform(['StartDate', 'Q1'], ['Start Date', 'How often?'], ['{"ImportId":"startDate"}', cell]))
        .toEqual({ name: 'qualtrics', decision: { value: 'Qualtrics', why: 'the third row holds ImportId' }, labelRows: 2 });
    }
  });

  it('knows Qualtrics without its ids by ResponseId and StartDate, with labels below them or without', () => {
    const header = ['StartDate', 'EndDate', 'ResponseId', 'Q1'];
    const row = ['2011-03-01 09:30:00', '2011-03-01 09:40:00', 'R_1', '4'];
    expect(platform(header, ['Start Date', 'End Date', 'Response ID', 'How often?'], row)).toMatchObject({ name: 'qualtrics', labelRows: 1 });
    expect(platform(header, row)).toMatchObject({ name: 'qualtrics', labelRows: 0 });
  });

  it('knows legacy Qualtrics by V1 above ResponseID, and not any file with a V1', () => {
    expect(platform(['V1', 'V2'], ['ResponseID', 'Name'], ['R_1', 'x'])?.decision.value).toBe('Qualtrics (legacy)');
    expect(platform(['V1', 'V2'], ['0.5', '1.5'], ['0.7', '1'])).toBeNull();
  });

  it('knows SurveyMonkey by a second row that starts blank and holds Response, or answer options below a question', () => {
    expect(platform(['RespondentID', 'How old?', 'Which?'], ['', 'Open-Ended Response', 'Portal'], ['1', '44', 'Portal']))
      .toMatchObject({ name: 'surveymonkey', labelRows: 1 });
    expect(platform(['respondent_id', 'Which?', ''], ['', 'Portal', 'Phone'], ['1', 'Portal', ''])?.name).toBe('surveymonkey');
    expect(platform(['RespondentID', 'Which?'], ['3292953864', 'Portal'])).toMatchObject({ name: 'surveymonkey', labelRows: 0 });
    expect(platform(['a', 'b'], ['', '2'], ['1', '2'])).toBeNull();
  });

  it('knows REDCap by its columns, raw or with labels', () => {
    expect(platform(['record_id', 'redcap_event_name'], ['1', 'a'])?.decision)
      .toEqual({ value: 'REDCap', why: 'there is a column redcap_event_name' });
    expect(platform(['study', 'race___1'], ['1', '0'])?.name).toBe('redcap');
    expect(platform(['record_id', 'demographics_complete'], ['1', '2'])?.name).toBe('redcap');
    expect(platform(['Study ID', 'Race (choice=White)'], ['1', 'Checked'])?.name).toBe('redcap');
    expect(platform(['Record ID', 'Sex', 'Complete?'], ['1', 'Female', 'Complete'])?.name).toBe('redcap');
    expect(platform(['record_id', 'x'], ['1', '2'])).toBeNull();
    expect(platform(['a', 'b___c'], ['1', 'some words'])).toBeNull();
  });

  it('knows a REDCap data dictionary, which is no export', () => {
    expect(platform(['Variable / Field Name', 'Form Name'], ['record_id', 'f'])?.decision.value).toBe('REDCap data dictionary');
    expect(platform(['field_name', 'form_name'], ['record_id', 'f'])?.decision.value).toBe('REDCap data dictionary');
  });

  it('knows Google Forms by its Timestamp', () => {
    expect(platform(['Timestamp', 'How old?'], ['3/4/2011 9:30:00', '44'])?.name).toBe('google-forms');
    expect(platform(['Timestamp', 'How old?'], ['2020/04/29 3:06:28 PM GMT-5', '44'])?.name).toBe('google-forms');
    expect(platform(['Timestamp', 'x'], ['2011-03-04', '1'])).toBeNull();
  });

  it('says nothing of a file without rows', () => expect(platform(['a', 'b'])).toBeNull());
});

describe('askedPlatform', () => {
  it('refuses a layout that the file cannot have, with the way to none', () => {
    expect(() => askedPlatform('qualtrics', [['a', 'b'], ['1', '2']], 'f.csv', 1)).toThrow(/A Qualtrics export has ImportId/);
    expect(() => askedPlatform('surveymonkey', [['a', 'b']], 'f.csv', 1)).toThrow(/second row of answer options/);
  });

  it('leaves every row a row where plain is asked for', () => {
    expect(askedPlatform('plain', [['V1', 'V2'], ['ResponseID', 'Name']], 'f.csv', 1)).toMatchObject({ name: 'plain', labelRows: 0 });
  });
});
