import type { FindingsReport } from '../results/finding.js';
import type { Table } from '../results/table.js';
import { markdownTable } from './markdown.js';
import { escapeMarkdown } from './markdown-text.js';

/** What GitHub takes as the summary of a step. */
const MOST_BYTES = 2 ** 20;

/**
 * Findings as Markdown that fits the summary of a step: a heading, one sentence, the tables. Where it would be too
 * long, rows are left out from the end of the last tables, and a line says how many.
 */
export function stepSummary(tables: readonly Table[], { title, summary }: FindingsReport): string {
  const head = `## ${escapeMarkdown(title)}\n\n${escapeMarkdown(summary)}\n`;
  const whole = [head, ...tables.map(markdownTable)].join('\n');
  if (bytes(whole) <= MOST_BYTES) return whole;
  const total = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  let [fits, tooMany] = [0, total];
  while (tooMany - fits > 1) {
    const kept = Math.floor((fits + tooMany) / 2);
    if (bytes(shortened(head, tables, kept, total)) <= MOST_BYTES) fits = kept;
    else tooMany = kept;
  }
  return shortened(head, tables, fits, total);
}

function shortened(head: string, tables: readonly Table[], kept: number, total: number): string {
  let left = kept;
  const texts = tables.flatMap((table) => {
    const rows = table.rows.slice(0, left);
    left -= rows.length;
    const { groups: _, ...plain } = table;
    return rows.length === 0 ? [] : [markdownTable(rows.length === table.rows.length ? table : { ...plain, rows })];
  });
  return [head, ...texts, `${total - kept} more rows are left out, because a summary holds 1 MiB.\n`].join('\n');
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
