import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventStore } from '../../src/dataset/event-store.js';

describe('the store of events', () => {
  it.each([true, false])('gives back each participant’s events in the order they came, however many (durations: %s)', (hasDurations) => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 300 })), { minLength: 1, maxLength: 30 }), (runs) => {
      const store = new EventStore(hasDurations);
      const expected = Array.from({ length: 6 }, () => [] as number[][]);
      let time = 0;
      for (let participant = 0; participant < 6; participant += 1) {
        store.add(participant, time, 0, participant, 0.5);
        expected[participant].push([time++, 0, participant, 0.5]);
      }
      for (const [participant, count] of runs) {
        for (let left = count; left > 0; left -= 1) {
          const event = [time++, left % 7, (time * 2_654_435_761) >>> 0, left / 2];
          store.add(participant, event[0], event[1], event[2], event[3]);
          expected[participant].push(event);
        }
      }
      expected.forEach((events, participant) => {
        const { times, features, rowHashes, durations } = store.of(participant);
        expect(Array.from(times, (one, at) => [one, features[at], rowHashes[at], durations?.[at] ?? events[at][3]])).toEqual(events);
      });
      expect([store.events, store.first, store.last]).toEqual([time, 0, time - 1]);
      store.mapTimes((one) => -one);
      expect(Array.from(store.of(3).times, (one) => -one)).toEqual(expected[3].map(([one]) => one));
      expect([store.first, Math.abs(store.last)]).toEqual([1 - time, 0]);
    }), { numRuns: 60 });
  });

  it('has nothing of a participant it does not know', () => {
    const store = new EventStore(false);
    store.add(0, 1, 2, 3, NaN);
    expect([store.of(-1).times.length, store.of(1).times.length]).toEqual([0, 0]);
  });
});
