import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSurvey, readSurveyWithin } from '../../src/importers/survey.js';
import { failure, readText } from './reading.js';

const SURVEY = 'participant_id,score\nP01,12.5\nP02,13\n';
const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
let folder = '';
const write = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-study-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('where a survey comes from', () => {
  it('a file: path, size, rows and the hash of its bytes', async () => {
    const path = write('survey.csv', SURVEY);
    expect((await readSurvey(path)).source).toEqual({ path, sha256: sha256(SURVEY), bytes: 37, rows: 2 });
  });

  it('gzip, by its first bytes and not its name; size and hash are of the stored bytes', async () => {
    const packed = gzipSync(SURVEY);
    const dataset = await readSurvey(write('survey.txt', packed));
    expect(dataset.reading.compression).toBe('gzip');
    expect(dataset.source).toMatchObject({ sha256: sha256(packed), bytes: packed.length, rows: 2 });
  });

  it('gzip of several members', async () => {
    const dataset = await readText(Buffer.concat([gzipSync(SURVEY), gzipSync('P03,14\n')]));
    expect(dataset.rows).toBe(3);
  });

  it('standard input, in pieces of any size', async () => {
    const dataset = await readSurvey('-', { stdin: Readable.from([...Buffer.from(SURVEY)].map((byte) =>
      Buffer.of(byte))) });
    expect(dataset.source).toEqual({ path: '<stdin>', sha256: sha256(SURVEY), bytes: 37, rows: 2 });
    expect((await readSurvey('-', { stdin: Readable.from([SURVEY.slice(0, 10), SURVEY.slice(10)]) })).rows).toBe(2);
  });

  it('no standard input', async () => {
    expect(await failure(readSurvey('-'))).toMatchObject({ code: 'E_STDIN_MISSING' });
  });

  it('a missing file: the nearest name in its folder is offered', async () => {
    write('survey.csv', SURVEY);
    const path = join(folder, 'survye.csv');
    expect(await failure(readSurvey(path))).toMatchObject({ code: 'E_FILE_MISSING', where: path,
      hint: `Nearest in ${folder}: survey.csv.` });
    expect(await failure(readSurvey(join(folder, 'none', 'survey.csv'))))
      .toMatchObject({ code: 'E_FILE_MISSING', hint: null });
  });

  it('a folder', async () => {
    expect(await failure(readSurvey(folder))).toMatchObject({ code: 'E_FILE_DIRECTORY',
      message: 'Expected a file, found a folder.' });
  });

  it('a truncated or damaged gzip file', async () => {
    const packed = gzipSync(SURVEY.repeat(50));
    expect(await failure(readText(packed.subarray(0, -12)))).toMatchObject({ code: 'E_GZIP_TRUNCATED' });
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, 12, 30);
    expect(await failure(readText(damaged))).toMatchObject({ code: 'E_GZIP_DAMAGED' });
  });

  it.each([
    ['an old Excel workbook', '\xd0\xcf\x11\xe0\xa1\xb1', '.xls'],
    ['old Stata', 'i\x02\x01\0', 'old Stata file'], ['SPSS portable', 'ASCII SPSS PORT FILE    ', '.por'], ['SAS transport', 'HEADER RECORD*******LIBRARY HEADER', '.xpt'],
    ['SAS', `${'\0'.repeat(12)}\xc2\xea\x81\x60`, 'SAS'],
      ['SQLite', 'SQLite format 3\0', 'SQLite'],
    ['PDF', '%PDF-1.7\n', 'PDF'], ['R data', 'X\n\0\0\0\x03', 'R data'],
      ['HTML', '\n <!DOCTYPE html><html>', 'HTML'], ['XML', '<?xml version="1.0"?>', 'XML'],
  ])('%s in place of CSV is named', async (_, start, name) => {
    const error = await failure(readText(Buffer.from(start, 'latin1')));
    expect(error.code).toBe('E_FILE_FORMAT');
    expect(error.message).toContain(name);
    expect(error.hint).not.toBeNull();
  });

  it.each([['SPSS', '$FL2@(#) SPSS DATA FILE'], ['Stata', '<stata_dta><header>'], ['workbook', 'PK\x03\x04....']])('%s in gzip is named, with what to type', async (name, start) => {
    const error = await failure(readText(gzipSync(Buffer.from(start, 'latin1'))));
    expect(error).toMatchObject({ code: 'E_FILE_FORMAT', message: expect.stringContaining(`gzipped ${name}`), hint: 'Unpack it with gunzip: it is read as it is.' });
  });

  it.each([['A\n2\n3\n'], ['PAR1,PAR2\n1,2\n'], ['BZh,x\n1,2\n'], ['Q\n1\n'], ['<5,>5\n1,2\n']])('%j is CSV',
    async (text) => {
    expect((await readText(text)).rows).toBeGreaterThan(0);
  });

  it('R data is named through its gzip, too', async () => {
    expect(await failure(readText(gzipSync(Buffer.from('X\n\0\0\0\x03', 'latin1')))))
      .toMatchObject({ code: 'E_FILE_FORMAT' });
  });

  it('other binary content, with the offset of its first NUL byte', async () => {
    expect(await failure(readText(`a,b\n1,2\n${'x'.repeat(30)}\0\n`)))
      .toMatchObject({ code: 'E_FILE_BINARY', message: 'Expected text, found a NUL byte at offset 38.' });
  });
});

