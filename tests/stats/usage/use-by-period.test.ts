import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeZone } from '../../../src/dataset/time-zone.js';
import { addUse, useByPeriod } from '../../../src/stats/usage/use-by-period.js';
import type { UseByDay } from '../../../src/stats/usage/use-by-period.js';

const CHICAGO = timeZone('America/Chicago');
const DAY = 86_400_000;

/** One participant's events at instants, all of feature 0 or as given. */
function use(times: readonly number[], features: readonly number[] = times.map(() => 0), count = 1) {
  const byDay: UseByDay = new Map();
  const order = times.map((_, at) => at).sort((a, b) => times[a] - times[b]);
  addUse(byDay, {
    times: Float64Array.from(order, (at) => times[at]), features: Uint32Array.from(order, (at) => features[at]), rowHashes: new Uint32Array(times.length), durations: null,
  }, CHICAGO, count);
  return useByPeriod(byDay, count);
}

const at = (text: string): number => Date.parse(text);

describe('useByPeriod', () => {
  it('takes days up to three weeks, weeks up to four months, months up to twenty years, then years', () => {
    const first = at('2011-03-02T12:00:00-06:00');
    const kinds = [1, 20, 21, 119, 120, 7000, 8000].map((days) => use([first, first + days * DAY])?.kind);
    expect(kinds).toEqual(['day', 'day', 'week', 'week', 'month', 'month', 'year']);
  });

  it('names a week by its Monday, and leaves no gap between periods', () => {
    const found = use([at('2011-03-02T12:00:00-06:00'), at('2011-03-28T00:30:00-05:00'), at('2011-03-27T23:30:00-05:00')])!;
    expect(found.periods).toEqual(['2011-02-28', '2011-03-07', '2011-03-14', '2011-03-21', '2011-03-28']);
    expect(found.counts).toEqual([[1, 0, 0, 1, 1]]);
  });

  it('tells days apart where the zone is', () => {
    const lateInJanuary = at('2011-02-01T05:59:59Z');
    expect(use([lateInJanuary, at('2011-06-01T12:00:00Z')])!.periods[0]).toBe('2011-01');
  });

  it('has nothing to show of no event', () => {
    expect(use([])).toBe(null);
  });

  it('counts what the tz database says month by month, every event once', () => {
    const month = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Chicago', year: 'numeric', month: '2-digit' });
    const [from, until] = [at('2010-01-01T00:00:00Z'), at('2013-01-01T00:00:00Z')];
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: from, max: until }), fc.integer({ min: 0, max: 2 })), { minLength: 2, maxLength: 60 }), (events) => {
      const times = events.map(([time]) => time);
      const found = use(times, events.map(([, feature]) => feature), 3)!;
      if (found.kind !== 'month') return;
      found.counts.forEach((counts, feature) => counts.forEach((count, period) => {
        expect(count).toBe(events.filter(([time, own]) => own === feature && month.format(time) === found.periods[period]).length);
      }));
    }), { numRuns: 60 });
  });
});
