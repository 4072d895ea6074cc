import { describe, expect, it } from 'vitest';
import { readCodedText } from '../../../src/importers/coded-text.js';
import { failure } from '../reading.js';
import { filesOf, inShort, readFile } from './coded-files.js';

const FG1 = 'MODERATOR: What helps?\nP01: I write the nurse 👍.\nP02: Nobody reads it.\n';

describe('a sheet of coded segments', () => {
  it('by the usual names of columns, and by others that the user names', async () => {
    const file = filesOf({
      'FG1.txt': FG1,
      'usual.csv': 'Document,Start,End,Code,Coder,Text\nFG1,28,47,Access,anna,I write the nurse 👍\n',
      'other.csv': 'who,where,what,von,bis\nben,FG1,Access,28,47\n',
    });
    const transcripts = [file('FG1.txt')];
    expect(inShort(await readCodedText([file('usual.csv')], { transcripts }))).toEqual(['FG1 | 28-47 | Access | anna | P01 | I write the nurse 👍']);
    const columns = new Map([['document', 'where'], ['code', 'what'], ['coder', 'who'], ['start', 'von'], ['end', 'bis']]);
    expect(inShort(await readCodedText([file('other.csv')], { transcripts, columns }))).toEqual(['FG1 | 28-47 | Access | ben | P01 | I write the nurse 👍']);
  });

  it('without offsets finds each quote in its transcript, whatever the quotation marks and white space', async () => {
    const file = filesOf({ 'FG1.txt': 'P01: It’s “fine” –\nreally.\n', 'c.csv': 'document,code,text\nFG1,Ok,"It\'s ""fine"" -  really"\nFG1,Ok,it was not\n' });
    const coded = await readCodedText([file('c.csv')], { transcripts: [file('FG1.txt')] });
    expect(inShort(coded)).toEqual(['FG1 | 5-25 | Ok | coder | P01 | It’s “fine” –\nreally', 'FG1 | - | Ok | coder | - | it was not']);
    expect(coded.warnings).toContainEqual(expect.objectContaining({ code: 'W_QUOTE_ABSENT', where: expect.stringContaining('c.csv:3') }));
  });

  it('leaves a quote that stands twice without a place, and says so', async () => {
    const file = filesOf({ 'FG1.txt': 'P01: Yes.\nP02: Yes.\n', 'c.csv': 'document,code,text\nFG1,Ok,Yes.\n' });
    const coded = await readCodedText([file('c.csv')], { transcripts: [file('FG1.txt')] });
    expect(coded.codings[0]).toMatchObject({ start: null, participant: null });
    expect(coded.warnings).toContainEqual(expect.objectContaining({ code: 'W_QUOTE_REPEATED' }));
  });

  it('says how many codings are of nobody, where participants are known', async () => {
    const file = filesOf({ 'FG1.txt': FG1, 'c.csv': 'document,code,text\nFG1,Ask,What helps?\nFG1,Access,I write the nurse\n' });
    const coded = await readCodedText([file('c.csv')], { transcripts: [file('FG1.txt')] });
    expect(coded.codings.map(({ participant }) => participant)).toEqual([null, 'P01']);
    expect(coded.warnings).toEqual([expect.objectContaining({ code: 'W_SEGMENT_PARTICIPANT', where: 'FG1 at 11', message: expect.stringMatching(/^1 coding of nobody/) })]);
  });

  it('with one file a coder becomes one model, coders named after their files where no column names them', async () => {
    const file = filesOf({ 'anna.csv': 'document,code,text\nFG1,Access,a\n', 'ben.csv': 'document,code,text\nFG1.txt,access,b\n' });
    const coded = await readCodedText([file('anna.csv'), file('ben.csv')]);
    expect(coded.coders).toEqual(['anna', 'ben']);
    expect(coded.codes).toHaveLength(1);
    expect(coded.sources).toHaveLength(1);
  });

  it('refuses a sheet without a code, naming the columns and what to type', async () => {
    const error = await failure(readFile('c.csv', 'document,remark,text\nFG1,x,y\n'));
    expect(error).toMatchObject({ code: 'E_SHEET_COLUMNS', hint: expect.stringContaining('--columns code=') });
  });

  it('refuses an offset that is no whole number, at its cell', async () => {
    const error = await failure(readFile('c.csv', 'document,code,start,end\nFG1,x,1.5,9\n'));
    expect(error).toMatchObject({ code: 'E_OFFSET_CELL', where: expect.stringMatching(/c\.csv:2:start$/) });
  });
});

