import { describe, expect, it } from 'vitest';
import { columnOf, contentOf, failure, readText, valuesOf, warning, warningCodes } from '../reading.js';
import { madeSheet, madeWorkbook } from './made-workbook.js';
import type { MadeCell } from './made-workbook.js';

/** A cell of a style, with a number. */
const styled = (style: number, value: number | string): MadeCell => ({ xml: ` s="${style}"><v>${value}</v>` });
const typed = (type: string, value: string): MadeCell => ({ xml: ` t="${type}"><v>${value}</v>` });

describe('an .xlsx workbook', () => {
  it('is recognised by what it holds and read as the same table in CSV would be', async () => {
    const workbook = await readText(madeSheet([['id', 'arm', 'hba1c', 'q1'], ['p1', 'a', 7.2, 1], ['p2', 'b', 8.25, 3], ['p3', 'a', null, 2], ['p4', 'b', 6, 5]]));
    const csv = await readText('id,arm,hba1c,q1\np1,a,7.2,1\np2,b,8.25,3\np3,a,,2\np4,b,6,5\n');
    expect(contentOf(workbook)).toEqual(contentOf(csv));
    expect(columnOf(workbook, 'hba1c').unit).toBe('%');
    expect([...workbook.lines]).toEqual([2, 3, 4, 5]);
    expect(workbook.reading).toMatchObject({
      format: { value: 'xlsx' }, sheet: { value: 'Sheet1', why: 'the only sheet; its header is in row 1' }, delimiter: null, newline: null,
    });
    expect(workbook.warnings).toEqual([]);
  });

  it('keeps every stored number to its last digit, however it is written', async () => {
    const written = ['0.1', '129.19999999999999', '1e-7', '1.0000000000000002', '-2.5E+3', '9007199254740991', '8.1999999999999993', '5e-324', '1.7976931348623157E308'];
    const dataset = await readText(madeSheet([['x'], ...written.map((value) => [styled(0, value)])]));
    expect(valuesOf(dataset, 'x')).toEqual(written.map(Number));
    const comma = await readText(madeSheet([['x'], ...written.map((value) => [styled(0, value)])]), { decimal: ',' });
    expect(valuesOf(comma, 'x')).toEqual(written.map(Number));
  });

  it('reads shared and inline strings, rich text joined, readings of Asian script left out, characters that XML cannot write', async () => {
    const strings = ['<t>plain</t>', '<r><t xml:space="preserve">rich </t></r><r><rPr/><t>text</t></r>', '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>', '<t>a_x000A_b_x005F_x000A_</t>'];
    const cells = strings.map((_, index) => [typed('s', String(index))]);
    const dataset = await readText(madeSheet([['x'], ...cells, [typed('str', 'formula')], [{ xml: ' t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is>' }]], {}, { strings }));
    expect(valuesOf(dataset, 'x')).toEqual(['plain', 'rich text', '東京', 'a\nb_x000A_', 'formula', 'inline']);
  });

  it('reads booleans as TRUE and FALSE, and a formula as its stored value', async () => {
    const dataset = await readText(madeSheet([['b', 'f'], [typed('b', '1'), { xml: '><f>1+1</f><v>2.5</v>' }], [typed('b', '0'), { xml: '><f>A1</f><v>3.5</v>' }], [typed('b', '1'), 4], [typed('b', '0'), 4]]));
    expect(valuesOf(dataset, 'b')).toEqual(['TRUE', 'FALSE', 'TRUE', 'FALSE']);
    expect(valuesOf(dataset, 'f')).toEqual([2.5, 3.5, 4, 4]);
  });

  it('never takes an error for a missing value or for a group without a word', async () => {
    const dataset = await readText(madeSheet([['n', 'g'], [1.5, 'a'], [typed('e', '#REF!'), 'b'], [2.5, typed('e', '#N/A')], [3.5, 'a'], [4.5, 'b'], [4.5, typed('e', '#N/A')]]));
    expect(valuesOf(dataset, 'n')).toEqual([1.5, '[unreadable]', 2.5, 3.5, 4.5, 4.5]);
    expect(dataset.warnings.filter(({ code }) => code === 'W_CELL_ERROR').map(({ message, where }) => [where, message])).toEqual([
      ['<stdin>:3:n', '1 cell holds an error in place of a value: #REF!. Correct the formula, or type --na "#REF!".'],
      ['<stdin>:4:g', '2 cells hold an error in place of a value: #N/A. Correct the formula, or type --na "#N/A".'],
    ]);
    const declared = await readText(madeSheet([['g'], ['a'], [typed('e', '#N/A')], ['a']]), { na: ['#N/A'] });
    expect(valuesOf(declared, 'g')).toEqual(['a', '[declared]', 'a']);
  });

  it('says which formulas were never computed', async () => {
    const dataset = await readText(madeSheet([['x', 'y'], [1, { xml: '><f>A2*2</f>' }], [2, { xml: '><f>A3*2</f><v></v>' }], [2, 9]]));
    expect(valuesOf(dataset, 'y')).toEqual(['[blank]', '[blank]', 9]);
    expect(warning(dataset, 'W_FORMULA_UNCOMPUTED')).toMatchObject({ where: '<stdin>:2:y', message: expect.stringContaining('2 formulas without a stored value') });
  });

  it('reads dates by the style of their cells, in both calendars', async () => {
    const rows: MadeCell[][] = [['day', 'moment', 'plain'], [styled(1, 25991), styled(2, 44208.5), 25991], [styled(3, 25992), styled(2, 44209.25), 25992]];
    const formats = [14, 'yyyy\\-mm\\-dd\\ hh:mm', '[$-409]d\\-mmm\\-yy;@'];
    const dataset = await readText(madeSheet(rows, {}, { formats }));
    expect(contentOf(dataset)).toEqual(new Map<string, unknown>([
      ['day', ['date', Date.UTC(1971, 1, 27), Date.UTC(1971, 1, 28)]],
      ['moment', ['date', Date.UTC(2021, 0, 12, 12), Date.UTC(2021, 0, 13, 6)]],
      ['plain', ['number', 25991, 25992]],
    ]));
    const mac = await readText(madeSheet(rows, {}, { formats, date1904: true }));
    expect(valuesOf(mac, 'day')).toEqual([Date.UTC(1975, 1, 28), Date.UTC(1975, 2, 1)]);
  });

  it('keeps a time without a day as the part of a day it is stored as, and says so', async () => {
    const dataset = await readText(madeSheet([['t'], [styled(1, 0.5)], [styled(1, 0.25)]], {}, { formats: ['[h]:mm'] }));
    expect(valuesOf(dataset, 't')).toEqual([0.5, 0.25]);
    expect(warning(dataset, 'W_TIME_DAYS').where).toBe('<stdin>:2:t');
  });

  it('lists a text among dates, and a date among numbers', async () => {
    const dataset = await readText(madeSheet([['d', 'n'], [styled(1, 25991), 1.5], ['spring 1970', styled(1, 3)], [styled(1, 25993), 2.5]], {}, { formats: [14] }));
    expect(valuesOf(dataset, 'd')).toEqual([Date.UTC(1971, 1, 27), '[unreadable]', Date.UTC(1971, 2, 1)]);
    expect(valuesOf(dataset, 'n')).toEqual([1.5, '[unreadable]', 2.5]);
    expect(warning(dataset, 'W_NUMBER_UNREADABLE').message).toContain('"1900-01-03" (line 3)');
  });

  it('finds the header below titles, and says what it left out', async () => {
    const dataset = await readText(madeSheet([['A study'], ['by nobody'], [], ['id', 'x', 'y'], ['p1', 1, 2], ['p2', 3, 4]]));
    expect(dataset.columns.map(({ name }) => name)).toEqual(['id', 'x', 'y']);
    expect(dataset.reading.preamble).toEqual(['A study', 'by nobody']);
    expect(warning(dataset, 'W_TITLE_ROWS')).toEqual({ code: 'W_TITLE_ROWS', where: '<stdin>:1', message: '2 rows above the header left out: "A study", "by nobody".' });
  });

  it('joins a header of merged cells: one merged across names each column below, one merged down is said once', async () => {
    const rows = [['Title'], ['id', 'Visit 1', null, 'Visit 2', null], [null, 'BP', 'HR', 'BP', 'HR'], ['p1', 120, 60, 118, 61]];
    const dataset = await readText(madeSheet(rows, { merges: ['A1:E1', 'A2:A3', 'B2:C2', 'D2:E2'] }));
    expect(dataset.columns.map(({ name }) => name)).toEqual(['id', 'Visit 1: BP', 'Visit 1: HR', 'Visit 2: BP', 'Visit 2: HR']);
    expect(dataset.reading.sheet?.why).toBe('the only sheet; its header is in rows 2 and 3');
    const wide = [['Visit 1', null, null, null], ['id', 'BP', 'HR', 'RR'], ['p1', 120, 60, 12]];
    expect((await readText(madeSheet(wide, { merges: ['B1:D1', 'A1:A1'] }))).columns.map(({ name }) => name)).toEqual(['id', 'BP', 'HR', 'RR']);
  });

  it('leaves out blank rows and columns with notice, and names a column without a name', async () => {
    const dataset = await readText(madeSheet([['id', 'x', null, 'y', null], ['p1', 1.5, null, 2, 3], [], ['p2', 2.5, null, 2, 4]]));
    expect(dataset.columns.map(({ name }) => name)).toEqual(['id', 'x', 'y', 'column_4']);
    expect(warningCodes(dataset).sort()).toEqual(['W_COLUMNS_BLANK', 'W_HEADER_BLANK', 'W_ROWS_BLANK']);
    expect(warning(dataset, 'W_COLUMNS_BLANK').message).toBe('1 column without a name or a value left out: C.');
    expect([...dataset.lines]).toEqual([2, 4]);
  });

  it('warns of merged cells, hidden rows, hidden columns and macros', async () => {
    const bytes = madeSheet([['id', 'x'], ['p1', 'a'], ['p2', null], ['p3', 'b']], {
      merges: ['B2:B3'], rowAttributes: { 4: 'hidden="1"' }, before: '<cols><col min="2" max="3" hidden="1"/></cols>',
    }, { parts: { 'xl/vbaProject.bin': 'macro' } });
    expect(warningCodes(await readText(bytes)).sort()).toEqual(['W_CELLS_MERGED', 'W_COLUMNS_HIDDEN', 'W_MACROS', 'W_ROWS_HIDDEN']);
  });

  it('finds a part whose name differs in case', async () => {
    const strings = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>a</t></si></sst>';
    const bytes = madeSheet([['x'], [typed('s', '0')]], {}, { parts: { 'xl/SharedStrings.xml': strings }, without: ['xl/sharedStrings.xml'] });
    expect(valuesOf(await readText(bytes), 'x')).toEqual(['a']);
  });

  it('recognises the survey software that wrote it', async () => {
    const dataset = await readText(madeSheet([['record_id', 'sm___1', 'baseline_complete'], [1, 0, 2], [2, 1, 2]]));
    expect(dataset.reading.platform?.value).toBe('REDCap');
  });

  it('reads rows and cells that do not say where they stand', async () => {
    const sheet = '<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData><row><c t="inlineStr"><is><t>x</t></is></c><c t="inlineStr"><is><t>y</t></is></c></row><row><c/><c><v>1.5</v></c></row><row><c><v>2.5</v></c></row></sheetData></worksheet>';
    const dataset = await readText(madeSheet([], {}, { parts: { 'xl/worksheets/sheet1.xml': sheet } }));
    expect([valuesOf(dataset, 'x'), valuesOf(dataset, 'y')]).toEqual([['[blank]', 2.5], [1.5, '[blank]']]);
  });
});

