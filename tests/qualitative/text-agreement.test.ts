import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedDocuments } from '../../src/qualitative/coded-documents.js';
import { differingRuns } from '../../src/qualitative/disagreements.js';
import { binaryRatings } from '../../src/qualitative/pattern-counts.js';
import { ratingsOf } from '../../src/qualitative/ratings.js';
import type { Ratings } from '../../src/qualitative/ratings.js';
import { countsByDocument, unitCodes } from '../../src/qualitative/text-agreement.js';
import type { UnitChoice } from '../../src/qualitative/text-agreement.js';
import { sentences, turnsOrLines } from '../../src/qualitative/text-units.js';
import { unitizedDisagreement } from '../../src/qualitative/unitized-alpha.js';
import { codedText } from './coded.js';
import type { SmallCoding } from './coded.js';

const CODERS = ['anna', 'ben', 'cleo'];
const LENGTH = 40;
const TEXT = 'One two. Three 👍 four!\nFive six seven? 8 9.';

/** Any marks of three coders with three codes, overlapping or not, in one text. */
const anyMarks = fc.array(fc.record({
  source: fc.constant('t'), code: fc.constantFrom('x', 'y', 'z'), coder: fc.constantFrom(...CODERS),
  start: fc.integer({ min: 0, max: LENGTH - 1 }), length: fc.integer({ min: 1, max: 12 }),
}).map(({ length, ...mark }): SmallCoding => ({ ...mark, end: Math.min(LENGTH, mark.start + length) })), { maxLength: 25 });

const CHARACTERS: UnitChoice = { unit: 'character', overlap: null, excludeUncoded: false };

function counted(marks: readonly SmallCoding[], choice: UnitChoice): Map<string, Ratings> {
  const documents = codedDocuments(codedText({ t: TEXT }, marks), CODERS, () => true, true);
  const [counts] = countsByDocument(documents, ['x', 'y', 'z'], choice);
  return new Map(Array.from(counts, ([code, one]) => [code, binaryRatings(one, 3)]));
}

const has = (marks: readonly SmallCoding[], coder: string, code: string, at: number): boolean =>
  marks.some((mark) => mark.coder === coder && mark.code === code && mark.start <= at && at < mark.end);

const sorted = ({ patterns }: Ratings): string[] => patterns.map(({ ratings, count }) => `${ratings.join()}: ${count}`).sort();

describe('characters', () => {
  it('counted by sweeping the marks are those counted one by one, coded or not', () => {
    fc.assert(fc.property(anyMarks, fc.boolean(), (marks, excludeUncoded) => {
      const found = counted(marks, { ...CHARACTERS, excludeUncoded });
      const characters = Array.from({ length: [...TEXT].length }, (_, at) => at)
        .filter((at) => !excludeUncoded || CODERS.some((coder) => ['x', 'y', 'z'].some((code) => has(marks, coder, code, at))));
      for (const code of ['x', 'y', 'z']) {
        const rows = characters.map((at) => CODERS.map((coder) => Number(has(marks, coder, code, at))));
        expect(sorted(found.get(code)!)).toEqual(sorted(ratingsOf(rows, [0, 1])));
      }
    }));
  });

  it('count code points: an emoji is one', () => {
    const [{ count }] = counted([], CHARACTERS).get('x')!.patterns;
    expect(count).toBe([...TEXT].length);
    expect(count).toBeLessThan(TEXT.length);
  });

  it('on which coders differ are exactly those in the list of disagreements, each once', () => {
    fc.assert(fc.property(anyMarks, (marks) => {
      const [document] = codedDocuments(codedText({ t: TEXT }, marks), CODERS, () => true, true);
      const runs = differingRuns(document);
      for (let at = 0; at < LENGTH; at++) {
        const codes = CODERS.map((coder) => ['x', 'y', 'z'].filter((code) => has(marks, coder, code, at)));
        const differ = codes.some((one) => one.join() !== codes[0].join());
        const here = runs.filter(({ start, end }) => start <= at && at < end);
        expect(here.map((run) => run.codes.map((one) => [...(one ?? [])].sort()))).toEqual(differ ? [codes] : []);
      }
    }));
  });
});

describe('documents', () => {
  it('in which a coder marked nothing are not coded by that coder, unless asked to count', () => {
    const marks: SmallCoding[] = [
      { source: 'a', start: 0, end: 2, code: 'x' }, { source: 'a', start: 0, end: 2, code: 'x', coder: 'ben' }, { source: 'b', start: 0, end: 2, code: 'x' },
    ];
    const of = (countSilent: boolean) => codedDocuments(codedText({ a: 'text', b: 'text' }, marks), ['anna', 'ben'], () => true, countSilent)
      .map(({ source, coded }) => [source.name, coded]);
    expect(of(false)).toEqual([['a', [true, true]]]);
    expect(of(true)).toEqual([['a', [true, true]], ['b', [true, true]]]);
  });
  it('coded with codes that are not compared are still coded', () => {
    const marks: SmallCoding[] = [{ source: 'a', start: 0, end: 2, code: 'x' }, { source: 'a', start: 0, end: 2, code: 'y', coder: 'ben' }];
    expect(codedDocuments(codedText({ a: 'text' }, marks), ['anna', 'ben'], (code) => code === 'x', false)).toHaveLength(1);
  });
});

