import { attributeOf } from '../containers/xml.js';
import { formatKind } from './number-format.js';
import type { FormatKind } from './number-format.js';
import { readPart } from './spreadsheet-ml.js';
import type { WorkbookFile } from './spreadsheet-ml.js';

/** What each style that a cell can name makes of a number, by the style's index. */
export function cellStyles(workbook: WorkbookFile, part: string | null): readonly FormatKind[] {
  if (part === null) return [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  readPart(workbook, part, {
    open: (element) => {
      if (element.local === 'cellXfs') inCells = true;
      else if (element.local === 'xf' && inCells) formats.push(Number(attributeOf(element, 'numFmtId') ?? 0));
      else if (element.local === 'numFmt') {
        codes.set(Number(attributeOf(element, 'numFmtId')), attributeOf(element, 'formatCode') ?? '');
      }
    },
    close: ({ local }) => { if (local === 'cellXfs') inCells = false; },
  });
  return formats.map((id) => formatKind(id, codes.get(id)));
}