describe('--sheet', () => {
  const sheets = [
    { name: 'Codes', state: 'hidden', rows: [['code']] }, { name: 'About', rows: [['about'], ['text']] },
    { name: 'Wave 2', rows: [['x'], [1.5]] }, { name: '1', rows: [['y'], [2.5]] },
  ] as const;

  it('without it the first sheet that is not hidden is read, and the others are named', async () => {
    const dataset = await readText(madeWorkbook({ sheets }));
    expect(dataset.reading.sheet).toEqual({ value: 'About', why: 'the first of 4 sheets that is not hidden, 1 hidden; its header is in row 1' });
    expect(warning(dataset, 'W_SHEETS').message)
      .toBe('Only the sheet "About" is read; the workbook also has Codes (hidden), Wave 2, 1. For another, type --sheet Codes.');
  });

  it.each([['Wave 2', 'Wave 2'], ['wave 2', 'Wave 2'], ['3', 'Wave 2'], ['1', '1'], ['Codes', 'Codes']])('%s reads the sheet %s', async (sheet, name) => {
    const dataset = await readText(madeWorkbook({ sheets }), { sheet });
    expect(dataset.reading.sheet?.value).toBe(name);
    expect(warningCodes(dataset)).not.toContain('W_SHEETS');
  });

  it('names the nearest sheet, or all of them', async () => {
    expect(await failure(readText(madeWorkbook({ sheets }), { sheet: 'Wave2' }))).toMatchObject({ code: 'E_SHEET_MISSING', hint: "Nearest: --sheet 'Wave 2'." });
    expect(await failure(readText(madeWorkbook({ sheets }), { sheet: 'Qualtrics' }))).toMatchObject({ hint: 'Sheets: Codes, About, Wave 2, 1.' });
    expect(await failure(readText('a,b\n1,2\n', { sheet: 'x' }))).toMatchObject({ code: 'E_OPTION_VALUE' });
  });
});
