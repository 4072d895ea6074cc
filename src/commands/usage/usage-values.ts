import { StudyError } from '../../errors.js';

/** Reads `-365..0`: days from the first to the second, both inside. */
export function dayRange(text: string): readonly [number, number] {
  const found = /^\s*([+-]?\d{1,6})\s*(?:\.\.|:|to)\s*([+-]?\d{1,6})\s*$/.exec(text.replaceAll('−', '-'));
  const [first, last] = found === null ? [1, 0] : [Number(found[1]), Number(found[2])];
  if (first <= last) return [first, last];
  throw new StudyError('E_OPTION_VALUE', `--days takes a range of days, the earlier first, not "${text}".`, { hint: 'For example: --days -365..0.' });
}

/** Reads `30m`, `2h` or `90s` as minutes; a bare number is minutes. */
export function gapMinutes(text: string): number {
  const units = new Map([['s', 1 / 60], ['m', 1], ['min', 1], ['', 1], ['h', 60], ['d', 1440]]);
  const found = /^(\d+(?:\.\d+)?)\s*(s|min|m|h|d|)$/i.exec(text.trim());
  const minutes = found === null ? 0 : Number(found[1]) * (units.get(found[2].toLowerCase()) ?? 0);
  if (minutes > 0) return minutes;
  throw new StudyError('E_OPTION_VALUE', `--gap takes a length of time, not "${text}".`, { hint: 'For example: --gap 30m.' });
}
