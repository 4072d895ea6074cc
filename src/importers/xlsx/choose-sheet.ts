import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import type { Warning } from '../../results/warning.js';
import { counted, firstOf } from '../wording.js';
import type { SheetEntry } from './workbook.js';

export interface SheetChoice {
  readonly sheet: SheetEntry;
  readonly why: string;
  readonly warnings: readonly Warning[];
}

/**
 * The sheet asked for by name or by number from 1; else the first that is not hidden, with a warning that names the
 * others, because data need not come first.
 *
 * @throws StudyError E_SHEET_MISSING with the nearest names.
 */
export function chooseSheet(sheets: readonly SheetEntry[], asked: string | undefined, file: string): SheetChoice {
  const hidden = sheets.filter(({ isHidden }) => isHidden);
  if (asked !== undefined) {
    const sheet = sheets.find(({ name }) => name === asked)
      ?? sheets.find(({ name }) => name.toLowerCase() === asked.toLowerCase())
      ?? (/^\d+$/.test(asked) ? sheets[Number(asked) - 1] : undefined);
    if (sheet === undefined) throw noSuchSheet(sheets, asked, file);
    return { sheet, why: `asked for${sheet.isHidden ? '; it is hidden' : ''}`, warnings: [] };
  }
  const sheet = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  if (sheets.length === 1) return { sheet, why: 'the only sheet', warnings: [] };
  const others = sheets.filter((one) => one !== sheet);
  const names = firstOf(others.map(({ name, isHidden }) => `${name}${isHidden ? ' (hidden)' : ''}`), 5);
  return {
    sheet,
    why: `the first of ${counted(sheets.length, 'sheet')}${hidden.length === 0 ? '' : ` that is not hidden, ${hidden.length} hidden`}`,
    warnings: [{
      code: 'W_SHEETS',
      message: `Only the sheet "${sheet.name}" is read; the workbook also has ${names}. For another, type --sheet ${typed(others[0].name)}.`,
      where: file,
    }],
  };
}

function noSuchSheet(sheets: readonly SheetEntry[], asked: string, file: string): StudyError {
  const names = sheets.map(({ name }) => name);
  const near = nearestNames(asked, names);
  return new StudyError('E_SHEET_MISSING', `There is no sheet "${asked}".`, {
    where: file, hint: near.length > 0 ? `Nearest: --sheet ${typed(near[0])}.` : `Sheets: ${firstOf(names, 12)}.`,
  });
}

function typed(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}
