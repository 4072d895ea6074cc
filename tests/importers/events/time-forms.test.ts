import { describe, expect, it } from 'vitest';
import { failure } from '../reading.js';
import { eventsOf, readLogText, timeOf } from './reading-logs.js';

describe('a time stamp', () => {
  it.each([
    ['2011-03-04T05:06:07Z', '2011-03-04T05:06:07.000Z'],
    ['2011-03-04 05:06:07', '2011-03-04T05:06:07.000Z'],
    ['2011-03-04T05:06:07.891234Z', '2011-03-04T05:06:07.891Z'],
    ['2011-03-04T05:06:07,5', '2011-03-04T05:06:07.500Z'],
    ['2011-03-04T05:06:07-06:00', '2011-03-04T11:06:07.000Z'],
    ['2011-03-04T05:06:07.25+0530', '2011-03-03T23:36:07.250Z'],
    ['2011-03-04 05:06', '2011-03-04T05:06:00.000Z'],
    ['2011-03-04', '2011-03-04T00:00:00.000Z'],
    ['2011/03/04 05:06:07.089', '2011-03-04T05:06:07.089Z'],
    ['12.12.1996', '1996-12-12T00:00:00.000Z'],
    ['28.5.1999 23:59:01', '1999-05-28T23:59:01.000Z'],
    ['10/Oct/2000:13:55:36 -0700', '2000-10-10T20:55:36.000Z'],
    ['[10/Oct/2000:13:55:36 +0000]', '2000-10-10T13:55:36.000Z'],
    ['Tue, 04 Mar 2011 05:06:07 GMT', '2011-03-04T05:06:07.000Z'],
    ['Mar 4, 2011 5:06 PM', '2011-03-04T17:06:00.000Z'],
    ['4-Mar-2011 12:00 am', '2011-03-04T00:00:00.000Z'],
    ['1299215167', '2011-03-04T05:06:07.000Z'],
    ['1299215167.5', '2011-03-04T05:06:07.500Z'],
    ['1299215167891', '2011-03-04T05:06:07.891Z'],
    ['1299215167891234', '2011-03-04T05:06:07.891Z'],
    ['2012-02-29T23:59:60Z', '2012-03-01T00:00:00.000Z'],
  ])('%s is read as %s', async (written, instant) => {
    expect(await timeOf(written)).toBe(instant);
  });

  it.each([
    ['yesterday', 'W_TIME_UNREADABLE'],
    ['2011-02-29 10:00:00', 'W_TIME_UNREADABLE'],
    ['2011-13-01T10:00:00Z', 'W_TIME_UNREADABLE'],
    ['2011-03-04T24:00:00Z', 'W_TIME_UNREADABLE'],
    ['2011-03-04T10:60:00Z', 'W_TIME_UNREADABLE'],
    ['2011-03-04T10:00:00+99:00', 'W_TIME_UNREADABLE'],
    ['2011-03-04T10:00:00.Z', 'W_TIME_UNREADABLE'],
    ['13:00 PM', 'W_TIME_UNREADABLE'],
    ['25991', 'W_TIME_SERIAL'],
    ['40544.75', 'W_TIME_SERIAL'],
    ['', 'W_TIME_BLANK'],
  ])('%s is none: %s', async (written, code) => {
    expect(await timeOf(written)).toBe(code);
  });

  it('that cannot be read is listed with its text, its line and the count', async () => {
    const { warnings, excludedBy } = await readLogText('id,time\na,2011-01-01\na,soon\nb,later\nc,now\nd,then\n');
    expect(warnings).toEqual([{
      code: 'W_TIME_UNREADABLE', where: '<stdin>:3',
      message: '4 events with a time that cannot be read; left out: "soon" in line 3, "later" in line 4, "now" in line 5 and 1 more.',
    }]);
    expect(excludedBy).toEqual({ blankId: 0, unreadableTime: 4 });
  });
});

describe('day and month', () => {
  const log = (...dates: string[]): string => `id,time\n${dates.map((date) => `p,${date}\n`).join('')}`;
  const days = async (...args: Parameters<typeof readLogText>): Promise<string[]> =>
    eventsOf(await readLogText(...args)).map(([, instant]) => instant.slice(0, 10));

  it('are refused where nothing tells them apart', async () => {
    const error = await failure(readLogText(log('3/4/2011 10:00', '5/6/2011 10:00')));
    expect([error.code, error.hint]).toEqual(['E_DATE_AMBIGUOUS', 'Type --date-format d/m/y or --date-format m/d/y.']);
  });

  it('are read as declared', async () => {
    expect(await days(log('3/4/2011'), { dateFormat: 'd/m/y' })).toEqual(['2011-04-03']);
    expect(await days(log('3/4/2011'), { dateFormat: '%m/%d/%Y %H:%M' })).toEqual(['2011-03-04']);
    expect(await days(log('3/4/11'), { dateFormat: 'MM/DD/YY' })).toEqual(['2011-03-04']);
  });

  it('are settled by a date that can be read in one order only, even if it is the last', async () => {
    expect(await days(log('3/4/2011', '5/6/2011', '7/25/2011'))).toEqual(['2011-03-04', '2011-05-06', '2011-07-25']);
    expect(await days(log('3/4/2011', '25/7/2011'))).toEqual(['2011-04-03', '2011-07-25']);
  });

  it('are refused where one date contradicts another, naming both lines', async () => {
    const error = await failure(readLogText(log('25/7/2011', '7/25/2011')));
    expect(error.message).toContain('<stdin>:2');
    expect(error.message).toContain('<stdin>:3');
  });

  it('become instants by the rules of the zone once they are settled', async () => {
    const read = eventsOf(await readLogText(log('7/4/2011 10:00', '12/25/2011 10:00'), { timezone: 'America/Chicago' }));
    expect(read.map(([, instant]) => instant)).toEqual(['2011-07-04T15:00:00.000Z', '2011-12-25T16:00:00.000Z']);
  });
});
