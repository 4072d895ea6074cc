import { describe, expect, it } from 'vitest';
import { changedQuote, findQuote, quotedPaper } from '../../src/claims/find-quote.js';
import { paperPieces, paperPlace } from '../../src/claims/paper-pieces.js';
import { textBlocks } from '../../src/importers/documents/text-blocks.js';

const TEXT = [
  '# Results', '', 'The mean age was *57.1* years. Use of messages to manage an', 'appointment (ρ = −0.29, p = .04) and “being', 'heard” mattered; the ﬁrst 0·5 of it.', '',
  '| Item | n (%) |', '|---|---|', '| Labs | 41 (76%) |', '',
].join('\n');
const paper = quotedPaper(paperPieces(textBlocks(TEXT, true)));

function place(quote: string): string | null {
  const found = findQuote(paper, quote);
  return found === null ? null : paperPlace('m.md', paper.pieces[found.first.piece].placed, found.first.offset);
}

describe('a quote', () => {
  it.each([
    ['mean age was 57.1 years', 'm.md:3:5'], ['(ρ=-0.29, p=.04)', 'm.md:4:13'], ['manage an appointment', 'm.md:3:51'], ["'being heard'", null], ['"being heard"', 'm.md:4:38'],
    ['the first 0.5 of it', 'm.md:5:18'], ['41 (76 %)', 'm.md:9:10'],
  ])('%s stands at %s, whatever its spaces, dashes, quotation marks and markup', (quote, expected) => {
    expect(place(quote)).toBe(expected);
  });
  it('with another number, letter or case does not occur', () => {
    expect(['mean age was 57.2 years', 'Mean age was 57.1', '', '   '].map(place)).toEqual([null, null, null, null]);
  });
  it('whose numbers changed is found by its words, with what it says now', () => {
    expect(changedQuote(paper, 'mean age was 58 years')?.text).toBe('mean age was 57.1 years');
    expect(changedQuote(paper, 'an appointment (ρ=-0.3, p=0.040)')?.text).toBe('an appointment (ρ = −0.29, p = .04)');
    expect(changedQuote(paper, '42 (78%)')).toBeNull();
  });
});