describe('limits', () => {
  const limits = { bytes: 2_000_000, record: 100_000, block: 8192 };

  /** A stream that counts what is taken from it. */
  function endless(chunk: string): { stream: Readable; taken: () => number } {
    let count = 0;
    const stream = Readable.from((function* generate() {
      for (;;) {
        count += chunk.length;
        yield Buffer.from(chunk);
      }
    })(), { highWaterMark: 1 });
    return { stream, taken: () => count };
  }

  it('a line without end is given up after the limit for one line, and no more is read', async () => {
    const { stream, taken } = endless('x'.repeat(8192));
    const error = await failure(readSurveyWithin(limits, '-', { stdin: Readable.from((async function* start() {
      yield Buffer.from('a,b\n1,2\n');
      yield* stream;
    })()) }));
    expect(error).toMatchObject({ code: 'E_LINE_LONG', where: '<stdin>:3' });
    expect(taken()).toBeLessThan(200_000);
  });

  it('a file without end is given up after the limit for a file', async () => {
    const { stream, taken } = endless('1,2\n'.repeat(2048));
    expect(await failure(readSurveyWithin(limits, '-', { stdin: stream }))).toMatchObject({ code: 'E_FILE_LARGE' });
    expect(taken()).toBeLessThan(2_100_000);
  });

  it('a gzip file that unpacks to far more than the limit is given up early', async () => {
    const error = await failure(readText(gzipSync(Buffer.alloc(5_000_000, '1,2\n')), {}, limits));
    expect(error.code).toBe('E_FILE_LARGE');
  });

  it('a file over the limit is refused by its size, before it is read', async () => {
    const path = write('large.csv', SURVEY.repeat(3));
    expect(await failure(readSurveyWithin({ ...limits, bytes: 100 }, path))).toMatchObject({
      code: 'E_FILE_LARGE', where: path, hint: expect.stringContaining('usage'),
    });
  });

  it('a quote left open in a long file is given up after the limit for one record', async () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => `${row},some text here\n`).join('');
    const error = await failure(readText(`id,note\n1,"open\n${rows}`, {}, limits));
    expect(error).toMatchObject({ code: 'E_QUOTE_UNCLOSED', where: '<stdin>:2:3' });
  });

  it('a file of many blocks is read like one of a single block', async () => {
    const rows = Array.from({ length: 500 }, (_, row) => `P${row},"two\nlines, ${row}",${row / 4}\n`).join('');
    const whole = await readText(`participant_id,note,score\n${rows}`);
    const pieces = await readText(`participant_id,note,score\n${rows}`, {}, { ...limits, block: 1000 });
    expect(pieces).toEqual(whole);
    expect(whole.rows).toBe(500);
    expect(whole.lines[499]).toBe(1000);
  });
});
