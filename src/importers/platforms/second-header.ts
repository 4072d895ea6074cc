import type { Warning } from '../../results/warning.js';
import { isBlank } from '../columns/missing.js';
import { place } from '../place.js';
import type { Rows } from '../rows/rows.js';

/** A warning where the names of several columns seem to stand in a second row, below the groups of the first. */
export function secondHeader({ firstRecords, header, lines }: Rows, file: string): Warning[] {
  const [names, second, third] = firstRecords;
  if (second === undefined || third === undefined) return [];
  const blank = [...header.unnamed];
  const namesBelow = blank.length > 1 && blank.every((index) => !isBlank(second[index] ?? ''));
  const isNumber = (cell: string): boolean => /^\s*[+-]?[\d.,]*\d\s*%?\s*$/.test(cell);
  if (!namesBelow || names.length < 3 || second.some(isNumber) || !third.some(isNumber)) return [];
  return [{
    code: 'W_HEADER_SECOND',
    message: `${blank.length} columns have no name, and row 2 looks like a second row of names. --platform surveymonkey joins the two as "group: name".`,
    where: place(file, lines[0]),
  }];
}
