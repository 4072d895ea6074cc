import { PRESENT, UNREADABLE } from '../../dataset/column.js';
import type { Column } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { columnMissing } from '../../dataset/find-column.js';
import { StudyError } from '../../errors.js';
import { MINUS, defineScale, refuseNoRows } from './scale-items.js';
import type { ChosenScales, ScaleDefinition } from './scale-items.js';

/**
 * The scales of a keys file: a column a scale, headed by its name, and in its cells the scale's items, with a minus
 * before each reversed one. Shorter columns end in blank cells; a first column that numbers the rows is passed over.
 *
 *     rownames,agree,openness
 *     1,-A1,O1
 *     2,A2,-O2
 *
 * @param keys the file as a survey is read
 * @throws StudyError E_COLUMN_MISSING, E_COLUMN_NOT_NUMERIC, E_SCALE_ITEMS or E_KEYS, in the keys
 *   file; E_ROWS_NONE.
 */
export function scalesFromKeys(dataset: Dataset, keys: Dataset): ChosenScales {
  refuseNoRows(dataset);
  const [first, ...others] = keys.columns;
  const numbered = others.length > 0 && numbersTheRows(first) && !isItem(dataset, String(first.values[0]));
  const columns = numbered ? others : keys.columns;
  if (keys.rows === 0) {
    throw new StudyError('E_KEYS', 'The keys file holds no scale.', {
      where: keys.source.path, hint: 'Head a column with the name of each scale and write its items below, one a cell.',
    });
  }
  return { scales: columns.map((column) => scaleOf(dataset, keys, column)), choices: [], keys };
}

function isItem(dataset: Dataset, name: string): boolean {
  return dataset.columns.some((column) => column.name === name);
}

function scaleOf(dataset: Dataset, keys: Dataset, key: Column): ScaleDefinition {
  const items = new Map<string, Column>();
  const reversed = new Set<string>();
  key.missing.forEach((reason, row) => {
    const where = `${keys.source.path}:${keys.lines[row]}:${key.name}`;
    if (reason === UNREADABLE) {
      throw new StudyError('E_KEYS', 'This cell does not read as an item beside the others, which are numbers.', {
        where, hint: 'Name every item of the scale as its column in the survey is named.',
      });
    }
    if (reason !== PRESENT) return;
    const { column, turned } = itemIn(dataset, String(key.values[row]).trim(), where);
    if (items.has(column.name)) {
      throw new StudyError('E_KEYS', `"${column.name}" stands twice in "${key.name}".`, { where, hint: 'Keep one of them.' });
    }
    items.set(column.name, column);
    if (turned) reversed.add(column.name);
  });
  return defineScale(dataset, key.name, [...items.values()], reversed, keys.source.path);
}

function itemIn(dataset: Dataset, text: string, where: string): { column: Column; turned: boolean } {
  const find = (name: string): Column | undefined => {
    const exact = dataset.columns.find((column) => column.name === name);
    if (exact !== undefined) return exact;
    const sameLetters = dataset.columns.filter((column) => column.name.toLowerCase() === name.toLowerCase());
    return sameLetters.length === 1 ? sameLetters[0] : undefined;
  };
  const whole = find(text);
  if (whole !== undefined) return { column: whole, turned: false };
  const name = text.replace(MINUS, '');
  const column = find(name);
  if (column !== undefined) return { column, turned: true };
  throw new StudyError('E_COLUMN_MISSING', `The survey ${dataset.source.path} has no column "${name}".`, {
    where, hint: columnMissing(dataset, name).hint ?? undefined,
  });
}

/** Such as R's row names. Their column is known by what it holds: a scale may well be called "patient". */
function numbersTheRows({ values, missing }: Column): boolean {
  const first = Number(values[0]);
  const counts = missing.every((reason, row) => reason === PRESENT && Number(values[row]) === first + row);
  return counts && (first === 0 || first === 1);
}
