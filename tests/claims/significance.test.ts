import { describe, expect, it } from 'vitest';
import { printedNumber } from '../../src/claims/printed-number.js';
import { USUAL_STARS, isBelow, markOf, markedP, printedBelow, unmarkedP } from '../../src/claims/significance.js';

const PAPER = [{ mark: '#', below: 0.08 }, { mark: '*', below: 0.05 }, { mark: '**', below: 0.01 }];

describe('a mark of significance', () => {
  it('stands for p below its level and not below the next stricter one', () => {
    expect(['#', '*', '**', '†'].map((mark) => markedP(mark, PAPER))).toEqual([{ from: 0.05, below: 0.08 }, { from: 0.01, below: 0.05 }, { from: 0, below: 0.01 }, null]);
    expect(markedP('***', USUAL_STARS)).toEqual({ from: 0, below: 0.001 });
  });
  it('that is not there stands for p from the laxest level on, or from alpha', () => {
    expect([unmarkedP(PAPER, 0.05), unmarkedP([], 0.05)]).toEqual([{ from: 0.08, below: Infinity }, { from: 0.05, below: Infinity }]);
  });
  it('is the strictest that p gets', () => {
    expect([0.2, 0.08, 0.079, 0.05, 0.049, 0.01, 0.0099, 0].map((p) => markOf(p, PAPER))).toEqual(['', '', '#', '#', '*', '*', '**', '**']);
  });
});

describe('a printed p', () => {
  it.each([
    ['p=0.04', true], ['p=.049', true], ['p=0.05', null], ['.050', null], ['p=0.06', false], ['p<0.05', true], ['p<.001', true], ['p<.10', null], ['p≤.05', null], ['p≤.04', true],
    ['p>.05', false], ['p≥.05', false], ['p>.04', null], ['p=.000', true],
  ])('%s is below .05: %s (null: what it rounds from may be or not)', (text, expected) => {
    expect(printedBelow(printedNumber(text)!, 0.05)).toBe(expected);
  });
});

describe('isBelow', () => {
  it('is strict, at the digits that are known', () => {
    expect([isBelow(0.05, 0.05), isBelow(0.05 - 1e-17, 0.05), isBelow(0.0499999, 0.05), isBelow(0.7, Infinity)]).toEqual([false, false, true, true]);
  });
});
