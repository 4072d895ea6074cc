import { describe, expect, it } from 'vitest';
import { placeIn } from '../../../src/dataset/document.js';
import type { Block } from '../../../src/dataset/document.js';
import { textBlocks } from '../../../src/importers/documents/text-blocks.js';

function texts(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text.text : block.rows.map((row) => row.map(({ text }) => text.text))));
}

describe('textBlocks', () => {
  it('ends a paragraph at an empty line and starts one at each entry of a list, whose dash is no minus', () => {
    expect(texts(textBlocks('One\ntwo.\n\nThree:\n- .29 a\n- .30 b', false))).toEqual(['One\ntwo.', 'Three:', '.29 a', '.30 b']);
  });

  it('reads tables of Markdown, with stars that are no emphasis, and without their dashes', () => {
    expect(texts(textBlocks('Text\n| # | *n* | A\\|1c |\n|---|:--:|---|\n| 2 | 0.69** | −0.26# |\n', true))).toEqual(['Text', [['#', 'n', 'A|1c'], ['2', '0.69**', '−0.26#']]]);
  });

  it('reads tables set with tabs, empty cells included', () => {
    expect(texts(textBlocks('Item\tA\tB\nSex\t\t\nFemale\t3 (50%)\t4', false))).toEqual([[['Item', 'A', 'B'], ['Sex', '', ''], ['Female', '3 (50%)', '4']]]);
  });

  it('reads tables set in columns of spaces, with labels alone on their line and headers over several columns', () => {
    const table = [
      '                         Group',
      '                 A (n=27)     B (n=27)    P',
      'Age, mean (SD)   57.1 (9.8)   56.0 (11)   .71',
      'Race, n (%)',
      '  White          20 (74)      21 (78)     .99',
      '  Black           6 (22)       5 (19)',
    ].join('\n');
    expect(texts(textBlocks(table, false)).at(-1)).toEqual([
      ['', 'A (n=27)', 'B (n=27)', 'P'],
      ['Age, mean (SD)', '57.1 (9.8)', '56.0 (11)', '.71'],
      ['Race, n (%)', '', '', ''],
      ['White', '20 (74)', '21 (78)', '.99'],
      ['Black', '6 (22)', '5 (19)', ''],
    ]);
  });

  it('takes two spaces behind a full stop for prose', () => {
    expect(texts(textBlocks('One sentence.  Another one.  A third.\nAnd more.  Still more.  The end.', false))).toEqual(['One sentence.  Another one.  A third.\nAnd more.  Still more.  The end.']);
  });

  it('takes away the marks of Markdown and keeps places', () => {
    const [heading, block] = textBlocks('## Results (N=54)\n\nHere **bold** *t*(28) = `2.2`, $p < .05$ and r~s~ [link](https://a.b/54) 0.69** and a_b_c', true);
    if (heading.kind !== 'paragraph' || block.kind !== 'paragraph') throw new Error('no paragraph');
    expect([heading.heading, heading.text.text]).toEqual([true, 'Results (N=54)']);
    expect(block.text.text).toBe('Here bold t(28) = 2.2, p < .05 and rs link 0.69** and a_b_c');
    expect(placeIn(block.text, block.text.text.indexOf('p <'))).toBe('3:33');
  });
});
