import { PRESENT } from '../../dataset/column.js';
import type { NumericColumn } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { StudyError } from '../../errors.js';
import type { ScaleItem } from '../../stats/scales/item-covariance.js';
import { reversed } from '../../stats/scales/scale-scores.js';
import type { ItemRange } from '../../stats/scales/scale-scores.js';
import type { ScaleDefinition } from './scale-items.js';
import type { ScaleOptions } from './scale-request.js';

/** The range an item allows, as typed or else as the study says; null where neither does. */
export type RangeOf = (item: NumericColumn) => ItemRange | null;

export function declaredRanges({ min, max }: ScaleOptions): RangeOf {
  if (min !== undefined && max !== undefined) return () => ({ min, max });
  return ({ range }) => (range === undefined ? null : { min: range[0], max: range[1] });
}

/** The range of all items, where they share one. */
export function sharedRange(scales: readonly ScaleDefinition[], rangeOf: RangeOf): ItemRange | null {
  const ranges = scales.flatMap(({ items }) => items.map(rangeOf));
  const [first] = ranges;
  return ranges.every((range) => range?.min === first?.min && range?.max === first?.max) ? (first ?? null) : null;
}

/** A scale's answers on the chosen rows, an entry an item, the reversed ones turned round. */
export function scaleAnswers(
  { items, reversed: turned }: ScaleDefinition, rows: Uint32Array, rangeOf: RangeOf,
): ScaleItem[] {
  return items.map((column) => {
    const answers = {
      values: Float64Array.from(rows, (row) => column.values[row]),
      missing: Uint8Array.from(rows, (row) => column.missing[row]),
    };
    const range = turned.has(column.name) ? rangeOf(column) : null;
    return range === null ? answers : reversed(answers, range);
  });
}

/**
 * Refuses answers that the declared range does not allow, and to reverse an item whose range is not declared: the
 * answers that happen to occur need not reach its ends.
 *
 * @throws StudyError E_ITEM_RANGE naming the lines, or E_REVERSE_RANGE.
 */
export function refuseUnfitAnswers(
  dataset: Dataset, scales: readonly ScaleDefinition[], rows: Uint32Array, rangeOf: RangeOf,
): void {
  const items = [...new Set(scales.flatMap((scale) => scale.items))];
  const unknown = items.find((item) => rangeOf(item) === null && scales.some(({ reversed: turned }) => turned.has(item.name)));
  if (unknown !== undefined) throw rangeUnknown(items, unknown.name, rows);
  const outside = items.flatMap((item) => {
    const range = rangeOf(item);
    const found = range === null ? rows.subarray(0, 0) : rowsOutside(item, rows, range);
    return found.length === 0 || range === null ? [] : [{ item, range, rows: found }];
  });
  if (outside.length === 0) return;
  const total = outside.reduce((sum, one) => sum + one.rows.length, 0);
  const [first] = outside;
  const places = outside.slice(0, 3).map((one) => `${one.item.name} on ${lines(dataset, one.rows)}`).join('; ');
  const more = outside.length > 3 ? `; and ${outside.length - 3} more items` : '';
  const lie = total === 1 ? '1 answer lies' : `${total} answers lie`;
  throw new StudyError('E_ITEM_RANGE', `${lie} outside ${first.range.min} to ${first.range.max}: ${places}${more}.`, {
    where: `${dataset.source.path}:${dataset.lines[first.rows[0]]}:${first.item.name}`,
    hint: 'Mark a code as missing with --na, correct the cells, or type the --min and --max that the items allow.',
  });
}

function rowsOutside({ values, missing }: NumericColumn, rows: Uint32Array, { min, max }: ItemRange): Uint32Array {
  return rows.filter((row) => missing[row] === PRESENT && (values[row] < min || values[row] > max));
}

const SHOWN_LINES = 5;

function lines(dataset: Dataset, rows: Uint32Array): string {
  const shown = [...rows.subarray(0, SHOWN_LINES)].map((row) => dataset.lines[row]).join(', ');
  const more = rows.length > SHOWN_LINES ? ` and ${rows.length - SHOWN_LINES} more` : '';
  return `line${rows.length === 1 ? '' : 's'} ${shown}${more}`;
}

function rangeUnknown(items: readonly NumericColumn[], item: string, rows: Uint32Array): StudyError {
  let [low, high] = [Infinity, -Infinity];
  for (const { values, missing } of items) {
    for (const row of rows) {
      if (missing[row] !== PRESENT) continue;
      low = Math.min(low, values[row]);
      high = Math.max(high, values[row]);
    }
  }
  return new StudyError('E_REVERSE_RANGE', `To reverse "${item}", the lowest and highest answer it allows must be known.`, {
    hint: low < high
      ? `The answers run from ${low} to ${high}; if that is what the items allow, type --min ${low} --max ${high}.`
      : 'Type --min and --max.',
  });
}
