import { describe, expect, it } from 'vitest';
import { codesForIds, declaredMissing, isBlank, typedCode } from '../../../src/importers/columns/missing.js';
import { failure, readText, valuesOf, warningCodes } from '../reading.js';

describe('blank cells', () => {
  it.each([[''], ['  '], ['NA'], ['NaN'], [' NA ']])('%j is blank', (text) => expect(isBlank(text)).toBe(true));

  it.each([['na'], ['nan'], ['Na'], ['N/A'], ['NA - not sure'], ['.'], ['NULL'], ['0']])('%j is not',
    (text) => expect(isBlank(text)).toBe(false));
});

describe('declared codes', () => {
  it('match as numbers where they are numbers, and as texts otherwise', () => {
    const isMissing = declaredMissing(['-99', 'N/A', '7'], '.');
    expect(['-99', '-99.0', ' -99', '7', '7.00', 'N/A ', '+7'].map(isMissing))
      .toEqual(Array.from({ length: 7 }, () => true));
    expect(['99', '-9', '77', 'n/a', '7 days'].map(isMissing)).toEqual(Array.from({ length: 5 }, () => false));
  });

  it('match under the decimal mark of the column', () => {
    expect(declaredMissing(['-99'], ',')('-99,0')).toBe(true);
    expect(declaredMissing(['-9.5'], ',')('-9,5')).toBe(true);
  });

  it('are told apart from blank cells, in every kind of column', async () => {
    const dataset = await readText('participant_id,x,g\n1,-99,a\n2,12,N/A\n3,,a\n4,13.5,b\n5,14,b\n',
      { na: ['-99', 'N/A'] });
    expect(valuesOf(dataset, 'x')).toEqual(['[declared]', 12, '[blank]', 13.5, 14]);
    expect(valuesOf(dataset, 'g')).toEqual(['a', '[declared]', 'a', 'b', 'b']);
    expect(dataset.reading.missingCodes).toEqual(['-99', 'N/A']);
  });

  it('that are whole numbers do not hold for ids: participant 7 did answer', async () => {
    const dataset = await readText('participant_id,x\n7,7\n9,1\n-99,2\n', { na: ['7', '-99'] });
    expect(valuesOf(dataset, 'participant_id')).toEqual(['7', '9', '[declared]']);
    expect(valuesOf(dataset, 'x')).toEqual(['[declared]', 1, 2]);
    expect(codesForIds(['7', '-99', 'N/A'])).toEqual(['-99', 'N/A']);
  });

  it('may hold for one column', async () => {
    const dataset = await readText('id,a,b\nx,9,9\ny,1,8\n', { na: ['a=9'] });
    expect(valuesOf(dataset, 'a')).toEqual(['[declared]', 1]);
    expect(valuesOf(dataset, 'b')).toEqual([9, 8]);
    expect(await failure(readText('id,insulin\nx,9\n', { na: ['insuline=9'] }))).toMatchObject({
      code: 'E_COLUMN_MISSING', hint: 'Nearest: --na insulin=9.',
    });
  });

  it('are typed so that a shell and the list of codes take them', () => {
    expect(['-99', 'N/A', 'not known', 'a, b', 'how often?=9'].map(typedCode))
      .toEqual(['-99', 'N/A', '"not known"', "'\"a, b\"'", '"how often?=9"']);
  });
});

describe('free text', () => {
  it('that only starts with NA is an answer', async () => {
    const dataset = await readText('id,note\na,NA - I do not use it\nb,NA\nc,fine\nd,n/a\n');
    expect(valuesOf(dataset, 'note')).toEqual(['NA - I do not use it', '[blank]', 'fine', 'n/a']);
    expect(warningCodes(dataset)).toEqual([]);
  });
});
