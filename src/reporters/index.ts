import { StudyError } from '../errors.js';
import type { FindingsReport } from '../results/finding.js';
import type { ResultRecord } from '../results/record.js';
import type { Table } from '../results/table.js';
import { htmlFragment } from './html.js';
import { jsonRecord } from './json.js';
import { latexTable } from './latex.js';
import { markdownTable } from './markdown.js';
import { terminalTable } from './terminal.js';
import type { TerminalStyle } from './terminal.js';

export const formats = ['table', 'markdown', 'csv', 'json', 'html', 'latex', 'docx', 'svg', 'junit', 'tap', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

/** One result in each of its forms. */
export interface Report {
  /** What JSON writes. */
  readonly record: ResultRecord;
  /** What people read: every format but JSON and CSV. */
  readonly tables: readonly Table[];
  /** What CSV writes, made only then: one table, since a file of two could not be read back as one. */
  data(): Table;
  /**
   * What SVG writes, made only then; absent where a result has no picture. Without `participants` it shows nobody's own
   * values.
   */
  figure?(shows?: { readonly participants: boolean }): Promise<string> | string;
  /** What continuous integration reads, made only then; absent where a result judges nothing. */
  findings?(): FindingsReport;
}

/** Formats that are bytes, which no terminal shows. */
export function isBinary(format: Format): boolean {
  return format === 'docx';
}

const FORMAT_OF_EXTENSION: ReadonlyMap<string, Format> = new Map([
  ['txt', 'table'], ['md', 'markdown'], ['markdown', 'markdown'], ['csv', 'csv'], ['json', 'json'],
  ['html', 'html'], ['htm', 'html'], ['tex', 'latex'], ['docx', 'docx'], ['svg', 'svg'],
  ['xml', 'junit'], ['tap', 'tap'], ['sarif', 'sarif'],
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
 * @throws StudyError E_FIGURE_NONE where a picture is asked for and the result has none, E_FINDINGS_NONE where findings are.
 */
export async function render(format: Format, { record, tables, data, figure, findings }: Report, style: TerminalStyle): Promise<string | Uint8Array> {
  switch (format) {
    case 'table':
      return apart(tables.map((table) => terminalTable(table, style)));
    case 'markdown':
      return findings === undefined ? apart(tables.map(markdownTable)) : (await import('./step-summary.js')).stepSummary(tables, findings());
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
    case 'junit':
    case 'tap':
    case 'sarif':
    case 'github':
      if (findings !== undefined) return findingsText(format, findings());
      throw new StudyError('E_FINDINGS_NONE', `Nothing is judged here that ${format} could report.`, {
        hint: 'reproduce and check write it; ask for a table, such as --format markdown.',
      });
  }
}

async function findingsText(format: 'junit' | 'tap' | 'sarif' | 'github', report: FindingsReport): Promise<string> {
  switch (format) {
    case 'junit':
      return (await import('./junit.js')).junitReport(report);
    case 'tap':
      return (await import('./tap.js')).tapReport(report);
    case 'sarif':
      return (await import('./sarif.js')).sarifReport(report);
    case 'github':
      return (await import('./github.js')).githubAnnotations(report);
  }
}

function apart(texts: readonly string[]): string {
  return texts.join('\n');
}
