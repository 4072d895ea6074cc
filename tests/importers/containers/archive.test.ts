import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { StudyError } from '../../../src/errors.js';
import { ARCHIVE_LIMITS, openArchive } from '../../../src/importers/containers/archive.js';
import { measured } from './memory-of.js';

const MIB = 2 ** 20;
const CENTRAL = 0x02014b50;

function refusal(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof StudyError) return `${error.code} ${error.where}`;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

/** The archive with its central directory changed at an offset inside the entry of that index. */
function changed(zip: Uint8Array, entry: number, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = Uint8Array.from(zip);
  const view = new DataView(copy.buffer);
  const found = [];
  for (let at = 0; at + 4 <= copy.length; at += 1) if (view.getUint32(at, true) === CENTRAL) found.push(at);
  change(view, found[entry]);
  return copy;
}

const ZIP = zipSync({ 'a.txt': strToU8('alpha '.repeat(100)), 'folder/b.txt': [strToU8('beta'), { level: 0 }] });

describe('openArchive', () => {
  it('lists the files in their order and gives back what was packed', () => {
    const archive = openArchive(ZIP, 'x.zip');
    expect(archive.names).toEqual(['a.txt', 'folder/b.txt']);
    expect(Buffer.from(archive.read('a.txt')).toString()).toBe('alpha '.repeat(100));
    expect(Buffer.from(archive.read('folder/b.txt')).toString()).toBe('beta');
  });

  it('reads an archive that lies inside a larger buffer', () => {
    const padded = Buffer.concat([Buffer.alloc(7), ZIP]);
    expect(Buffer.from(openArchive(padded.subarray(7), 'x.zip').read('folder/b.txt')).toString()).toBe('beta');
  });

  it('gives a long file in pieces, and an empty one as nothing', () => {
    const noise = Uint8Array.from({ length: MIB }, (_, index) => (index * index * 31 + (index >> 5)) & 0xff);
    const archive = openArchive(zipSync({ noise, empty: new Uint8Array(0) }), 'x.zip');
    expect([...archive.pieces('noise')].length).toBeGreaterThan(1);
    expect(Buffer.compare(archive.read('noise'), noise)).toBe(0);
    expect(archive.read('empty').length).toBe(0);
  });

  it('names the nearest file where one is not there', () => {
    expect(refusal(() => openArchive(ZIP, 'x.zip').read('a.tx'))).toBe('E_ARCHIVE_MISSING x.zip');
  });

  it('refuses more entries, larger files and a larger whole than the limits allow', () => {
    expect(refusal(() => openArchive(ZIP, 'x.zip', { ...ARCHIVE_LIMITS, entries: 1 }))).toBe('E_ARCHIVE_ENTRIES x.zip');
    expect(refusal(() => openArchive(ZIP, 'x.zip', { ...ARCHIVE_LIMITS, entry: 599 }))).toBe('E_ARCHIVE_LARGE x.zip:a.txt');
    expect(refusal(() => openArchive(ZIP, 'x.zip', { ...ARCHIVE_LIMITS, total: 603 }))).toBe('E_ARCHIVE_LARGE x.zip');
  });

  it('refuses a file that claims to unpack to more than 200 times its size', () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(8 * MIB) });
    expect(refusal(() => openArchive(bomb, 'b.xlsx'))).toBe('E_ARCHIVE_RATIO b.xlsx:xl/workbook.xml');
  });

  it('stops where a file unpacks to more than it claimed, or to less, or to something else', () => {
    const bomb = zipSync({ bomb: new Uint8Array(8 * MIB), other: strToU8('other') });
    const modest = changed(bomb, 0, (view, at) => view.setUint32(at + 24, 1000, true));
    expect(refusal(() => openArchive(modest, 'b.zip').read('bomb'))).toBe('E_ARCHIVE_DAMAGED b.zip:bomb');
    const longer = changed(ZIP, 0, (view, at) => view.setUint32(at + 24, 601, true));
    expect(refusal(() => openArchive(longer, 'x.zip').read('a.txt'))).toBe('E_ARCHIVE_DAMAGED x.zip:a.txt');
    const other = changed(ZIP, 0, (view, at) => view.setUint32(at + 16, 1, true));
    expect(refusal(() => openArchive(other, 'x.zip').read('a.txt'))).toBe('E_ARCHIVE_DAMAGED x.zip:a.txt');
  });

  it('refuses encrypted files, unknown compression and zip64', () => {
    const encrypted = changed(ZIP, 0, (view, at) => view.setUint16(at + 8, 1, true));
    expect(refusal(() => openArchive(encrypted, 'x.zip'))).toBe('E_ARCHIVE_ENCRYPTED x.zip:a.txt');
    const bzip = changed(ZIP, 0, (view, at) => view.setUint16(at + 10, 12, true));
    expect(refusal(() => openArchive(bzip, 'x.zip'))).toBe('E_ARCHIVE_METHOD x.zip:a.txt');
    const zip64 = changed(ZIP, 0, (view, at) => view.setUint32(at + 24, 0xffffffff, true));
    expect(refusal(() => openArchive(zip64, 'x.zip'))).toBe('E_ARCHIVE_LARGE x.zip:a.txt');
  });

  it.each(['/etc/passwd', '../up', 'a/../../up', 'C:\\windows', 'a\\..\\..\\up', 'nul\0'])('refuses the path %j', (path) => {
    expect(refusal(() => openArchive(zipSync({ [path]: strToU8('x') }), 'x.zip'))).toBe('E_ARCHIVE_PATH x.zip');
  });

  it('refuses a file listed twice, in whatever case', () => {
    expect(refusal(() => openArchive(zipSync({ 'a.xml': strToU8('x'), 'A.xml': strToU8('y') }), 'x.zip'))).toBe('E_ARCHIVE_DUPLICATE x.zip:A.xml');
  });

  it('refuses two entries that share their bytes', () => {
    // The names are of one length, so that the second entry can point at the first file's header.
    const two = zipSync({ 'one.txt': strToU8('one '.repeat(50)), 'two.txt': strToU8('two') });
    const shared = changed(two, 1, (view, at) => {
      view.setUint32(at + 42, 0, true);
      view.setUint8(0 + 30, 't'.charCodeAt(0));
      view.setUint8(0 + 31, 'w'.charCodeAt(0));
      view.setUint8(0 + 32, 'o'.charCodeAt(0));
    });
    const both = changed(shared, 0, (view, at) => {
      for (let byte = 0; byte < 3; byte += 1) view.setUint8(at + 46 + byte, 'Two'.charCodeAt(byte));
    });
    expect(refusal(() => openArchive(both, 'x.zip'))).toMatch(/^E_ARCHIVE_(?:DUPLICATE|DAMAGED|OVERLAP)/);
    const longer = changed(ZIP, 0, (view, at) => view.setUint32(at + 20, view.getUint32(at + 20, true) + 40, true));
    expect(refusal(() => openArchive(longer, 'x.zip'))).toBe('E_ARCHIVE_OVERLAP x.zip:folder/b.txt');
  });

  it('refuses a directory that names what the file itself does not', () => {
    const renamed = changed(ZIP, 0, (view, at) => view.setUint8(at + 46, 'z'.charCodeAt(0)));
    expect(refusal(() => openArchive(renamed, 'x.zip'))).toBe('E_ARCHIVE_DAMAGED x.zip:z.txt');
  });

  it('refuses an archive cut anywhere', () => {
    for (let length = 0; length < ZIP.length; length += 1) {
      expect(refusal(() => openArchive(ZIP.subarray(0, length), 'x.zip'))).toBe('E_ARCHIVE_TRUNCATED x.zip');
    }
  });

  it('never fails in its own words, whatever single byte is changed', () => {
    for (let at = 0; at < ZIP.length; at += 1) {
      for (const flip of [0x01, 0x80, 0xff]) {
        const copy = Uint8Array.from(ZIP);
        copy[at] ^= flip;
        try {
          const archive = openArchive(copy, 'x.zip');
          for (const name of archive.names) archive.read(name);
        } catch (error) {
          if (!(error instanceof StudyError)) throw new Error(`Byte ${at} ^ ${flip}: ${String(error)}`, { cause: error });
        }
      }
    }
  });

  it('refuses bombs of a gigabyte, honest or lying, under 200 MB of memory', async () => {
    const { printed, peak } = await measured({ openArchive: 'src/importers/containers/archive.ts' }, `
      const { zipSync } = require(${JSON.stringify(require.resolve('fflate'))});
      const { constants, deflateRawSync } = require('node:zlib');
      const mebibyte = deflateRawSync(Buffer.alloc(2 ** 20), { finishFlush: constants.Z_SYNC_FLUSH });
      const packed = Buffer.concat([...Array(1024).fill(mebibyte), Buffer.from([3, 0])]);
      const honest = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': packed }, { level: 0 }));
      const at = honest.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
      honest.writeUInt16LE(8, 8);
      honest.writeUInt16LE(8, at + 10);
      honest.writeUInt32LE(2 ** 30, at + 24);
      const lying = Buffer.from(honest);
      lying.writeUInt32LE(2 ** 20, at + 24);
      const tried = [honest, lying].map((bytes) => {
        try { const a = openArchive(bytes, 'b.xlsx'); for (const _ of a.pieces(a.names[0])); return 'read'; } catch (error) { return error.code; }
      });
      process.stdout.write(tried.join(' '));`);
    expect(printed).toBe('E_ARCHIVE_LARGE E_ARCHIVE_DAMAGED');
    expect(peak).toBeLessThan(200e6);
  });
});
