import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { timeZone } from '../../src/dataset/time-zone.js';

const ZONES = ['UTC', 'America/Chicago', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Casablanca', 'Pacific/Apia', 'America/Sao_Paulo'];
const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: Date.UTC(1985, 0, 1), max: Date.UTC(2030, 0, 1) });

const plain = (local: number): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime();

describe('time zones, against Temporal', () => {
  it('offsets of any instant agree, in any order of asking', () => {
    fc.assert(fc.property(zone, fc.array(instant, { minLength: 1, maxLength: 6 }), (name, instants) => {
      const ours = timeZone(name);
      for (const ms of instants) {
        const theirs = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(name);
        expect([name, ms, ours.offsetAt(ms)]).toEqual([name, ms, theirs.offsetNanoseconds / 1e6]);
      }
    }), { numRuns: 150 });
  });

  it('local times become the instants that Temporal calls compatible: after a gap later, of two the first', () => {
    fc.assert(fc.property(zone, instant, (name, local) => {
      expect(timeZone(name).instantOf(local)).toBe(plain(local).toZonedDateTime(name, { disambiguation: 'compatible' }).epochMilliseconds);
    }), { numRuns: 150 });
  });

  it.each([
    ['2011-03-13T02:30', 'skipped', '2011-03-13T08:30Z'],
    ['2011-11-06T01:30', 'repeated', '2011-11-06T06:30Z'],
    ['2011-11-06T02:00', null, '2011-11-06T08:00Z'],
    ['2011-03-13T01:59', null, '2011-03-13T07:59Z'],
  ])('%s in Chicago is %s', (local, change, utc) => {
    const ms = Date.parse(`${local}Z`);
    expect([timeZone('America/Chicago').changeAt(ms), timeZone('America/Chicago').instantOf(ms)]).toEqual([change, Date.parse(utc)]);
  });

  it('days begin at local midnight', () => {
    const chicago = timeZone('America/Chicago');
    expect(chicago.dayOf(Date.UTC(2011, 6, 5, 4, 59)) - chicago.dayOf(Date.UTC(2011, 6, 5, 5, 0))).toBe(-1);
  });

  it('a name that is none is refused with the nearest', () => {
    expect(() => timeZone('America/Chicgo')).toThrow(expect.objectContaining({ code: 'E_TIMEZONE', hint: 'Nearest: --timezone America/Chicago.' }));
    expect(() => timeZone('chicago')).toThrow(expect.objectContaining({ hint: 'Nearest: --timezone America/Chicago.' }));
  });
});
