import { isQuantity } from '../../dataset/column.js';
import type { Column, NumericColumn } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { nearestNames } from '../../dataset/nearest-names.js';
import { selectColumns } from '../../dataset/select-columns.js';
import { defaultFeatures, quantitiesOfRole } from '../../dataset/study-roles.js';
import { summarizeColumn } from '../../dataset/summarize-column.js';
import { StudyError } from '../../errors.js';
import type { ScaleOptions } from './scale-request.js';

/** Items that are scored together, in their order. */
export interface ScaleDefinition {
  readonly name: string;
  readonly items: readonly NumericColumn[];
  /** Names of the items to turn round first. */
  readonly reversed: ReadonlySet<string>;
}

/** The scales that are asked for, and what was decided about them. */
export interface ChosenScales {
  readonly scales: readonly ScaleDefinition[];
  /** One sentence for every choice the tool made for the user. */
  readonly choices: readonly string[];
  /** The file that defines the scales, where one does. */
  readonly keys: Dataset | null;
}

/**
 * Resolves `--items` and `--reverse`. In a list of items a minus before a name or a range reverses it, as in a
 * keys file; the study's own `reversed` holds besides. Without `--items` the study's ordinal features, or else the ordinal columns that do not describe the person are taken as one scale.
 *
 * @throws StudyError E_COLUMN_MISSING, E_COLUMN_NOT_NUMERIC, E_SCALE_NAME,
 *   E_SCALE_ITEMS, E_REVERSE_ITEM, E_ROWS_NONE.
 * @example
 * scalesFromItems(dataset, { items: ['agree=A1..A5', 'open=O1,-O2,O3'], reverse: ['A1'], min: 1, max: 6 });
 */
export function scalesFromItems(dataset: Dataset, { items, reverse = [] }: ScaleOptions): ChosenScales {
  refuseNoRows(dataset);
  const choices: string[] = [];
  const named = items === undefined
    ? [guessScale(dataset, choices)]
    : items.map((text) => parseItems(dataset, text, items.length));
  refuseSameName(named.map(({ name }) => name));
  const reversed = selectColumns(dataset, reverse).map(({ column }) => column.name);
  const scales = named.map(({ name, columns, turned }) => {
    const own = new Set(columns.map((column) => column.name));
    const stated = columns.filter((column) => column.reversed === true).map((column) => column.name);
    return defineScale(dataset, name, columns, new Set([...turned, ...stated, ...reversed].filter((item) => own.has(item))));
  });
  const all = new Set(scales.flatMap((scale) => scale.items.map((item) => item.name)));
  for (const item of reversed) if (!all.has(item)) throw reversedStranger(item, all);
  return { scales, choices, keys: null };
}

/**
 * A scale of two or more numeric items.
 *
 * @throws StudyError E_COLUMN_NOT_NUMERIC or E_SCALE_ITEMS, at `where`.
 */
export function defineScale(
  dataset: Dataset,
  name: string,
  columns: readonly Column[],
  reversed: ReadonlySet<string>,
  where: string = dataset.source.path,
): ScaleDefinition {
  const items = columns.filter(isQuantity);
  const other = columns.find((column) => !isQuantity(column));
  if (other !== undefined) {
    throw new StudyError('E_COLUMN_NOT_NUMERIC', `"${other.name}" is ${other.kind}, and an item of "${name}" needs numbers.`, {
      where, hint: `Leave it out ("!${other.name}" after the other items), or recode its answers as numbers.`,
    });
  }
  if (items.length >= 2) return { name, items, reversed };
  throw new StudyError('E_SCALE_ITEMS', `"${name}" has ${items.length === 0 ? 'no item' : 'one item'}; a scale needs two or more.`, {
    where, hint: 'Name several, with commas (a,b,c), as a range (a1..a5) or by a pattern (a*).',
  });
}

/** @throws StudyError E_ROWS_NONE: without rows no column has a kind. */
export function refuseNoRows(dataset: Dataset): void {
  if (dataset.rows > 0) return;
  throw new StudyError('E_ROWS_NONE', 'The file has a header and no rows.', {
    where: dataset.source.path, hint: 'Export it again, with its data.',
  });
}

/** @throws StudyError E_SCALE_NAME where two scales share a name. */
function refuseSameName(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new StudyError('E_SCALE_NAME', `Two scales are called "${twice}".`, { hint: 'Give each a name of its own.' });
}

interface NamedItems {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly turned: readonly string[];
}

function parseItems(dataset: Dataset, text: string, scales: number): NamedItems {
  const isColumn = (name: string): boolean => dataset.columns.some((column) => column.name === name);
  const named = isColumn(text) ? null : /^\s*([^=]*?)\s*=(.*)$/su.exec(text);
  const [name, list] = named === null ? ['scale', text] : [named[1], named[2]];
  if (name === '' || (named === null && scales > 1)) {
    throw new StudyError('E_SCALE_NAME', `With several scales each needs a name, and "${text.slice(0, 60)}" has none.`, {
      hint: 'For example: --items "agree=A1..A5" --items "open=O1..O5".',
    });
  }
  const parts = isColumn(list) ? [list] : list.split(',').map((part) => part.trim()).filter((part) => part !== '');
  const turned = parts.filter((part) => MINUS.test(part) && !isColumn(part)).map((part) => part.replace(MINUS, ''));
  const patterns = parts.map((part) => (isColumn(part) ? part : part.replace(MINUS, '')));
  const columns = selectColumns(dataset, patterns).map(({ column }) => column);
  return { name, columns, turned: selectColumns(dataset, turned).map(({ column }) => column.name) };
}

/** What marks a reversed item: a hyphen, or the minus sign that a word processor makes of it. */
export const MINUS = /^[-−]\s*/u;

function guessScale(dataset: Dataset, choices: string[]): NamedItems {
  // Two answers are as often a fact (diabetes: yes, no) as an item.
  const stated = quantitiesOfRole(dataset, 'feature').filter(({ kind }) => kind === 'ordinal');
  const columns = stated.length >= 2 ? stated : defaultFeatures(dataset, null).features
    .filter((column) => column.kind === 'ordinal' && summarizeColumn(dataset, column).distinct > 2);
  const names = columns.map((column) => column.name);
  if (columns.length < 2) {
    throw new StudyError('E_SCALE_ITEMS', 'No items are named, and fewer than two columns look like items of a scale.', {
      where: dataset.source.path,
      hint: `Type --items "name=first..last". Columns: ${firstOf(dataset.columns.map((column) => column.name), 40)}.`,
    });
  }
  choices.push(`Items: the ${names.length} ordinal ${stated.length >= 2 ? 'features of the study' : 'columns'} ${firstOf(names, 12)}, taken as one scale; --items names others.`);
  return { name: 'scale', columns, turned: [] };
}

function reversedStranger(item: string, items: ReadonlySet<string>): StudyError {
  const near = nearestNames(item, items);
  return new StudyError('E_REVERSE_ITEM', `--reverse names "${item}", which is an item of no scale.`, {
    hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Items: ${firstOf([...items], 40)}.`,
  });
}

function firstOf(names: readonly string[], count: number): string {
  const shown = names.slice(0, count).join(', ');
  return names.length > count ? `${shown} and ${names.length - count} more` : shown;
}
