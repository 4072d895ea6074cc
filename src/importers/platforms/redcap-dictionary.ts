import { StudyError } from '../../errors.js';
import { isBlank } from '../columns/missing.js';
import { place } from '../place.js';
import type { Rows } from '../rows/rows.js';
import { questionText } from './question-text.js';
import { isDictionaryHeader } from './recognise.js';

/** One field of a REDCap project, as its data dictionary describes it. */
export interface RedcapField {
  readonly name: string;
  readonly form: string;
  /** text, notes, radio, dropdown, checkbox, yesno, truefalse, calc, slider, file, descriptive, sql. */
  readonly type: string;
  /** Without markup; blank where it has none. */
  readonly label: string;
  /** Of a radio, dropdown or checkbox field, in their order. */
  readonly choices: readonly RedcapChoice[];
  /** Such as `integer` or `date_dmy`; blank where anything may be typed. */
  readonly validation: string;
  readonly least: string;
  readonly most: string;
  /** Whether the project marks it as naming a person. */
  readonly identifies: boolean;
  /** The matrix of questions that share their choices, or blank. */
  readonly matrix: string;
  /** Line of the dictionary. */
  readonly line: number;
}

export interface RedcapChoice {
  readonly code: string;
  readonly label: string;
}

/** The columns of a dictionary, by the beginning of their name in a download and in the API's answer. */
const COLUMNS = {
  name: /^(?:variable \/ field name|field_name)/,
  form: /^(?:form name|form_name)/,
  type: /^(?:field type|field_type)/,
  label: /^(?:field label|field_label)/,
  choices: /^(?:choices, calculations|select_choices)/,
  validation: /^(?:text validation type|text_validation_type)/,
  least: /^(?:text validation min|text_validation_min)/,
  most: /^(?:text validation max|text_validation_max)/,
  identifies: /^identifier/,
  matrix: /^(?:matrix group name|matrix_group_name)/,
} as const;

const NEEDED = ['name', 'form', 'type', 'label'] as const;
const CHOOSING = new Set(['radio', 'dropdown', 'checkbox']);

/**
 * Reads a REDCap data dictionary, as it is downloaded or as the API gives it.
 *
 * @throws StudyError E_DICTIONARY_FORMAT where the rows are something else.
 */
export function readDictionary(rows: Rows, file: string): RedcapField[] {
  const names = rows.header.names.map((name) => name.trim().toLowerCase());
  const at = Object.fromEntries(Object.entries(COLUMNS).map(([key, pattern]) => [key, names.findIndex((name) => pattern.test(name))]));
  if (!isDictionaryHeader(rows.header.names) || NEEDED.some((key) => at[key] === -1)) {
    const found = rows.header.names.slice(0, 2).join('" and "');
    const message = `Expected a REDCap data dictionary, whose columns begin with "Variable / Field Name" and "Form Name", found "${found}".`;
    throw new StudyError('E_DICTIONARY_FORMAT', message, {
      where: place(file, rows.header.line), hint: 'In REDCap: Data Dictionary, "Download the current Data Dictionary".',
    });
  }
  const cell = (row: number, key: keyof typeof COLUMNS): string => {
    const text = at[key] === -1 ? '' : rows.columns[at[key]].at(row).trim();
    return isBlank(text) ? '' : text;
  };
  return rows.lines.map((line, row): RedcapField => {
    const type = cell(row, 'type').toLowerCase();
    return {
      name: cell(row, 'name'),
      form: cell(row, 'form'),
      type,
      label: questionText(cell(row, 'label')),
      choices: CHOOSING.has(type) ? readChoices(cell(row, 'choices')) : [],
      validation: cell(row, 'validation').toLowerCase(),
      least: cell(row, 'least'),
      most: cell(row, 'most'),
      identifies: /^y/i.test(cell(row, 'identifies')),
      matrix: cell(row, 'matrix'),
      line,
    };
  });
}

/**
 * Choices written `1, Yes | 2, No, thanks`: a code, a comma, a label that may hold commas. A choice without a comma is
 * its own label.
 *
 * @example
 * readChoices('0, Female | 1, Male'); // [{ code: '0', label: 'Female' }, { code: '1', label: 'Male' }]
 */
export function readChoices(written: string): RedcapChoice[] {
  return written.split('|').map((choice) => choice.trim()).filter((choice) => choice !== '').map((choice) => {
    const [, code, label] = /^([^,]*?)\s*,\s*(.*)$/s.exec(choice) ?? [];
    return code === undefined ? { code: choice, label: questionText(choice) } : { code, label: questionText(label) || code };
  });
}
