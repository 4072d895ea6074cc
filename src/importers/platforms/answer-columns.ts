import { PRESENT } from '../../dataset/column.js';
import type { Column } from '../../dataset/column.js';
import type { ColumnDeclaration } from '../../dataset/declaration.js';
import type { MultiSelect, MultiSelectOption } from '../../dataset/multi-select.js';
import type { Warning } from '../../results/warning.js';
import { ColumnText } from '../columns/column-text.js';
import { place } from '../place.js';
import type { Rows } from '../rows/rows.js';
import { counted } from '../wording.js';

/** The columns of a question with several answers, before they are read. */
export interface AnswerColumns {
  readonly name: string;
  readonly label?: string;
  readonly options: readonly MultiSelectOption[];
  /** The column that says how far the form was filled in (0 or nothing: not at all), where there is one. */
  readonly status: string | null;
}

/** What is declared of one answer's column. */
export function answerDeclaration(name: string, label: string): ColumnDeclaration {
  return {
    ...(label === name ? {} : { label }),
    type: 'ordinal', levels: [{ value: 0, label: 'not chosen' }, { value: 1, label: 'chosen' }],
  };
}

/**
 * Answers written as a tick or nothing, as 0 and 1. Where a row ticks none, all of them stay blank: such a participant
 * may have chosen nothing or never have seen the question, and the file does not say which.
 *
 * @param isTick whether a cell of a column is its tick.
 */
export function tickedColumns(
  rows: Rows, indices: readonly number[], isTick: (index: number, text: string) => boolean,
): ColumnText[] {
  const ticks = indices.map((index) => Uint8Array.from(rows.lines, (_, row) => (isTick(index, rows.columns[index].at(row)) ? 1 : 0)));
  const answered = Uint8Array.from(rows.lines, (_, row) => (ticks.some((tick) => tick[row] === 1) ? 1 : 0));
  return ticks.map((tick) => ColumnText.from(Array.from(tick, (value, row) => (answered[row] === 0 ? '' : String(value)))));
}

/** The questions with several answers, once their columns are read: who answered each. */
export function multiSelectsOf(questions: readonly AnswerColumns[], columns: readonly Column[], rows: number): MultiSelect[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return questions.map(({ name, label, options, status }) => {
    const ticks = options.flatMap((option) => byName.get(option.column) ?? []);
    const form = status === null ? undefined : byName.get(status);
    const isAnswered = (_: unknown, row: number): number => (ticks.some((column) => holds(column, row, (value) => value === 1))
      || (form !== undefined && holds(form, row, (value) => value !== 0)) ? 1 : 0);
    return {
      name,
      ...(label === undefined ? {} : { label }),
      options,
      answered: Uint8Array.from({ length: rows }, isAnswered),
      among: form === undefined ? 'of those who chose at least one' : `of those who chose at least one or whose ${form.name} is not 0`,
    };
  });
}

function holds({ values, missing }: Column, row: number, test: (value: number) => boolean): boolean {
  return missing[row] === PRESENT && test(Number(values[row]));
}

/** A warning for each question whose answers are 0 in rows that may never have seen it. */
export function unsureZeros(questions: readonly MultiSelect[], columns: readonly Column[], lines: Uint32Array, file: string): Warning[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return questions.flatMap(({ name, options, answered, among }): Warning[] => {
    const own = options.flatMap(({ column }) => byName.get(column) ?? []);
    const unsure = Array.from(answered.keys()).filter((row) => answered[row] === 0 && own.some((column) => column.missing[row] === PRESENT));
    if (unsure.length === 0) return [];
    return [{
      code: 'W_ANSWER_UNSURE',
      message: `${name}: 0 may mean unanswered in ${unsure.length} of ${counted(answered.length, 'row')}; describe counts each answer ${among}.`,
      where: place(file, lines[unsure[0]], own[0].name),
    }];
  });
}
