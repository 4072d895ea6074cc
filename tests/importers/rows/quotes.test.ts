import { describe, expect, it } from 'vitest';
import { cellsWithStrayQuotes, closingQuote, swallowsRecords } from '../../../src/importers/rows/quotes.js';

describe('closingQuote', () => {
  it('passes over doubled quotes', () => {
    expect(closingQuote('"a""b",c', 0)).toBe(5);
    expect(closingQuote('"""",c', 0)).toBe(3);
    expect(closingQuote('"open', 0)).toBe(-1);
  });
});

describe('cellsWithStrayQuotes', () => {
  it('names the cells that hold a quote without being quoted', () => {
    expect(cellsWithStrayQuotes('a,6\'3",c', ['a', '6\'3"', 'c'], ',')).toEqual([1]);
    expect(cellsWithStrayQuotes('"a ""b""","c, d" ,e"', ['a "b"', 'c, d', 'e"'], ',')).toEqual([2]);
    expect(cellsWithStrayQuotes('"x""y"', ['x"y'], ',')).toEqual([]);
  });

  it('counts a tab after a closing quote as the delimiter it is', () => {
    expect(cellsWithStrayQuotes('"a"\tb"\t"c"', ['a', 'b"', 'c'], '\t')).toEqual([1]);
  });
});

describe('swallowsRecords', () => {
  it('sees a whole line inside a cell that splits like a record', () => {
    expect(swallowsRecords('open,1\nP02,ok,2\nP03,ok', 3, ',')).toBe(true);
  });

  it('leaves text of several lines alone', () => {
    expect(swallowsRecords('first line,\nsecond, with a comma\nthird', 4, ',')).toBe(false);
    expect(swallowsRecords('a,b\nc,d', 2, ',')).toBe(false);
  });
});
