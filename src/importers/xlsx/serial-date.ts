const DAY = 86_400_000;
/** 9999-12-31, the last day that a spreadsheet knows. */
const LAST = { 1900: 2_958_465, 1904: 2_957_003 } as const;

/** The first day of a workbook's calendar. */
export type DateSystem = 1900 | 1904;

/**
 * The date, or date and time, of a spreadsheet's day number as ISO 8601 to the millisecond; null where the calendar
 * does not reach. The calendar of 1900 has a 29 February that never was (day 60), and a day 0: both are written as
 * the spreadsheet shows them, and are no dates to anybody else.
 *
 * @example
 * serialDate(25991, 1900); // '1971-02-27'
 * serialDate(44208.5, 1900); // '2021-01-12T12:00:00'
 * serialDate(0, 1904); // '1904-01-01'
 */
export function serialDate(serial: number, system: DateSystem): string | null {
  if (!(serial >= 0 && serial < LAST[system] + 1)) return null;
  const day = Math.floor(serial);
  if (system === 1900 && day === 0) return '1900-01-00';
  if (system === 1900 && day === 60) return '1900-02-29';
  const start = system === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const written = new Date(start + day * DAY + Math.round((serial - day) * DAY)).toISOString();
  return written.replace(/\.000Z$|Z$/, '').replace(/T00:00:00$/, '');
}
