import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseQuotes } from '../../src/qualitative/choose-quotes.js';
import { codesInTurns, overlappingCodes } from '../../src/qualitative/co-occurrence.js';
import { codeTree } from '../../src/qualitative/code-tree.js';
import { observedParticipants } from '../../src/qualitative/observed-participants.js';
import { segmentsOf } from '../../src/qualitative/segments.js';
import { code, codedText } from './coded.js';
import type { SmallCoding } from './coded.js';

const segmentsFrom = (marks: readonly SmallCoding[], texts: Record<string, string> = { t: 'x'.repeat(60) }) => segmentsOf(codedText(texts, marks).codings);
const mark = (start: number, end: number, coder = 'anna', name = 'x', participant: string | null = null): SmallCoding => ({ source: 't', start, end, code: name, coder, participant });

describe('segmentsOf', () => {
  it('counts each mark of one coder, also where two overlap', () => {
    expect(segmentsFrom([mark(0, 10), mark(5, 15), mark(0, 10)])).toHaveLength(3);
  });
  it('counts overlapping marks of several coders once, and marks that only touch twice', () => {
    expect(segmentsFrom([mark(0, 10), mark(5, 15, 'ben'), mark(8, 20, 'cleo')])).toMatchObject([{ start: 0, end: 20 }]);
    expect(segmentsFrom([mark(0, 10), mark(10, 15, 'ben')])).toHaveLength(2);
  });
  it('belongs to everybody whom one of its marks belongs to', () => {
    const [{ participants }] = segmentsFrom([mark(0, 10, 'anna', 'x', 'P1'), mark(5, 15, 'ben', 'x', 'P2')]);
    expect([...participants]).toEqual(['P1', 'P2']);
  });
  it('of one coder are as many as the marks', () => {
    const marks = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 10 })).map(([start, length]) => mark(start, start + length)));
    fc.assert(fc.property(marks, (those) => { expect(segmentsFrom(those)).toHaveLength(those.length); }));
  });
});

describe('observedParticipants', () => {
  it('are those who speak or are coded; a case of the survey alone is not observed, nor is a group with known speakers', () => {
    const one = (name: string, sources: readonly string[]) => ({ id: name, name, attributes: new Map(), sources });
    const coded = codedText({ FG1: 'M: Hm?\nP1: Yes.\nP2: No.', I3: 'Only text' }, [{ source: 'FG1', start: 0, end: 2, code: 'x', participant: 'P9' }], {
      cases: [one('P1', ['FG1']), one('P7', []), one('FG1', ['FG1']), one('P3', ['I3'])],
    });
    expect([...observedParticipants(coded).keys()].sort()).toEqual(['P1', 'P2', 'P3', 'P9']);
  });
});

describe('codeTree', () => {
  it('lists each code above what is under it and gathers all of it, in the order of the codebook', () => {
    const tree = codeTree([code('b'), code('b2', 'b'), code('a'), code('a1', 'a'), code('b21', 'b2'), code('orphan', 'gone')]);
    expect(tree.map(({ code: { id }, depth, within }) => [id, depth, [...within].join(' ')])).toEqual([
      ['b', 0, 'b b2 b21'], ['b2', 1, 'b2 b21'], ['b21', 2, 'b21'], ['a', 0, 'a a1'], ['a1', 1, 'a1'], ['orphan', 0, 'orphan'],
    ]);
  });
  it('reads a tree 3,000 deep', () => {
    const deep = Array.from({ length: 3000 }, (_, depth) => code(String(depth), depth === 0 ? null : String(depth - 1)));
    expect(codeTree(deep).at(-1)).toMatchObject({ depth: 2999 });
  });
});

describe('co-occurrence', () => {
  it('is every pair of segments of two codes that share a character, with the share of characters they share', () => {
    const marks = [mark(0, 10), mark(5, 20, 'anna', 'y'), mark(8, 9, 'anna', 'y'), mark(20, 30, 'anna', 'z')];
    expect(overlappingCodes(segmentsFrom(marks))).toEqual([{ codes: ['x', 'y'], count: 2, jaccard: 5 / 20 }]);
  });
  it('by overlap is what comparing every segment with every other gives', () => {
    const marks = fc.array(fc.record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 15 }), name: fc.constantFrom('x', 'y', 'z') })
      .map(({ start, length, name }) => mark(start, start + length, 'anna', name)), { maxLength: 12 });
    fc.assert(fc.property(marks, (those) => {
      const pairs = those.flatMap((a, i) => those.slice(i + 1).filter((b) => a.code !== b.code && a.start < b.end && b.start < a.end)
        .map((b) => [a.code, b.code].sort().join(' ')));
      const found = overlappingCodes(segmentsFrom(those));
      expect(Object.fromEntries(found.map(({ codes, count }) => [codes.join(' '), count])))
        .toEqual(Object.fromEntries([...new Set(pairs)].map((pair) => [pair, pairs.filter((one) => one === pair).length])));
      for (const { codes: [first, second], jaccard } of found) {
        const has = (name: string, at: number) => those.some(({ code: own, start, end }) => own === name && start <= at && at < end);
        const at = Array.from({ length: 60 }, (_, place) => place);
        const both = at.filter((place) => has(first, place) && has(second, place)).length;
        expect(jaccard).toBeCloseTo(both / at.filter((place) => has(first, place) || has(second, place)).length, 12);
      }
    }));
  });
  it('in turns counts each turn once, however often a code is in it', () => {
    const text = 'P1: aaaa bbbb\nP2: cccc dddd';
    const coded = codedText({ t: text }, [mark(4, 6), mark(7, 8), mark(9, 13, 'anna', 'y'), mark(18, 20), mark(23, 25, 'anna', 'z')]);
    const sources = new Map(coded.sources.map((source) => [source.id, source]));
    expect(codesInTurns(segmentsOf(coded.codings), sources)).toEqual([
      { codes: ['x', 'y'], count: 1, jaccard: 1 / 2 }, { codes: ['x', 'z'], count: 1, jaccard: 1 / 2 },
    ]);
  });
});

describe('chooseQuotes', () => {
  const texts = { FG1: 'aaaaa bbbbbbbbbb cccccccccc', FG2: 'ddddddddddddddd eeeeeeeeee' };
  const coded = codedText(texts, [
    { source: 'FG1', start: 0, end: 5, code: 'x', participant: 'P1' },
    { source: 'FG1', start: 6, end: 16, code: 'x', participant: 'P1' },
    { source: 'FG1', start: 17, end: 27, code: 'x', participant: 'P2' },
    { source: 'FG2', start: 0, end: 15, code: 'x', participant: 'P3' },
    { source: 'FG2', start: 16, end: 26, code: 'x', participant: 'P1' },
  ], { sources: [{ group: 'FG1' }, { group: 'FG2' }] });
  const sources = new Map(coded.sources.map((source) => [source.id, source]));
  const quotes = (count: number) => chooseQuotes(segmentsOf(coded.codings), sources, count).map(({ coding }) => coding.quote?.[0]);

  it('takes the one nearest the median first, then another participant of another group, then whoever is left', () => {
    expect(quotes(2)).toEqual(['b', 'd']);
    expect(quotes(3)).toEqual(['b', 'd', 'c']);
    expect(quotes(9)).toHaveLength(5);
  });
});
