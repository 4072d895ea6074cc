import { describe, expect, it } from 'vitest';
import { LineEndings } from '../../../src/importers/text/line-endings.js';

function unify(...pieces: string[]): { text: string; style: string } {
  const endings = new LineEndings(',');
  const text = pieces.map((piece, index) => endings.unify(piece, index === pieces.length - 1)).join('');
  return { text, style: endings.style };
}

describe('LineEndings', () => {
  it.each([
    ['LF', 'a,b\n1,2\n'], ['CRLF', 'a,b\r\n1,2\r\n'], ['CR', 'a,b\r1,2\r'], ['mixed', 'a,b\r\n1,2\r3,4\n'],
      ['none', 'a,b'],
  ])('calls the ends of lines %s', (style, text) => {
    expect(unify(text)).toEqual({ text: text.replace(/\r\n?/g, '\n'), style });
  });

  it('leaves line ends inside quotes as they are, and does not count them', () => {
    expect(unify('a,"x\r\ny"\n"p\rq",1\n')).toEqual({ text: 'a,"x\r\ny"\n"p\rq",1\n', style: 'LF' });
  });

  it('opens a cell by a quote only where the cell starts', () => {
    expect(unify('a,6\'3"\r\nb,5\'2"\r\n').text).toBe('a,6\'3"\nb,5\'2"\n');
  });

  it('takes two quotes inside a quoted cell for one, and a pair at its start for an empty cell', () => {
    expect(unify('"say ""\r\n""",""\r\n"""x"""\r\n').text).toBe('"say ""\r\n""",""\n"""x"""\n');
  });

  it('holds back what the next piece decides: CRLF and doubled quotes across pieces', () => {
    expect(unify('a\r', '\nb,"x"', '"\r', '\ny"\r', '\n')).toEqual({ text: 'a\nb,"x""\r\ny"\n', style: 'CRLF' });
  });
});
