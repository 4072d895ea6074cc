import { PRESENT } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { findColumn } from '../../dataset/find-column.js';
import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import { CHECKLISTS } from '../../present/report/checklist-items.js';
import type { AuthorsAnswers } from '../../present/report/checklist-tables.js';

/**
 * What authors say of checklist items: a row each with `checklist` (gramms or coreq), `item` and `answer`, as a map
 * from such as `coreq 17`. Rows without an answer are not answered yet.
 *
 * @param file null where there is none
 * @throws StudyError E_COLUMN_MISSING; E_ANSWER_UNKNOWN, E_ANSWER_REPEATED at their line.
 */
export function authorsAnswers(file: Dataset | null): AuthorsAnswers {
  if (file === null) return new Map();
  const [checklist, item, answer] = ['checklist', 'item', 'answer'].map((name) => findColumn(file, name));
  const answers = new Map<string, string>();
  for (let row = 0; row < file.rows; row += 1) {
    if ([checklist, item, answer].some(({ missing }) => missing[row] !== PRESENT)) continue;
    const where = `${file.source.path}:${file.lines[row]}`;
    const key = itemKey(String(checklist.values[row]).trim(), String(item.values[row]).trim(), where);
    if (answers.has(key)) throw new StudyError('E_ANSWER_REPEATED', `There are two answers to ${key}.`, { where, hint: 'Keep one.' });
    answers.set(key, String(answer.values[row]).trim());
  }
  return answers;
}

function itemKey(name: string, number: string, where: string): string {
  const found = CHECKLISTS.find(({ key }) => key === name.toLowerCase());
  const keys = CHECKLISTS.map(({ key }) => key);
  if (found === undefined) {
    const near = nearestNames(name, keys);
    throw new StudyError('E_ANSWER_UNKNOWN', `There is no checklist "${name}".`, { where, hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Checklists: ${keys.join(', ')}.` });
  }
  if (!found.items.some((one) => one.number === number)) {
    throw new StudyError('E_ANSWER_UNKNOWN', `${found.key} has no item "${number}".`, { where, hint: `Items: ${found.items[0].number} to ${found.items.at(-1)?.number}.` });
  }
  return `${found.key} ${number}`;
}
