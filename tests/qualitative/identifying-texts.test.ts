import { describe, expect, it } from 'vitest';
import { smallWords, identifyingTexts } from '../../src/qualitative/identifying-texts.js';

function listed(text: string): string[] {
  return identifyingTexts(text, smallWords(text)).map((one) => `${one.kind} ${one.text}`);
}

describe('what looks like a name, a date or a number', () => {
  it('a word written large within a sentence, with the words that go with it', () => {
    expect(listed('We went to Maple Street with Anna’s aunt and the University of Sheffield.')).toEqual(['name Maple Street', 'name Anna', 'name University of Sheffield']);
  });

  it('a word at the start of a sentence only where it is nowhere written small, and is no usual start', () => {
    expect(listed('Rose went. The rest saw Rose. Bill came with the bill.')).toEqual(['name Rose', 'name Rose']);
  });

  it('a title with what follows, even at the start', () => {
    expect(listed('Dr. Okafor knows. Nurse Teresa too.')).toEqual(['name Dr. Okafor', 'name Nurse Teresa']);
  });

  it('not I, days of the week or a stretch that was replaced', () => {
    expect(listed('On Friday I saw \uFFFC\uFFFC\uFFFC and I left.')).toEqual([]);
  });

  it.each([
    ['on 3 April 2004', 'date 3 April 2004'], ['on April 3rd', 'date April 3rd'], ['since May 2010', 'date May 2010'], ['on 12/04/2011', 'date 12/04/2011'],
    ['on 2011-04-12', 'date 2011-04-12'], ['in 1987', 'date 1987'], ['at 57 years', 'number 57'], ['HbA1c of 7.4', 'number 7.4'],
    ['mail a.b@example.org now', 'contact a.b@example.org'], ['see www.example.org', 'contact www.example.org'], ['call 615-555-0142', 'contact 615-555-0142'], ['call +44 20 7946 0000', 'contact +44 20 7946 0000'],
    ['record MRN0042', 'number MRN0042'],
  ])('%s', (text, found) => {
    expect(listed(text)).toContain(found);
  });
});
