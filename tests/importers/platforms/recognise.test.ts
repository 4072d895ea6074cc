import { describe, expect, it } from 'vitest';
import { recognisePlatform } from '../../src/importers/platforms.js';

const platform = (...records: string[][]) => recognisePlatform(records, 'f.csv', 1);

describe('recognisePlatform', () => {
  it('knows Qualtrics by ImportId in the third row, in either style of quotes', () => {
    for (const cell of ['{"ImportId":"QID1"}', "{'ImportId': 'QID1'}"]) {
      const found = platform(['StartDate', 'Q1'], ['Start Date', 'How often?'], ['{"ImportId":"startDate"}', cell]);
      expect(found.platform).toEqual({ value: 'Qualtrics', why: 'the third row holds ImportId' });
      expect(found.warnings).toMatchObject([{ code: 'W_PLATFORM_HEADER', where: 'f.csv:2' }]);
    }
  });

  it('knows legacy Qualtrics by V1 above ResponseID, and not any file with a V1', () => {
    expect(platform(['V1', 'V2'], ['ResponseID', 'Name'], ['R_1', 'x']).platform?.value).toBe('Qualtrics (legacy)');
    expect(platform(['V1', 'V2'], ['0.5', '1.5'], ['0.7', '1']).platform).toBeNull();
  });

  it('knows SurveyMonkey by a second row that starts blank and holds Response', () => {
    const found = platform(['RespondentID', 'How old?', 'Which?'], ['', 'Open-Ended Response', 'Portal'],
      ['1', '44', 'Portal']);
    expect(found.platform?.value).toBe('SurveyMonkey');
    expect(found.warnings).toHaveLength(1);
    expect(platform(['a', 'b'], ['', '2'], ['1', '2']).platform).toBeNull();
  });

  it('knows REDCap by its columns, and needs no warning', () => {
    expect(platform(['record_id', 'redcap_event_name'], ['1', 'a']))
      .toEqual({ platform: { value: 'REDCap', why: 'there is a column redcap_event_name' }, warnings: [] });
    expect(platform(['study', 'race___1'], ['1', '0']).platform?.value).toBe('REDCap');
    expect(platform(['record_id', 'demographics_complete'], ['1', '2']).platform?.value).toBe('REDCap');
    expect(platform(['record_id', 'x'], ['1', '2']).platform).toBeNull();
  });

  it('knows Google Forms by its Timestamp', () => {
    expect(platform(['Timestamp', 'How old?'], ['3/4/2011 9:30:00', '44']).platform?.value).toBe('Google Forms');
    expect(platform(['Timestamp', 'x'], ['2011-03-04', '1']).platform).toBeNull();
  });

  it('says nothing of a file without rows', () => expect(platform(['a', 'b']))
    .toEqual({ platform: null, warnings: [] }));
});
