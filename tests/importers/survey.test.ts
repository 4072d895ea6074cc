import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failure, readText, valuesOf } from './reading.js';
import { quoteRfc4180 } from './rows/rfc4180.js';

describe('readSurvey', () => {
  it('says what it decided, and why', async () => {
    const dataset = await readText('# made up\nparticipant_id;hba1c\r\nP1;7,5\nP2;8\r\n', { na: ['-99'] });
    expect(dataset.reading).toEqual({
      format: { value: 'csv', why: 'it is text' },
      sheet: null,
      encoding: { value: 'utf-8', why: 'every byte is valid UTF-8' },
      delimiter: { value: ';', why: 'each of the first 3 records has 2 cells' },
      decimal: { value: ',', why: '";" separates cells, and 1 column of numbers use a comma' },
      newline: { value: 'mixed', why: 'lines end in more than one way, and each is read as a line end' },
      compression: null,
      platform: null,
      dictionary: null,
      preamble: ['# made up'],
      missingCodes: ['-99'],
    });
    expect([...dataset.lines]).toEqual([3, 4]);
  });

  it('keeps names such as __proto__ and constructor apart from everything else', async () => {
    const dataset = await readText('__proto__,constructor,hasOwnProperty\n1.5,a,x\n2.5,b,y\n');
    expect(dataset.columns.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'hasOwnProperty']);
    expect(valuesOf(dataset, '__proto__')).toEqual([1.5, 2.5]);
  });

  it('takes the delimiter it is given, and one character only', async () => {
    expect((await readText('a|b;c\n1|2;3\n', { delimiter: '|' })).columns.map(({ name }) => name))
      .toEqual(['a', 'b;c']);
    expect(await failure(readText('a,b\n', { delimiter: '::' }))).toMatchObject({ code: 'E_OPTION_VALUE' });
    expect(await failure(readText('a,b\n', { delimiter: '"' }))).toMatchObject({ code: 'E_OPTION_VALUE' });
  });

  it('gives equal data sets for equal bytes', async () => {
    const text = 'participant_id,x,g\nP1,1.5,a\nP2,>2,b\nP3,2.5,a\nP4,3,b\n';
    expect(await readText(text)).toEqual(await readText(text));
  });

  // Cells hold a word, so that none is blank or a number.
  const cell = fc.string({ unit: fc.constantFrom(',', ';', '\t', '|', '"', '\n', '\r', '\r\n', ' ', '#', 'a', 'é',
    'e\u0301', '漢', '😎', '\uFEFF', '=') })
    .map((text) => `${text}word${text}`);

  it.each([[','], [';'], ['\t'],
    ['|']])('reads back every cell that RFC 4180 can write, with %j between cells and any line end',
    async (delimiter) => {
    const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 10 }));
    await fc.assert(fc.asyncProperty(table, fc.constantFrom('\n', '\r', '\r\n'), fc.boolean(),
      async (rows, end, endsWithNewline) => {
      const names = rows[0].map((_, index) => `answer ${index}`);
      const text = [names, ...rows].map((cells) => cells.map((one) => quoteRfc4180(one, delimiter)).join(delimiter))
        .join(end) + (endsWithNewline ? end : '');
      const dataset = await readText(text, { delimiter });
      expect(dataset.columns.map(({ name }) => name)).toEqual(names);
      dataset.columns.forEach((column, index) => {
        const written = rows.map((cells) => (column.kind === 'text' ? cells[index] : cells[index].trim()));
        expect(valuesOf(dataset, column.name)).toEqual(written);
      });
    }), { numRuns: 60 });
  });

  it('finds the delimiter of tables that quote every cell, whatever the cells hold', async () => {
    const table = fc.integer({ min: 2, max: 4 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 }));
    await fc.assert(fc.asyncProperty(table, fc.constantFrom(',', ';', '\t', '|'), async (rows, delimiter) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = [rows[0].map((_, index) => `q${index}`), ...rows].map((cells) => cells.map(quoted).join(delimiter))
        .join('\n');
      expect((await readText(text)).reading.delimiter?.value).toBe(delimiter);
    }), { numRuns: 60 });
  });
});
