import type { Block, TableCell } from '../../dataset/document.js';
import { StudyError } from '../../errors.js';
import { openArchive } from '../containers/archive.js';
import { attributeOf, readXml } from '../containers/xml.js';
import type { XmlElement } from '../containers/xml.js';

/** WordprocessingML, as Word writes it and as ISO 29500 Strict has it. */
const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const MATH = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
]);
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/**
 * The paragraphs and tables of a Word document, as its reader sees them: insertions taken, deletions left out, field
 * codes left out, a table inside a cell read as text of the cell; footnotes and endnotes come last.
 *
 * @param file its name, for errors
 * @throws StudyError E_DOCX_FORMAT where the archive is no Word document, and those of `openArchive` and `readXml`.
 * @example readDocx(bytes, 'focus-group-3.docx').blocks
 */
export function readDocx(bytes: Uint8Array, file: string): { readonly blocks: readonly Block[] } {
  const archive = openArchive(bytes, file);
  const part = archive.names.find((name) => /^word\/document\d*\.xml$/.test(name));
  if (part === undefined) {
    throw new StudyError('E_DOCX_FORMAT', 'Expected a Word document, found another zip archive.', {
      where: file, hint: 'Save it as .docx, or as plain text.',
    });
  }
  const reader = new DocxBlocks();
  for (const name of [part, ...['word/footnotes.xml', 'word/endnotes.xml'].filter((notes) => archive.names.includes(notes))]) {
    readXml(archive.pieces(name), `${file}:${name}`, reader);
  }
  return { blocks: reader.blocks };
}

/** Gathers blocks from the elements of WordprocessingML. */
class DocxBlocks {
  readonly blocks: Block[] = [];
  #text = '';
  #heading = false;
  /** Whether the text of the current element is shown: that of `t` is, that of `delText` and `instrText` is not. */
  #shown = false;
  /** Inside a run, where a tab is a tab and not a stop on the ruler. */
  #inRun = false;
  /** Depth inside what repeats something for older programs. */
  #fallback = 0;
  #paragraphs = 0;
  #tables = 0;
  /** Paragraphs inside each other, as a text box in a paragraph has them. */
  #outer: { text: string; heading: boolean; inRun: boolean }[] = [];
  /** Tables inside each other; only the outermost becomes a table. */
  #rows: TableCell[][] = [];
  #tableDepth = 0;
  #cell = { text: '', span: 1, continues: false };

