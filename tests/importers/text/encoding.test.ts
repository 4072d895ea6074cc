import fc from 'fast-check';
import { isUtf8 } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { encodingName } from '../../../src/importers/text/encoding.js';
import { firstInvalidUtf8 } from '../../../src/importers/text/utf8.js';
import { decodeWindows1252 } from '../../../src/importers/text/windows-1252.js';
import { failure, readText, valuesOf, warning, warningCodes } from '../reading.js';

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const SURVEY = 'id,town\n1,Zürich\n2,Köln 😎\n';

describe('encodings', () => {
  it.each([
    ['UTF-8', bytes(SURVEY), 'utf-8', 'every byte is valid UTF-8'],
    ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], SURVEY), 'utf-8', 'a byte order mark says so'],
    ['UTF-16LE with its mark', bytes([0xff, 0xfe], [...Buffer.from(SURVEY, 'utf16le')]), 'utf-16le',
      'a byte order mark says so'],
    ['UTF-16BE with its mark', bytes([0xfe, 0xff], [...Buffer.from(SURVEY, 'utf16le').swap16()]), 'utf-16be',
      'a byte order mark says so'],
  ])('%s is recognised, and its mark is no part of the first name', async (_, content, value, why) => {
    const dataset = await readText(content);
    expect(dataset.reading.encoding).toEqual({ value, why });
    expect(dataset.columns[0].name).toBe('id');
    expect(valuesOf(dataset, 'town')).toEqual(['Zürich', 'Köln 😎']);
    expect(dataset.warnings).toEqual([]);
  });

  it('UTF-16 without a mark is named, and read when asked for', async () => {
    const content = Buffer.from(SURVEY, 'utf16le');
    expect(await failure(readText(content))).toMatchObject({ code: 'E_ENCODING_UTF16',
      hint: 'Type --encoding utf-16le.' });
    expect(await failure(readText(Buffer.from(content).swap16()))).toMatchObject({ hint: 'Type --encoding utf-16be.' });
    expect(valuesOf(await readText(content, { encoding: 'UTF-16LE' }), 'town')).toEqual(['Zürich', 'Köln 😎']);
  });

  it('bytes that are not UTF-8 give windows-1252, and a warning with the place of the first', async () => {
    const dataset = await readText(bytes('id,note\n1,', [0x93, 0x80, 0x94], '\n2,caf', [0xe9], '\n'));
    expect(valuesOf(dataset, 'note')).toEqual(['“€”', 'café']);
    expect(warning(dataset, 'W_ENCODING')).toEqual({
      code: 'W_ENCODING',
      message: 'Not valid UTF-8: byte 0x93 at offset 10; the file is read as windows-1252. ' +
        'If letters look wrong, type another: --encoding macintosh.',
      where: '<stdin>:2',
    });
  });

  it('UTF-8 before the invalid byte is mentioned, because then the file may be damaged', async () => {
    const dataset = await readText(bytes('id,note\n1,é\n2,', [0xff], '\n'));
    expect(warning(dataset, 'W_ENCODING').message).toContain('Before it stands valid UTF-8 (1 letter beyond ASCII)');
  });

  it('an encoding that was asked for is taken, by any of its labels', async () => {
    const dataset = await readText(bytes('id,note\n1,', [0xa4, 0xd0], '\n'), { encoding: 'ISO-8859-15' });
    expect(dataset.reading.encoding).toEqual({ value: 'iso-8859-15', why: 'asked for' });
    expect(valuesOf(dataset, 'note')).toEqual(['€Ð']);
    expect(valuesOf(await readText(bytes('id,note\n1,', [0x80], '\n'), { encoding: 'latin1' }), 'note')).toEqual(['€']);
    expect(warningCodes(dataset)).toEqual([]);
  });

  it('an encoding that was asked for and does not fit is an error, never a replacement character', async () => {
    expect(await failure(readText(bytes('id\n', [0xe9, 0x0a]), { encoding: 'utf-8' }))).toMatchObject({
      code: 'E_ENCODING_INVALID', message: 'Expected UTF-8 (asked for), found byte 0xE9 at offset 3.',
        where: '<stdin>:2',
    });
    expect(await failure(readText(bytes('id\n', [0x82, 0x0a]), { encoding: 'shift_jis' })))
      .toMatchObject({ code: 'E_ENCODING_INVALID' });
    expect(await failure(readText(bytes([0xff, 0xfe], 'a')))).toMatchObject({ code: 'E_ENCODING_INVALID' });
    expect(await failure(readText(bytes([0xef, 0xbb, 0xbf], 'id\n', [0xe9, 0x0a]))))
      .toMatchObject({ code: 'E_ENCODING_INVALID' });
  });

  it('a mark that contradicts what was asked for is an error', async () => {
    expect(await failure(readText(bytes([0xef, 0xbb, 0xbf], SURVEY), { encoding: 'windows-1252' }))).toMatchObject({
      code: 'E_ENCODING_MARK', message: 'The byte order mark says utf-8, so the file is not windows-1252.',
    });
    expect(await failure(readText(bytes([0xff, 0xfe, 0, 0], 'a')))).toMatchObject({ code: 'E_ENCODING_UTF32' });
  });

  it('an unknown name is answered with the nearest', () => {
    expect(() => encodingName('utf8x')).toThrow(expect.objectContaining({ code: 'E_ENCODING_UNKNOWN',
      hint: 'Nearest: --encoding utf-8.' }));
    expect(() => encodingName('win-1252'))
      .toThrow(expect.objectContaining({ hint: 'Nearest: --encoding windows-1252.' }));
    expect(encodingName(' CP1252 ')).toBe('windows-1252');
  });

  it('U+FFFD that the file itself holds is warned of', async () => {
    const dataset = await readText('id,town\n1,Bern\n2,Z\uFFFDrich\n3,Z\uFFFDrich\n');
    expect(warning(dataset, 'W_REPLACEMENT_CHARACTER')).toMatchObject({ where: '<stdin>:3:town',
      message: expect.stringMatching(/^2 cells/) });
  });
});

