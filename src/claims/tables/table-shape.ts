import type { PlacedText, TextTable } from '../../dataset/document.js';
import type { NSource } from '../../results/check-reasons.js';
import { isNotSignificant } from '../printed-number.js';

export type ColumnKind = 'label' | 'p' | 'ratio' | 'percent' | 'count' | 'group';

export interface ColumnShape {
  readonly index: number;
  /** The header's lines joined. */
  readonly header: string;
  readonly kind: ColumnKind;
  /** The n in the header or in a row of ns. */
  readonly n: number | null;
  /** It is of everybody. */
  readonly total: boolean;
  /** The header above `n` and `%`, which belong together. */
  readonly group: string;
}

export interface RowShape {
  readonly label: string;
  /** The label that stands above this row without figures of its own. */
  readonly section: SectionShape | null;
  readonly cells: readonly PlacedText[];
  /** In the label: `Item 4 (n = 53)`. */
  readonly n: number | null;
  /** Columns whose cell reaches down into the rows below, and speaks of all of them. */
  readonly reaching: ReadonlySet<number>;
}

export interface SectionShape {
  readonly label: string;
  readonly cells: readonly PlacedText[];
}

export interface TableShape {
  readonly columns: readonly ColumnShape[];
  readonly rows: readonly RowShape[];
  readonly sections: readonly SectionShape[];
  /** Caption, and the notes below. */
  readonly words: string;
  /** The n of the caption. */
  readonly n: NSource | null;
}

