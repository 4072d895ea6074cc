import { nearestNames } from '../dataset/nearest-names.js';
import { StudyError } from '../errors.js';

/**
 * Readers of option values for commander: text in, checked value out.
 *
 * @throws StudyError E_OPTION_VALUE naming what is allowed and the nearest of it.
 */
export function oneOf<const T extends string>(option: string, allowed: readonly T[]): (text: string) => T {
  return (text) => {
    const found = allowed.find((value) => value === text.toLowerCase());
    if (found !== undefined) return found;
    const [nearest] = nearestNames(text, allowed.filter((value) => /\w/.test(value)));
    throw new StudyError('E_OPTION_VALUE', `${option} takes ${allowed.map(shown).join(', ')}, not "${text}".`, {
      hint: nearest === undefined ? undefined : `Nearest: ${option} ${nearest}.`,
    });
  };
}

/** A mark stands in quotes, so that a comma is not lost between commas. */
function shown(value: string): string {
  if (value === '\t') return 'tab';
  return /\w/.test(value) ? value : `"${value}"`;
}

/** A number strictly between 0 and 1, such as a confidence level. */
export function shareBetween0And1(option: string, example: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (value > 0 && value < 1) return value;
    throw new StudyError('E_OPTION_VALUE', `${option} takes a number between 0 and 1, not "${text}".`, {
      hint: `For example: ${option} ${value > 1 && value < 100 ? value / 100 : example}.`,
    });
  };
}

/** A whole number from `least` to `most`. */
export function wholeNumber(option: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value;
    throw new StudyError('E_OPTION_VALUE', `${option} takes a whole number from ${least} to ${most}, not "${text}".`, {
      hint: `For example: ${option} ${Math.min(Math.max(least, 2), most)}.`,
    });
  };
}

/** Seconds, written `5`, `5s`, `2m` or `500ms`. */
export function duration(option: string): (text: string) => number {
  const units = new Map([['ms', 0.001], ['s', 1], ['', 1], ['m', 60], ['min', 60]]);
  return (text) => {
    const found = /^(\d+(?:\.\d+)?)\s*(ms|s|min|m|)$/i.exec(text.trim());
    const seconds = found === null ? 0 : Number(found[1]) * (units.get(found[2].toLowerCase()) ?? 0);
    if (seconds > 0) return seconds;
    throw new StudyError('E_OPTION_VALUE', `${option} takes a time, not "${text}".`, { hint: `For example: ${option} 5s.` });
  };
}

/** Collects an option that may be given more than once. */
export function repeated(text: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), text];
}

/** A list with commas between its entries; entries may be quoted to hold commas: `-99,-9,"N/A, refused"`. */
export function commaList(text: string, before: readonly string[] | undefined): string[] {
  const entries = text.match(/\s*(?:"[^"]*"|[^,]+)\s*/g) ?? [];
  return [...(before ?? []), ...entries.map((entry) => entry.trim().replace(/^"(.*)"$/, '$1')).filter((entry) => entry !== '')];
}
