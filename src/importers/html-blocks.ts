import { trimPlaced } from '../dataset/document.js';
import type { Anchor, Block, PlacedText } from '../dataset/document.js';
import { HtmlTable } from './html-table.js';
import { htmlTokens } from './html-tokens.js';

const BLOCKS = new Set([
  'p', 'div', 'section', 'article', 'aside', 'main', 'header', 'footer', 'body', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd',
  'blockquote', 'pre', 'figure', 'figcaption', 'hr', 'form', 'tr', 'td', 'th', 'caption',
  // JATS, the XML in which articles are archived.
  'title', 'sec', 'abstract', 'table-wrap', 'table-wrap-foot', 'fn', 'label', 'article-title', 'ref', 'disp-quote',
]);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'title', 'article-title']);

/**
 * The paragraphs and tables of HTML, or of XML that names them alike, as a browser would show them. Nothing is ever
 * refused: what is no tag is text. Scripts, styles and comments are left out; `10<sup>6</sup>` reads `10^6`.
 */
export function htmlBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  const starts = lineStarts(html);
  const tables: HtmlTable[] = [];
  let text = '';
  let anchors: Anchor[] = [];
  let heading = false;
  const add = (part: string, at: number): void => {
    const line = lineOf(starts, at);
    anchors.push({ offset: text.length, line: line + 1, column: at - starts[line] + 1 });
    // A line break in the source is white space; its places start anew on the next line.
    text += part;
    for (let from = part.indexOf('\n'); from !== -1 && part.length > 1; from = part.indexOf('\n', from + 1)) {
      const next = lineOf(starts, at + from + 1);
      anchors.push({ offset: text.length - part.length + from + 1, line: next + 1, column: 1 });
    }
  };
  const lineBreak = (at: number): void => {
    if (/\S[^\n]*$/.test(text)) add('\n', at);
  };
  const taken = (): PlacedText => {
    const placed = trimPlaced({ text, at: anchors });
    text = '';
    anchors = [];
    return placed;
  };
  const end = (): void => {
    const placed = taken();
    if (placed.text !== '') blocks.push({ kind: 'paragraph', heading, text: placed });
    heading = false;
  };
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      add(token.text, token.start);
      continue;
    }
    const { name, closes } = token;
    const table = tables.at(-1);
    if (name === 'table') {
      if (!closes) {
        if (table === undefined) end();
        else lineBreak(token.start);
        tables.push(new HtmlTable());
      } else if (table !== undefined) {
        tables.pop();
        // A table inside a cell is text of the cell.
        if (tables.length > 0) {
          lineBreak(token.start);
          continue;
        }
        table.endCell(taken());
        const block = table.block();
        if (block !== null) blocks.push(block);
      }
    } else if (tables.length === 1 && table !== undefined && ['tr', 'td', 'th', 'caption'].includes(name)) {
      table.tag(token, taken);
    } else if (tables.length > 0 && (name === 'br' || BLOCKS.has(name))) {
      lineBreak(token.start);
    } else if (name === 'br') {
      add('\n', token.start);
    } else if (BLOCKS.has(name)) {
      end();
      heading = !closes && HEADINGS.has(name);
    } else if (name === 'sup' && !closes && /\d$/.test(text)) {
      add('^', token.start);
    }
  }
  const left = tables[0];
  if (left !== undefined) {
    left.endCell(taken());
    const block = left.block();
    if (block !== null) blocks.push(block);
  }
  end();
  return blocks;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line, from 0, that holds an offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
