import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { failure } from '../reading.js';
import { inShort, readFile } from './coded-files.js';

const A = 'aaaaaaaa-0000-0000-0000-000000000001';
const B = 'aaaaaaaa-0000-0000-0000-000000000002';
const SOURCE = 'bbbbbbbb-0000-0000-0000-000000000001';
const ANNA = 'cccccccc-0000-0000-0000-000000000001';
const BEN = 'cccccccc-0000-0000-0000-000000000002';
const TEXT = 'P01: I write 👍.\nP02: Nobody reads it.\n';

const USERS = `<Users><User guid="${ANNA}" name="anna"/><User guid="${BEN}" name="ben"/></Users>`;
const CODES = `<CodeBook><Codes><Code guid="${A}" name="Access" isCodable="true"/></Codes></CodeBook>`;
const CODING = `<Coding guid="dddddddd-0000-0000-0000-000000000001" creatingUser="${ANNA}"><CodeRef targetGUID="${A}"/></Coding>`;

function project(body: string, namespace = 'urn:QDA-XML:project:1.0'): string {
  return `<?xml version="1.0" encoding="utf-8"?><Project name="p" xmlns="${namespace}">${body}</Project>`;
}

function selection(start: number, end: number, name: string, coding = CODING, attributes = ''): string {
  return `<PlainTextSelection guid="eeeeeeee-0000-0000-0000-${String(start).padStart(12, '0')}" name="${name}" startPosition="${start}" endPosition="${end}" ${attributes}>${coding}</PlainTextSelection>`;
}

function source(content: string, attributes = `plainTextPath="internal://${SOURCE}.txt"`): string {
  return `<Sources><TextSource guid="${SOURCE}" name="FG1" ${attributes}>${content}</TextSource></Sources>`;
}

function archive(xml: string, files: Record<string, string | Uint8Array> = { [`sources/${SOURCE}.txt`]: TEXT }, name = 'project.qde'): Uint8Array {
  return zipSync({ [name]: strToU8(xml), ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? strToU8(text) : text])) });
}

const whole = project(USERS + CODES + source(selection(5, 14, 'I write 👍')));

