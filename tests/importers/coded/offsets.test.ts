import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StudyError } from '../../../src/errors.js';
import { fitOffsets } from '../../../src/importers/coded/fit-offsets.js';
import type { Claim } from '../../../src/importers/coded/claim.js';
import { STANDARD, boundaries, conventionInWords } from '../../../src/importers/coded/offset-convention.js';
import { storedText } from '../../../src/importers/coded/stored-text.js';

const TEXT = 'Ja 👍\nune\u0301 ça\nZoë 👩‍⚕️ says\nI write the nurse';
const quotes = ['👍', 'une\u0301 ça\nZoë', '👩‍⚕️ says', 'write the nurse'];

/** Claims as a program counts them that holds the text as `held` and measures with `length`. */
function counted(held: string, length: (text: string) => number, lineBreak = '\n'): Claim[] {
  return quotes.map((quote) => {
    const written = quote.replaceAll('\n', lineBreak);
    const at = held.indexOf(written);
    return { start: length(held.slice(0, at)), end: length(held.slice(0, at + written.length)), quote, kind: 'quote' };
  });
}

const points = (text: string): number => [...text].length;
const units = (text: string): number => text.length;
const bytes = (text: string): number => Buffer.byteLength(text);
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

function quotesOf(stored: string, claims: Claim[]): string[] {
  const text = storedText(stored);
  const fit = fitOffsets('FG1', text, claims, 'standard', null);
  expect(fit.verified).toBe(claims.length);
  return fit.places.map(({ start, end }) => [...text.text].slice(start, end).join(''));
}

describe('offsets are read so that every quote stands where it was marked', () => {
  it.each([
    ['code points, as REFI-QDA has it', TEXT, counted(TEXT, points)],
    ['code points where the file has CRLF and a line break counts 1 (ATLAS.ti)', crlf(TEXT), counted(TEXT, points)],
    ['code points where the file has CRLF and a line break counts 2 (NVivo)', crlf(TEXT), counted(crlf(TEXT), points, '\r\n')],
    ['code points where the file has LF and a line break counted 2 when it was coded', TEXT, counted(crlf(TEXT), points, '\r\n')],
    ['code points after a mark of byte order that does not count (QualCoder)', `\uFEFF${TEXT}`, counted(TEXT, points)],
    ['code points after a mark of byte order that counts', `\uFEFF${TEXT}`, counted(`\uFEFF${TEXT}`, points)],
    ['UTF-16 units', TEXT, counted(TEXT, units)],
    ['UTF-16 units, CRLF counts 2, the mark counts', `\uFEFF${crlf(TEXT)}`, counted(`\uFEFF${crlf(TEXT)}`, units, '\r\n')],
    ['UTF-8 bytes (Taguette)', TEXT, counted(TEXT, bytes)],
    ['UTF-8 bytes of CRLF', crlf(TEXT), counted(crlf(TEXT), bytes, '\r\n')],
  ])('%s', (_, stored, claims) => {
    expect(quotesOf(stored, claims)).toEqual(quotes);
  });

  it('a text with both CRLF and LF, counted as it is stored', () => {
    const stored = TEXT.replace('\n', '\r\n');
    expect(quotesOf(stored, counted(stored, points, '\n'))).toEqual(quotes);
  });

  it('sheets may count from 1 with the end included', () => {
    const claims = counted(TEXT, points).map((claim) => ({ ...claim, start: claim.start + 1 }));
    const fit = fitOffsets('FG1', storedText(TEXT), claims, 'any', null);
    expect(conventionInWords(fit.convention)).toBe('code points from 1, a line break counts 1, end included');
    expect(fit.places).toEqual(counted(TEXT, points).map(({ start, end }) => ({ start, end })));
  });

  it('names that are cut short still tell where a selection starts', () => {
    const claims = counted(crlf(TEXT), points, '\r\n').map((claim): Claim => ({ ...claim, kind: 'name', quote: `${(claim.quote ?? '').slice(0, 9)}…` }));
    expect(fitOffsets('FG1', storedText(crlf(TEXT)), claims, 'standard', null).convention.lineBreak).toBe('two');
  });

  it('names that stand nowhere in the text are labels, and the standard holds', () => {
    const fit = fitOffsets('FG1', storedText(TEXT), [{ start: 3, end: 4, quote: 'Quote 1', kind: 'name' }], 'standard', null);
    expect(fit).toMatchObject({ convention: STANDARD, verified: 0 });
  });

  it('a label among quotes that stands in the text by chance refutes nothing, nor does a long one that stands nowhere', () => {
    const named = counted(TEXT, points).map((claim): Claim => ({ ...claim, kind: 'name' }));
    const labels: Claim[] = [{ start: 0, end: 2, quote: 'nurse', kind: 'name' }, { start: 0, end: 2, quote: 'what she thinks of the doctor', kind: 'name' }];
    expect(fitOffsets('FG1', storedText(TEXT), [...named, ...labels], 'standard', null).convention).toEqual(STANDARD);
  });

  it('long names of which most stand nowhere tell that this is another text', () => {
    const claims: Claim[] = [0, 1].map((start) => ({ start, end: 5, quote: 'words that nobody in here said', kind: 'name' }));
    expect(() => fitOffsets('FG1', storedText(TEXT), claims, 'standard', null)).toThrow(expect.objectContaining({ code: 'E_OFFSETS' }));
  });

  it('names of the form line:7 tell the line, counted from 0 or 1', () => {
    const text = storedText('a\nb\nc\nd');
    expect(fitOffsets('FG1', text, [{ start: 4, end: 5, quote: 'line:3', kind: 'name' }], 'standard', null)).toMatchObject({ convention: STANDARD, verified: 1 });
    expect(() => fitOffsets('FG1', text, [{ start: 4, end: 5, quote: 'line:4', kind: 'name' }], 'standard', null)).toThrow(StudyError);
  });
});

