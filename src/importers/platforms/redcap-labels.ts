import { ColumnText } from '../column-text.js';
import { isBlank } from '../missing.js';
import type { Rows } from '../rows.js';
import { renamed } from '../shaped-rows.js';
import { questionText } from './question-text.js';
import type { RedcapField } from './redcap-dictionary.js';
import { checkboxColumn } from './redcap-fields.js';

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

/** Checkbox columns as 0 and 1, where they say Checked and Unchecked. */
export function withTicks(rows: Rows): Rows {
  const columns = rows.columns.map((column, index) => (isTickColumn(rows.header.names[index]) ? ticked(column, rows.lines.length) : column));
  return { ...rows, columns };
}

/** Whether a column is one choice of a checkbox field, in a raw export or one with labels. */
export function isTickColumn(name: string): boolean {
  return /\w___\w/.test(name) || /\(choice=.*\)(?:_\d+)?$/s.test(name);
}

function ticked(column: ColumnText, rows: number): ColumnText {
  const texts = Array.from({ length: rows }, (_, row) => column.at(row));
  if (!texts.every((text) => isBlank(text) || TICKS.has(text.trim()))) return column;
  return ColumnText.from(texts.map((text) => TICKS.get(text.trim()) ?? text));
}

const TICKS: ReadonlyMap<string, string> = new Map([['Unchecked', '0'], ['Checked', '1']]);
