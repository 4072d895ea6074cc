import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editPlaced, joinPlaced, placeIn, slicePlaced, trimPlaced } from '../../src/dataset/document.js';
import type { PlacedText } from '../../src/dataset/document.js';

/** Lines as a text file has them: each anchored at its own line. */
function lines(text: string): PlacedText {
  return joinPlaced(text.split('\n').map((line, index): PlacedText => ({ text: line, at: [{ offset: 0, line: index + 1, column: 1 }] })), '\n');
}

/** Where a unit of the original stands, counted by hand. */
function counted(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${before.at(-1)!.length + 1}`;
}

const texts = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '*'), { maxLength: 40 }).map((units) => units.join(''));

describe('the place of a text', () => {
  it('is the line and column in its file, through slices, edits and joins', () => {
    fc.assert(fc.property(texts, fc.nat(40), fc.nat(40), (text, a, b) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const slice = slicePlaced(lines(text), start, end);
      const edits = [...slice.text.matchAll(/\*/g)].map((match) => ({ start: match.index, end: match.index + 1, text: '' }));
      const edited = editPlaced(slice, edits);
      expect(edited.text).toBe(text.slice(start, end).replaceAll('*', ''));
      const kept = [...text].flatMap((unit, offset) => (offset >= start && offset < end && unit !== '*' ? [offset] : []));
      kept.forEach((offset, index) => {
        if (text[offset] !== '\n') expect(placeIn(edited, index)).toBe(counted(text, offset));
      });
    }));
  });

  it('is a name where the format has no lines', () => {
    expect(placeIn(trimPlaced({ text: '  t(28)', at: 'paragraph 3' }), 0)).toBe('paragraph 3');
  });
});