describe('offsets that fit no way of counting are refused', () => {
  const wrong = counted(TEXT, points).map((claim, index) => (index === 1 ? { ...claim, start: claim.start + 1 } : claim));

  it('naming the document, the nearest way, how many fit, and the first that does not', () => {
    expect(() => fitOffsets('FG1.txt', storedText(TEXT), wrong, 'standard', null)).toThrow(expect.objectContaining({
      code: 'E_OFFSETS', where: 'FG1.txt', message: expect.stringMatching(/code points from 0.*3 of 4 quotes.*6 to 16 does not/),
    }));
  });

  it('but taken where the user says how they count', () => {
    expect(fitOffsets('FG1.txt', storedText(TEXT), wrong, 'standard', STANDARD).places[1]).toEqual({ start: 6, end: 16 });
  });

  it('at the line of the file where it is known', () => {
    const placed = wrong.map((claim, index) => ({ ...claim, where: `codings.csv:${index + 2}` }));
    expect(() => fitOffsets('FG1.txt', storedText(TEXT), placed, 'standard', null)).toThrow('the one at 6 to 16 (codings.csv:3) does not');
    const beyond = { start: 2, end: 9, quote: null, kind: 'quote', where: 'codings.csv:2' } as const;
    expect(() => fitOffsets('FG1.txt', storedText('abc'), [beyond], 'standard', null)).toThrow('at 2 to 9 (codings.csv:2), and the text ends at 3');
  });

  it('where a segment ends before it starts, as that', () => {
    expect(() => fitOffsets('FG1.txt', storedText('abcdef'), [{ start: 4, end: 2, quote: null, kind: 'quote' }], 'standard', null))
      .toThrow('A segment ends before it starts: it lies at 4 to 2.');
  });

  it('beyond the end of the text even then', () => {
    expect(() => fitOffsets('FG1.txt', storedText('abc'), [{ start: 0, end: 4, quote: null, kind: 'quote' }], 'standard', STANDARD))
      .toThrow(expect.objectContaining({ code: 'E_OFFSETS_OUTSIDE', message: expect.stringContaining('the text ends at 3') }));
  });
});

describe('boundaries', () => {
  it('are where each code point starts, for any text and convention', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', 'é', 'e\u0301', '👍'), maxLength: 20 });
    fc.assert(fc.property(text, fc.constantFrom('code points', 'UTF-16 units', 'UTF-8 bytes'), (stored, unit) => {
      const whole = storedText(stored);
      const length = unit === 'code points' ? points : unit === 'UTF-16 units' ? units : bytes;
      const one = boundaries(whole, { ...STANDARD, unit });
      expect([...one]).toEqual([...whole.text, ''].map((_, index) => length([...whole.text].slice(0, index).join(''))));
      const two = boundaries(whole, { ...STANDARD, unit, lineBreak: 'two' });
      expect(two.at(-1)).toBe(length(whole.text.replaceAll('\n', '\r\n')));
      expect(boundaries(whole, { ...STANDARD, unit, lineBreak: 'stored' }).at(-1)).toBe(length(stored));
    }));
  });
});
