import type { ColumnDeclaration, Declarations } from '../../dataset/declaration.js';
import type { Rows } from '../rows/rows.js';
import { answerDeclaration, tickedColumns } from './answer-columns.js';
import type { AnswerColumns } from './answer-columns.js';

/** A question whose answers each have a column that holds a tick or nothing. */
export interface TickedQuestion {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly index: number; readonly label: string }[];
  /** Whether a cell of a column is its tick. */
  isTick(index: number, text: string): boolean;
}

/** Rows whose ticks are 0 and 1, and what is to be said of their columns. */
export interface AnsweredRows {
  readonly rows: Rows;
  readonly declarations: Declarations;
  readonly multiSelects: readonly AnswerColumns[];
}

export function withAnswers(rows: Rows, questions: readonly TickedQuestion[]): AnsweredRows {
  const columns = [...rows.columns];
  const declarations = new Map<string, ColumnDeclaration>();
  const { names } = rows.header;
  for (const { label, options, isTick } of questions) {
    const ticked = tickedColumns(rows, options.map(({ index }) => index), isTick);
    options.forEach((option, place) => {
      columns[option.index] = ticked[place];
      declarations.set(names[option.index], answerDeclaration(names[option.index], answerLabel(label, option.label)));
    });
  }
  const multiSelects = questions.map(({ name, label, options }): AnswerColumns => ({
    name: names.includes(name) ? `${name} (all answers)` : name,
    ...(label === '' || label === name ? {} : { label }),
    options: options.map(({ index, label: answer }) => ({ column: names[index], label: answer })),
    status: null,
  }));
  return { rows: { ...rows, columns }, declarations, multiSelects };
}

/** How one answer to a question is called. */
export function answerLabel(question: string, answer: string): string {
  return question === '' ? answer : `${question}: ${answer}`;
}
