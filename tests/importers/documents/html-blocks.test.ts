import { describe, expect, it } from 'vitest';
import { placeIn } from '../../../src/dataset/document.js';
import type { Block } from '../../../src/dataset/document.js';
import { htmlBlocks } from '../../../src/importers/documents/html-blocks.js';

function texts(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text.text : block.rows.map((row) => row.map(({ text }) => text.text))));
}

describe('htmlBlocks', () => {
  it('separates paragraphs by blocks, not by inline tags, and keeps line breaks', () => {
    expect(texts(htmlBlocks('<h1>Title</h1><p>One <b>and</b> two<br>three</p>tail'))).toEqual(['Title', 'One and two\nthree', 'tail']);
  });

  it('leaves out scripts, styles, comments and declarations, whatever they hold', () => {
    expect(texts(htmlBlocks('<!DOCTYPE html><style>p { }</style><script>if (a < b) "<p>x"</script><!-- <p>no --><p>yes</p>'))).toEqual(['yes']);
  });

  it('takes a < that starts no tag as text, and an unknown entity as it stands', () => {
    expect(texts(htmlBlocks('<p>p < .05 & R&D &unknown; &lt;.01 &#x2212;.29 &minus;.3 &#0;</p>'))).toEqual(['p < .05 & R&D &unknown; <.01 −.29 −.3 &#0;']);
  });

  it('sets a raised number apart from the number before it', () => {
    expect(texts(htmlBlocks('<p>10<sup>6</sup> χ<sup>2</sup> 54<sup>a</sup></p>'))).toEqual(['10^6 χ2 54^a']);
  });

  it('survives what is cut off or never closed', () => {
    for (const html of ['<p>a <b', '<table><tr><td>1', '<script>x', '<!-- x', '<p title="x>a', '</table>b', '<td>c']) expect(() => htmlBlocks(html)).not.toThrow();
    expect(texts(htmlBlocks('<table><tr><td>1<td>2<tr><td>3<td>4'))).toEqual([[['1', '2'], ['3', '4']]]);
  });

  it('reads tables as rectangles, spans repeated, the caption apart, inner tables as text', () => {
    const [block] = htmlBlocks('<table><caption>Table 1 (N=54)</caption><tr><th rowspan=2>Item<th colspan="2">Group<tr><th>A<th>B<tr><td>x<td>1</table>');
    if (block.kind !== 'table') throw new Error('no table');
    expect(block.caption?.text).toBe('Table 1 (N=54)');
    expect(texts([block])).toEqual([[['Item', 'Group', 'Group'], ['Item', 'A', 'B'], ['x', '1', '']]]);
    expect(block.rows.map((row) => row.map(({ spanned }) => spanned))).toEqual([[false, false, true], [true, false, false], [false, false, false]]);
    expect(texts(htmlBlocks('<table><tr><td>a<table><tr><td>b</table>c</table>'))).toEqual([[['a\nb\nc']]]);
  });

  it('names lines and columns of the source', () => {
    const [block] = htmlBlocks('<p>\n  One <i>t</i>(28)\n and &lt; more</p>');
    if (block.kind !== 'paragraph') throw new Error('no paragraph');
    const at = (part: string): string => placeIn(block.text, block.text.text.indexOf(part));
    expect([at('One'), at('t(28)'), at('(28)'), at('and'), at('<'), at('more')]).toEqual(['2:3', '2:10', '2:15', '3:2', '3:6', '3:11']);
  });

  it('ends in time on hostile markup', () => {
    for (const part of ['<a b="', '<script>', '<!--', '<', '&amp', '<table>']) expect(() => htmlBlocks(part.repeat(20_000))).not.toThrow();
  });
});
