import { describe, expect, it } from 'vitest';
import { chooseDialect } from '../../../src/importers/rows/dialect.js';

const chosen = (text: string, asked?: string) => chooseDialect(text, asked).delimiter;

describe('chooseDialect', () => {
  it.each([[','], [';'], ['\t'], ['|']])('finds %j between the cells', (delimiter) => {
    const text = ['id|note|x'.replaceAll('|', delimiter), `1${delimiter}a${delimiter}2`,
      `2${delimiter}b${delimiter}3`].join('\n');
    expect(chosen(text)).toEqual({ value: delimiter, why: 'each of the first 3 records has 3 cells' });
  });

  it('is not misled by decimal commas between semicolons', () => {
    expect(chosen('id;hba1c;ldl\n1;7,5;2,61\n2;8,2;3,05\n').value).toBe(';');
  });

  it('respects quotes: delimiters and newlines inside them do not count', () => {
    expect(chosen('id;note\n1;"a, b, c, d"\n2;"e,\nf, g, h"\n').value).toBe(';');
    expect(chosen('"id";"a, or b"\n"1";"x, y"\n').value).toBe(';');
  });

  it('prefers the delimiter with which most records agree with the header over the one with more cells', () => {
    expect(chosen('id\tquestions, comments, and more\n1\tfine\n2\twell, no\n').value).toBe('\t');
  });

  it('takes the delimiter with more cells where two agree alike', () => {
    expect(chosen('a;b,c;d\n1;2,3;4\n').value).toBe(';');
  });

  it('says that a file has one column', () => {
    expect(chosen('note\nfine\nbad\n')).toEqual({ value: ',',
      why: 'no comma, semicolon, tab or pipe separates cells: one column' });
  });

  it('says how many records agree where some do not', () => {
    expect(chosen('a,b,c\n1,2,3\n4,5\n6,7,8\n').why).toBe("3 of the first 4 records have the header's 3 cells");
  });

  it('takes what was asked for, and what a first line sep=; declares', () => {
    expect(chosen('a,b\n1,2\n', ';')).toEqual({ value: ';', why: 'asked for' });
    expect(chooseDialect('sep=;\r\na;b\r\n1;2\r\n')).toEqual({
      delimiter: { value: ';', why: 'the first line says sep=;' }, preamble: ['sep=;'], preambleSize: 7,
    });
  });

  it('ignores a record that the sample cuts in two', () => {
    const row = `${'x'.repeat(2000)},${'y'.repeat(2000)},z\n`;
    expect(chosen(`a,b,c\n${row.repeat(40)}`).why).toMatch(/^each of the first \d+ records has 3 cells$/);
  });
});

describe('lines that start with "# " above the header', () => {
  const preamble = (text: string) => chooseDialect(text).preamble;

  it('are comments where their cells differ in number from the next line', () => {
    expect(preamble('# Synthetic data\nid,score\nP1,2\n')).toEqual(['# Synthetic data']);
    expect(preamble('# Synthetic data, seed 1, for tests\nid,score\nP1,2\n'))
      .toEqual(['# Synthetic data, seed 1, for tests']);
    expect(preamble('# one\r\n# two\r\n\r\nid,score\r\nP1,2\r\n')).toEqual(['# one', '# two']);
  });

  it('may be the header itself', () => {
    expect(preamble('# of visits,age\n3,54\n')).toEqual([]);
    expect(preamble('# Synthetic data\n# of visits,age\n3,54\n')).toEqual(['# Synthetic data']);
  });

  it('are comments also where their cells agree in number, if the next line reads like the header', () => {
    expect(preamble('# Synthetic data, seed 1\nid,score\nP1,2\n')).toEqual(['# Synthetic data, seed 1']);
    expect(preamble('# Synthetic data\nscore\n2\n')).toEqual(['# Synthetic data']);
  });

  it('need the space: #1 is a name', () => {
    expect(preamble('#1\n4\n')).toEqual([]);
  });
});
