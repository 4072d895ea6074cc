import { describe, expect, it } from 'vitest';
import { failure, readText, valuesOf, warning, warningCodes } from '../reading.js';

describe('rows', () => {
  it('of other length than the header are refused with line and both counts', async () => {
    const error = await failure(readText('a,b,c\n1,2,3\n"x\ny",2\n'));
    expect(error).toMatchObject({ code: 'E_ROW_RAGGED', message: 'Line 3 has 2 cells where the header has 3.',
      where: '<stdin>:3' });
  });

  it('that are one cell too long from the start point to row names', async () => {
    expect((await failure(readText('a,b\nr1,1,2\nr2,3,4\n'))).hint).toContain('row names');
  });

  it('may end in blank cells beyond the header, with a warning', async () => {
    const dataset = await readText('a,b\nx,2\ny,3, ,\n');
    expect(dataset.columns).toHaveLength(2);
    expect(warning(dataset, 'W_CELLS_EXTRA')).toMatchObject({ where: '<stdin>:3',
      message: expect.stringMatching(/^1 row/) });
  });

  it('of nothing but blank cells are left out with a warning; blank lines without', async () => {
    const dataset = await readText('a,b\n\nx,2\n,\n\n , \ny,3\n\n');
    expect([...dataset.lines]).toEqual([3, 7]);
    expect(dataset.warnings).toEqual([{ code: 'W_ROWS_BLANK', message: '2 rows of blank cells left out.',
      where: '<stdin>:4' }]);
  });

  it('of one column may be blank, because nothing else tells how many there are', async () => {
    const dataset = await readText('note\nfine\n\nbad\n');
    expect(valuesOf(dataset, 'note')).toEqual(['fine', '[blank]', 'bad']);
    expect(warningCodes(dataset)).toEqual(['W_LINES_BLANK']);
  });

  it('with a quote inside an unquoted cell keep it, with one warning a column', async () => {
    const dataset = await readText('id,height,x\na,6\'3",1\nb,5\'2",2\nc,"5\'4""",3\n');
    expect(valuesOf(dataset, 'height')).toEqual(['6\'3"', '5\'2"', '5\'4"']);
    expect(warning(dataset, 'W_QUOTE_STRAY')).toEqual({
      code: 'W_QUOTE_STRAY', message: '2 cells with a quote inside, but not quoted; kept as written.',
        where: '<stdin>:2:height',
    });
  });

  it('swallowed by an open quote are suspected', async () => {
    const dataset = await readText('id,note,x\n1,"open,1\n2,ok,2\n3,ok",3\n');
    expect(warning(dataset, 'W_QUOTE_SWALLOWED').where).toBe('<stdin>:2:note');
  });
});

describe('a file', () => {
  it('without a byte, or of blank lines, has no header', async () => {
    expect(await failure(readText(''))).toMatchObject({ code: 'E_FILE_EMPTY', message: 'The file is empty.' });
    expect(await failure(readText('\ufeff'))).toMatchObject({ code: 'E_HEADER_MISSING' });
    expect(await failure(readText('\r\n \r\n'))).toMatchObject({ code: 'E_HEADER_MISSING' });
  });

  it('of a header alone has no rows, and says so', async () => {
    const dataset = await readText('id,score\n');
    expect(dataset.rows).toBe(0);
    expect(warningCodes(dataset)).toEqual(['W_ROWS_NONE']);
  });
});
