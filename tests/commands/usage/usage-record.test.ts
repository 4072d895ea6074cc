import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usageRecord } from '../../../src/commands/usage/usage-record.js';
import type { UsageOptions } from '../../../src/commands/usage/usage-request.js';
import type { LogOptions } from '../../../src/importers/events/read-log.js';
import type { UsageRecord } from '../../../src/results/usage.js';
import { readLogText } from '../../importers/events/reading-logs.js';
import { usageByDefinition } from './usage-by-definition.js';
import type { WrittenEvent } from './usage-by-definition.js';

const recordOf = async (text: string, options: LogOptions & UsageOptions = {}, block = 2 ** 18): Promise<UsageRecord> =>
  usageRecord(await readLogText(text, options, { block }), options, { tool: 'test' });

const event: fc.Arbitrary<WrittenEvent> = fc.record({
  participant: fc.constantFrom('P1', 'P2', '007', '1e5', '__proto__', 'Ö, "x"'),
  // Around the end of summer time, so that days of 25 hours are met.
  time: fc.integer({ min: Date.UTC(2011, 10, 4) / 60_000, max: Date.UTC(2011, 10, 9) / 60_000 }).map((minute) => new Date(minute * 60_000).toISOString().replace('.000Z', 'Z')),
  feature: fc.constantFrom('message', 'labs', '__proto__', 'constructor', 'a "quoted", one'),
  duration: fc.integer({ min: 0, max: 500 }),
});
const cellOf = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const textOf = (events: readonly WrittenEvent[]): string =>
  `who,event_time,duration,feature\n${events.map(({ participant, time, feature, duration }) => [participant, time, String(duration), feature].map(cellOf).join(',')).join('\n')}\n`;

