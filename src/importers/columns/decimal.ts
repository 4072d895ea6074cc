import type { Decision } from '../../results/inspection.js';
import type { TalliedText } from './column-text.js';
import { isBlank } from './missing.js';
import { plainNumber } from './numbers.js';
import type { DecimalMark } from './numbers.js';
import { counted } from '../wording.js';

/** The decimal mark of the file, and of those columns that are written with the other one. */
export interface DecimalChoice {
  readonly decision: Decision<DecimalMark>;
  /** By column index. */
  readonly exceptions: ReadonlyMap<number, DecimalMark>;
}

const COMMA = /^\s*[+\-\u2212]?\d*,\d+\s*$/;
const POINT = /^\s*[+\-\u2212]?\d*\.\d+\s*$/;
const GROUPS_ONLY = /^\s*[+\-\u2212]?\d{1,3}\.\d{3}\s*$/;

/**
 * The mark that was asked for; else the one that is not the thousands mark; else a comma where `;` separates
 * cells and no more columns of numbers are written with a point than with a comma; else a point, because `"1,54"`
 * in a comma-separated file may be 154 or 1.54.
 * A column of numbers that uses only the other mark is read with that one, unless `1.234` may mean 1234.
 *
 * @param columns indices of the columns that may hold numbers.
 * @param tally the texts of a column.
 */
export function chooseDecimal(
  columns: readonly number[], tally: (index: number) => TalliedText,
  how: { delimiter: string; asked: DecimalMark | undefined; thousands: string | null },
): DecimalChoice {
  const { delimiter, asked, thousands } = how;
  if (asked === '.') return everywhere('.', 'asked for');
  if (asked === undefined && (thousands === '.' || thousands === ',')) {
    return everywhere(thousands === '.' ? ',' : '.', `"${thousands}" is the thousands mark`);
  }
  if (asked === undefined && delimiter !== ';') {
    return everywhere('.', 'a comma is the decimal mark only where ";" separates cells, or by --decimal ,');
  }
  const marks = columns.map((index) => ({ index, mark: decimalMark(tally(index)) }));
  const withComma = marks.filter(({ mark }) => mark === ',');
  const withPoint = marks.filter(({ mark }) => mark === '.');
  const comma = asked === ',' || (withComma.length > 0 && withComma.length >= withPoint.length);
  const why = comma ? `";" separates cells, and ${counted(withComma.length, 'column')} of numbers use a comma`
    : withPoint.length === 0 ? 'no number says otherwise'
      : `${counted(withPoint.length, 'column')} of numbers use a point`;
  const others = comma ? withPoint : withComma;
  return {
    decision: { value: comma ? ',' : '.', why: asked === ',' ? 'asked for' : why },
    exceptions: new Map(others.map(({ index }) => [index, comma ? '.' : ','])),
  };
}

function everywhere(value: DecimalMark, why: string): DecimalChoice {
  return { decision: { value, why }, exceptions: new Map() };
}

/**
 * The mark with which more than half of a column's present cells are numbers, some of them having it; null
 * where there is none, or where it is a point and every number that has one may be thousands.
 */
function decimalMark({ texts, counts }: TalliedText): DecimalMark | null {
  const cells = (looks: (text: string) => boolean) =>
    texts.reduce((sum, text, index) => (!isBlank(text) && looks(text) ? sum + counts[index] : sum), 0);
  const isMost = (mark: DecimalMark) => cells((text) => plainNumber(text, mark) !== null) * 2 > cells(() => true);
  if (texts.some((text) => COMMA.test(text)) && isMost(',')) return ',';
  const withPoint = texts.filter((text) => POINT.test(text));
  return withPoint.some((text) => !GROUPS_ONLY.test(text)) && isMost('.') ? '.' : null;
}