describe('sentences, turns and segments', () => {
  it('sentences end by the Unicode rules and at line breaks, without the blanks around them', () => {
    const found = sentences(TEXT).map(({ start, end }) => [...TEXT].slice(start, end).join(''));
    expect(found).toEqual(['One two.', 'Three 👍 four!', 'Five six seven?', '8 9.']);
  });
  it('turns are those of the text, or its lines where it names no speakers', () => {
    const { sources: [spoken] } = codedText({ t: 'M: Hm?\nP1: Yes.\n' }, []);
    expect(turnsOrLines(spoken)).toEqual([{ start: 3, end: 6 }, { start: 11, end: 15 }]);
    const { sources: [plain] } = codedText({ t: ' Hm?\n\nYes.\n' }, []);
    expect(turnsOrLines(plain)).toEqual([{ start: 1, end: 4 }, { start: 6, end: 10 }]);
  });

  const mark = (start: number, end: number, coder: string, code = 'x'): SmallCoding => ({ source: 't', start, end, coder, code });
  const patterns = (marks: readonly SmallCoding[], choice: Partial<UnitChoice>): string[] => {
    const documents = codedDocuments(codedText({ t: TEXT }, marks), ['anna', 'ben'], () => true, true);
    return sorted(binaryRatings(countsByDocument(documents, ['x'], { ...CHARACTERS, ...choice })[0].get('x')!, 2));
  };
  it('a sentence has a code where any of it is marked, or the share that is asked for', () => {
    const marks = [mark(0, 8, 'anna'), mark(4, 8, 'ben')];
    expect(patterns(marks, { unit: 'sentence' })).toEqual(['0,0: 3', '1,1: 1']);
    expect(patterns(marks, { unit: 'sentence', overlap: 0.5 })).toEqual(['0,0: 3', '1,1: 1']);
    expect(patterns(marks, { unit: 'sentence', overlap: 0.51 })).toEqual(['0,0: 3', '1,0: 1']);
    expect(patterns(marks, { unit: 'sentence', excludeUncoded: true })).toEqual(['1,1: 1']);
  });
  it('two segments are one where they share enough of the longer', () => {
    const marks = [mark(0, 10, 'anna'), mark(1, 10, 'ben'), mark(20, 30, 'anna'), mark(25, 30, 'ben')];
    expect(patterns(marks, { unit: 'segment' })).toEqual(['0,1: 1', '1,0: 1', '1,1: 1']);
    expect(patterns(marks, { unit: 'segment', overlap: 0.5 })).toEqual(['1,1: 2']);
    expect(patterns(marks, { unit: 'segment', overlap: 0.91 })).toEqual(['0,1: 2', '1,0: 2']);
  });
  it('a document whose text is not known reaches as far as it is marked', () => {
    const coded = codedText({ t: '' }, [mark(0, 9, 'anna')], { sources: [{ text: null }] });
    const [document] = codedDocuments(coded, ['anna', 'ben'], () => true, true);
    expect(document.length).toBeNull();
    expect(unitCodes(document, { ...CHARACTERS, unit: 'document' }).units).toEqual([{ start: 0, end: 9 }]);
  });
  it('a document has a code where any of it is marked', () => {
    expect(patterns([mark(0, 1, 'anna')], { unit: 'document' })).toEqual(['1,0: 1']);
  });
});

describe('u-α', () => {
  it('of identical stretches has no observed disagreement, and does not depend on the order of the coders', () => {
    const stretches = fc.array(fc.integer({ min: 0, max: 19 }), { maxLength: 8 }).map((starts) =>
      [...new Set(starts)].sort((a, b) => a - b).map((start) => ({ start: start * 5, end: start * 5 + 1 + (start % 4) })));
    fc.assert(fc.property(stretches, stretches, (first, second) => {
      const of = (...coders: typeof first[]) => unitizedDisagreement([{ length: 100, coders }]);
      expect(of(first, first).observed).toBe(0);
      expect(of(first, second)).toEqual({ observed: of(second, first).observed, expected: expect.closeTo(of(second, first).expected, 12) });
    }));
  });
  it('observed is the squared difference of every section with those it meets, by brute force over sections', () => {
    const stretches = fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 6 }).map((cuts) => {
      const ends = [...new Set(cuts)].sort((a, b) => a - b);
      return ends.flatMap((start, place) => (place % 2 === 0 && ends[place + 1] !== undefined ? [{ start, end: ends[place + 1] }] : []));
    });
    const sections = (marked: readonly { start: number; end: number }[]) => {
      const cuts = [0, ...marked.flatMap(({ start, end }) => [start, end]), 30];
      return cuts.slice(1).map((end, place) => ({ start: cuts[place], end, unit: place % 2 === 1 })).filter(({ start, end }) => end > start);
    };
    fc.assert(fc.property(stretches, stretches, (first, second) => {
      let sum = 0;
      for (const a of sections(first)) {
        for (const b of sections(second)) {
          if (a.unit && b.unit && a.start < b.end && b.start < a.end) sum += (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
          else if (a.unit && !b.unit && b.start <= a.start && a.end <= b.end) sum += (a.end - a.start) ** 2;
          else if (b.unit && !a.unit && a.start <= b.start && b.end <= a.end) sum += (b.end - b.start) ** 2;
        }
      }
      expect(unitizedDisagreement([{ length: 30, coders: [first, second] }]).observed).toBeCloseTo(sum / 900, 12);
    }));
  });
});
