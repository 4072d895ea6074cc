import { StudyError } from '../../errors.js';
import { openArchive } from '../containers/archive.js';
import { attributeOf } from '../containers/xml.js';
import { cellStyles } from './cell-styles.js';
import type { FormatKind } from './number-format.js';
import { relationships, workbookPart } from './package-parts.js';
import type { Relationship } from './package-parts.js';
import type { DateSystem } from './serial-date.js';
import { sharedStrings } from './shared-strings.js';
import { RELATIONSHIP_NAMESPACES, isTrue, readPart } from './spreadsheet-ml.js';
import type { WorkbookFile } from './spreadsheet-ml.js';

export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  /** The part that holds its cells. */
  readonly part: string;
}

/** A workbook, before any of its sheets is read. */
export interface Workbook extends WorkbookFile {
  /** Sheets of cells, in the order of their tabs; charts left out. */
  readonly sheets: readonly SheetEntry[];
  readonly dates: DateSystem;
  /** Whether it holds macros, which are never run. */
  readonly hasMacros: boolean;
  strings(): readonly string[];
  styles(): readonly FormatKind[];
}

/**
 * Opens an .xlsx or .xlsm workbook.
 *
 * @throws StudyError E_FILE_FORMAT where the archive is something else, E_XLSX_EXTERNAL where the workbook takes
 *   cells from other files, E_XLSX_SHEETS where it has no sheet of cells, and those of archives and XML.
 */
export function openWorkbook(bytes: Uint8Array, file: string): Workbook {
  const archive = openArchive(bytes, file);
  const main = workbookPart(archive, file);
  const related = relationships(archive, main, file);
  refuseExternal(related, archive.names, file);
  const { sheets, dates } = readMain({ archive, file }, main, related);
  if (sheets.length === 0) throw new StudyError('E_XLSX_SHEETS', 'The workbook has no sheet of cells.', { where: file });
  const partOf = (type: string): string | null => related.find((one) => one.type === type)?.target ?? null;
  return {
    archive, file, sheets, dates,
    hasMacros: archive.names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name)),
    strings: () => sharedStrings({ archive, file }, partOf('sharedStrings')),
    styles: () => cellStyles({ archive, file }, partOf('styles')),
  };
}

/** The cells of another file may have changed or be gone: what is stored in their place need not be what is meant. */
function refuseExternal(related: readonly Relationship[], names: readonly string[], file: string): void {
  const link = related.find(({ type, isExternal }) => isExternal || type.startsWith('externalLink'))?.target
    ?? names.find((name) => name.startsWith('xl/externalLinks/'));
  if (link === undefined) return;
  throw new StudyError('E_XLSX_EXTERNAL', 'The workbook takes cells from other files, which are not followed.', {
    where: `${file}:${link}`, hint: 'In Excel: Data > Edit Links > Break Link, then save it.',
  });
}

function readMain(
  workbook: WorkbookFile, main: string, related: readonly Relationship[],
): { sheets: SheetEntry[]; dates: DateSystem } {
  const sheets: SheetEntry[] = [];
  let dates: DateSystem = 1900;
  readPart(workbook, main, {
    open: (element) => {
      if (element.local === 'workbookPr') dates = isTrue(attributeOf(element, 'date1904')) ? 1904 : 1900;
      if (element.local !== 'sheet') return;
      const id = RELATIONSHIP_NAMESPACES.map((uri) => attributeOf(element, 'id', uri)).find((one) => one !== undefined);
      const target = related.find((one) => one.id === id && one.type === 'worksheet');
      if (target === undefined) return;
      sheets.push({
        name: attributeOf(element, 'name') ?? '', part: target.target,
        isHidden: (attributeOf(element, 'state') ?? 'visible') !== 'visible',
      });
    },
  });
  return { sheets, dates };
}
