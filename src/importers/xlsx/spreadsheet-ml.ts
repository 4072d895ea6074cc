import type { Archive } from '../containers/archive.js';
import { readXml } from '../containers/xml.js';
import type { XmlElement, XmlHandlers } from '../containers/xml.js';

/** The namespaces of SpreadsheetML, transitional and strict (ECMA-376). */
const MAIN: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main',
]);

/** Namespaces of the attribute `id` that names a relationship. */
export const RELATIONSHIP_NAMESPACES = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
] as const;

/** An opened workbook file. */
export interface WorkbookFile {
  readonly archive: Archive;
  readonly file: string;
}

/** Reads a part of a workbook and tells the handlers of SpreadsheetML's own elements alone. */
export function readPart({ archive, file }: WorkbookFile, part: string, handlers: XmlHandlers): void {
  // Nearly all elements share one namespace, and it is compared with the last before it is looked up.
  let last: string | null = null;
  const own = ({ uri }: XmlElement): boolean => {
    if (uri === last) return true;
    if (!MAIN.has(uri)) return false;
    last = uri;
    return true;
  };
  readXml(archive.pieces(part), `${file}:${part}`, {
    ...(handlers.text === undefined ? {} : { text: handlers.text }),
    open: (element, at) => { if (own(element)) handlers.open?.(element, at); },
    close: (element, at) => { if (own(element)) handlers.close?.(element, at); },
  });
}

/** The truth of an attribute such as `hidden`. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