describe('firstInvalidUtf8', () => {
  it('agrees with node on any bytes, in any pieces, and points at the first byte that cannot be read', () => {
    const byte = fc.oneof(fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xc3, 0xe0, 0xa0, 0xed, 0xf0, 0x90, 0xf4, 0xff),
      fc.integer({ min: 0, max: 255 }));
    const characters = fc.string({ unit: fc.constantFrom('a', 'é', '€', '😎') }).map((text) => Buffer.from(text));
    const piece = fc.oneof(characters, fc.array(byte, { maxLength: 3 }).map((part) => Buffer.from(part)));
    fc.assert(fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      const whole = Buffer.concat(pieces);
      const found = firstInvalidUtf8(pieces);
      expect(found === null).toBe(isUtf8(whole));
      if (found !== null) {
        expect(isUtf8(whole.subarray(0, found.offset))).toBe(true);
        expect(whole[found.offset]).toBe(found.byte);
      }
    }));
  });

  it.each([
    ['an overlong slash', [0xc0, 0xaf]], ['a surrogate', [0xed, 0xa0, 0x80]],
      ['a value above U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['a lone continuation', [0x80]], ['a cut character', [0xf0, 0x9f, 0x98]],
  ])('refuses %s', (_, sequence) => {
    expect(firstInvalidUtf8([Buffer.from([0x61, ...sequence])])).toMatchObject({ offset: 1, byte: sequence[0] });
  });
});

describe('decodeWindows1252', () => {
  // The WHATWG index: https://encoding.spec.whatwg.org/index-windows-1252.txt
  it('maps the bytes that Latin-1 leaves to controls', () => {
    expect(decodeWindows1252(Uint8Array.of(0x80, 0x81, 0x82, 0x85, 0x8a, 0x8c, 0x8e, 0x91, 0x99, 0x9f, 0xa0, 0xe6,
      0xff)))
      .toBe('€\x81‚…ŠŒŽ‘™Ÿ\u00a0æÿ');
  });
});
