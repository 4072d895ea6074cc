import { describe, expect, it } from 'vitest';
import { columnOf, readText, valuesOf, warning, warningCodes } from '../reading.js';

/** Reads one column of these cells beside a column of ids. */
async function columnRead(...cells: string[]) {
  const rows = cells.map((cell, row) => `P${row},"${cell}"\n`);
  const dataset = await readText(`participant_id,x\n${rows.join('')}`);
  return { dataset, column: columnOf(dataset, 'x'), codes: warningCodes(dataset) };
}
const kind = async (...cells: string[]) => (await columnRead(...cells)).column.kind;

describe('the kind of a column', () => {
  it('is ordinal for whole numbers from 0 to 10, with the levels that occur', async () => {
    const { column } = await columnRead('4', '1', '6', '', '4', '2.0');
    expect(column).toMatchObject({ kind: 'ordinal', levels: [{ value: 1 }, { value: 2 }, { value: 4 }, { value: 6 }] });
    expect(await kind('0', '1', '1')).toBe('ordinal');
    expect(await kind('1', '2', '2')).toBe('ordinal');
    expect(await kind('0', '5', '10')).toBe('ordinal');
  });

  it('is number for other numbers', async () => {
    expect(await kind('4', '11')).toBe('number');
    expect(await kind('1', '2.5')).toBe('number');
    expect(await kind('-1', '2')).toBe('number');
  });

  it('is number for HbA1c, though all of it be whole', async () => {
    const dataset = await readText('participant_id,hba1c\na,6\nb,7\nc,9\n');
    expect(columnOf(dataset, 'hba1c')).toMatchObject({ kind: 'number', unit: '%' });
    expect(columnOf(dataset, 'hba1c').levels).toBeUndefined();
  });

  it('is number where more than half of the present cells are', async () => {
    expect(await kind('12', '13', 'none')).toBe('number');
    expect(await kind('12', 'none', '', 'NA')).toBe('text');
    expect(await kind('12', '13', '', '', '', '', 'odd')).toBe('number');
  });

  it('is number where words for missing outnumber the numbers, but not where there is one number only', async () => {
    expect(await kind('12', '13', '.', '.', '.', 'n/a')).toBe('number');
    expect(await kind('12', 'none', 'none', 'none')).toBe('nominal');
  });

  it('is nominal for few different texts, with levels in the order of their code units', async () => {
    const { column } = await columnRead('F', 'M', 'M', 'x', 'F', 'x');
    expect(column).toMatchObject({ kind: 'nominal', levels: [{ value: 'F' }, { value: 'M' }, { value: 'x' }] });
  });

  it('is text where texts hardly repeat, or are many', async () => {
    expect(await kind('a', 'b', 'c', 'a', 'b')).toBe('text');
    const many = Array.from({ length: 21 }, (_, index) => `answer ${index}`);
    expect(await kind(...many, ...many)).toBe('text');
    expect(await kind(...many.slice(1), ...many.slice(1))).toBe('nominal');
  });

  it('is text for a column without values', async () => {
    const { column } = await columnRead('', 'NA');
    expect(column.kind).toBe('text');
    expect([...column.missing]).toEqual([1, 1]);
  });

  it('is text where numbers would lose leading zeros, with a warning', async () => {
    const { dataset, column } = await columnRead('01234', '90210', '00501');
    expect(column).toMatchObject({ kind: 'text', values: ['01234', '90210', '00501'] });
    expect(warning(dataset, 'W_NUMBER_DIGITS').message).toContain('zeros');
    expect(await kind('0', '12', '05')).toBe('number');
    expect(await kind('0.5', '0.7', '0.9')).toBe('number');
  });

  it('is text where whole numbers are too long for a double, with a warning', async () => {
    const { dataset, column } = await columnRead('12345678901234567', '12345678901234568');
    expect(column.values).toEqual(['12345678901234567', '12345678901234568']);
    expect(warning(dataset, 'W_NUMBER_DIGITS').message).toContain('too long');
  });

  it('keeps text as written, and takes the spaces around group names away', async () => {
    const text = await columnRead(' leading', 'trailing ', 'inner  spaces');
    expect(text.column.values).toEqual([' leading', 'trailing ', 'inner  spaces']);
    const groups = await columnRead('F', ' F', 'M', 'M');
    expect(groups.column.values).toEqual(['F', 'F', 'M', 'M']);
    expect(warning(groups.dataset, 'W_GROUP_SPACES').where).toBe('<stdin>:3:x');
  });

  it('counts groups apart that differ by capitals, and says so', async () => {
    const { dataset, column } = await columnRead('yes', 'Yes', 'no', 'yes', 'Yes', 'no');
    expect(column.levels?.length).toBe(3);
    expect(warning(dataset, 'W_GROUP_CAPITALS').message).toContain('"yes", "Yes"');
  });

  it('does not depend on the order of the rows', async () => {
    const cells = ['12', '>14', 'none', '13', '7.5', '.', '', '9'];
    const forwards = await columnRead(...cells);
    const backwards = await columnRead(...cells.toReversed());
    expect(backwards.column.kind).toBe(forwards.column.kind);
    expect([...backwards.column.missing].toReversed()).toEqual([...forwards.column.missing]);
  });
});

describe('a survey of many rows', () => {
  it('reads a column of different texts as well as one of few', async () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => `P${row},${row / 8},word ${row},${row % 3}\n`);
    rows[7000] = 'P7000,odd,word,9\n';
    rows[8000] = 'P8000,odd,word,1\n';
    const dataset = await readText(`participant_id,x,note,g\n${rows.join('')}`);
    expect(dataset.columns.map((column) => column.kind)).toEqual(['id', 'number', 'text', 'ordinal']);
    expect(valuesOf(dataset, 'x')[9999]).toBe(9999 / 8);
    expect(valuesOf(dataset, 'note')[7001]).toBe('word 7001');
    expect(warning(dataset, 'W_NUMBER_UNREADABLE').message)
      .toMatch(/^2 of 10000 cells are no numbers and left out: "odd" \(line 7002, 2 cells\)\./);
  });
});
