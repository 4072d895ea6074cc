import { describe, expect, it } from 'vitest';
import type { ColumnDeclaration, Declarations } from '../../src/dataset/declaration.js';
import { mergeDeclarations } from '../../src/dataset/declaration.js';
import { columnOf, failure, readText, valuesOf, warning, warningCodes } from './reading.js';

const declared = (columns: Record<string, ColumnDeclaration>): Declarations => new Map(Object.entries(columns));
const FREQUENCY = [{ value: 1, label: 'never' }, { value: 2, label: 'sometimes' }, { value: 3, label: 'very often' }];

describe('a declared type', () => {
  it.each([
    ['number', [1, 2, 1, 2]], ['ordinal', [1, 2, 1, 2]], ['nominal', ['1', '2', '1', '2']], ['text', ['1', '2', '1', '2']], ['id', ['1', '2', '1', '2']],
  ] as const)('reads the same cells as %s', async (type, values) => {
    const dataset = await readText('q\n1\n2\n1\n2\n', { declarations: declared({ q: { type } }) });
    expect(columnOf(dataset, 'q').kind).toBe(type);
    expect(valuesOf(dataset, 'q')).toEqual(values);
  });

  it('keeps the zeros that an ordinal reading would lose', async () => {
    const dataset = await readText('site,x\n001,1.5\n01,2\n1,3\n', { declarations: declared({ site: { type: 'nominal' } }) });
    expect(valuesOf(dataset, 'site')).toEqual(['001', '01', '1']);
  });

  it('makes a number of what its name alone would make an id', async () => {
    const dataset = await readText('pid,case_no,x\na,1.5,1\nb,2.5,2\n', { declarations: declared({ case_no: { type: 'number' } }) });
    expect(columnOf(dataset, 'case_no').kind).toBe('number');
    expect(columnOf(dataset, 'pid').kind).toBe('id');
  });

  it('is refused where no cell can be read so, and warned of where some cannot', async () => {
    const declarations = declared({ sex: { type: 'number', where: 'study.yml:7:5' } });
    const error = await failure(readText('sex\nf\nm\n', { declarations }));
    expect(error).toMatchObject({ code: 'E_VALUE_TYPE', where: '<stdin>:2:sex', message: 'No cell of this column is a number: lines 2, 3.' });
    expect(error.hint).toContain('(study.yml:7:5)');
    expect(warningCodes(await readText('sex\nf\n1\n', { declarations }))).toEqual(['W_NUMBER_UNREADABLE']);
  });
});

describe('declared levels', () => {
  it('read answers in words and in codes alike, whatever their case', async () => {
    const declarations = declared({ use: { type: 'ordinal', levels: FREQUENCY } });
    const dataset = await readText('use\nNever\n 3\nvery often\nsometimes\n2.0\n', { declarations });
    expect(valuesOf(dataset, 'use')).toEqual([1, 3, 3, 2, 2]);
    expect(columnOf(dataset, 'use').levels).toEqual(FREQUENCY);
  });

  it('give names their order, and rows without one no name', async () => {
    const levels = ['low', 'middle', 'high'].map((value) => ({ value }));
    const dataset = await readText('dose,x\nhigh,1\nLOW,2\nNA,3\nmiddle,4\nhigh,5\n', { declarations: declared({ dose: { levels } }) });
    expect(columnOf(dataset, 'dose').levels).toEqual(levels);
    expect(valuesOf(dataset, 'dose')).toEqual(['high', 'low', '[blank]', 'middle', 'high']);
  });

  it('refuse other answers by line and count, without telling them', async () => {
    const declarations = declared({ use: { type: 'ordinal', levels: FREQUENCY, where: 'study.yml:3:3' } });
    const error = await failure(readText('use\n1\n7\n2\nsecretly\n', { declarations }));
    expect(error).toMatchObject({
      code: 'E_VALUE_LEVELS', where: '<stdin>:3:use',
      message: '2 values are none of the declared levels, 1 never, 2 sometimes, 3 very often: lines 3, 5.',
      hint: 'Correct the cells, declare a code as missing, or add to the levels (study.yml:3:3).',
    });
  });

  it('only warn where software said them', async () => {
    const declarations = declared({ use: { type: 'ordinal', levels: FREQUENCY, lenient: ['levels', 'range', 'type'] } });
    const dataset = await readText('use\n1\n7\n2\n', { declarations });
    expect(valuesOf(dataset, 'use')).toEqual([1, 7, 2]);
    expect(warning(dataset, 'W_VALUE_LEVELS').where).toBe('<stdin>:3:use');
  });

  it('tell apart two codes that share a label', async () => {
    const levels = [{ value: 1, label: 'yes' }, { value: 2, label: 'yes' }, { value: 3, label: 'no' }];
    const dataset = await readText('q\n1\n2\n3\n', { declarations: declared({ q: { type: 'ordinal', levels } }) });
    expect(columnOf(dataset, 'q').levels?.map(({ label }) => label)).toEqual(['yes (1)', 'yes (2)', 'no']);
  });
});

