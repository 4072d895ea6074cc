import { ColumnText } from '../column-text.js';
import { isBlank } from '../missing.js';
import type { Rows } from '../rows.js';
import { renamed } from '../shaped-rows.js';
import { questionText } from './question-text.js';
import type { RedcapChoice, RedcapField } from './redcap-dictionary.js';
import { FORM_STATUS, checkboxColumn, choicesOf } from './redcap-fields.js';

/** REDCap's own columns in an export with labels, and what they are called in a raw one. */
const OWN: readonly (readonly [label: string, name: string])[] = [
  ['Event Name', 'redcap_event_name'], ['Repeat Instrument', 'redcap_repeat_instrument'],
  ['Repeat Instance', 'redcap_repeat_instance'], ['Data Access Group', 'redcap_data_access_group'],
  ['Survey Identifier', 'redcap_survey_identifier'],
];

/** The columns under the names of their fields, where the header gives labels. Columns come in the dictionary's order, so equal labels are told apart. */
export function withFieldNames(rows: Rows, file: string, fields: readonly RedcapField[]): Rows {
  const { names } = rows.header;
  const nameOf = new Map<string, string[]>(OWN.map(([label, name]) => [label, [name]]));
  const add = (label: string, name: string): void => {
    nameOf.set(questionText(label), [...(nameOf.get(questionText(label)) ?? []), name]);
  };
  fields.forEach((field, index) => {
    if (field.type === 'checkbox') {
      for (const { code, label } of field.choices) add(`${field.label} (choice=${label})`, checkboxColumn(field.name, code));
    } else if (field.type !== 'descriptive') add(field.label, field.name);
    if (fields[index + 1]?.form !== field.form) add('Complete?', `${field.form}_complete`);
  });
  const raw = new Set([...nameOf.values()].flat());
  if (names.filter((name) => raw.has(name)).length * 2 > names.length) return rows;
  const [written] = rows.firstRecords;
  return renamed(rows, written.map((cell, index) => nameOf.get(questionText(cell))?.shift() ?? names[index]), file);
}

/** The cells as codes, where they hold the labels of a field's choices. */
export function withCodes(rows: Rows, fields: readonly RedcapField[]): Rows {
  const choices = new Map(fields.map((field) => [field.name, choicesOf(field)]));
  const columns = rows.columns.map((column, index) => {
    const name = rows.header.names[index];
    const isStatus = /_complete$|^Complete\?/.test(name);
    const known = choices.get(name) ?? (isStatus ? FORM_STATUS : isTickColumn(name) ? TICKS : []);
    return known.length === 0 ? column : recoded(column, rows.lines.length, known);
  });
  return { ...rows, columns };
}

const TICKS: readonly RedcapChoice[] = [{ code: '0', label: 'Unchecked' }, { code: '1', label: 'Checked' }];

/** Whether a column is one choice of a checkbox field, in a raw export or one with labels. */
export function isTickColumn(name: string): boolean {
  return /\w___\w/.test(name) || /\(choice=.*\)(?:_\d+)?$/s.test(name);
}

/** Labels for codes, unless a cell is a code already, or something else. */
function recoded(column: ColumnText, rows: number, choices: readonly RedcapChoice[]): ColumnText {
  const codes = new Set(choices.map(({ code }) => code));
  const codeOf = new Map(choices.map(({ code, label }) => [label, code]));
  const texts = Array.from({ length: rows }, (_, row) => column.at(row));
  const present = texts.filter((text) => !isBlank(text)).map((text) => text.trim());
  if (present.length === 0 || present.every((text) => codes.has(text)) || !present.every((text) => codeOf.has(questionText(text)))) return column;
  return ColumnText.from(texts.map((text) => (isBlank(text) ? text : codeOf.get(questionText(text))!)));
}
