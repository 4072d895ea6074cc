import { describe, expect, it } from 'vitest';
import { isoDate, unmistakableDate } from '../../../src/importers/columns/dates.js';
import { isDayMonthYear } from '../../../src/importers/columns/day-month-dates.js';
import { columnOf, failure, readText, valuesOf, warning } from '../reading.js';

describe('isoDate', () => {
  it.each([
    ['2011-02-28', '2011-02-28T00:00:00.000Z'], ['2012-02-29', '2012-02-29T00:00:00.000Z'],
      ['2011-03-01T09:30', '2011-03-01T09:30:00.000Z'],
    ['2011-03-01 09:30:15.25', '2011-03-01T09:30:15.250Z'], ['2011-03-01T09:30:15,123456Z', '2011-03-01T09:30:15.123Z'],
    ['2011-03-01T00:30:00+02:00', '2011-02-28T22:30:00.000Z'], ['2011-03-01T00:30-0530', '2011-03-01T06:00:00.000Z'],
      ['2011-03-01T00:30+01', '2011-02-28T23:30:00.000Z'],
    ['0099-01-01', '0099-01-01T00:00:00.000Z'],
  ])('reads %s', (text, iso) => expect(new Date(isoDate(text) ?? NaN).toISOString()).toBe(iso));

  it.each([['2011-02-30'], ['2011-13-01'], ['2011-00-10'], ['2011-1-1'], ['20110101'], ['2011-01-01T24:00'],
    ['2011-01-01T10:60'], ['2011-01-01+02:00'], ['2011-01-01T10:00+25:00'], ['01.02.2011']])(
    'does not read %s', (text) => expect(isoDate(text)).toBeNull());
});

describe('unmistakableDate', () => {
  it.each([
    ['2011/03/04 09:30:15.250', '2011-03-04T09:30:15.250Z'], ['2011/3/4 3:06:28 PM GMT-5', '2011-03-04T20:06:28.000Z'],
    ['2011.03.04', '2011-03-04T00:00:00.000Z'], ['4 Mar 2011', '2011-03-04T00:00:00.000Z'], ['04-Mar-2011', '2011-03-04T00:00:00.000Z'],
    ['04MAR2011', '2011-03-04T00:00:00.000Z'], ['March 4, 2011', '2011-03-04T00:00:00.000Z'], ['Sept 4, 2011 12:05 AM', '2011-09-04T00:05:00.000Z'],
    ['10/Oct/2000:13:55:36 -0700', '2000-10-10T20:55:36.000Z'],
  ])('reads %s', (text, iso) => expect(new Date(unmistakableDate(text) ?? NaN).toISOString()).toBe(iso));

  it.each([['3/4/2011'], ['31 Feb 2011'], ['4 Mai 2011'], ['2011/13/01'], ['2011/03/04 25:00'], ['Mar 2011'], ['10 mg 2011'], ['0 Mar 2011'], ['2011/03/04 13:30 PM']])(
    'does not read %s', (text) => expect(unmistakableDate(text)).toBeNull());
});

describe('isDayMonthYear', () => {
  it.each([['3/4/2011'], ['28.5.1999'], ['03-04-11'], ['3/4/2011 9:30:00'], ['3/4/2011 9:30 PM']])('knows %s',
    (text) => expect(isDayMonthYear(text)).toBe(true));
  it.each([['3/4'], ['167/92'], ['3/4.2011'], ['2011-03-04'], ['1.2.3.4']])('does not take %s for one',
    (text) => expect(isDayMonthYear(text)).toBe(false));
});

