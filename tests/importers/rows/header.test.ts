import { describe, expect, it } from 'vitest';
import { nameColumns } from '../../../src/importers/rows/header.js';

const names = (...cells: string[]) => nameColumns(cells, 'f.csv', 1).names;

describe('nameColumns', () => {
  it('trims, and joins the lines of a name by a space', () => {
    expect(names(' age ', 'How often\r\n do you?', '\u00a0sex\ufeff')).toEqual(['age', 'How often do you?', 'sex']);
  });

  it('makes repeated names unique without taking a name that is there', () => {
    expect(names('Comments', 'Comments', 'Comments_2', 'Comments'))
      .toEqual(['Comments', 'Comments_3', 'Comments_2', 'Comments_4']);
    expect(nameColumns(['a', 'b', 'a'], 'f.csv', 2).warnings).toEqual([
      { code: 'W_HEADER_REPEATED', message: 'Columns share a name: "a" in column 3 is a_2.', where: 'f.csv:2' },
    ]);
  });

  it('calls a column without a name by its position', () => {
    const header = nameColumns(['id', ' ', 'column_2', ''], 'f.csv', 1);
    expect(header.names).toEqual(['id', 'column_2_2', 'column_2', 'column_4']);
    expect([...header.unnamed]).toEqual([1, 3]);
  });

  it('takes __proto__, constructor and toString for names', () => {
    expect(names('__proto__', 'constructor', 'toString', '__proto__'))
      .toEqual(['__proto__', 'constructor', 'toString', '__proto___2']);
  });
});
