import { everyRow } from '../columns/ids.js';
import { isBlank } from '../columns/missing.js';
import type { Rows } from '../rows/rows.js';
import type { TickedQuestion } from './answers.js';

/** A column of a question's part: `Q2_3`, `Q2_-1`, `Q5_question one_2`; what is typed beside an answer is `Q2_3_TEXT`. */
const PART = /^(.+)_(-?\d+)$/;

/**
 * Questions that allow several answers: columns `Q2_1`, `Q2_2` … of which each holds nothing but 1, or nothing but its
 * own answer, and some row has one of them and not another. A row of a matrix looks the same where everybody gave the
 * first answer, but then nobody left a part of it out.
 *
 * @param written the names of the columns as the file has them: those of two questions may be the same.
 * @param labels the question of each column, as one line.
 */
export function qualtricsAnswers(rows: Rows, written: readonly string[], labels: readonly string[]): TickedQuestion[] {
  const parts: { stem: string; codes: Set<string>; indices: number[] }[] = [];
  rows.header.names.forEach((_, index) => {
    if (written[index].trim().endsWith('_TEXT')) return;
    const [, stem = written[index], code = ''] = PART.exec(written[index].trim()) ?? [];
    const last = parts.at(-1);
    if (last !== undefined && last.stem === stem && !last.codes.has(code)) {
      last.codes.add(code);
      last.indices.push(index);
    } else parts.push({ stem, codes: new Set([code]), indices: [index] });
  });
  const seen = new Map<string, number>();
  return parts.flatMap(({ stem, indices }) => {
    const times = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, times);
    return question(rows, stem, indices, labels).map((found) => (times === 1 ? found : { ...found, name: `${stem} (${times})` }));
  });
}

function question(rows: Rows, stem: string, indices: readonly number[], labels: readonly string[]): TickedQuestion[] {
  if (indices.length < 2) return [];
  const shared = sharedStart(indices.map((index) => labels[index] ?? ''));
  const answerOf = (index: number): string => (labels[index] ?? '').slice(shared.length) || rows.header.names[index].slice(stem.length + 1);
  const ticks = new Map(indices.map((index) => [index, onlyText(rows, index)]));
  const texts = indices.map((index) => ticks.get(index));
  if (texts.some((text) => text === undefined)) return [];
  const isOne = texts.every((text) => text === null || text === '1');
  const isOwn = indices.every((index) => ticks.get(index) === null || sameText(ticks.get(index)!, answerOf(index)));
  if (!(isOne || isOwn) || !someRowHasPart(rows, indices)) return [];
  return [{
    name: stem,
    label: shared.replace(/\s*-\s*(?:Selected Choice\s*-\s*)?$/, '').trim(),
    options: indices.map((index) => ({ index, label: answerOf(index) })),
    isTick: (_, text) => !isBlank(text),
  }];
}

/** The one text that a column holds, null where it holds none, undefined where it holds several. */
function onlyText(rows: Rows, index: number): string | null | undefined {
  let only: string | null = null;
  for (const written of rows.columns[index].tally(everyRow(rows)).texts) {
    const text = written.trim();
    if (isBlank(text) || text === only) continue;
    if (only !== null) return undefined;
    only = text;
  }
  return only;
}

function someRowHasPart(rows: Rows, indices: readonly number[]): boolean {
  for (let row = 0; row < rows.lines.length; row += 1) {
    const filled = indices.filter((index) => !isBlank(rows.columns[index].at(row))).length;
    if (filled > 0 && filled < indices.length) return true;
  }
  return false;
}

/** What all labels start with, up to the last dash before they differ: the question before its answers. */
function sharedStart(labels: readonly string[]): string {
  const [first] = labels;
  let length = 0;
  while (length < first.length && labels.every((label) => label[length] === first[length])) length += 1;
  return /^.*-\s*/s.exec(first.slice(0, length))?.[0] ?? '';
}

function sameText(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
}
