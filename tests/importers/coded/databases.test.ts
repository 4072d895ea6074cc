import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';
import { readCodedText } from '../../../src/importers/coded-text.js';
import { SHARED } from '../../cli/portal-study.js';
import { failure } from '../reading.js';
import { filesOf, inShort, readFile } from './coded-files.js';

const engine = await initSqlJs();

function database(...statements: string[]): Uint8Array {
  const made = new engine.Database();
  for (const statement of statements) made.run(statement);
  const bytes = made.export();
  made.close();
  return bytes;
}

/** As QualCoder lays it out, by an older version that knows no codes below codes. */
const QUALCODER = [
  'CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text)',
  'CREATE TABLE code_cat (catid integer primary key, name text, memo text, supercatid integer)',
  'CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, color text)',
  'CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text, memo text)',
  'CREATE TABLE cases (caseid integer primary key, name text)',
  'CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer)',
  'INSERT INTO source VALUES (1, \'FG1\', \'\uFEFFA 👍 day.\r\nMore.\', NULL), (2, \'photo\', NULL, \'photo.jpg\')',
  'INSERT INTO code_cat VALUES (1, \'Benefits\', \'\', NULL), (2, \'Access\', \'\', 1)',
  'INSERT INTO code_name VALUES (1, \'Quick\', \'same day\', 2, \'#ff0000\')',
  'INSERT INTO code_text VALUES (1, 1, 1, \'👍 day.\', 2, 8, \'anna\', \'so\')',
];

describe('a QualCoder project', () => {
  it('its categories and codes, its coders, quotes after a mark of byte order and CRLF', async () => {
    const coded = await readFile('data.qda', database(...QUALCODER));
    expect(inShort(coded)).toEqual(['1 | 2-8 | Quick | anna | - | 👍 day.']);
    expect(coded.codes.map(({ name, parent, isCodable, description }) => [name, parent, isCodable, description])).toEqual([
      ['Benefits', null, false, null], ['Access', 'category 1', false, null], ['Quick', 'category 2', true, 'same day'],
    ]);
    expect(coded.codings[0].memo).toBe('so');
  });

  it('as the folder that QualCoder makes of it', async () => {
    const file = filesOf({ 'study.qda/data.qda': database(...QUALCODER) });
    expect((await readCodedText([file('study.qda')])).codings).toHaveLength(1);
  });

  it('whose categories stand above themselves is refused', async () => {
    const error = await failure(readFile('data.qda', database(...QUALCODER, 'UPDATE code_cat SET supercatid = 2 WHERE catid = 1')));
    expect(error).toMatchObject({ code: 'E_CODE_CYCLE' });
  });

  it('whose quotes do not stand at their offsets is refused, naming the document', async () => {
    const error = await failure(readFile('data.qda', database(...QUALCODER, 'UPDATE code_text SET pos0 = 3, pos1 = 9')));
    expect(error).toMatchObject({ code: 'E_OFFSETS', where: 'FG1' });
  });

  it('of which changes lie beside it is refused with what to do', async () => {
    const file = filesOf({ 'data.qda': database(...QUALCODER) });
    writeFileSync(file('data.qda-wal'), 'changes');
    expect(await failure(readCodedText([file('data.qda')]))).toMatchObject({ code: 'E_SQLITE_WAL', hint: expect.stringContaining('Close') });
  });

  it('written with write-ahead logging and then closed is read as it is', async () => {
    const bytes = database(...QUALCODER);
    bytes.fill(2, 18, 20);
    expect((await readFile('data.qda', bytes)).codings).toHaveLength(1);
  });
});

describe('a database of somebody else\'s making', () => {
  const tables = QUALCODER.filter((statement) => !/code_text/.test(statement));

  it('has its tables read, never a view that stands in for one', async () => {
    const view = 'CREATE VIEW code_text AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS ctid FROM n';
    expect(await failure(readFile('data.qda', database(...tables, view)))).toMatchObject({ code: 'E_SQLITE_SOFTWARE' });
  });

  it('nor a column that is computed', async () => {
    const computed = 'CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, pos0 integer, pos1 integer, owner text, memo text, seltext text AS (\'not what stands there\'))';
    const coded = await readFile('data.qda', database(...tables, computed, 'INSERT INTO code_text VALUES (1, 1, 1, 2, 8, \'anna\', \'\')'));
    expect(inShort(coded)).toEqual(['1 | 2-8 | Quick | anna | - | 👍 day.']);
  });

  it.each([
    ['cut short', database(...QUALCODER).subarray(0, 6000)],
    ['that is only called one', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 7)])],
  ])('%s is refused', async (_, bytes) => {
    expect((await failure(readFile('data.qda', bytes))).code).toMatch(/^E_SQLITE_/);
  });
});

