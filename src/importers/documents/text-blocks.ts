import { joinPlaced, slicePlaced } from '../../dataset/document.js';
import type { Block, PlacedText } from '../../dataset/document.js';
import { alignedTable, isRule, isTabular } from './aligned-table.js';
import { withoutMarkdown } from './markdown-text.js';
import { isPipeRow, pipeTable } from './pipe-table.js';

const BULLET = /^\s*(?:[-*+•–]|\d{1,3}[.)])\s+(?=\S)/;

/**
 * The paragraphs and tables of a text. A table has its cells between `|`, tabs, or two and more spaces, as
 * `pdftotext -layout` sets them; an empty line ends a paragraph.
 *
 * @param markdown whether `*p*` is p, and `#` starts a heading
 */
export function textBlocks(text: string, markdown: boolean): Block[] {
  const lines = text.split('\n').map((line, index): PlacedText => ({ text: line, at: [{ offset: 0, line: index + 1, column: 1 }] }));
  const clean = (placed: PlacedText): PlacedText => (markdown ? withoutMarkdown(placed) : placed);
  const blocks: Block[] = [];
  let paragraph: PlacedText[] = [];
  const end = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', heading: false, text: clean(joinPlaced(paragraph, '\n')) });
    paragraph = [];
  };
  for (let index = 0; index < lines.length;) {
    const line = lines[index];
    const heading = markdown && /^ {0,3}#{1,6}\s/.test(line.text);
    const rows = heading ? 0 : tableLines(lines, index);
    if (rows > 0) {
      end();
      const part = lines.slice(index, index + rows);
      blocks.push({ kind: 'table', caption: null, rows: isPipeRow(part[0].text) ? pipeTable(part, (cell) => (markdown ? withoutMarkdown(cell, true) : cell)) : alignedTable(part) });
      index += rows;
      continue;
    }
    if (heading || line.text.trim() === '') end();
    if (heading) blocks.push({ kind: 'paragraph', heading: true, text: clean(line) });
    else if (line.text.trim() !== '') {
      const bullet = BULLET.exec(line.text)?.[0].length ?? 0;
      // Each entry of a list is a paragraph, and its dash is no minus.
      if (bullet > 0) end();
      paragraph.push(bullet === 0 ? line : slicePlaced(line, bullet, line.text.length));
    }
    index += 1;
  }
  end();
  return blocks;
}

/** How many lines from here on are one table; 0 where none starts. */
function tableLines(lines: readonly PlacedText[], from: number): number {
  const isRow = isPipeRow(lines[from].text) ? isPipeRow : isTabular;
  if (!isRow(lines[from].text)) return 0;
  let last = from;
  let rows = 1;
  // A rule, a label alone on its line, or an empty line may stand between two rows.
  for (let index = from + 1; index < lines.length && index - last <= (isRow === isPipeRow ? 1 : 3); index += 1) {
    if (!isRow(lines[index].text)) {
      if (isRule(lines[index].text)) last = rows > 1 ? index : last;
      else if (/[.?!]\s*$/.test(lines[index].text) || lines[index].text.length > 60) break;
      continue;
    }
    last = index;
    rows += 1;
  }
  return rows < 2 ? 0 : last - from + 1;
}
