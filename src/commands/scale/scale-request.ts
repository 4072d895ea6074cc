import { StudyError } from '../../errors.js';
import type { MissingRule } from '../../results/correlation.js';

/** What is asked of scales; everything left out takes the default of the command line. */
export interface ScaleOptions {
  /** One scale each, `name=columns`; a lone scale may go without its name. Without any, the ordinal columns are one. */
  readonly items?: readonly string[];
  /** Items to turn round before they are scored: the lowest answer for the highest. */
  readonly reverse?: readonly string[];
  /** Path of a keys file, read by the caller; see scalesFromKeys. */
  readonly keys?: string;
  /** The lowest and highest answer the items allow. */
  readonly min?: number;
  readonly max?: number;
  readonly score?: 'mean' | 'sum';
  /** Answers that a row needs to have a score: a count from 1, or below 1 a share of the items. Without it, all. */
  readonly minimumAnswered?: number;
  readonly missing?: MissingRule;
  readonly confidence?: number;
  /** A condition on rows, such as `arm == 'focus group'`. */
  readonly where?: string;
}

/**
 * Refuses what cannot go together before any file is read.
 *
 * @throws StudyError E_OPTIONS_CLASH or E_OPTION_VALUE.
 */
export function refuseScaleClashes({ items, reverse, keys, min, max }: ScaleOptions): void {
  const clash = (message: string, hint: string): never => { throw new StudyError('E_OPTIONS_CLASH', message, { hint }); };
  if (keys !== undefined && items !== undefined) {
    clash('--keys and --items both say what the scales are.', 'Keep one of them.');
  }
  if (keys !== undefined && reverse !== undefined) {
    clash('A keys file itself says which items are reversed.', 'Leave out --reverse and write a minus before the items in the file.');
  }
  if ((min === undefined) !== (max === undefined)) {
    clash(`--${min === undefined ? 'max' : 'min'} is one end of a range.`, 'Type both ends, such as --min 1 --max 6.');
  }
  if (min !== undefined && max !== undefined && min >= max) {
    throw new StudyError('E_OPTION_VALUE', `--min ${min} is not below --max ${max}.`, {
      hint: min === max ? 'Type the lowest and highest answer the items allow.' : `Type --min ${max} --max ${min}.`,
    });
  }
}

/** Reads a finite number. @throws StudyError E_OPTION_VALUE. */
export function finiteNumber(option: string, example: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value)) return value;
    throw new StudyError('E_OPTION_VALUE', `${option} takes a number, not "${text}".`, { hint: `For example: ${option} ${example}.` });
  };
}

/** Reads `4` as a count, `0.8` and `80%` as a share of the items. @throws StudyError E_OPTION_VALUE. */
export function answeredLimit(text: string): number {
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim());
  const value = percent === null ? Number(text) : Number(percent[1]) / 100;
  if (value > 0 && (value < 1 || (percent === null && Number.isInteger(value)))) return value;
  throw new StudyError('E_OPTION_VALUE', `--minimum-answered takes a count of items or a share of them, not "${text}".`, {
    hint: percent !== null && value === 1 ? 'Leave it out to ask for every item.' : 'For example: --minimum-answered 4, or 80%.',
  });
}

/**
 * How many of a scale's items a row has to answer to have a score.
 *
 * @throws StudyError E_OPTION_VALUE where that is more than there are.
 */
export function answersNeeded(asked: number | undefined, scale: string, items: number): number {
  if (asked === undefined) return items;
  // 0.6 of 5 items is 3, whatever its last bit says.
  const count = asked < 1 ? Math.max(1, Math.ceil(asked * items - 1e-9)) : asked;
  if (count <= items) return count;
  throw new StudyError('E_OPTION_VALUE', `--minimum-answered ${asked} is more than the ${items} items of "${scale}".`, {
    hint: 'Type a share instead, such as --minimum-answered 80%, which fits scales of any length.',
  });
}
