import { StudyError } from '../errors.js';
import type { ResultRecord } from '../results/record.js';
import type { Table } from '../results/table.js';
import { htmlFragment } from './html.js';
import { jsonRecord } from './json.js';
import { latexTable } from './latex.js';
import { markdownTable } from './markdown.js';
import { terminalTable } from './terminal.js';
import type { TerminalStyle } from './terminal.js';

export const formats = ['table', 'markdown', 'csv', 'json', 'html', 'latex', 'docx', 'svg'] as const;
export type Format = (typeof formats)[number];

/** One result in each of its forms. */
export interface Report {
  /** What JSON writes. */
  readonly record: ResultRecord;
  /** What people read: every format but JSON and CSV. */
  readonly tables: readonly Table[];
  /** What CSV writes, made only then: one table, since a file of two could not be read back as one. */
  data(): Table;
  /** What SVG writes, made only then; absent where a result has no picture. */
  figure?(): Promise<string> | string;
}

/** Formats that are bytes, which no terminal shows. */
export function isBinary(format: Format): boolean {
  return format === 'docx';
}

const FORMAT_OF_EXTENSION: ReadonlyMap<string, Format> = new Map([
  ['txt', 'table'], ['md', 'markdown'], ['markdown', 'markdown'], ['csv', 'csv'], ['json', 'json'],
  ['html', 'html'], ['htm', 'html'], ['tex', 'latex'], ['docx', 'docx'], ['svg', 'svg'],
]);

/**
 * The format that a file's extension names, in upper or lower case; null where it names none.
 *
 * @example
 * formatForFile('table4.tex'); // 'latex'
 */
export function formatForFile(path: string): Format | null {
  const extension = /[^/\\]\.([^./\\]+)$/.exec(path)?.[1].toLowerCase();
  return extension === undefined ? null : FORMAT_OF_EXTENSION.get(extension) ?? null;
}

/**
 * A report in one format, ending in a newline; several tables have an empty line between them. What only one format
 * needs is loaded only when asked for. `style` matters to `table` alone.
 *
 * @throws StudyError E_FIGURE_NONE where a picture is asked for and the result has none.
 */
export async function render(format: Format, { record, tables, data, figure }: Report, style: TerminalStyle): Promise<string | Uint8Array> {
  switch (format) {
    case 'table':
      return apart(tables.map((table) => terminalTable(table, style)));
    case 'markdown':
      return apart(tables.map(markdownTable));
    case 'csv': {
      const { csvTable } = await import('./csv.js');
      return csvTable(data());
    }
    case 'json':
      return jsonRecord(record);
    case 'html':
      return apart(tables.map(htmlFragment));
    case 'latex':
      return apart(tables.map(latexTable));
    case 'docx': {
      const { docxTables } = await import('./docx.js');
      return docxTables(tables);
    }
    case 'svg':
      if (figure !== undefined) return figure();
      throw new StudyError('E_FIGURE_NONE', 'There is no picture of this result.', {
        hint: 'Ask for a table, such as --format markdown or --output table.docx.',
      });
  }
}

function apart(texts: readonly string[]): string {
  return texts.join('\n');
}
