import { describe, expect, it } from 'vitest';
import { quotedPaper } from '../../src/claims/find-quote.js';
import { paperCoverage } from '../../src/claims/paper-coverage.js';
import type { CoveringClaim } from '../../src/claims/paper-coverage.js';
import { paperPieces } from '../../src/claims/paper-pieces.js';
import { textBlocks } from '../../src/importers/documents/text-blocks.js';

function covered(text: string, claims: readonly CoveringClaim[] = [], explained: Readonly<Record<string, string>> = {}): string[] {
  const paper = quotedPaper(paperPieces(textBlocks(text, true)));
  return paperCoverage(paper, 'm.md', claims, new Map(Object.entries(explained))).map(({ text: number, state, by }) => `${number} ${by ?? state}`);
}

describe('a number of a paper', () => {
  it('is claimed within the quote of a claim that prints it', () => {
    expect(covered('Age 57.1 and 57.1; p = .04.', [{ id: 'age', quote: 'and 57.1', printed: ['57.1 years'] }, { id: 'p', quote: 'p=.04', printed: ['0.04'] }])).toEqual(['57.1 unclaimed', '57.1 age', 'p = .04 p']);
  });
  it('is claimed without a quote where it stands, once for each printed figure, in a table first', () => {
    const text = 'In all 41 did.\n\n| a | b |\n|---|---|\n| 41 | 41 (76%) |\n';
    expect(covered(text, [{ id: 'cell', quote: null, printed: ['41 (76%)'] }])).toEqual(['41 unclaimed', '41 cell', '41 unclaimed', '76% cell']);
  });
  it('is not claimed by the same value to other decimals', () => {
    expect(covered('It was 0.50.', [{ id: 'a', quote: null, printed: ['0.5'] }])).toEqual(['0.50 unclaimed']);
  });
  it('is not claimed by a claim whose quote has gone', () => {
    expect(covered('It was 0.50.', [{ id: 'a', quote: 'It is 0.50', printed: ['0.50'] }])).toEqual(['0.50 unclaimed']);
  });
  it.each([
    ['See Table 4 and Fig. 2.', ['4 table, figure or section', '2 table, figure or section']], ['In 2011 we asked.', ['2011 year']], ['(95% CI here)', ['95% confidence level']],
    ['as shown [12, 14].', ['12 citation', '14 citation']], ['J X 2013;20(3):519-25.', ['2013 year', '20 citation', '3 citation', '519 pages', '25 pages']],
    ['doi 10.1136/amiajnl-2012-001253', ['10.1136 identifier', '-001253 identifier']], ['with R version 4.2.2', ['4.2 version']], ['a 6-point scale', ['6 scale']], ['1 = never to 6 = very often', ['1 scale', '6 scale']],
    ['Stars: * p < .05, ** p < .01', ['p < .05 level of significance', 'p < .01 level of significance']], ['significant at α = 0.05', ['α = 0.05 level of significance']], ['on March 3', ['3 date']],
    ['n = 12 of 54 had ρ = .29', ['n = 12 unclaimed', '54 unclaimed', 'ρ = .29 unclaimed']], ['HbA1c of 7.5', ['7.5 unclaimed']],
  ])('of "%s" is explained where it is no result', (text, expected) => {
    expect(covered(text)).toEqual(expected);
  });
  it('is explained by the study file’s own words', () => {
    expect(covered('The 10 items took 20 minutes; 10 left.', [], { '10 items': 'the questionnaire', '20 minutes': 'how long it took' })).toEqual(['10 the questionnaire', '20 how long it took', '10 unclaimed']);
  });
  it('alone in a cell is a result whatever its size', () => {
    expect(covered('| a | b |\n|---|---|\n| 2011 | x |\n')).toEqual(['2011 unclaimed']);
  });
});
