import { StudyError } from '../../errors.js';
import type { Decision } from '../../results/inspection.js';
import { isoDate } from '../columns/dates.js';
import { place } from '../place.js';

/** The names that `--platform` takes; `plain` is a table without a layout of its own. */
export const PLATFORMS = ['redcap', 'qualtrics', 'surveymonkey', 'google-forms', 'plain'] as const;
export type PlatformName = (typeof PLATFORMS)[number];

/** The survey software that wrote a file, and how many rows of labels stand below its header. */
export interface Recognised {
  readonly name: PlatformName;
  readonly decision: Decision<string>;
  readonly labelRows: number;
}

type Records = readonly (readonly string[])[];

/**
 * Recognises Qualtrics, SurveyMonkey, REDCap and Google Forms.
 *
 * @param records the header and the two records below it, as far as there are any.
 * @example
 * recognisePlatform([['record_id', 'race___1'], ['1', '0']])?.decision.value; // 'REDCap'
 */
export function recognisePlatform(records: Records): Recognised | null {
  return qualtrics(records) ?? surveyMonkey(records) ?? redcap(records) ?? googleForms(records);
}

/**
 * The layout that was asked for. Its label rows are found all the same.
 *
 * @throws StudyError E_PLATFORM_LAYOUT where the file cannot have that layout.
 */
export function askedPlatform(name: PlatformName, records: Records, file: string, headerLine: number): Recognised {
  const asked = (value: string, labelRows = 0): Recognised => ({ name, decision: { value, why: 'asked for' }, labelRows });
  switch (name) {
    case 'plain': return asked('plain');
    case 'redcap': return asked('REDCap');
    case 'google-forms': return asked('Google Forms');
    case 'surveymonkey': {
      if (records.length > 1) return asked('SurveyMonkey', 1);
      throw unfit('A SurveyMonkey export has a second row of answer options', file, headerLine);
    }
    case 'qualtrics': {
      const found = qualtrics(records);
      if (found !== null) return { ...found, decision: { value: found.decision.value, why: `asked for, and ${found.decision.why}` } };
      throw unfit('A Qualtrics export has ImportId in its third row, V1 above ResponseID, or columns ResponseId and StartDate', file, headerLine);
    }
  }
}

function unfit(expected: string, file: string, headerLine: number): StudyError {
  return new StudyError('E_PLATFORM_LAYOUT', `${expected}; this file has none.`, {
    where: place(file, headerLine), hint: 'Type --platform plain to read one header row and nothing else.',
  });
}

const IMPORT_ID = /["']ImportId["']\s*:/;
const RESPONSE_ID = /^Response ?ID$/i;

function qualtrics([header = [], second = [], third = []]: Records): Recognised | null {
  const found = (value: string, why: string, labelRows: number): Recognised => ({ name: 'qualtrics', decision: { value, why }, labelRows });
  if (third.some((cell) => IMPORT_ID.test(cell))) return found('Qualtrics', 'the third row holds ImportId', 2);
  if (second.some((cell) => IMPORT_ID.test(cell))) return found('Qualtrics', 'the second row holds ImportId', 1);
  if (header[0] === 'V1' && second.some((cell) => RESPONSE_ID.test(cell.trim()))) {
    return found('Qualtrics (legacy)', 'the header is V1, V2 … above the names', 1);
  }
  const start = header.findIndex((name) => name.trim() === 'StartDate');
  const hasOwn = header.some((name) => RESPONSE_ID.test(name.trim())) && header.some((name) => /^(EndDate|RecordedDate)$/.test(name.trim()));
  if (start === -1 || !hasOwn) return null;
  const hasLabels = second.length > 1 && second[start].trim() !== '' && isoDate(second[start]) === null && !/\d/.test(second[start]);
  return found('Qualtrics', `there are columns ResponseId and StartDate${hasLabels ? ', with labels below them' : ''}`, hasLabels ? 1 : 0);
}

function surveyMonkey([header = [], second = []]: Records): Recognised | null {
  if (second.length < 2) return null;
  const found = (why: string, labelRows = 1): Recognised => ({ name: 'surveymonkey', decision: { value: 'SurveyMonkey', why }, labelRows });
  if (header[0].trim() === 'RespondentID' && /^\d{8,12}$/.test(second[0])) return found('RespondentID comes first; its row of answer options was left out', 0);
  if (second[0].trim() !== '') return null;
  if (second.some((cell) => /^(?:open-ended )?response$/i.test(cell.trim()))) return found('the second row starts blank and holds Response');
  const spans = header.some((name, index) => name.trim() === '' && (second[index] ?? '').trim() !== '');
  const isRespondent = /^respondent[ _]?id$/i.test(header[0].trim());
  return isRespondent && spans ? found('RespondentID comes first, and questions span several columns') : null;
}

/** Columns that REDCap adds, in a raw export and in one with labels. */
const REDCAP_OWN = /^redcap_|^(?:Repeat Instrument|Repeat Instance)$/;
const TICKS = /^(?:[01]?|checked|unchecked)$/i;

function redcap([header = [], second]: Records): Recognised | null {
  const found = (value: string, why: string): Recognised => ({ name: 'redcap', decision: { value, why }, labelRows: 0 });
  if (isDictionaryHeader(header)) return found('REDCap data dictionary', 'its columns are those of one');
  const own = header.find((name, index) => REDCAP_OWN.test(name) || (/\w___\w/.test(name) && TICKS.test((second?.[index] ?? '').trim())));
  if (own !== undefined) return found('REDCap', `there is a column ${own}`);
  const choice = header.find((name) => /\(choice=.*\)$/s.test(name));
  if (choice !== undefined) return found('REDCap', 'a column ends with (choice=…)');
  const hasForm = header.slice(0, 2).includes('record_id') && header.some((name) => name.endsWith('_complete'));
  if (hasForm) return found('REDCap', 'record_id comes first, and a form ends with _complete');
  const hasLabels = header[0] === 'Record ID' && header.some((name) => name === 'Complete?');
  return hasLabels ? found('REDCap', 'Record ID comes first, and a form ends with Complete?') : null;
}

/** Whether a header is that of a REDCap data dictionary, as it is downloaded or as its API gives it. */
export function isDictionaryHeader(header: readonly string[]): boolean {
  const [first, second] = header.map((name) => name.replace(/^\uFEFF/, '').trim().toLowerCase());
  return (first === 'variable / field name' && second === 'form name') || (first === 'field_name' && second === 'form_name');
}

function googleForms([header = [], second = []]: Records): Recognised | null {
  const isTime = /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}[/-]\d{1,2}[/-]\d{1,2}) \d{1,2}:\d{2}:\d{2}/.test(second[0] ?? '');
  if (header[0]?.trim() !== 'Timestamp' || !isTime) return null;
  return { name: 'google-forms', decision: { value: 'Google Forms', why: 'the first column is Timestamp, with a time to the second' }, labelRows: 0 };
}
