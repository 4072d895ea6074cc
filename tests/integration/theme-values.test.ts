import { describe, expect, it } from 'vitest';
import type { CodedText, Coding } from '../../src/dataset/coded-text.js';
import { themeValues } from '../../src/integration/theme-values.js';
import type { ThemeMeasure } from '../../src/integration/theme-measure.js';
import { wordCount } from '../../src/integration/words.js';
import { codeTree } from '../../src/qualitative/code-tree.js';
import { observedParticipants } from '../../src/qualitative/observed-participants.js';
import { segmentsOf } from '../../src/qualitative/segments.js';

const lines = ['Ann: I send it ahead, always.', 'Bob: No 👍 reply came.', 'Ann: It saved a visit.'];
const text = lines.join('\n');
const starts = lines.map((_, index) => [...lines.slice(0, index).join('\n')].length + (index === 0 ? 0 : 1));
const turn = (index: number, participant: string) => ({ start: starts[index] + 5, end: starts[index] + [...lines[index]].length, speaker: lines[index].slice(0, 3), participant });

function coding(id: string, quote: string, code: string, participant: string, coder = 'x'): Coding {
  const start = Array.from(text.slice(0, text.indexOf(quote))).length;
  return { id, source: 's', start, end: start + [...quote].length, code, coder, quote, participant, memo: null };
}

const coded: CodedText = {
  sources: [{ id: 's', name: 's', text, group: null, turns: [turn(0, 'A'), turn(1, 'B'), turn(2, 'A')] }],
  codes: [
    { id: 'good', name: 'Good', parent: null, description: null, colour: null, isCodable: false },
    { id: 'ahead', name: 'Ahead', parent: 'good', description: null, colour: null, isCodable: true },
    { id: 'saved', name: 'Saved', parent: 'good', description: null, colour: null, isCodable: true },
    { id: 'bad', name: 'Bad', parent: null, description: null, colour: null, isCodable: true },
  ],
  codings: [coding('1', 'send it ahead', 'ahead', 'A'), coding('2', 'it ahead, always', 'ahead', 'A', 'y'), coding('3', 'saved a visit', 'saved', 'A'), coding('4', 'reply came', 'bad', 'B')],
  cases: [], notes: [], coders: ['x', 'y'], convention: '', inputs: [], warnings: [],
};

function values(measure: ThemeMeasure): Record<string, (number | null)[]> {
  const found = themeValues(coded, codeTree(coded.codes), segmentsOf(coded.codings), observedParticipants(coded), ['A', 'B', 'C', null], measure);
  return Object.fromEntries(found.map(({ theme, values: own }) => [theme.code.name, [...own]]));
}

describe('themeValues', () => {
  it('presence: 1 mentioned, 0 heard without, null not observed; a category holds what is under it', () => {
    expect(values('presence')).toEqual({ Good: [1, 0, null, null], Ahead: [1, 0, null, null], Saved: [1, 0, null, null], Bad: [0, 1, null, null] });
  });

  it('count: segments, those of two coders that overlap being one', () => {
    expect(values('count')).toMatchObject({ Good: [2, 0, null, null], Ahead: [1, 0, null, null] });
  });

  it('words: each word of a stretch once, however many coders marked it', () => {
    expect(values('words')).toMatchObject({ Ahead: [4, 0, null, null], Good: [7, 0, null, null], Bad: [0, 2, null, null] });
  });

  it('share: of the words the participant speaks, without the speaker’s label', () => {
    expect(values('share')).toMatchObject({ Ahead: [4 / 9, 0, null, null], Bad: [0, 2 / 3, null, null] });
  });
});

describe('wordCount', () => {
  it.each([['I don’t send e-mail.', 4], ['  ', 0], ['Das heißt: 3 Mal', 4], ['👍 ok', 1], ['नमस्ते दुनिया', 2]])('%j has %i words', (content, count) => {
    expect(wordCount(content)).toBe(count);
  });
});