describe('date columns', () => {
  it('hold milliseconds, and list what is no date', async () => {
    const dataset = await readText('id,day\na,2011-01-01\nb,2011-02-30\nc,2011-01-03\nd,soon\ne,2011-01-05\n');
    expect(valuesOf(dataset, 'day')).toEqual([1293840000000, '[unreadable]', 1294012800000, '[unreadable]',
      1294185600000]);
    expect(warning(dataset, 'W_DATE_UNREADABLE').message)
      .toBe('2 cells are no dates and left out: "2011-02-30" (line 3), "soon" (line 5).');
  });

  it('in an order that cannot be told stay text, with a warning', async () => {
    const dataset = await readText('id,day\na,3/4/2011\nb,5/6/2011\n');
    expect(columnOf(dataset, 'day').kind).toBe('text');
    expect(warning(dataset, 'W_DATE_AMBIGUOUS')).toMatchObject({ where: '<stdin>:2:day', message: 'Read as text: ' +
      'its dates do not say whether the day or the month comes first. Type --date-format day=dmy or day=mdy.' });
  });

  it('are read in the one order in which every cell is a date, which is said', async () => {
    const dataset = await readText('id,day\na,3/4/2011 9:30:00\nb,3/14/2011 10:12:59\n');
    expect(valuesOf(dataset, 'day')).toEqual([Date.UTC(2011, 2, 4, 9, 30), Date.UTC(2011, 2, 14, 10, 12, 59)]);
    expect(warning(dataset, 'W_DATE_ORDER').message)
      .toBe('Dates read as month, day, year, because "3/14/2011 10:12:59" (line 3) is none in the other order.');
  });

  it('whose cells need different orders stay text, and one of each is named', async () => {
    const dataset = await readText('id,day\na,14/3/2011\nb,3/15/2011\n');
    expect(columnOf(dataset, 'day').kind).toBe('text');
    expect(warning(dataset, 'W_DATE_MIXED').message).toContain('the day first, such as "14/3/2011" (line 2), and the month first, such as "3/15/2011" (line 3)');
  });

  it('that are the same in both orders need none', async () => {
    const dataset = await readText('id,day\na,12.12.1996\nb,1/1/2011\n');
    expect(valuesOf(dataset, 'day')).toEqual([Date.UTC(1996, 11, 12), Date.UTC(2011, 0, 1)]);
    expect(dataset.warnings).toEqual([]);
  });

  it('are read in the order that is declared, for all columns or for one', async () => {
    const text = 'id,day,seen\na,3/4/2011,3/4/2011\nb,5/6/2011,5/14/2011\n';
    const dataset = await readText(text, { dateFormat: ['d/m/Y', 'seen=%m/%d/%Y'] });
    expect(valuesOf(dataset, 'day')).toEqual([Date.UTC(2011, 3, 3), Date.UTC(2011, 5, 5)]);
    expect(valuesOf(dataset, 'seen')).toEqual([Date.UTC(2011, 2, 4), Date.UTC(2011, 4, 14)]);
    expect(dataset.warnings).toEqual([]);
    const wrong = await readText(text, { dateFormat: ['dmy'] });
    expect(warning(wrong, 'W_DATE_UNREADABLE').message).toBe('1 cell is no date (day, month, year) and left out: "5/14/2011" (line 3).');
  });

  it('of two digits for the year lie from 1969 to 2068, which is said', async () => {
    const dataset = await readText('id,born\na,12/25/68\nb,12/26/69\n', { dateFormat: ['mdy'] });
    expect(valuesOf(dataset, 'born')).toEqual([Date.UTC(2068, 11, 25), Date.UTC(1969, 11, 26)]);
    expect(warning(dataset, 'W_DATE_CENTURY').message).toContain('"12/25/68"');
  });

  it('as a spreadsheet numbers them stay numbers until they are declared', async () => {
    const text = 'id,birth_date\na,25991\nb,26321\n';
    const dataset = await readText(text);
    expect(columnOf(dataset, 'birth_date').kind).toBe('number');
    expect(warning(dataset, 'W_DATE_SERIAL').message)
      .toBe("Its numbers, such as 25991, look like a spreadsheet's days (1971-02-27); --date-format birth_date=serial reads them as dates.");
    const read = await readText(text, { dateFormat: ['birth_date=serial'] });
    expect(valuesOf(read, 'birth_date')).toEqual([Date.UTC(1971, 1, 27), Date.UTC(1972, 0, 23)]);
    expect((await readText('id,birth_weight\na,25991\nb,3200\n')).warnings).toEqual([]);
  });

  it('declared for a column that is not there, or in no order, are refused with what to type', async () => {
    expect(await failure(readText('id,visit\na,3/4/2011\n', { dateFormat: ['visits=dmy'] })))
      .toMatchObject({ code: 'E_COLUMN_MISSING', hint: 'Nearest: --date-format visit=dmy.' });
    expect(await failure(readText('id,visit\na,3/4/2011\n', { dateFormat: ['us'] }))).toMatchObject({ code: 'E_OPTION_VALUE' });
    expect(await failure(readText('id,visit\na,3/4/2011\n', { dateFormat: ['serial'] }))).toMatchObject({ code: 'E_OPTION_VALUE' });
  });
});
