import type { Level } from '../../dataset/column.js';
import type { ColumnDeclaration } from '../../dataset/declaration.js';
import { plainNumber } from '../columns/numbers.js';
import { place } from '../place.js';
import { isAnswerScale } from './answer-scale.js';
import { answerDeclaration } from './answer-columns.js';
import { answerLabel } from './answers.js';
import type { RedcapChoice, RedcapField } from './redcap-dictionary.js';

/** How far a form is filled in, in every project. */
const FORM_STATUS: readonly RedcapChoice[] = [
  { code: '0', label: 'Incomplete' }, { code: '1', label: 'Unverified' }, { code: '2', label: 'Complete' },
];
const YES_NO: readonly RedcapChoice[] = [{ code: '0', label: 'No' }, { code: '1', label: 'Yes' }];
const TRUE_FALSE: readonly RedcapChoice[] = [{ code: '0', label: 'False' }, { code: '1', label: 'True' }];

/** The choices of a field of one answer, also those that REDCap gives it. */
function choicesOf({ type, choices }: RedcapField): readonly RedcapChoice[] {
  return type === 'yesno' ? YES_NO : type === 'truefalse' ? TRUE_FALSE : type === 'checkbox' ? [] : choices;
}

/** The column of one choice of a checkbox field: `race___4`; signs in a code become `_`, so -1 is `race____1`. */
export function checkboxColumn(field: string, code: string): string {
  return `${field}___${code.toLowerCase().replace(/[^a-z0-9]/g, '_')}`;
}

/** What the dictionary says of the columns of a field; a descriptive text has none. */
export function fieldDeclarations(field: RedcapField, dictionary: string): [string, ColumnDeclaration][] {
  if (field.type === 'descriptive') return [];
  const where = place(dictionary, field.line, field.name);
  const label = field.label === '' || field.label === field.name ? {} : { label: field.label };
  if (field.type === 'checkbox') {
    return field.choices.map((choice): [string, ColumnDeclaration] => {
      const name = checkboxColumn(field.name, choice.code);
      return [name, { ...answerDeclaration(name, answerLabel(field.label || field.name, choice.label)), where }];
    });
  }
  return [[field.name, { ...label, ...kindOf(field), ...(field.identifies ? { identifies: true } : {}), where, lenient: ['type', 'levels', 'range'] }]];
}

/** What is declared of a form's status. */
export function statusDeclaration(form: string): ColumnDeclaration {
  return { label: `${form.replaceAll('_', ' ')}: complete?`, type: 'ordinal', levels: numericLevels(FORM_STATUS), role: 'other' };
}

function kindOf(field: RedcapField): ColumnDeclaration {
  const choices = choicesOf(field);
  if (choices.length > 0) return choiceKind(field, choices);
  switch (field.type) {
    case 'calc': return { type: 'number' };
    case 'slider': return { type: 'number', ...rangeOf(field) };
    case 'notes': case 'file': return { type: 'text' };
    case 'text': return validatedKind(field);
    default: return {};
  }
}

/** Two answers, or a scale: ordered. Any other choice only names groups, whatever numbers stand for them. */
function choiceKind({ matrix }: RedcapField, choices: readonly RedcapChoice[]): ColumnDeclaration {
  const areNumbers = choices.every(({ code }) => /^-?\d+(?:\.\d+)?$/.test(code));
  const isOrdered = areNumbers && (choices.length === 2 || isAnswerScale(choices.map(({ label }) => label)) || (matrix !== '' && choices.length > 2));
  if (isOrdered) return { type: 'ordinal', levels: numericLevels(choices) };
  return { type: 'nominal', levels: choices.map(({ code, label }): Level => ({ value: code, ...(label === code ? {} : { label }) })) };
}

/** A text field holds what its validation lets through; REDCap exports every date as year, month, day. */
function validatedKind(field: RedcapField): ColumnDeclaration {
  const { validation, identifies } = field;
  if (/^(?:integer|number)/.test(validation)) {
    return { type: 'number', ...rangeOf(field), ...(validation.endsWith('comma_decimal') ? { decimal: ',' as const } : {}) };
  }
  if (/^date(?:time)?_/.test(validation)) return { type: 'date' };
  if (validation !== '' || identifies) return { type: 'text' };
  return {};
}

/** Limits that REDCap asks the person who types to confirm, so that values beyond them do occur. */
function rangeOf({ type, least, most }: RedcapField): Pick<ColumnDeclaration, 'range'> {
  if (least === '' && most === '') return type === 'slider' ? { range: [0, 100] } : {};
  const [low, high] = [least, most].map((text) => (text === '' ? NaN : plainNumber(text, text.includes(',') ? ',' : '.') ?? NaN));
  return { range: [Number.isNaN(low) ? -Infinity : low, Number.isNaN(high) ? Infinity : high] };
}

function numericLevels(choices: readonly RedcapChoice[]): Level[] {
  return choices.map(({ code, label }) => ({ value: Number(code), ...(label === code ? {} : { label }) }));
}
