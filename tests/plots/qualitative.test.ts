import { describe, expect, it } from 'vitest';
import { saturationRecord } from '../../src/commands/saturation/saturation-record.js';
import { themesRecord } from '../../src/commands/themes/themes-record.js';
import { saturationFigure } from '../../src/plots/saturation-figure.js';
import { themesFigure } from '../../src/plots/themes-figure.js';
import { TWO_CODERS, codedText } from '../qualitative/coded.js';
import { drawn } from './drawn.js';

describe('the picture of themes', () => {
  it('has a bar for every theme that is used, with its participants and what they are a share of', () => {
    const { texts, description } = drawn(themesFigure(themesRecord(TWO_CODERS, {}, { tool: '' })));
    expect(texts).toEqual(expect.arrayContaining(['Access', '1 (25%)', 'Participants in the transcripts, %']));
    expect(description).toMatch(/Access 1 \(25%\), Unanswered 1 \(25%\)/);
  });
  it('counts segments where nobody is known', () => {
    const coded = codedText({ t: 'some text' }, [{ source: 't', start: 0, end: 4, code: '<b>&' }]);
    expect(drawn(themesFigure(themesRecord(coded, {}, { tool: '' }))).texts).toEqual(expect.arrayContaining(['<b>&', '1', 'Segments']));
  });
});

describe('the picture of saturation', () => {
  const coded = codedText({ a: 'text', b: 'text', c: 'text', d: 'text' }, ['a', 'b', 'c', 'd'].flatMap((source, place) =>
    ['x', 'y', 'z'].slice(0, place === 0 ? 2 : 3).map((code) => ({ source, start: 0, end: 2, code }))));
  it('says in words where the rule stops and what the band is', () => {
    const { texts, description } = drawn(saturationFigure(saturationRecord(coded, { base: 2, run: 1 }, { tool: '' })));
    expect(description).toMatch(/a: 2 new, 2 in all\. b: 1 new, 3 in all\..*reached after 2, confirmed by c\./);
    expect(texts).toContain('dashed: 5% new information at 2+1; band: middle 95% of all orders');
  });
  it('draws no stop where there is none', () => {
    expect(drawn(saturationFigure(saturationRecord(coded, {}, { tool: '' }))).texts).toContain('5% new information not reached; band: middle 95% of all orders');
  });
});
