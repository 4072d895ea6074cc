import { PRESENT, isQuantity } from '../../dataset/column.js';
import type { Column } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { nearestNames } from '../../dataset/nearest-names.js';
import { chosenRows } from '../../dataset/rows-where.js';
import { selectColumns } from '../../dataset/select-columns.js';
import { StudyError } from '../../errors.js';
import { categoriesOf, ratingsOf } from '../../qualitative/ratings.js';
import type { Category, Ratings } from '../../qualitative/ratings.js';
import type { AgreeOptions } from './agree-request.js';

/** A reliability matrix, and what was decided about it. */
export interface ReliabilityMatrix {
  readonly coders: readonly string[];
  readonly ratings: Ratings;
  readonly rows: { readonly read: number; readonly used: number };
  readonly choices: readonly string[];
}

const UNIT_NAME = /^(?:units?|items?|segments?|excerpts?|quotes?|texts?|documents?|files?|objects?|no|nr|row|#)(?:[ _.-]?(?:id|no|nr|number|name))?$/i;

/**
 * A survey file as reliability data: a row a unit, a column a coder, blank where a coder did not code the unit.
 *
 * @throws StudyError E_AGREE_CODERS where fewer than two columns are left, E_AGREE_CATEGORY for a rating that is not
 *   among `--categories`, E_AGREE_LEVEL where the level needs numbers.
 */
export function reliabilityMatrix(dataset: Dataset, options: AgreeOptions): ReliabilityMatrix {
  const choices: string[] = [];
  const columns = coderColumns(dataset, options.coders, choices);
  const rows = chosenRows(dataset, options.where);
  const numeric = columns.every(isQuantity);
  const cells = Array.from(rows, (row) => columns.map((column): Category | null =>
    (column.missing[row] !== PRESENT ? null : numeric ? column.values[row] : String(column.values[row]).trim())));
  const categories = options.categories === undefined ? categoriesOf(cells) : declared(options.categories, cells, numeric, dataset);
  refuseLevel(options, numeric, dataset);
  refuseMeasurements(categories.length, dataset);
  const alike = sameButForCase(categories);
  if (alike !== null) choices.push(`Categories ${alike.map((category) => `"${category}"`).join(' and ')} differ in case alone, and count as different.`);
  if (!numeric && options.categories === undefined && options.level === 'ordinal') {
    choices.push(`Categories in the order of their letters: ${categories.join(', ')}. --categories sets another.`);
  }
  return { coders: columns.map(({ name }) => name), ratings: ratingsOf(cells, categories), rows: { read: dataset.rows, used: rows.length }, choices };
}

function coderColumns(dataset: Dataset, asked: readonly string[] | undefined, choices: string[]): Column[] {
  const columns = asked === undefined
    ? dataset.columns.filter((column, place) => !namesUnits(column, place, dataset))
    : selectColumns(dataset, asked).map(({ column }) => column);
  const left = asked === undefined ? dataset.columns.filter((column) => !columns.includes(column)) : [];
  if (left.length > 0) choices.push(`Column ${left.map(({ name }) => `"${name}"`).join(', ')} names the units; the other ${columns.length} are coders. --coders says otherwise.`);
  if (columns.length >= 2) return columns;
  throw new StudyError('E_AGREE_CODERS', `Agreement needs the columns of two coders or more; found ${columns.length}.`, {
    where: dataset.source.path,
    hint: `Columns: ${dataset.columns.slice(0, 8).map(({ name }) => name).join(', ')}. Name the coders with --coders, or leave out --layout matrix for coded text.`,
  });
}

function namesUnits(column: Column, place: number, { columns }: Dataset): boolean {
  if (columns.length < 3) return false;
  return column.kind === 'id' || (place === 0 && (UNIT_NAME.test(column.name.replace(/[\s.:]+$/, '').trim()) || numbersUnits(column) || tellsUnitsApart(column, columns)));
}

/** Beyond so many units nobody rates them 1, 2, 3 … in the order of the file. */
const COUNTED_FROM = 10;

function numbersUnits(column: Column): boolean {
  const { values } = column;
  return values.length >= COUNTED_FROM && [...values].every((value, row) => Number(value) === row + Number(values[0]));
}

/** A first column with another value in each row, none of which is a rating anywhere else, such as the excerpts coded. */
function tellsUnitsApart(column: Column, columns: readonly Column[]): boolean {
  const values = presentValues(column);
  const own = new Set(values);
  return values.length > 2 && own.size === values.length
    && columns.every((other) => other === column || presentValues(other).every((value) => !own.has(value)));
}

function presentValues({ values, missing }: Column): string[] {
  return Array.from(missing.keys()).filter((row) => missing[row] === PRESENT).map((row) => String(values[row]));
}

function declared(texts: readonly string[], cells: readonly (readonly (Category | null)[])[], numeric: boolean, { source }: Dataset): Category[] {
  const categories = texts.flatMap((text) => rangeOf(text)).map((text) => (numeric ? Number(text) : text));
  const known = new Set<Category>(categories);
  const stranger = cells.flat().find((value) => value !== null && !known.has(value));
  if (stranger === undefined) return categories;
  const near = nearestNames(String(stranger), categories.map(String));
  throw new StudyError('E_AGREE_CATEGORY', `The rating "${stranger}" is not among --categories.`, {
    where: source.path, hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Given: ${categories.join(', ')}.`,
  });
}

function sameButForCase(categories: readonly Category[]): [Category, Category] | null {
  const seen = new Map<string, Category>();
  for (const category of categories) {
    const other = seen.get(String(category).toLowerCase());
    if (other !== undefined) return [other, category];
    seen.set(String(category).toLowerCase(), category);
  }
  return null;
}

/** `1..5` is 1, 2, 3, 4, 5. */
function rangeOf(text: string): string[] {
  const ends = /^(-?\d+)\.\.(-?\d+)$/.exec(text.trim());
  if (ends === null) return [text.trim()];
  const [low, high] = [Number(ends[1]), Number(ends[2])];
  return Array.from({ length: Math.min(Math.max(0, high - low + 1), 1000) }, (_, step) => String(low + step));
}

/** Coefficients compare every category with every other. */
const MOST_CATEGORIES = 1000;

function refuseMeasurements(categories: number, { source }: Dataset): void {
  if (categories <= MOST_CATEGORIES) return;
  throw new StudyError('E_AGREE_CATEGORIES', `The coders gave ${categories} different ratings; agreement is computed of up to ${MOST_CATEGORIES}.`, {
    where: source.path, hint: 'Name the coders’ columns with --coders, or round measurements first.',
  });
}

function refuseLevel({ level }: AgreeOptions, numeric: boolean, { source }: Dataset): void {
  if (numeric || level === undefined || level === 'nominal' || level === 'ordinal') return;
  throw new StudyError('E_AGREE_LEVEL', `The ${level} level needs ratings that are numbers; a column holds texts.`, {
    where: source.path, hint: 'Type --level ordinal with --categories in their order, or --level nominal.',
  });
}
