import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { RowScanner } from '../../../src/importers/events/row-scanner.js';
import { failure } from '../reading.js';
import { readLogText } from './reading-logs.js';

/** Rows as the scanner hands them on, the text coming in blocks that end where lines do, as readLogFile cuts them. */
function scanned(text: string, block: number): { cells: string[]; line: number }[] {
  const rows: { cells: string[]; line: number }[] = [];
  const scanner = new RowScanner('log.csv', ',', 1, { block, record: 2 ** 20, cells: 64, features: 100 }, {
    plain: null,
    take: ({ bytes, starts, ends, cells, line }) => {
      rows.push({ line, cells: Array.from({ length: cells }, (_, index) => bytes.toString('utf8', starts[index], ends[index])) });
    },
  });
  const bytes = Buffer.from(text);
  for (let from = 0, size = block; from < bytes.length;) {
    const until = Math.min(from + size, bytes.length);
    const isLast = until === bytes.length;
    const end = isLast ? until : bytes.subarray(0, until).lastIndexOf(10) + 1;
    const taken = end <= from ? 0 : scanner.scan(Buffer.from(bytes.subarray(from, end)), end - from, isLast);
    if (taken === 0 && isLast) break;
    from += taken;
    size = taken === 0 ? 2 * size : block;
  }
  return rows;
}

function parsed(text: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text.replaceAll('\r\n', '\n'), { delimiter: ',', newline: '\n' });
  expect(errors).toEqual([]);
  return data.filter((cells) => cells.length > 1 || cells[0].trim() !== '');
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const plainCell = fc.stringMatching(/^[a-zéα 0-9.-]{0,6}$/);
const cell = fc.oneof(
  { weight: 6, arbitrary: plainCell },
  { weight: 3, arbitrary: plainCell.map(quoted) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z",\n]{0,6}$/).map(quoted) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z]"[a-z"]{0,3}$/) },
);
const file = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 })
  .chain((rows) => fc.constantFrom('\n', '\r\n').map((end) => rows.map((cells) => cells.join(',') + end).join('')));

describe('the scanner of plain rows', () => {
  it('splits every file into the cells that papaparse finds, wherever blocks break', () => {
    fc.assert(fc.property(file, fc.integer({ min: 4, max: 80 }), (text, block) => {
      expect(scanned(text, block).map(({ cells }) => cells.map((one) => one.replaceAll('\r\n', '\n')))).toEqual(parsed(text));
    }), { numRuns: 500 });
  });

  it('counts lines as an editor does, those inside quotes too', () => {
    expect(scanned('a,b\n"1\n2",x\n\n"3""3",y\nz,w\n', 100).map(({ line }) => line)).toEqual([1, 2, 5, 6]);
  });
});

describe('rows of a log that cannot be split are refused', () => {
  it.each([
    ['a quote that is never closed', 'id,time\np,2011-01-01 10:00\nq,"2011-01-01 10:00\n', 'E_QUOTE_UNCLOSED', '<stdin>:3:3'],
    ['a quote with text after it', 'id,time\np,"2011-01-01" x\nq,2011-01-01\n', 'E_QUOTE_STRAY', '<stdin>:2:3'],
    ['a row with a cell too few', 'id,time,f\np,2011-01-01,x\nq,2011-01-01\n', 'E_ROW_RAGGED', '<stdin>:3'],
    ['a row with a cell too many', 'id,time\np,2011-01-01\nq,2011-01-01,x\n', 'E_ROW_RAGGED', '<stdin>:3'],
  ])('%s', async (_, text, code, where) => {
    const error = await failure(readLogText(text));
    expect([error.code, error.where]).toEqual([code, where]);
  });

  it('a line longer than a record may be, without keeping it', async () => {
    const error = await failure(readLogText(`id,time\n${'x'.repeat(5000)}`, {}, { block: 256, record: 1000 }));
    expect(error.code).toBe('E_LINE_LONG');
  });
});
