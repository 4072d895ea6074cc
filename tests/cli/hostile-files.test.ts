import { readFileSync } from 'node:fs';
import { constants, deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { madeSheet } from '../importers/xlsx/made-workbook.js';
import { ROOT, portalStudy, scratchFile } from './portal-study.js';

const ROWS = [['participant_id', 'x'], ['P1', 1], ['P2', 2]];
const DOCTYPE = '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>';
const LINK = '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/>';
/** Tells the most memory that the process ever held, on its way out. */
const PEAK = scratchFile('peak.cjs', "process.on('exit', () => require('node:fs').writeSync(2, '\\npeak ' + 1024 * process.resourceUsage().maxRSS));");

/** A workbook whose sheet unpacks to a gigabyte of zeros. */
function bomb(): Buffer {
  const mebibyte = deflateRawSync(Buffer.alloc(2 ** 20), { finishFlush: constants.Z_SYNC_FLUSH });
  const packed = Buffer.concat([...Array<Buffer>(1024).fill(mebibyte), Buffer.from([3, 0])]);
  const zip = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': packed }, { level: 0 }));
  const at = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  zip.writeUInt16LE(8, 8);
  zip.writeUInt16LE(8, at + 10);
  zip.writeUInt32LE(2 ** 30, at + 24);
  return zip;
}

const sav = readFileSync(`${ROOT}/fixtures/golden/user-missing-byte.sav`);

const FILES: readonly (readonly [what: string, name: string, content: () => Uint8Array, line: RegExp])[] = [
  ['a zip bomb named .xlsx', 'survey.xlsx', bomb, /would unpack to 1024 MiB; at most 256 MiB are read/],
  ['a zip bomb of 16 MiB', 'survey.xlsx', () => madeSheet(ROWS, {}, { parts: { 'xl/sharedStrings.xml': new Uint8Array(2 ** 24) } }), /as a zip bomb does/],
  ['a workbook with a DOCTYPE', 'survey.xlsx', () => madeSheet(ROWS, {}, { parts: { 'xl/worksheets/sheet1.xml': DOCTYPE } }), /xl\/worksheets\/sheet1\.xml:1:\d+: The XML has a DOCTYPE/],
  ['a workbook with an external link', 'survey.xlsx', () => madeSheet(ROWS, {}, { relationships: LINK }), /takes cells from other files, which are not followed\. In Excel: Data > Edit Links > Break Link/],
  ['a truncated workbook', 'survey.xlsx', () => madeSheet(ROWS).subarray(0, 900), /zip archive ends before its list of files/],
  ['a truncated .sav', 'survey.sav', () => sav.subarray(0, 9000), /The SPSS file ends at offset 9000, in a case/],
  ['a .sav that is cut between two cases', 'survey.sav', () => Buffer.concat([sav.subarray(0, 80), Buffer.from([200, 0, 0, 0]), sav.subarray(84)]), /says that it holds 200 cases, and holds 60/],
];

describe('a hostile or broken file is refused in one line, under 200 MB of memory', () => {
  it.each(FILES)('%s', (_, name, content, line) => {
    const path = scratchFile(name, Buffer.from(content()));
    const { code, stdout, stderr } = portalStudy(['correlate', path], { env: { NODE_OPTIONS: `--require ${PEAK}` } });
    const [error, peak] = stderr.trimEnd().split(/\n+peak /);
    expect({ code, stdout, lines: error.split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
    expect(error).toMatch(line);
    expect(Number(peak)).toBeGreaterThan(2e7);
    expect(Number(peak)).toBeLessThan(200e6);
  });
});