// No n has decimals, so that `1.294` is 1294.
const N_IS = /(?<![\p{L}\d])[nN]\s?=\s?(\d{1,3}(?:[,.·\u2009\u202f ]\d{3})+|\d+)(?![\d%]|[.,]\d)/u;
const P_HEADER = /^(?:\p{L}+[\s-])?p(?:[\s-]?val(?:ue)?s?\.?)?\s?(?:\(.{0,30}\))?[\s*†‡§¶#^a-e]{0,3}$/iu;
const RATIO_HEADER = /(?<!\p{L})(?:[ac]?OR|AOR|[as]?HR|AHR|a?RR|a?IRR|a?PR|odds ratios?|hazards? ratios?|risk ratios?|rate ratios?|relative risks?)(?!\p{L})/u;
const TOTAL_HEADER = /\b(?:total|overall|all|everyone|combined|entire|full|whole|both)\b/i;
const N_ROW = /^(?:n|no\.|number|sample size|participants|patients|respondents|subjects)(?:\s?\((?:n|no\.?)\)|,?\s?n|\s(?:of\s)?(?:participants|patients|respondents|subjects|people))?$/i;

/** How a table is built: its columns with their n, its rows with their sections. Null where it has no figures. */
export function tableShape(table: TextTable, around: string): TableShape | null {
  const texts = table.rows.map((row) => row.map(({ text }) => clean(text.text)));
  // A cell over the whole width is a note or a title.
  const wide = table.rows.filter((row) => row.length > 2 && row.slice(1).every(({ spanned }) => spanned)).map(([{ text }]) => text.text);
  const words = [around, ...wide].join('\n');
  const first = texts.findIndex((row) => row.slice(1).some(isFigure) && !isNumbering(row));
  if (first === -1) return null;
  // A label alone right below the header heads the first section.
  const top = 1 + texts.slice(0, first).findLastIndex((row, index) => index === 0 || row.slice(1).some((text) => text !== ''));
  const headers = texts[0].map((_, column) => distinct(texts.slice(0, top).map((row) => row[column])));
  const labels = labelColumns(texts.slice(top), headers);
  // What reaches into a row from above or from the left is a label, or it is no figure of this row.
  const body = table.rows.slice(top).map((row) => row.map(({ text, spanned }, column) => (spanned && column >= labels ? { text: '', at: text.at } : text)));
  const reaching = table.rows.slice(top).map((row, index, all) =>
    new Set(row.flatMap(({ text }, column) => (text.text !== '' && all[index + 1]?.[column]?.spanned === true && all[index + 1][column].text.text === text.text ? [column] : []))));
  const nRow = body.find((row) => N_ROW.test(labelOf(row, labels)) && row.slice(labels).some(({ text }) => /^\d[\d,]*$/.test(clean(text))));
  const columns = headers.map((parts, index): ColumnShape => {
    const header = parts.join(' ');
    const inRow = nRow === undefined ? '' : clean(nRow[index].text).replace(/,/g, '');
    const n = nIn(header) ?? (/^\d+$/.test(inRow) ? Number(inRow) : null);
    return { index, header, kind: kindOf(header, index < labels, parts), n, total: TOTAL_HEADER.test(header), group: parts.length > 1 ? parts.slice(0, -1).join(' ') : header };
  });
  const { rows, sections } = rowsOf(body, reaching, nRow, labels, columns.at(-1)!);
  const captionN = nIn(words);
  return { columns, rows, sections, words, n: captionN === null ? null : { n: captionN, from: 'caption' } };
}

export function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A cell that holds a result, rather than a label or `(n = 27)`. */
export function isFigure(text: string): boolean {
  const cell = clean(text);
  if (isNotSignificant(cell)) return true;
  return /^[([]?[<>≤≥=~]?\s?[-−–+]?\s?(?:\d|[.·]\d)/.test(cell) && !/^\(?\s?[nN]\s?=/.test(cell) && !/^\d{1,3}\s?%\s?(?:CI|confidence)/i.test(cell) && !/^\d+(?:st|nd|rd|th)\b/.test(cell);
}

export function nIn(text: string): number | null {
  const match = N_IS.exec(text);
  return match === null ? null : Number(match[1].replace(/\D/g, ''));
}

function kindOf(header: string, isLabel: boolean, parts: readonly string[]): ColumnKind {
  if (isLabel) return 'label';
  const last = parts.at(-1) ?? '';
  if (P_HEADER.test(last) || P_HEADER.test(header)) return 'p';
  if (RATIO_HEADER.test(header)) return 'ratio';
  const counted = /(?<!\p{L})(?:n|no\.?|number|count)(?!\p{L})/iu.test(last.replace(N_IS, ''));
  const percent = /%|per ?cent/i.test(last.replace(/\d{2}(?:\.\d)?\s?%\s?(?:CI|confidence)/i, ''));
  if (percent && !counted) return 'percent';
  return counted && !percent ? 'count' : 'group';
}

/** Columns numbered 1, 2, 3 …, as a matrix has them. */
function isNumbering(row: readonly string[]): boolean {
  const figures = row.slice(1).filter(isFigure);
  return figures.every((text, index) => /^\(?\d{1,2}[.)]?$/.test(text) && Number(text.replace(/\D/g, '')) === Number(figures[0].replace(/\D/g, '')) + index)
    && /^\(?[12]\b/.test(figures[0] ?? '');
}

/** The first column, and the one behind where the first only numbers the rows. */
function labelColumns(body: readonly (readonly string[])[], headers: readonly (readonly string[])[]): number {
  const numbers = body.filter((row) => /^\d{0,3}\.?$/.test(row[0])).length === body.length;
  const second = body.filter((row) => row[1] !== undefined && /\p{L}/u.test(row[1]) && !isFigure(row[1])).length;
  return headers.length > 2 && numbers && second > body.length / 2 ? 2 : 1;
}

function labelOf(row: readonly PlacedText[], labels: number): string {
  return clean(row.slice(0, labels).map(({ text }) => text).filter((text) => labels === 1 || !/^\s*\d{0,3}\.?\s*$/.test(text)).join(' '));
}

function rowsOf(
  body: readonly (readonly PlacedText[])[], reaching: readonly ReadonlySet<number>[], nRow: readonly PlacedText[] | undefined, labels: number, last: ColumnShape,
): { rows: RowShape[]; sections: SectionShape[] } {
  const rows: RowShape[] = [];
  const sections: SectionShape[] = [];
  let section: SectionShape | null = null;
  for (const [index, cells] of body.entries()) {
    if (cells === nRow) continue;
    const label = labelOf(cells, labels);
    const figures = cells.slice(labels).filter(({ text }) => isFigure(text));
    if (label === '' && figures.length === 0) continue;
    // A label whose only figure is a p or a difference of groups heads a section too.
    const ofPeople = last.kind === 'p' || /^SMD\b/.test(last.header) ? cells.slice(labels, -1) : cells.slice(labels);
    const heads = cells.length > labels + 1 ? ofPeople.every(({ text }) => clean(text) === '') : figures.length === 0;
    if (heads && label !== '') {
      section = { label, cells };
      sections.push(section);
      continue;
    }
    if (hasUnit(label)) section = null;
    rows.push({ label, section, cells, n: nIn(label), reaching: reaching[index] });
  }
  return { rows, sections };
}

/** A label that says what its own figures are belongs to no section above. */
function hasUnit(label: string): boolean {
  return /\b(?:mean|median|SD|IQR)\b|%|±|\bn\s?\(/i.test(label);
}

function distinct(parts: readonly string[]): string[] {
  return [...new Set(parts.filter((part) => part !== ''))];
}
