import type { NumericColumn } from '../../dataset/column.js';
import type { Warning } from '../../results/warning.js';
import type { ColumnPlace } from './column-place.js';
import { typedCode } from './missing.js';
import type { ColumnReading } from './read-column.js';
import { counted } from '../wording.js';

/**
 * For each column, a warning where values stand apart and look like codes for a missing answer, with what to
 * type. A code that is an ordinary value of another column is proposed for its own column only.
 *
 * @returns one list of warnings a column.
 */
export function missingCodeWarnings(readings: readonly ColumnReading[], places: readonly ColumnPlace[]): Warning[][] {
  const ordinary = new Set(readings.flatMap(({ codes }) => [...(codes?.ordinary ?? [])]));
  return readings.map(({ column, codes }, index) => {
    if (codes === null || codes.suspected.length === 0) return [];
    const { suspected, range } = codes;
    const { name, at } = places[index];
    const { values } = column as NumericColumn;
    const cells = (code: number) => counted(values.filter((value) => value === code).length, 'cell');
    const each = suspected.map((code) => `${code} (${cells(code)})`).join(', ');
    const typed = suspected.map((code) => (ordinary.has(code) ? typedCode(`${name}=${code}`) : String(code))).join(',');
    return [{
      code: 'W_MISSING_CODE',
      message: `Holds ${each}, apart from its other values, ${range?.join(' to ') ?? 'of which there are none'}. ` +
        `If ${suspected.length === 1 ? 'it means' : 'they mean'} missing, type --na ${typed}.`,
      where: at(values.findIndex((value) => suspected.includes(value))),
    }];
  });
}
