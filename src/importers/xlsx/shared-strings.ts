import { readPart } from './spreadsheet-ml.js';
import type { WorkbookFile } from './spreadsheet-ml.js';

/** The texts that cells refer to by number; runs of rich text are joined, and readings of Asian script left out. */
export function sharedStrings(workbook: WorkbookFile, part: string | null): readonly string[] {
  const strings: string[] = [];
  if (part === null) return strings;
  let current = '';
  let inText = false;
  let inReading = false;
  readPart(workbook, part, {
    open: ({ local }) => {
      if (local === 'si') current = '';
      else if (local === 'rPh') inReading = true;
      inText = local === 't' && !inReading;
    },
    text: (text) => { if (inText) current += text; },
    close: ({ local }) => {
      inText = false;
      if (local === 'rPh') inReading = false;
      else if (local === 'si') strings.push(unescaped(current));
    },
  });
  return strings;
}

/**
 * The text with `_x000D_` as the character it stands for: so a workbook writes what XML cannot, and `_x005F_` is
 * an underscore that might be taken for one of these.
 */
export function unescaped(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}