describe('a .qdpx', () => {
  it.each([
    ['as the standard has it', archive(whole, { [`Sources/${SOURCE}.txt`]: TEXT })],
    ['with the folder in small letters and the project named otherwise', archive(whole, undefined, 'My study.qde')],
    ['with the path without its scheme', archive(whole.replace('internal://', ''))],
    ['in a namespace of another version, GUIDs in braces', archive(whole.replace('project:1.0', 'project:0:4').replaceAll(/"(\w{8}-\w{4}-\w{4}-\w{4}-\w{12})"/g, '"{$1}"'))],
    ['with a mark of byte order that does not count (QualCoder)', archive(whole, { [`sources/${SOURCE}.txt`]: `\uFEFF${TEXT}` })],
    ['with CRLF of which a line break counts 1 (ATLAS.ti)', archive(whole, { [`sources/${SOURCE}.txt`]: TEXT.replaceAll('\n', '\r\n') })],
    ['with the text inside the project', archive(project(USERS + CODES + source(`<PlainTextContent>${TEXT}</PlainTextContent>${selection(5, 14, 'I write 👍')}`, '')), {})],
    ['with elements of another namespace, and an empty Sets', archive(whole.replace('<Sources>', '<x:Code xmlns:x="urn:x" guid="?"><x:Users/></x:Code><Sources>').replace('</Project>', '<Sets/></Project>'))],
  ])('%s', async (_, bytes) => {
    expect(inShort(await readFile('study.qdpx', bytes))).toEqual([`${SOURCE} | 5-14 | Access | anna | P01 | I write 👍`]);
  });

  it('tells the coder by the coding, else by who made the selection, else by who changed it', async () => {
    const nobody = CODING.replace(` creatingUser="${ANNA}"`, '');
    const coded = await readFile('s.qdpx', archive(project(USERS + CODES + source(
      selection(5, 6, '', CODING, `creatingUser="${BEN}"`)
      + selection(5, 7, '', nobody.replace('0001"', '0002"'), `creatingUser="${BEN}" modifyingUser="${ANNA}"`)
      + selection(5, 8, '', nobody.replace('0001"', '0003"'), `modifyingUser="${BEN}"`)
      + selection(5, 9, '', nobody.replace('0001"', '0004"')),
    ))));
    expect(coded.codings.map(({ coder }) => coder)).toEqual(['anna', 'ben', 'ben', 'coder']);
    expect(coded.warnings).toContainEqual(expect.objectContaining({ code: 'W_OFFSETS_UNVERIFIED' }));
  });

  it('reads cases with their attributes, and whose a stretch is', async () => {
    const variables = '<Variables><Variable guid="ffffffff-0000-0000-0000-000000000001" name="age" typeOfVariable="Integer"/></Variables>';
    const cases = `<Cases><Case guid="ffffffff-0000-0000-0000-000000000002" name="Rose"><VariableValue><VariableRef targetGUID="ffffffff-0000-0000-0000-000000000001"/><IntegerValue>57</IntegerValue></VariableValue><SelectionRef targetGUID="eeeeeeee-0000-0000-0000-000000000005"/></Case></Cases>`;
    const coded = await readFile('s.qdpx', archive(project(USERS + CODES + variables + cases + source(selection(5, 14, 'I write 👍')))));
    expect(coded.codings[0].participant).toBe('Rose');
    expect(coded.sources[0].turns.map(({ speaker, participant }) => [speaker, participant])).toEqual([['P01', 'Rose'], ['P02', 'P02']]);
    expect(coded.cases[0]).toMatchObject({ name: 'Rose', attributes: new Map([['age', 57]]), sources: [SOURCE] });
  });

  it('tells cases from codes that share their GUID, as NVivo writes them', async () => {
    const rose = 'ffffffff-0000-0000-0000-000000000002';
    const codes = CODES.replace('</Codes>', `<Code guid="${rose}" name="Rose" isCodable="true"/></Codes>`);
    const caseCoding = CODING.replace(A, rose).replace('0001"', '0007"');
    const coded = await readFile('s.qdpx', archive(project(`${USERS}${codes}<Cases><Case guid="${rose}" name="Rose"/></Cases>${source(selection(0, 15, 'P01: I write 👍.', caseCoding) + selection(5, 14, 'I write 👍'))}`)));
    expect(coded.codes.map(({ name }) => name)).toEqual(['Access']);
    expect(inShort(coded)).toEqual([`${SOURCE} | 5-14 | Access | anna | Rose | I write 👍`]);
  });

  it('takes attributes of a document, or of a case without a name, as those of its one speaker', async () => {
    const variables = '<Variables><Variable guid="ffffffff-0000-0000-0000-000000000001" name="site" typeOfVariable="Text"/></Variables>';
    const value = '<VariableValue><VariableRef targetGUID="ffffffff-0000-0000-0000-000000000001"/><TextValue>North</TextValue></VariableValue>';
    const text = { [`sources/${SOURCE}.txt`]: 'Interviewer: Hi.\nRose: I write 👍.\nRose: Yes.\n' };
    const onDocument = project(USERS + CODES + variables + source(selection(23, 32, 'I write 👍') + value));
    const inCase = project(`${USERS}${CODES}${variables}<Cases><Case guid="ffffffff-0000-0000-0000-000000000003">${value}<SourceRef targetGUID="${SOURCE}"/></Case></Cases>${source(selection(23, 32, 'I write 👍'))}`);
    for (const xml of [onDocument, inCase]) {
      const coded = await readFile('s.qdpx', archive(xml, text));
      expect(coded.codings[0].participant).toBe('FG1');
      expect(coded.cases).toEqual([expect.objectContaining({ name: 'FG1', attributes: new Map([['site', 'North']]), sources: [SOURCE] })]);
    }
  });

  it('takes transcripts of recordings by their sync points, and the text of PDFs', async () => {
    const transcript = '<Sources><AudioSource guid="99999999-0000-0000-0000-000000000001" name="Talk"><Transcript guid="99999999-0000-0000-0000-000000000002">'
      + `<PlainTextContent>${TEXT}</PlainTextContent><SyncPoint guid="99999999-0000-0000-0000-000000000003" position="5"/><SyncPoint guid="99999999-0000-0000-0000-000000000004" position="14"/>`
      + `<TranscriptSelection guid="99999999-0000-0000-0000-000000000005" name="I write 👍" fromSyncPoint="99999999-0000-0000-0000-000000000003" toSyncPoint="99999999-0000-0000-0000-000000000004">${CODING}</TranscriptSelection>`
      + '</Transcript></AudioSource></Sources>';
    expect(inShort(await readFile('s.qdpx', archive(project(USERS + CODES + transcript), {})))[0]).toContain('5-14 | Access | anna | P01 | I write 👍');
  });

  it('reads a document whose quotes would fit several ways as its neighbours are counted', async () => {
    const other = 'bbbbbbbb-0000-0000-0000-000000000002';
    const crlf = TEXT.replaceAll('\n', '\r\n');
    const codingOf = (number: number): string => CODING.replace('0001"', `000${number}"`);
    const first = source(selection(5, 14, 'I write 👍') + selection(22, 38, '', codingOf(8)));
    const second = `<TextSource guid="${other}" name="FG2" plainTextPath="${other}.txt">${selection(22, 38, 'Nobody reads it.', codingOf(9))}</TextSource>`;
    const early = first.replace('</Sources>', `${second}</Sources>`);
    const coded = await readFile('s.qdpx', archive(project(USERS + CODES + early), { [`sources/${SOURCE}.txt`]: crlf, [`sources/${other}.txt`]: crlf }));
    expect(coded.convention).toMatch(/^code points from 0, a line break counts 2, end exclusive/);
    expect(coded.codings.map(({ quote }) => quote)).toEqual(['I write 👍', 'Nobody reads it.', 'Nobody reads it.']);
  });

  it('reads a codebook alone, nested and with descriptions', async () => {
    const coded = await readFile('c.qdc', `<CodeBook xmlns="urn:QDA-XML:codebook:0:4"><Codes><Code guid="${A}" name="Benefits" isCodable="false"><Description>what helps</Description><Code guid="${B}" name="Access" isCodable="true" color="#ff0000"/></Code></Codes></CodeBook>`);
    expect(coded.codes).toEqual([
      { id: A, name: 'Benefits', parent: null, description: 'what helps', colour: null, isCodable: false },
      { id: B, name: 'Access', parent: A, description: null, colour: '#ff0000', isCodable: true },
    ]);
  });
});