describe('a Taguette database', () => {
  const made = [
    'CREATE TABLE projects (id integer primary key, name text)', 'INSERT INTO projects VALUES (1, \'one\')',
    'CREATE TABLE documents (id integer primary key, name text, contents text, project_id integer)',
    'CREATE TABLE tags (id integer primary key, path text, description text)',
    'CREATE TABLE highlights (id integer primary key, document_id integer, start_offset integer, end_offset integer, snippet text)',
    'CREATE TABLE highlight_tags (highlight_id integer, tag_id integer)',
    'INSERT INTO documents VALUES (1, \'FG1\', \'<h1>Día</h1><p>P01: <em>a</em> &amp; 👍</p><p>P02: b</p>\', 1)',
    'INSERT INTO tags VALUES (1, \'good.emoji\', \'\')', 'INSERT INTO highlight_tags VALUES (1, 1)',
  ];

  it('counts UTF-8 bytes of the text without its tags, where entities are one character', async () => {
    const before = Buffer.byteLength('DíaP01: a ');
    const coded = await readFile('t.sqlite3', database(...made, `INSERT INTO highlights VALUES (1, 1, ${before}, ${before + Buffer.byteLength('& 👍')}, '&amp; 👍')`));
    expect(coded.sources[0].text).toBe('Día\nP01: a & 👍\nP02: b\n');
    expect(inShort(coded)).toEqual(['1 | 11-14 | good.emoji | coder | P01 | & 👍']);
  });

  it('a highlight over two paragraphs has the line break between them in its quote', async () => {
    const before = Buffer.byteLength('DíaP01: a & ');
    const coded = await readFile('t.sqlite3', database(...made, `INSERT INTO highlights VALUES (1, 1, ${before}, ${before + Buffer.byteLength('👍P02')}, '<p>👍</p><p>P02</p>')`));
    expect(coded.codings[0].quote).toBe('👍\nP02');
  });

  it('with several projects asks for one', async () => {
    expect(await failure(readFile('t.sqlite3', database(...made, 'INSERT INTO projects VALUES (2, \'two\')')))).toMatchObject({ code: 'E_TAGUETTE_PROJECTS' });
  });
});

const skipNote = existsSync(join(SHARED, 'qual')) ? '' : ' (skipped: ../shared is absent)';
describe.skipIf(skipNote !== '')(`real projects${skipNote}`, () => {
  const qual = join(SHARED, 'qual');

  it('two_coders.qda: seven codings of two coders, four cases with an attribute', async () => {
    const coded = await readCodedText([join(qual, 'qualcoder/two_coders.qda')]);
    expect(coded.coders).toEqual(['anna', 'ben']);
    expect(coded.codings.map(({ quote }) => quote)).toContain('I just write the nurse, no waiting on hold 👍.');
    expect(coded.cases.map(({ name, attributes }) => [name, attributes.get('hba1c')])).toEqual([['P01', 7.1], ['P02', 8.4], ['P03', 6.6], ['P04', 9]]);
    expect(coded.codings.map(({ participant }) => participant)).toEqual(['P01', 'P02', 'P03', 'P01', 'P02', 'P03', 'P04']);
  });

  it('Taguette\'s CSV, workbook and database agree, with the texts of the database place for place', async () => {
    const fromDatabase = await readCodedText([join(qual, 'taguette/taguette_focus_groups.sqlite3')]);
    expect(fromDatabase.convention).toContain('UTF-8 bytes');
    const file = filesOf(Object.fromEntries(fromDatabase.sources.map(({ name, text }) => [`${name}.txt`, text ?? ''])));
    const transcripts = fromDatabase.sources.map(({ name }) => file(`${name}.txt`));
    const plain = (lines: string[]): string[] => lines.map((line) => line.replace(/^\d+ \| |^FG\d \| /, '')).sort();
    for (const sheet of ['highlights.csv', 'highlights.xlsx']) {
      const fromSheet = await readCodedText([join(qual, 'taguette', sheet)], { transcripts, codebook: join(qual, 'taguette/codebook.csv') });
      expect(plain(inShort(fromSheet))).toEqual(plain(inShort(fromDatabase)));
      const paths = (coded: typeof fromSheet): unknown => coded.codes.map(({ id, parent }) => [id, parent]).sort();
      expect(paths(fromSheet)).toEqual(paths(fromDatabase));
    }
  });
});
