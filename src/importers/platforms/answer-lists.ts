import type { ColumnDeclaration } from '../../dataset/declaration.js';
import { ColumnText } from '../columns/column-text.js';
import { everyRow } from '../columns/ids.js';
import { isBlank } from '../columns/missing.js';
import type { Rows } from '../rows/rows.js';
import { answerDeclaration } from './answer-columns.js';
import type { AnswerColumns } from './answer-columns.js';
import { answerLabel } from './answers.js';
import type { AnsweredRows } from './answers.js';

/** More options than this are no list to choose from. */
const MOST_OPTIONS = 25;

/**
 * Questions whose cells list several answers, such as `Phone, Portal`: each answer becomes a 0/1 column beside the
 * cells, which are kept as text.
 *
 * @param separators between two answers, the likeliest first.
 * @param isAnswer whether a column holds answers to a question.
 * @param labelOf the question of a column, where it is not the column's name.
 */
export function withListedAnswers(
  rows: Rows, separators: readonly string[],
  isAnswer: (index: number) => boolean = () => true, labelOf: (index: number) => string = () => '',
): AnsweredRows {
  const declarations = new Map<string, ColumnDeclaration>();
  const multiSelects: AnswerColumns[] = [];
  const names: string[] = [];
  const columns: ColumnText[] = [];
  const unnamed = new Set<number>();
  const taken = new Set(rows.header.names);
  rows.header.names.forEach((name, index) => {
    if (rows.header.unnamed.has(index)) unnamed.add(names.length);
    names.push(name);
    columns.push(rows.columns[index]);
    const found = isAnswer(index) ? listing(rows, index, separators) : null;
    if (found === null) return;
    const question = labelOf(index) === '' ? name : labelOf(index);
    const options = found.options.map((label) => ({ column: unused(`${name}: ${label}`, taken), label }));
    for (const { column, label } of options) {
      names.push(column);
      columns.push(chosen(rows, index, found.separator, label));
      declarations.set(column, answerDeclaration(column, answerLabel(question, label)));
    }
    declarations.set(name, { type: 'text' });
    multiSelects.push({ name, ...(question === name ? {} : { label: question }), options, status: null });
  });
  return { rows: { ...rows, columns, header: { ...rows.header, names, unnamed } }, declarations, multiSelects };
}

/** The first separator under which the cells of a column are lists, and the options they list. */
function listing(rows: Rows, index: number, separators: readonly string[]): { separator: string; options: string[] } | null {
  for (const separator of separators) {
    const options = listedOptions(rows, index, separator);
    if (options !== null) return { separator, options };
  }
  return null;
}

/**
 * The options of a question in the order in which they are offered, or null where the cells are no lists of them. They
 * are lists only where every part of a cell also stands in a different cell, and no two parts ever change places: the
 * parts of "Yes, often" and "No, never" do not.
 */
function listedOptions(rows: Rows, index: number, separator: string): string[] | null {
  const { texts, counts } = rows.columns[index].tally(everyRow(rows));
  const lists: string[][] = [];
  const standsIn = new Map<string, number>();
  let listCells = 0;
  for (const [at, text] of texts.entries()) {
    if (isBlank(text)) continue;
    const parts = partsOf(text, separator);
    if (new Set(parts).size !== parts.length || parts.includes('')) return null;
    for (const part of parts) standsIn.set(part, (standsIn.get(part) ?? 0) + 1);
    if (standsIn.size > MOST_OPTIONS) return null;
    if (parts.length === 1) continue;
    lists.push(parts);
    listCells += counts[at];
  }
  if (listCells < 2) return null;
  if ([...standsIn.values()].some((count) => count < 2)) return null;
  // Numbers with a decimal comma have two parts, never three.
  if ([...standsIn.keys()].every((part) => /^\d+$/.test(part)) && lists.every((parts) => parts.length < 3)) return null;
  return inOfferedOrder([...standsIn.keys()], lists);
}

/** Options sorted so that every list is in order, ties by first appearance; null where no order fits. */
function inOfferedOrder(options: readonly string[], lists: readonly (readonly string[])[]): string[] | null {
  const before = new Map(options.map((option) => [option, new Set<string>()]));
  for (const list of lists) list.slice(1).forEach((option, at) => before.get(option)!.add(list[at]));
  const sorted: string[] = [];
  const left = new Set(options);
  while (left.size > 0) {
    const next = [...left].find((option) => [...before.get(option)!].every((earlier) => !left.has(earlier)));
    if (next === undefined) return null;
    sorted.push(next);
    left.delete(next);
  }
  return sorted;
}

function chosen(rows: Rows, index: number, separator: string, option: string): ColumnText {
  return ColumnText.from(rows.lines.map((_, row) => {
    const text = rows.columns[index].at(row);
    return isBlank(text) ? '' : partsOf(text, separator).includes(option) ? '1' : '0';
  }));
}

function partsOf(text: string, separator: string): string[] {
  return text.trim().split(separator).map((part) => part.trim());
}

function unused(name: string, taken: Set<string>): string {
  let chosenName = name;
  for (let number = 2; taken.has(chosenName); number += 1) chosenName = `${name}_${number}`;
  taken.add(chosenName);
  return chosenName;
}
