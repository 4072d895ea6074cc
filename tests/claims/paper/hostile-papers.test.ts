import fc from 'fast-check';
import { describe, it } from 'vitest';
import { checkWords } from '../../../src/present/check/check-words.js';
import { checkedHtml, checkedMarkdown, checkedText } from './reading.js';

/** Pieces of which papers are made, in any order. */
const piece = fc.constantFrom(
  't(28) = 2.20', 't(', 'F(2, 28)', ' = ', '-', '−', 'p', '.05', 'p < .001', '35 of 54', '(65%)', '0/0 (0%)', '0 (0%)', '54', '%', 'n = 0', 'N = 54', 'n = 1', '±', 'M = 5.19',
  'SD = 0', 'SD = 1.2', 'OR 0.0 (95% CI 0 to 0)', 'HR 1.5 (95% CI 1.1–2.0; P = .01)', 'χ2(0) = 0', 'r = 1.00', 'ρ = .00', ', p = 1.0', '1e400', '9'.repeat(400), '.', ' ', '\n', '\n\n',
  '|', '\t', '   ', '<td>', '<table>', '</table>', '<tr>', '<td rowspan=9 colspan=9>', '&lt;', '&#0;', '**', '`', '$', '\\', '[', ']', 'Table 1', 'P', 'Total (N=54)', 'A (n=0)', 'median 3 [4, 5]',
);

describe('a paper of any kind', () => {
  it('is read and checked to its end, and every outcome has its words', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), fc.record({ n: fc.option(fc.integer({ min: 2, max: 100 }), { nil: null }), wholeNumbers: fc.boolean(), binary: fc.boolean() }), (pieces, options) => {
      for (const check of [checkedText, checkedMarkdown, checkedHtml]) {
        for (const figure of check(pieces.join(''), options).figures) {
          const words = checkWords(figure);
          if (/NaN|undefined|null|Infinity/.test(words)) throw new Error(`${figure.printed}: ${words}`);
        }
      }
    }), { numRuns: 400 });
  });

  it('is read as lines of a table too', () => {
    const line = fc.array(piece, { minLength: 3, maxLength: 6 }).map((cells) => `| ${cells.join(' | ').replaceAll('\n', ' ')} |`);
    fc.assert(fc.property(fc.array(line, { minLength: 2, maxLength: 8 }), (lines) => {
      for (const figure of checkedMarkdown(`| | A (n=27) | B (n=27) | Total (N=54) | P |\n|---|---|---|---|---|\n${lines.join('\n')}`).figures) {
        const words = checkWords(figure);
        if (/NaN|undefined|null|Infinity/.test(words)) throw new Error(`${figure.printed}: ${words}`);
      }
    }), { numRuns: 400 });
  });
});