describe('usage, streamed', () => {
  it('equals what the definitions give in memory, for any log, zone, gap and block size', async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(event, { minLength: 1, maxLength: 60 }), fc.constantFrom('UTC', 'America/Chicago', 'Australia/Lord_Howe'), fc.constantFrom(15, 30, 90), fc.integer({ min: 32, max: 4096 }),
      async (events, zone, gap, block) => {
        const { estimates } = await recordOf(textOf(events), { participant: 'who', timezone: zone, gap }, block);
        expect(estimates).toEqual(usageByDefinition(events, { zone, gapMinutes: gap }));
      },
    ), { numRuns: 150 });
  });

  it('does not depend on how rows are written: the short way for plain rows and the long way agree, repeated rows too', async () => {
    const every = fc.constantFrom(
      (text: string) => text.replaceAll('\n', '\r\n'),
      (text: string) => text.replace(/(?<=^|,)[^,"\n]+(?=,|$)/gm, '"$&"'),
      (text: string) => text.replace(/(?<=^|,)[^,"\n]+(?=,|$)/gm, ' $& '),
      (text: string) => text.replace(/Z,/g, '.000Z,'),
      (text: string) => text.replace(/Z,/g, '+00:00,'),
    );
    const plain = event.filter(({ participant, feature }) => !/[",]/.test(participant + feature));
    await fc.assert(fc.asyncProperty(fc.array(plain, { minLength: 1, maxLength: 30 }), every, async (events, rewritten) => {
      const text = textOf([...events, ...events.slice(0, 3)]);
      const [a, b] = [await recordOf(text, { participant: 'who' }), await recordOf(rewritten(text), { participant: 'who' }, 128)];
      expect([b.estimates, b.features, b.n, b.warnings]).toEqual([a.estimates, a.features, a.n, a.warnings]);
    }), { numRuns: 100 });
  });

  it('does not depend on the order of rows', async () => {
    await fc.assert(fc.asyncProperty(fc.array(event, { minLength: 2, maxLength: 40 }).chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
      async ([events, shuffled]) => {
        const [a, b] = [await recordOf(textOf(events), { participant: 'who' }), await recordOf(textOf(shuffled), { participant: 'who' })];
        expect({ ...b, provenance: null }).toEqual({ ...a, provenance: null });
      }), { numRuns: 60 });
  });
});

const LOG = (rows: readonly string[]): string => `participant_id,timestamp,feature\n${rows.join('\n')}\n`;

describe('sessions', () => {
  it('end with a gap longer than --gap, not with one of just that', async () => {
    const { estimates: [one] } = await recordOf(LOG(['a,2011-01-01 10:00:00,x', 'a,2011-01-01 10:30:00,x', 'a,2011-01-01 11:00:01,x']));
    expect(one.sessions).toBe(2);
  });
});

describe('active days', () => {
  it('are days of --timezone: 23:30 and 00:30 in Chicago are two, and one in UTC', async () => {
    const log = LOG(['a,2011-06-02T04:30:00Z,x', 'a,2011-06-02T05:30:00Z,x']);
    expect((await recordOf(log)).estimates[0].active_days).toBe(1);
    const { active_days: days, first, last } = (await recordOf(log, { timezone: 'America/Chicago' })).estimates[0];
    expect([days, first, last]).toEqual([2, '2011-06-01T23:30:00-05:00', '2011-06-02T00:30:00-05:00']);
  });
});

describe('rows that repeat another', () => {
  const log = LOG(['a,2011-01-01 10:00:00,x', 'a,2011-01-01 10:00:00,y', 'a,2011-01-01 10:00:00,x', 'b,2011-01-01 10:00:00,x']);
  it('are counted, and said to be', async () => {
    const { estimates, warnings, n } = await recordOf(log);
    expect(estimates.map(({ events }) => events)).toEqual([3, 1]);
    expect(n).toEqual({ rows: 4, used: 4, excludedBy: {} });
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'W_EVENTS_REPEATED', message: expect.stringContaining('1 event repeats') }));
  });
  it('are counted once under --drop-duplicates', async () => {
    const { estimates, n } = await recordOf(log, { dropDuplicates: true });
    expect(estimates.map(({ events, 'events.x': x }) => [events, x])).toEqual([[2, 1], [1, 1]]);
    expect(n).toEqual({ rows: 4, used: 3, excludedBy: { duplicates: 1 } });
  });
});

describe('the window', () => {
  const log = LOG(['a,2011-01-01 00:00:00,x', 'a,2011-12-31 23:59:59,x', 'b,2012-01-01 00:00:00,x']);
  it('takes whole days, first and last inside; who did nothing in it has 0 and no first event', async () => {
    const { estimates, n, participants } = await recordOf(log, { from: '2011-01-01', to: '2011-12-31' });
    expect(estimates.map(({ participant, events, sessions, first, tenure_days: tenure }) => [participant, events, sessions, first, tenure]))
      .toEqual([['a', 2, 2, '2011-01-01T00:00:00Z', 364 + 86_399 / 86_400], ['b', 0, 0, null, null]]);
    expect(n.excludedBy).toEqual({ outsideWindow: 1 });
    expect(participants).toMatchObject({ total: 2, withEvents: 1, withoutEvents: 1 });
  });
  it('begins and ends at midnight of --timezone', async () => {
    const { estimates } = await recordOf(LOG(['a,2011-01-02T05:59:59Z,x', 'a,2011-01-02T06:00:00Z,x']), { from: '2011-01-02', timezone: 'America/Chicago' });
    expect(estimates[0].events).toBe(1);
  });
});

describe('a log that is not clean', () => {
  it('counts blank ids, blank features and what cannot be read, and says where', async () => {
    const { n, warnings, features } = await recordOf('id,time,feature,duration\n ,2011-01-01,x,1\nNA,2011-01-01,x,1\na,2011-01-01,,1\na,2011-01-02,x,long\na,never,x,1\n,,,\n');
    expect(n).toEqual({ rows: 5, used: 2, excludedBy: { blankId: 2, unreadableTime: 1 } });
    expect(features).toEqual([{ feature: null, users: 1, events: 1, share: 0.5 }, { feature: 'x', users: 1, events: 1, share: 0.5 }]);
    expect(warnings.map(({ code, where }) => [code, where])).toEqual([
      ['W_ID_BLANK', '<stdin>:2'], ['W_FEATURE_BLANK', '<stdin>:4'], ['W_DURATION_UNREADABLE', '<stdin>:5'], ['W_TIME_UNREADABLE', '<stdin>:6'], ['W_ROWS_BLANK', '<stdin>:7'],
    ]);
  });
  it('reads local times by the zone, counts those that clocks skipped or repeated, and says that zones are mixed', async () => {
    const { estimates, warnings } = await recordOf(LOG(['a,2011-03-13 02:30:00,x', 'a,2011-11-06 01:30:00,x', 'a,2011-11-06T12:00:00Z,x']), { timezone: 'America/Chicago' });
    expect(estimates[0]).toMatchObject({ first: '2011-03-13T03:30:00-05:00', last: '2011-11-06T06:00:00-06:00' });
    expect(warnings.map(({ code }) => code)).toEqual(['W_TIME_SKIPPED', 'W_TIME_REPEATED', 'W_TIME_ZONES_MIXED']);
  });
});
