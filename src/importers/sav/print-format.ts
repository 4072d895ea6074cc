/** Formats whose numbers are seconds since 14 October 1582, by their number in the dictionary. */
const DATES: ReadonlySet<number> = new Set([
  20, // DATE
  22, // DATETIME
  23, // ADATE
  24, // JDATE
  28, // MOYR
  29, // QYR
  30, // WKYR
  38, // EDATE
  39, // SDATE
  41, // YMDHMS
]);

/** From 1582-10-14, the first day of the Gregorian calendar as SPSS counts, to 1970-01-01. */
const SECONDS_TO_1970 = 12_219_379_200;

/**
 * Whether a print format shows a day. TIME, DTIME and MTIME are durations, and WKDAY and MONTH are numbers.
 *
 * @param packed type, width and decimals, as a variable's record holds them
 */
export function showsDay(packed: number): boolean {
  return DATES.has((packed >> 16) & 0xff);
}

/** Milliseconds since 1970-01-01T00:00Z. */
export function millisecondsOf(seconds: number): number {
  return (seconds - SECONDS_TO_1970) * 1000;
}