describe('a project that is damaged or meant to harm is refused', () => {
  it('offsets that fit the quotes under no way of counting, naming the document', async () => {
    const error = await failure(readFile('s.qdpx', archive(project(USERS + CODES + source(selection(6, 15, 'Nobody reads'))))));
    expect(error).toMatchObject({ code: 'E_OFFSETS', where: 'FG1' });
  });

  it('the same code twice, one below itself', async () => {
    const cycle = `<CodeBook><Codes><Code guid="${A}" name="a" isCodable="true"><Code guid="${B}" name="b" isCodable="true"><Code guid="${A}" name="a" isCodable="true"/></Code></Code></Codes></CodeBook>`;
    expect(await failure(readFile('s.qdpx', archive(project(cycle), {})))).toMatchObject({ code: 'E_CODE_TWICE' });
  });

  it.each([
    ['E_XML_DOCTYPE', archive(`<!DOCTYPE Project [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${project('')}`)],
    ['E_XML_DEPTH', archive(project(`<CodeBook><Codes>${'<Code guid="a" name="a" isCodable="true">'.repeat(1000)}`), {})],
    ['E_QDPX_PATH', archive(whole.replace('internal://', 'internal://../../'))],
    ['E_ARCHIVE_PATH', archive(whole, { '../outside.txt': TEXT })],
    ['E_REFI_ROOT', archive('<Survey/>', {})],
    ['E_REFI_GUID', archive(project('<CodeBook><Codes><Code name="a" isCodable="true"/></Codes></CodeBook>'), {})],
    ['E_REFI_POSITION', archive(whole.replace('startPosition="5"', 'startPosition="five"'))],
  ])('%s', async (code, bytes) => {
    expect(await failure(readFile('s.qdpx', bytes))).toMatchObject({ code });
  });

  it('a text that lies elsewhere on the machine is not followed, and said to be missing', async () => {
    const coded = await readFile('s.qdpx', archive(whole.replace('internal://', 'file:///etc/')));
    expect(coded.sources[0].text).toBeNull();
    expect(coded.warnings).toContainEqual(expect.objectContaining({ code: 'W_TEXT_MISSING' }));
  });
});