describe('layouts of coding software', () => {
  it('Taguette: tags with points are a tree', async () => {
    const coded = await readFile('highlights.csv', 'id,document,tag,content\n1,FG1,benefits.access,I write\n1,FG1,benefits.trust,I write\n');
    expect(coded.codes.map(({ name, parent }) => [name, parent])).toEqual([
      ['benefits', null], ['benefits.access', 'benefits'], ['benefits.trust', 'benefits'],
    ]);
    expect(coded.codings).toHaveLength(2);
  });

  it('MAXQDA: Begin and End are paragraphs, a code carries its parents, the group is of the document', async () => {
    const file = filesOf({
      'FG1.txt': FG1,
      'maxqda.csv': 'Comment;Document group;Document name;Code;Begin;End;Weight score;Segment;Modified by;Modified;Area;Coverage %\n'
        + ';Clinic A;FG1;Benefits > Access;2;2;0;I write the nurse 👍.;anna;2024-01-01;20;1,2\n',
    });
    const coded = await readCodedText([file('maxqda.csv')], { transcripts: [file('FG1.txt')] });
    expect(inShort(coded)).toEqual(['FG1 | 28-48 | Access | anna | P01 | I write the nurse 👍.']);
    expect(coded.codes.map(({ name, parent }) => [name, parent])).toEqual([['Benefits', null], ['Access', 'Benefits']]);
    expect(coded.sources[0].group).toBe('Clinic A');
  });

  it('ATLAS.ti: a quotation with several codes, one a line, is a coding for each', async () => {
    const coded = await readFile('quotations.csv',
      'ID,Document,Quotation Name,Quotation Content,Comment,Codes,Reference,Density,Created by\n1:1,FG1,I write,I write the nurse,,"Access\nTrust",1 - 1,2,anna\n');
    expect(inShort(coded)).toEqual(['FG1 | - | Access | anna | - | I write the nurse', 'FG1 | - | Trust | anna | - | I write the nurse']);
    expect(coded.warnings).toContainEqual(expect.objectContaining({ code: 'W_CODES_MULTIPLE' }));
  });

  it('Dedoose: codes after commas where each of them stands alone elsewhere', async () => {
    const coded = await readFile('excerpts.csv',
      'Media Title,Excerpt Range,Excerpt Creator,Excerpt Copy,Codes Applied Combined\nFG1.docx,3-9,anna,abc,"Access, Trust"\nFG1.docx,10-12,anna,d,Access\nFG1.docx,13-14,anna,e,Trust\nFG1.docx,15-16,anna,f,"Time, lost"\n');
    expect(inShort(coded).map((line) => line.split(' | ')[2])).toEqual(['Access', 'Trust', 'Access', 'Trust', 'Time, lost']);
    expect(coded.codings[0]).toMatchObject({ source: 'FG1.docx', start: 3, end: 9, coder: 'anna' });
  });
});

describe('layouts with a column a code', () => {
  it('Dedoose: Code: … Applied tells each code, commas in its name or not', async () => {
    const coded = await readFile('excerpts.csv',
      'Media Title,Excerpt Range,Excerpt Creator,Excerpt Copy,Codes Applied Combined,"Code: Time, lost Applied",Code: Access Applied,Code: Access Weight\nFG1.docx,3-9,anna,abc,"Time, lost, Access",True,True,\nFG1.docx,10-12,ben,d,Access,False,True,\n');
    expect(inShort(coded)).toEqual(['FG1.docx | 3-9 | Time, lost | anna | - | abc', 'FG1.docx | 3-9 | Access | anna | - | abc', 'FG1.docx | 10-12 | Access | ben | - | d']);
    expect(coded.warnings.map(({ code }) => code)).toEqual(['W_OFFSETS_UNVERIFIED']);
  });

  it('an NVivo matrix: every reference is a coding without a place, rows are files or cases', async () => {
    const coded = await readFile('matrix.csv', ',A : Codes\\Benefits\\Access,B : Trust\n1 : Files\\FG1,2,0\n2 : Cases\\P01,0,1\n');
    expect(inShort(coded)).toEqual(['FG1 | - | Access | coder | - | -', 'FG1 | - | Access | coder | - | -', 'P01 | - | Trust | coder | P01 | -']);
    expect(coded.codes.map(({ name, parent }) => [name, parent])).toEqual([['Benefits', null], ['Access', 'Benefits'], ['Trust', null]]);
  });

  it('an NVivo matrix with a cell that is no count is refused at the cell', async () => {
    expect(await failure(readFile('matrix.csv', ',A : Access\n1 : FG1,many\n'))).toMatchObject({ code: 'E_MATRIX_CELL', where: expect.stringMatching(/:2:A : Access$/) });
  });
});

describe('a codebook', () => {
  const codings = 'document,code,text\nFG1,Access,a\nFG1,Acess,b\n';

  it('gives parents and definitions, and names what it does not know with the nearest', async () => {
    const file = filesOf({ 'codings.csv': codings, 'codebook.csv': 'code,parent,description\nBenefits,,what helps\nAccess,Benefits,care outside visits\n' });
    const coded = await readCodedText([file('codings.csv')], { codebook: file('codebook.csv') });
    expect(coded.codes.map(({ name, parent, description }) => [name, parent, description])).toEqual([
      ['Benefits', null, 'what helps'], ['Access', 'Benefits', 'care outside visits'], ['Acess', null, null],
    ]);
    expect(coded.codings[0].code).toBe('Benefits > Access');
    expect(coded.warnings).toContainEqual(expect.objectContaining({ code: 'W_CODE_UNKNOWN', message: expect.stringContaining('"Acess" (nearest: Access)') }));
  });

  it('whose codes stand above themselves is refused', async () => {
    expect(await failure(readFile('codebook.csv', 'code,parent\nA,B\nB,A\n'))).toMatchObject({ code: 'E_CODE_CYCLE' });
  });

  it('deeper than people code is refused', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `c${index + 1},c${index}\n`).join('');
    expect(await failure(readFile('codebook.csv', `code,parent\nc0,\n${rows}`))).toMatchObject({ code: 'E_CODE_DEEP' });
  });

  it.each([
    ['by the points in a Taguette tag', `id,document,tag,content\n1,FG1,${'a.'.repeat(1_000_000)}b,text\n`],
    ['by the path in a cell', `document,code,text\nFG1,${'a > '.repeat(1_000_000)}b,text\n`],
  ])('a million deep %s is refused at once', async (_, text) => {
    expect(await failure(readFile('c.csv', text))).toMatchObject({ code: 'E_CODE_DEEP', where: expect.stringMatching(/c\.csv:2$/) });
  });
});
