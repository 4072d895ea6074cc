const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(?:(Z|UTC|GMT)?\s*([+-]\d{1,2}(?::?\d{2})?)?)$/i;

/**
 * Milliseconds from midnight UTC of the day that a time of day is written with, such as `9:30`, `9:30:15 PM` or
 * `21:30 GMT-5`; null where it is none. A time without a zone is taken as UTC.
 */
export function clockTime(text: string): number | null {
  const [, hour, minute, second = '0', fraction = '', half, , zone] = TIME.exec(text.trim()) ?? [];
  if (hour === undefined) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hours > 23 || (half !== undefined && (Number(hour) > 12 || Number(hour) === 0)) || Number(minute) > 59 || Number(second) > 59) return null;
  const milliseconds = fraction === '' ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  const offset = zone === undefined ? 0 : offsetMinutes(zone);
  return offset === null ? null : ((hours * 60 + Number(minute) - offset) * 60 + Number(second)) * 1000 + milliseconds;
}

/** Minutes east of UTC of `+02:00`, `-0530` or `-5`; null beyond what any place has. */
export function offsetMinutes(offset: string): number | null {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
  if (sign === undefined || Number(hours) > 14 || Number(minutes) > 59) return null;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Milliseconds since 1970-01-01T00:00Z at which a day begins in UTC; null for one that no calendar has. */
export function dayStart(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || day === 0 ? null : date.getTime();
}
