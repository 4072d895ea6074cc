import type { Warning } from '../../results/warning.js';
import { ColumnText } from '../columns/column-text.js';
import { isBlank } from '../columns/missing.js';
import { place } from '../place.js';
import type { Rows } from '../rows/rows.js';
import { renamed } from '../rows/shaped-rows.js';
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

/**
 * Answers of 0 and 1 as these, where the file has other words for them: Checked and Unchecked in a REDCap export with
 * labels; TRUE and FALSE where another program saved the export again, which is told.
 */
export function withZerosAndOnes(rows: Rows, file: string, fields: readonly RedcapField[]): { rows: Rows; warnings: Warning[] } {
  const binary = new Set(fields.filter(isBinary).map(({ name }) => name));
  const warnings: Warning[] = [];
  const columns = rows.columns.map((column, index) => {
    const name = rows.header.names[index];
    if (isTickColumn(name)) return inWords(column, rows.lines.length, TICKS) ?? column;
    const logical = binary.has(name) ? inWords(column, rows.lines.length, LOGICAL) : null;
    if (logical === null) return column;
    warnings.push({ code: 'W_VALUE_LOGICAL', message: 'TRUE is read as 1 and FALSE as 0, the codes of the dictionary.', where: place(file, rows.header.line, name) });
    return logical;
  });
  return { rows: { ...rows, columns }, warnings };
}

/** Whether a column is one choice of a checkbox field, in a raw export or one with labels. */
export function isTickColumn(name: string): boolean {
  return /\w___\w/.test(name) || /\(choice=.*\)(?:_\d+)?$/s.test(name);
}

const TICKS: ReadonlyMap<string, string> = new Map([['Unchecked', '0'], ['Checked', '1']]);
const LOGICAL: ReadonlyMap<string, string> = new Map([['FALSE', '0'], ['TRUE', '1']]);

/** A column's words as the codes they stand for; null where some cell is none of them, or none is there. */
function inWords(column: ColumnText, rows: number, codes: ReadonlyMap<string, string>): ColumnText | null {
  const texts = Array.from({ length: rows }, (_, row) => column.at(row));
  const present = texts.filter((text) => !isBlank(text));
  if (present.length === 0 || !present.every((text) => codes.has(text.trim()))) return null;
  return ColumnText.from(texts.map((text) => codes.get(text.trim()) ?? text));
}

function isBinary({ type, choices }: RedcapField): boolean {
  if (type === 'yesno' || type === 'truefalse') return true;
  return choices.length === 2 && choices.every(({ code, label }) => /^[01]$/.test(code) && !/^(?:true|false)$/i.test(label));
}
