import { describe, expect, it } from 'vitest';
import { explanationWords, shownNumber, whyVerdict } from '../../../src/present/reproduce/reproduce-words.js';
import type { FigureJudgement } from '../../../src/results/reproduce.js';

const judgement = (change: Partial<FigureJudgement>): FigureJudgement => ({
  verdict: 'mismatch', passes: false, accepted: '0.035 to 0.045', expected: '0.06', units: 2, tie: [], otherSign: false, flip: null, ...change,
});
const why = (change: Partial<FigureJudgement>, more: object = {}) => whyVerdict({ printed: '0.04', computed: 0.0612, judgement: judgement(change), isMark: false, place: -2, isZeroP: false, undefinedBecause: null, ...more }, 0.05);

describe('why a figure got its verdict', () => {
  it.each([
    [why({}), 'It is 0.06, 2 units of 0.01 away.'],
    [why({ units: 1 }), 'It is 0.06, 1 unit of 0.01 away.'],
    [why({ flip: 'printed-significant' }), 'It is 0.06, 2 units of 0.01 away. Printed as significant at 0.05, and it is not.'],
    [why({ otherSign: true }), 'The sign is the other one: it is 0.06.'],
    [why({ units: null, accepted: '<0.05' }), '0.0612 is not <0.05.'],
    [why({ verdict: 'truncated', units: 1 }), 'Cut off, not rounded: it is 0.06, 1 unit of 0.01 away.'],
    [why({ verdict: 'match-by-tie', tie: ['half-down', 'half-even'] }), 'A tie: rounding a half down or rounding a half to even gives the print.'],
    [why({ expected: '*' }, { isMark: true, printed: '**', computed: 0.0123 }), 'p = 0.0123 gets *, not **.'],
    [why({ expected: '' }, { isMark: true, printed: '*', computed: 0.2 }), 'p = 0.2 gets no mark, not *.'],
    [why({ verdict: 'uncomputable', units: null }, { computed: null, undefinedBecause: 'x is constant.' }), 'x is constant.'],
    [why({ verdict: 'match' }), ''],
    [why({ verdict: 'match' }, { isZeroP: true, printed: 'p=.000', computed: 0.0000398 }), 'No p is 0; this one is 0.0000398.'],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected);
  });
  it('counts units of tens and of ones in numbers', () => {
    expect([why({ expected: '63' }, { place: 0 }), why({ expected: '1230000' }, { place: 4 })]).toEqual(['It is 63, 2 units of 1 away.', 'It is 1230000, 2 units of 10000 away.']);
  });
});

describe('a computed number', () => {
  it('has two decimals more than its print, and three digits at least', () => {
    expect([shownNumber(57.0926, -1), shownNumber(0.0378, -2), shownNumber(0.00004, -2), shownNumber(54, -2), shownNumber(6.776e-7, 0), shownNumber(0.0061, null), shownNumber(null, -2), shownNumber('t', 0)])
      .toEqual(['57.093', '0.0378', '0.00004', '54', '6.776e-7', '0.0061', 'undefined', 't']);
  });
});

describe('what gives the print', () => {
  it('is a sentence, with how many other changes would do', () => {
    const fisher = { suspect: 'test', was: 'chi-square', is: 'fisher', computed: 0.0412 } as const;
    expect([explanationWords({ ...fisher, others: 0 }, -2), explanationWords({ ...fisher, others: 1 }, -2), explanationWords({ ...fisher, computed: null, others: 3 }, -2)]).toEqual([
      'Fisher’s exact test instead of χ² without Yates’ correction gives 0.0412, as printed.',
      'Fisher’s exact test instead of χ² without Yates’ correction gives 0.0412, as printed; so does one other change.',
      'Fisher’s exact test instead of χ² without Yates’ correction gives the print; so do 3 other changes.',
    ]);
  });
});
