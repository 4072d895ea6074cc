import { plainName } from './sheet-roles.js';
import type { Sheet } from './sheet.js';

/** A column that says of one code whether it is on the segment. */
export interface FlaggedCode {
  readonly code: string;
  readonly column: number;
}

const FLAG = /^code: ?(.+?) applied$/i;

/** The columns `Code: Access Applied` of a Dedoose export, which tell codes apart where a list with commas may not. */
export function flaggedCodes({ header }: Pick<Sheet, 'header'>): FlaggedCode[] {
  return header.flatMap((name, column) => {
    const found = FLAG.exec(name.trim());
    return found === null ? [] : [{ code: found[1], column }];
  });
}

/** The codes of one row. */
export function codesFlagged(flags: readonly FlaggedCode[], cells: readonly string[]): string[] {
  return flags.filter(({ column }) => ['true', '1', 'yes', 'x'].includes(plainName(cells[column]))).map(({ code }) => code);
}
