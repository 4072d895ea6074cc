import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A cell as it is written: a text, a number, or the XML between `<c` and `</c>` after the reference. */
export type MadeCell = string | number | null | { readonly xml: string };

export interface MadeSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows: readonly (readonly MadeCell[])[];
  readonly merges?: readonly string[];
  /** XML before and after the cells. */
  readonly before?: string;
  /** Attributes of rows, by number from 1. */
  readonly rowAttributes?: Readonly<Record<number, string>>;
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  /** Entries of the table of shared strings, as XML inside `<si>`. */
  readonly strings?: readonly string[];
  /** Format codes; cell style 1 has the first, and so on. A number is a format that needs no code. */
  readonly formats?: readonly (string | number)[];
  readonly date1904?: boolean;
  /** More files, or others in the place of those made. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Files that are not made. */
  readonly without?: readonly string[];
  /** More relationships of the workbook. */
  readonly relationships?: string;
}

/** The bytes of an .xlsx file. */
export function madeWorkbook({ sheets, strings = [], formats = [], date1904 = false, parts = {}, without = [], relationships = '' }: MadeWorkbook): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const list = sheets.map(({ name, state }, index) =>
    `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state === undefined ? '' : ` state="${state}"`}/>`).join('');
  const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${head}<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${PACKAGE}">${sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}` +
      `${relation('s', 'styles', '/xl/styles.xml')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relationships}</Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${MAIN}">${styles(formats)}</styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${MAIN}">${strings.map((string) => `<si>${string}</si>`).join('')}</sst>`,
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, head + sheetXml(sheet)])),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).filter(([name]) => !without.includes(name)).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])));
}

/** A workbook of one sheet of texts and numbers. */
export function madeSheet(rows: MadeSheet['rows'], sheet: Partial<MadeSheet> = {}, workbook: Partial<MadeWorkbook> = {}): Uint8Array {
  return madeWorkbook({ sheets: [{ name: 'Sheet1', rows, ...sheet }], ...workbook });
}

function styles(formats: readonly (string | number)[]): string {
  const codes = formats.flatMap((format, index) => (typeof format === 'string'
    ? [`<numFmt numFmtId="${164 + index}" formatCode="${format.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`] : []));
  const cells = formats.map((format, index) => `<xf numFmtId="${typeof format === 'string' ? 164 + index : format}"/>`);
  return `<numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${cells.join('')}</cellXfs>`;
}

function sheetXml({ rows, merges = [], before = '', rowAttributes = {} }: MadeSheet): string {
  const data = rows.map((cells, row) => {
    const inside = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`)).join('');
    return inside === '' ? '' : `<row r="${row + 1}" ${rowAttributes[row + 1] ?? ''}>${inside}</row>`;
  });
  const merged = merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `<worksheet xmlns="${MAIN}">${before}<sheetData>${data.join('')}</sheetData>${merged}</worksheet>`;
}

function cellXml(cell: MadeCell, reference: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${reference}"${cell.xml}</c>`;
  return `<c r="${reference}" t="inlineStr"><is><t>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}
