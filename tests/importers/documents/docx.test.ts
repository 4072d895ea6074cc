import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/dataset/document.js';
import { readDocx } from '../../../src/importers/documents/docx.js';
import { SHARED } from '../../cli/portal-study.js';
import { docx, paragraph, table } from './docx-files.js';

function texts(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text.text : block.rows.map((row) => row.map(({ text }) => text.text))));
}

const read = (body: string, parts = {}) => readDocx(docx(body, parts), 'paper.docx').blocks;

describe('readDocx', () => {
  it('joins the runs of a paragraph, which Word splits anywhere, and counts paragraphs for their place', () => {
    const blocks = read(paragraph('(ρ=-0.', '29, p', '=0.04)') + paragraph('') + paragraph('Next.'));
    expect(texts(blocks)).toEqual(['(ρ=-0.29, p=0.04)', 'Next.']);
    expect(blocks.map((block) => block.kind === 'paragraph' && block.text.at)).toEqual(['paragraph 1', 'paragraph 3']);
  });

  it('takes what was inserted, and leaves out what was deleted, field codes and tab stops', () => {
    const run = (inner: string): string => `<w:r>${inner}</w:r>`;
    expect(texts(read(`<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:ins>${run('<w:t>new</w:t>')}</w:ins>` +
      `<w:del>${run('<w:delText>old</w:delText>')}</w:del>${run('<w:instrText>PAGE</w:instrText>')}${run('<w:tab/><w:t>text</w:t><w:br/><w:t>on</w:t>')}</w:p>`))).toEqual(['new\ttext\non']);
  });

  it('knows the Symbol font’s letters of statistics, and the text of formulas', () => {
    expect(texts(read('<w:p><w:r><w:sym w:font="Symbol" w:char="F072"/><w:t> = .3</w:t></w:r><m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath></w:p>'))).toEqual(['ρ = .3x²']);
  });

  it('marks headings', () => {
    expect(read(`<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Results</w:t></w:r></w:p>${paragraph('Text')}`)
      .map((block) => block.kind === 'paragraph' && block.heading)).toEqual([true, false]);
  });

  it('reads tables as rectangles: cells that reach over columns or rows repeat their text and say so', () => {
    const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const [block] = read(`<w:tbl><w:tr>${cell('', '<w:vMerge w:val="restart"/>')}${cell('Men (n=27)', '<w:gridSpan w:val="2"/>')}</w:tr>` +
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('n')}${cell('%')}</w:tr><w:tr>${cell('Age')}${cell('3')}</w:tr></w:tbl>`);
    if (block.kind !== 'table') throw new Error('no table');
    expect(texts([block])).toEqual([[['', 'Men (n=27)', 'Men (n=27)'], ['', 'n', '%'], ['Age', '3', '']]]);
    expect(block.rows.map((row) => row.map(({ spanned }) => spanned))).toEqual([[false, false, true], [true, false, false], [false, false, false]]);
    expect(block.rows[1][2].text.at).toBe('table 1, row 2, column 3');
  });

  it('reads a table inside a cell as text of the cell, and a text box once', () => {
    const inner = table([['a', 'b']]);
    expect(texts(read(`<w:tbl><w:tr><w:tc>${inner}${paragraph('c')}</w:tc></w:tr></w:tbl>`))).toEqual([[['a\nb\nc']]]);
    const box = (tag: string): string => `<mc:${tag}><w:txbxContent>${paragraph('boxed')}</w:txbxContent></mc:${tag}>`;
    expect(texts(read(`<w:p><w:r><w:t>Be</w:t></w:r><w:r><mc:AlternateContent>${box('Choice')}${box('Fallback')}</mc:AlternateContent><w:t>fore</w:t></w:r></w:p>`)))
      .toEqual(['boxed', 'Before']);
  });

  it('puts footnotes last', () => {
    expect(texts(read(paragraph('Text'), { footnotes: `<w:footnote>${paragraph('* p &lt; .05')}</w:footnote>` }))).toEqual(['Text', '* p < .05']);
  });

  it('refuses another archive', () => {
    expect(() => readDocx(zipSync({ 'xl/workbook.xml': new Uint8Array(1) }), 'sheet.docx')).toThrow(/Word document/);
  });
});

describe.skipIf(!existsSync(SHARED))('qual/sheffield (skipped where ../shared is absent)', () => {
  const folder = join(SHARED, 'qual/sheffield');
  it.each(existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.docx')) : [])('%s gives the words that its XML shows', (name) => {
    const bytes = readFileSync(join(folder, name));
    const { blocks } = readDocx(bytes, name);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml']).replace(/<mc:Fallback>.*?<\/mc:Fallback>/gs, '');
    const shown = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')
      .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
    const squeezed = (text: string): string => text.replace(/\s+/g, '');
    expect(squeezed(texts(blocks).flat(2).join(''))).toBe(squeezed(shown));
  });
});
