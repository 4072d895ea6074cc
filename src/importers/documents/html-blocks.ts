import type { Block } from '../../dataset/document.js';
import { HtmlTable } from './html-table.js';
import { htmlTokens } from './html-tokens.js';
import type { HtmlTag } from './html-tokens.js';
import { SourceText } from './source-text.js';

const BLOCKS = new Set([
  'p', 'div', 'section', 'article', 'aside', 'main', 'header', 'footer', 'body', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd',
  'blockquote', 'pre', 'figure', 'figcaption', 'hr', 'form', 'tr', 'td', 'th', 'caption',
  // JATS, the XML in which articles are archived.
  'title', 'sec', 'abstract', 'table-wrap', 'table-wrap-foot', 'fn', 'label', 'article-title', 'ref', 'disp-quote',
]);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'title', 'article-title']);
const PARTS_OF_TABLE = new Set(['tr', 'td', 'th', 'caption']);

/**
 * The paragraphs and tables of HTML, or of XML that names them alike, as a browser would show them. Nothing is ever
 * refused: what is no tag is text. Scripts, styles and comments are left out; `10<sup>6</sup>` reads `10^6`.
 */
export function htmlBlocks(html: string): Block[] {
  const reader = new HtmlReader(html);
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') reader.text.add(token.text, token.start);
    else reader.tag(token);
  }
  return reader.end();
}

class HtmlReader {
  readonly text: SourceText;
  readonly #blocks: Block[] = [];
  #heading = false;
  /** Tables inside each other; only the outermost becomes a table. */
  readonly #tables: HtmlTable[] = [];

  constructor(html: string) {
    this.text = new SourceText(html);
  }

  tag(tag: HtmlTag): void {
    const { name, closes, start } = tag;
    if (name === 'table') {
      if (closes) this.#closeTable(start);
      else this.#openTable(start);
    } else if (this.#tables.length === 1 && PARTS_OF_TABLE.has(name)) {
      this.#tables[0].tag(tag, this.text.take());
    } else if (this.#tables.length > 0) {
      if (name === 'br' || BLOCKS.has(name)) this.text.addLineBreak(start);
    } else if (name === 'br') {
      this.text.add('\n', start);
    } else if (BLOCKS.has(name)) {
      this.#endParagraph();
      this.#heading = !closes && HEADINGS.has(name);
    }
    if (name === 'sup' && !closes && this.text.endsInDigit()) this.text.add('^', start);
  }

  /** The blocks; a table that was never closed ends with the document. */
  end(): Block[] {
    if (this.#tables.length > 0) this.#endTable(this.#tables[0]);
    else this.#endParagraph();
    return this.#blocks;
  }

  #openTable(at: number): void {
    if (this.#tables.length === 0) this.#endParagraph();
    else this.text.addLineBreak(at);
    this.#tables.push(new HtmlTable());
  }

  #closeTable(at: number): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    // A table inside a cell is text of the cell.
    if (this.#tables.length > 0) this.text.addLineBreak(at);
    else this.#endTable(table);
  }

  #endTable(table: HtmlTable): void {
    table.endCell(this.text.take());
    const block = table.block();
    if (block !== null) this.#blocks.push(block);
  }

  #endParagraph(): void {
    const text = this.text.take();
    if (text.text !== '') this.#blocks.push({ kind: 'paragraph', heading: this.#heading, text });
    this.#heading = false;
  }
}
