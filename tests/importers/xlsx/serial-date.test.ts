import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src/importers/columns/dates.js';
import { serialDate } from '../../../src/importers/xlsx/serial-date.js';

describe('serialDate', () => {
  // ECMA-376 part 1, 18.17.4.1 gives 1900-01-01, 2008-02-01 (39479) and 9999-12-31, and 5: 1904-01-06.
  it.each([[1, 1900, '1900-01-01'], [39479, 1900, '2008-02-01'], [2958465, 1900, '9999-12-31'], [0, 1904, '1904-01-01'], [5, 1904, '1904-01-06'], [2957003, 1904, '9999-12-31']] as const)('day %d of the calendar of %d is %s', (day, system, date) => {
    expect(serialDate(day, system)).toBe(date);
  });

  it('goes past the 29 February 1900 that never was, which is no date', () => {
    expect([59, 60, 61].map((day) => serialDate(day, 1900))).toEqual(['1900-02-28', '1900-02-29', '1900-03-01']);
    expect(isoDate('1900-02-29')).toBeNull();
    expect(isoDate(serialDate(0, 1900) ?? '')).toBeNull();
  });

  it('counts every later day once, in both calendars', () => {
    for (let day = 61; day < 80_000; day += 1) {
      expect(isoDate(serialDate(day, 1900) ?? '')).toBe(Date.UTC(1899, 11, 30 + day));
      expect(isoDate(serialDate(day, 1904) ?? '')).toBe(Date.UTC(1904, 0, 1 + day));
    }
  });

  it('gives times to the millisecond, to which a double near 45000 days is exact', () => {
    for (const milliseconds of [1, 999, 1000, 43_200_000, 49_510_500, 86_399_999]) {
      const serial = 44208 + milliseconds / 86_400_000;
      expect(isoDate(serialDate(serial, 1900) ?? '')).toBe(Date.UTC(2021, 0, 12) + milliseconds);
    }
  });

  it('is null where the calendar does not reach', () => {
    expect([-1, 2958466, NaN, Infinity].map((day) => serialDate(day, 1900))).toEqual([null, null, null, null]);
  });
});
