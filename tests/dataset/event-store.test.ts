import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventStore } from '../../src/dataset/event-store.js';

describe('the store of events', () => {
  const runsOfEvents = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 300 })), { minLength: 1, maxLength: 30 });
  // Whole seconds are kept in fewer bytes than milliseconds; the first that does not fit may come at any time.
  it.each([[true], [false]])('gives back each participant’s events in the order they came, however many and whenever the first fraction comes (durations: %s)', (hasDurations) => {
    fc.assert(fc.property(runsOfEvents, fc.constantFrom(0, 5, 500, 2000, 1e9), (runs, fractionsFrom) => {
      const store = new EventStore(hasDurations);
      const expected = Array.from({ length: 6 }, () => [] as number[][]);
      let count = 0;
      const next = (): number => 1000 * count + (count++ >= fractionsFrom ? 0.5 : 0);
      for (let participant = 0; participant < 6; participant += 1) {
        const time = next();
        store.add(participant, time, 0, participant, NaN);
        expected[participant].push([time, 0, participant, NaN]);
      }
      for (const [participant, count] of runs) {
        for (let left = count; left > 0; left -= 1) {
          const event = [next(), left % 7, (count * 2_654_435_761) >>> 0, 2 * left];
          store.add(participant, event[0], event[1], event[2], event[3]);
          expected[participant].push(event);
        }
      }
      expected.forEach((events, participant) => {
        const { times, features, rowHashes, durations } = store.of(participant);
        expect(Array.from(times, (one, at) => [one, features[at], rowHashes[at], durations?.[at] ?? events[at][3]])).toEqual(events);
      });
      const last = Math.max(...expected.flat().map(([time]) => time));
      const first = Math.min(...expected.flat().map(([time]) => time));
      expect([store.events, store.first, store.last]).toEqual([count, first, last]);
      store.mapTimes((one) => -one);
      expect(Array.from(store.of(3).times, (one) => -one)).toEqual(expected[3].map(([one]) => one));
      expect([store.first, store.last]).toEqual([-last, -first]);
    }), { numRuns: 60 });
  });

  it('has nothing of a participant it does not know', () => {
    const store = new EventStore(false);
    store.add(0, 1, 2, 3, NaN);
    expect([store.of(-1).times.length, store.of(1).times.length]).toEqual([0, 0]);
  });
});
