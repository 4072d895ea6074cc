import { everyRow } from '../columns/ids.js';
import { isBlank } from '../columns/missing.js';
import type { Rows } from '../rows/rows.js';
import { renamed, rowsOnly } from '../rows/shaped-rows.js';
import { withAnswers } from './answers.js';
import type { TickedQuestion } from './answers.js';
import { plainLayout } from './layout.js';
import type { Layout } from './layout.js';
import { questionText } from './question-text.js';
import type { Recognised } from './recognise.js';

/** What stands below a question that has one column only. */
const ONLY = /^(?:open-ended )?response$/i;

interface Part {
  readonly question: string;
  /** Blank where the question has one column. */
  readonly option: string;
}

/**
 * A SurveyMonkey export: a question spans its columns, with a name in the first only, and the second row holds the
 * answer options. A column's name is `question: option`.
 */
export function surveyMonkeyLayout(read: Rows, file: string, { decision, labelRows }: Recognised): Layout {
  if (labelRows === 0) return plainLayout(read, decision);
  const [header, below = []] = read.firstRecords;
  const parts = partsOf(header, below);
  const names = parts.map(({ question, option }) => (option === '' || question === '' ? question || option : `${question}: ${option}`));
  const rows = rowsOnly(renamed(read, names, file), everyRow(read).slice(labelRows));
  const answered = withAnswers(rows, questionsOf(rows, parts));
  return { platform: decision, ...answered, id: null, warnings: [] };
}

function partsOf(header: readonly string[], below: readonly string[]): Part[] {
  let question = '';
  return header.map((cell, index) => {
    if (cell.trim() !== '') question = questionText(cell);
    const option = questionText(below[index] ?? '');
    return { question: cell.trim() === '' && option === '' ? '' : question, option: ONLY.test(option) ? '' : option };
  });
}

/**
 * Questions that allow several answers: columns of which each holds nothing but its own option. A free text beside
 * them, "Other (please specify)", stays a column of its own.
 */
function questionsOf(rows: Rows, parts: readonly Part[]): TickedQuestion[] {
  const byQuestion = new Map<string, number[]>();
  parts.forEach(({ question, option }, index) => {
    if (question !== '' && option !== '' && holdsOnly(rows, index, option)) byQuestion.set(question, [...(byQuestion.get(question) ?? []), index]);
  });
  return [...byQuestion].flatMap(([question, indices]) => {
    const isTicked = indices.some((index) => hasCells(rows, index));
    if (indices.length < 2 || !isTicked) return [];
    return [{
      name: question, label: question, options: indices.map((index) => ({ index, label: parts[index].option })),
      isTick: (_: number, text: string) => !isBlank(text),
    }];
  });
}

function holdsOnly(rows: Rows, index: number, option: string): boolean {
  for (let row = 0; row < rows.lines.length; row += 1) {
    const text = rows.columns[index].at(row);
    if (!isBlank(text) && questionText(text) !== option) return false;
  }
  return true;
}

function hasCells(rows: Rows, index: number): boolean {
  for (let row = 0; row < rows.lines.length; row += 1) if (!isBlank(rows.columns[index].at(row))) return true;
  return false;
}
