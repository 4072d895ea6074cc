import { createHash } from 'node:crypto';
import type { Block, Section, StudyDocument } from '../results/document.js';
import type { Table } from '../results/table.js';
import { htmlFragment } from './html.js';
import { escapeHtml } from './html-text.js';
import { PAGE_SCRIPT } from './page-script.js';
import { PAGE_STYLE } from './page-style.js';

/** Tables of more columns than this are printed on a turned page. */
const WIDE_FROM = 9;
/** Row headers of more letters than this have room on a wide screen rather than many lines. */
const LONG_FROM = 22;

/**
 * A document as one HTML page: no other file, no request, nothing that a reader needs a script for. Its own policy
 * allows the style and the script it carries, by their hashes, and nothing else.
 *
 * @example
 * htmlPage({ title: 'Study', subtitle: '', language: 'en', sections: [] }); // '<!doctype html>…'
 */
export function htmlPage({ title, subtitle, language, sections }: StudyDocument): string {
  const policy = `default-src 'none'; style-src ${hashOf(PAGE_STYLE)}; script-src ${hashOf(PAGE_SCRIPT)}; base-uri 'none'; form-action 'none'`;
  const entries = sections.map(({ id, heading }) => `<li><a href="#${id}">${escapeHtml(heading)}</a></li>`);
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${PAGE_STYLE}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#content">Skip to the content</a>',
    `<header>\n<h1>${escapeHtml(title)}</h1>\n${subtitle === '' ? '' : `<p class="subtitle">${escapeHtml(subtitle)}</p>\n`}</header>`,
    `<nav aria-label="Sections">\n<ol>\n${entries.join('\n')}\n</ol>\n</nav>`,
    '<main id="content">',
    ...sections.map(sectionOf),
    '</main>',
    `<script>${PAGE_SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}

function sectionOf({ id, heading, blocks }: Section): string {
  return [`<section aria-labelledby="${id}">`, `<h2 id="${id}">${escapeHtml(heading)}</h2>`, ...blocks.map(blockOf), '</section>'].join('\n');
}

function blockOf(block: Block): string {
  switch (block.is) {
    case 'text': return `<p>${escapeHtml(block.text)}</p>`;
    case 'heading': return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'notice': return `<p class="notice">${escapeHtml(block.text)}</p>`;
    case 'list': return `<ul>\n${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`;
    case 'table': return scroller(block.table);
    case 'fold': return `<details>\n<summary>${escapeHtml(block.summary)}</summary>\n${block.blocks.map(blockOf).join('\n')}\n</details>`;
    case 'figure':
      return `<figure>\n${block.svg.trimEnd()}\n${block.caption === '' ? '' : `<figcaption>${escapeHtml(block.caption)}</figcaption>\n`}</figure>`;
    case 'quote':
      return `<blockquote>\n<p>${escapeHtml(block.text)}</p>\n<footer>${escapeHtml(block.source)}</footer>\n</blockquote>`;
  }
}

/** A table that may be moved sideways under notes that may not. */
function scroller(table: Table): string {
  const { columns, caption, notes, rows } = table;
  const wide = columns.length >= WIDE_FROM ? ' wide' : '';
  const long = rows.some(([label]) => (label?.text.length ?? 0) >= LONG_FROM) ? ' long' : '';
  const told = notes.length === 0 ? '' : `\n<div class="notes${wide}">${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('\n')}</div>`;
  // What may scroll must be reachable by keyboard, and so must have a name.
  return `<div class="scroll${wide}${long}" role="region" tabindex="0" aria-label="${escapeHtml(caption)}">\n${htmlFragment({ ...table, notes: [] })}</div>${told}`;
}