describe('declared missing codes and ranges', () => {
  it('leave out a code in its own column only, and its level with it', async () => {
    const levels = [...FREQUENCY, { value: 9, label: 'refused' }];
    const declarations = declared({ use: { type: 'ordinal', levels, missing: ['9'] } });
    const dataset = await readText('use,age\n1,9\n9,10\nrefused,11\n2,40\n', { declarations });
    expect(valuesOf(dataset, 'use')).toEqual([1, '[declared]', '[declared]', 2]);
    expect(columnOf(dataset, 'use').levels).toEqual(FREQUENCY);
    expect(columnOf(dataset, 'use').range).toEqual([1, 3]);
    expect(valuesOf(dataset, 'age')).toEqual([9, 10, 11, 40]);
  });

  it('are no steps of a scale where they hold for the whole file either', async () => {
    const levels = [...FREQUENCY, { value: 9, label: 'refused' }];
    const dataset = await readText('use,x\n1,a\n9,b\n2,a\n', { na: ['9'], declarations: declared({ use: { type: 'ordinal', levels } }) });
    expect(columnOf(dataset, 'use')).toMatchObject({ levels: FREQUENCY, range: [1, 3] });
  });

  it('refuse values beyond a range, both ends allowed', async () => {
    const declarations = declared({ hba1c: { range: [3, 20] } });
    expect(valuesOf(await readText('hba1c\n3\n20\n7.5\n', { declarations }), 'hba1c')).toEqual([3, 20, 7.5]);
    const error = await failure(readText('hba1c\n3\n71\n2.9\n7.5\n', { declarations }));
    expect(error).toMatchObject({ code: 'E_VALUE_RANGE', where: '<stdin>:3:hba1c', message: '2 values lie outside 3 to 20: lines 3, 4.' });
  });

  it('name the first lines only of many', async () => {
    const error = await failure(readText(`x\n${'9.5\n'.repeat(20)}`, { declarations: declared({ x: { range: [0, 1] } }) }));
    expect(error.message).toBe('20 values lie outside 0 to 1: lines 2, 3, 4, 5, 6, 7, 8, 9 and 12 more.');
  });
});

describe('a study before a dictionary', () => {
  const dictionary = declared({ use: { label: 'Use', type: 'ordinal', levels: FREQUENCY, lenient: ['type', 'levels', 'range'] } });

  it('wins key by key, and is strict in what it says itself', () => {
    const merged = mergeDeclarations(dictionary, declared({ use: { label: 'How often?', range: [1, 3] }, age: { unit: 'years' } }));
    expect(merged.get('use')).toEqual({ label: 'How often?', type: 'ordinal', levels: FREQUENCY, range: [1, 3], lenient: ['type', 'levels'] });
    expect(merged.get('age')).toEqual({ unit: 'years' });
  });

  it('does not lend the levels of a list to another type', () => {
    expect(mergeDeclarations(dictionary, declared({ use: { type: 'number' } })).get('use')?.levels).toBeUndefined();
  });
});