  open(element: XmlElement): void {
    const { uri, local } = element;
    if (uri === COMPATIBILITY && local === 'Fallback') this.#fallback += 1;
    if (this.#fallback > 0) return;
    if (MATH.has(uri)) this.#shown ||= local === 't';
    if (!WORD.has(uri)) return;
    const value = (): string => attributeOf(element, 'val', uri) ?? '';
    if (local === 'p') this.#openParagraph();
    else if (local === 't') this.#shown = true;
    else if (local === 'r') this.#inRun = true;
    else if (this.#inRun) this.#openMark(local, element);
    else if (local === 'pStyle') this.#heading = /^(?:heading|title|berschrift)/i.test(value());
    else if (local === 'tbl') this.#openTable();
    else if (this.#tableDepth === 1) this.#openPartOfTable(local, value);
  }

  #openMark(local: string, element: XmlElement): void {
    if (local === 'tab' || local === 'ptab') this.#text += '\t';
    else if (local === 'br' || local === 'cr') this.#text += '\n';
    else if (local === 'noBreakHyphen') this.#text += '\u2011';
    else if (local === 'sym') this.#text += symbol(attributeOf(element, 'char', element.uri) ?? '');
  }

  text(part: string): void {
    if (this.#shown && this.#fallback === 0) this.#text += part;
  }

  close({ uri, local }: XmlElement): void {
    if (uri === COMPATIBILITY && local === 'Fallback') this.#fallback -= 1;
    if (this.#fallback > 0) return;
    if (local === 't') this.#shown = false;
    if (!WORD.has(uri)) return;
    if (local === 'r') this.#inRun = false;
    else if (local === 'p') this.#closeParagraph();
    else if (local === 'tc' && this.#tableDepth === 1) this.#closeCell();
    else if (local === 'tbl') this.#closeTable();
  }

  #openParagraph(): void {
    this.#outer.push({ text: this.#text, heading: this.#heading, inRun: this.#inRun });
    this.#text = '';
    this.#heading = false;
    this.#inRun = false;
  }

  #closeParagraph(): void {
    const text = this.#text;
    const heading = this.#heading;
    const around = this.#outer.pop() ?? { text: '', heading: false, inRun: false };
    this.#text = around.text;
    this.#heading = around.heading;
    this.#inRun = around.inRun;
    if (this.#tableDepth > 0) {
      this.#cell.text += this.#cell.text === '' || text === '' ? text : `\n${text}`;
      return;
    }
    this.#paragraphs += 1;
    if (text.trim() !== '') this.blocks.push({ kind: 'paragraph', heading, text: { text, at: `paragraph ${this.#paragraphs}` } });
  }

  #openTable(): void {
    this.#tableDepth += 1;
    if (this.#tableDepth > 1) return;
    this.#tables += 1;
    this.#rows = [];
  }

  #openPartOfTable(local: string, value: () => string): void {
    if (local === 'tr') this.#rows.push([]);
    else if (local === 'tc') this.#cell = { text: '', span: 1, continues: false };
    else if (local === 'gridSpan') this.#cell.span = Math.min(Math.max(1, Math.trunc(Number(value())) || 1), 1000);
    else if (local === 'gridBefore') this.#blank(Number(value()));
    else if (local === 'vMerge') this.#cell.continues = value() !== 'restart';
  }

  #blank(count: number): void {
    for (let left = Math.min(count || 0, 1000); left > 0; left -= 1) this.#rows.at(-1)?.push(this.#placed('', false));
  }

  #closeCell(): void {
    const row = this.#rows.at(-1);
    if (row === undefined) return;
    const above = this.#cell.continues ? this.#rows.at(-2)?.[row.length] : undefined;
    const text = above === undefined ? this.#cell.text : above.text.text;
    for (let column = 0; column < this.#cell.span; column += 1) row.push(this.#placed(text, above !== undefined || column > 0));
  }

  #placed(text: string, spanned: boolean): TableCell {
    const at = `table ${this.#tables}, row ${this.#rows.length}, column ${(this.#rows.at(-1)?.length ?? 0) + 1}`;
    return { text: { text, at }, spanned };
  }

  #closeTable(): void {
    this.#tableDepth -= 1;
    if (this.#tableDepth > 0) return;
    const width = Math.max(0, ...this.#rows.map((row) => row.length));
    const rows = this.#rows.map((row, index) => [
      ...row,
      ...Array.from({ length: width - row.length }, (_, column): TableCell =>
        ({ text: { text: '', at: `table ${this.#tables}, row ${index + 1}, column ${row.length + column + 1}` }, spanned: false })),
    ]);
    if (width > 0) this.blocks.push({ kind: 'table', rows, caption: null });
  }
}

/** Characters of the Symbol font that stand for what statistics are called, by their code in the private use area. */
const SYMBOL_FONT: ReadonlyMap<string, string> = new Map([
  ['F063', 'χ'], ['F072', 'ρ'], ['F074', 'τ'], ['F0B1', '±'], ['F0B3', '≥'], ['F0A3', '≤'], ['F02D', '−'], ['F061', 'α'], ['F062', 'β'],
  ['F06D', 'μ'], ['F073', 'σ'], ['F0B4', '×'],
]);

function symbol(code: string): string {
  return SYMBOL_FONT.get(code.toUpperCase()) ?? '\uFFFC';
}
