import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { measured } from '../containers/memory-of.js';
import { failure, readText } from '../reading.js';
import { madeSheet } from './made-workbook.js';
import type { MadeWorkbook } from './made-workbook.js';

const ROWS = [['id', 'x'], ['p1', 1], ['p2', 2]];

async function refusal(workbook: Partial<MadeWorkbook>): Promise<string> {
  const error = await failure(readText(madeSheet(ROWS, {}, workbook)));
  return `${error.code} ${error.where}`;
}

describe('a workbook that is refused', () => {
  it('takes cells from another file', async () => {
    const link = '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/>';
    expect(await refusal({ relationships: link })).toBe('E_XLSX_EXTERNAL <stdin>:xl/externalLinks/externalLink1.xml');
    expect(await refusal({ parts: { 'xl/externalLinks/externalLink1.xml': '<a/>' } })).toBe('E_XLSX_EXTERNAL <stdin>:xl/externalLinks/externalLink1.xml');
    const outside = '<Relationship Id="x" Type="x/worksheet" TargetMode="External" Target="https://example.org/sheet.xml"/>';
    expect(await refusal({ relationships: outside })).toBe('E_XLSX_EXTERNAL <stdin>:https://example.org/sheet.xml');
  });

  it('is read with a link that a reader may click, which nothing follows', async () => {
    const parts = { 'xl/worksheets/_rels/sheet1.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/hyperlink" TargetMode="External" Target="https://example.org"/></Relationships>' };
    expect((await readText(madeSheet(ROWS, {}, { parts }))).rows).toBe(2);
  });

  it.each(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'])('has a DOCTYPE in %s', async (part) => {
    expect(await refusal({ parts: { [part]: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>' } })).toMatch(/^E_XML_DOCTYPE <stdin>:.*:1:\d+$/);
  });

  it('has rows out of order, cells out of order, or a text that is not there', async () => {
    const sheet = (rows: string): Partial<MadeWorkbook> => ({ parts: { 'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>` } });
    for (const rows of ['<row r="2"/><row r="1"/>', '<row r="1048577"/>', '<row r="x"/>', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>', '<row r="1"><c r="XFE1"><v>1</v></c></row>', '<row r="1"><c r="A1" t="s"><v>0</v></c></row>']) {
      expect(await refusal(sheet(rows))).toMatch(/^E_XLSX_DAMAGED <stdin>:xl\/worksheets\/sheet1\.xml:1:\d+$/);
    }
  });

  it('spreads few cells over a great table', async () => {
    const rows = Array.from({ length: 5000 }, (_, row) => `<row r="${row + 1}"><c r="${letters(row)}${row + 1}"><v>1</v></c></row>`).join('');
    const parts = { 'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>` };
    expect(await refusal({ parts })).toBe('E_XLSX_SPARSE <stdin>');
  });

  it('has an empty sheet', async () => {
    expect(await failure(readText(madeSheet([])))).toMatchObject({ code: 'E_HEADER_MISSING', message: 'The sheet "Sheet1" is empty, so there is no header.' });
  });

  it.each([['xl/workbook.bin', '.xlsb'], ['word/document.xml', '.docx'], ['content.xml', '.ods'], ['Project.qde', '.qdpx'], ['survey.csv', 'zip archive']])('is no workbook but holds %s: the message says %s', async (name, said) => {
    const error = await failure(readText(zipSync({ [name]: strToU8('x') })));
    expect(error).toMatchObject({ code: 'E_FILE_FORMAT' });
    expect(error.message).toContain(said);
  });

  it('is an old .xls, or one with a password: the message says how to save it', async () => {
    const error = await failure(readText(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])));
    expect(error).toMatchObject({ code: 'E_FILE_FORMAT', hint: 'In Excel, save it as .xlsx without a password.' });
  });

  it('has an option that is of no use to it', async () => {
    expect(await failure(readText(madeSheet(ROWS), { delimiter: ';' }))).toMatchObject({ code: 'E_OPTION_VALUE' });
    expect(await failure(readText(madeSheet(ROWS), { encoding: 'utf-8' }))).toMatchObject({ code: 'E_OPTION_VALUE' });
  });

  it.each([
    ['zeros', 'E_ARCHIVE_RATIO', 'new Uint8Array(2 ** 24)'],
    ['nested elements', 'E_XML_DEPTH', "head + Array.from({ length: 1e6 }, (_, i) => '<a' + i + '>').join('')"],
    ['cells far apart', 'E_XLSX_SPARSE', "head + Array.from({ length: 16000 }, (_, i) => '<row><c r=\"' + letters(i) + (i + 1) + '\"><v>1</v></c></row>').join('') + '</sheetData></worksheet>'"],
  ])('is a bomb of %s, refused under 200 MB of memory', async (_, code, content) => {
    // A process for each: built and read side by side they would share one peak.
    const { printed, peak } = await measured({ readSurvey: 'src/importers/survey.ts', madeSheet: 'tests/importers/xlsx/made-workbook.ts' }, `
      const { Readable } = require('node:stream');
      const head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
      function letters(c) { return c < 26 ? String.fromCharCode(65 + c) : letters(Math.floor(c / 26) - 1) + letters(c % 26); }
      const bytes = madeSheet([['x'], [1]], {}, { parts: { 'xl/worksheets/sheet1.xml': ${content} } });
      readSurvey('-', { stdin: Readable.from([bytes]) }).then(() => 'read', (error) => error.code).then((code) => {
        process.stdout.write(code);
      });`);
    expect(printed).toBe(code);
    expect(peak).toBeLessThan(200e6);
  });
});

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}
