import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import type { Decision } from '../../results/inspection.js';
import { idName } from '../columns/id-names.js';
import { place } from '../place.js';
import { firstOf } from '../wording.js';

/** Which column of a log is what; everything left out is found by name, and what is null is not looked for. */
export interface AskedColumns {
  readonly participant?: string | undefined;
  readonly time?: string | undefined;
  readonly feature?: string | null | undefined;
  readonly duration?: string | null | undefined;
}

/** A column of one file: its place, its name and why it was taken. */
export interface FoundColumn extends Decision<string> {
  readonly index: number;
}

export interface LogColumns {
  readonly participant: FoundColumn;
  readonly time: FoundColumn;
  readonly feature: FoundColumn | null;
  readonly duration: FoundColumn | null;
}

/** Names of each part, likeliest first; compared without case, spaces and marks. */
const TIME = [
  'timestamp', 'eventtimestamp', 'eventtime', 'eventdatetime', 'datetime', 'time', 'timecreated', 'createdat', 'created', 'occurredat',
  'eventdate', 'loggedat', 'accesstime', 'visittime', 'starttime', 'startedat', 'ts', 'when', 'date',
];
const FEATURE = [
  'feature', 'featurename', 'portalfeature', 'action', 'actionname', 'actiontype', 'event', 'eventname', 'eventtype', 'activity', 'activitytype',
  'function', 'module', 'component', 'category', 'tool', 'page', 'type',
];
const DURATION = ['duration', 'durationseconds', 'durationsec', 'durations', 'durationms', 'durationminutes', 'durationmin', 'timespent', 'dwelltime', 'seconds'];

/**
 * The columns that were asked for, or that their names give away. A log needs a participant and a time; without a
 * feature all its events are of one kind.
 *
 * @throws StudyError E_COLUMN_MISSING naming the nearest columns, or all of them and the option to type.
 */
export function findLogColumns(names: readonly string[], asked: AskedColumns, file: string, line: number): LogColumns {
  const where = place(file, line);
  const asks = (what: keyof AskedColumns): FoundColumn | null => {
    const name = asked[what];
    return name === undefined || name === null ? null : { index: askedIndex(names, name, what, where), value: name, why: 'asked for' };
  };
  const participant = asks('participant') ?? participantByName(names);
  const time = asks('time') ?? firstByName(names, TIME);
  if (participant === null) throw notFound('participant', names, where);
  if (time === null) throw notFound('time', names, where);
  return {
    participant,
    time,
    feature: asked.feature === null ? null : asks('feature') ?? firstByName(names, FEATURE),
    duration: asked.duration === null ? null : asks('duration') ?? firstByName(names, DURATION),
  };
}

function participantByName(names: readonly string[]): FoundColumn | null {
  const roles = names.map(idName);
  for (const role of ['named', 'noun'] as const) {
    const index = roles.indexOf(role);
    if (index !== -1) return { index, value: names[index], why: 'its name says so' };
  }
  return null;
}

function firstByName(names: readonly string[], known: readonly string[]): FoundColumn | null {
  const plain = names.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  for (const name of known) {
    const index = plain.indexOf(name);
    if (index !== -1) return { index, value: names[index], why: 'its name says so' };
  }
  return null;
}

function askedIndex(names: readonly string[], asked: string, what: string, where: string): number {
  const exact = names.indexOf(asked);
  if (exact !== -1) return exact;
  const sameLetters = names.flatMap((name, index) => (name.toLowerCase() === asked.toLowerCase() ? [index] : []));
  if (sameLetters.length === 1) return sameLetters[0];
  const near = nearestNames(asked, names);
  throw new StudyError('E_COLUMN_MISSING', `There is no column "${asked}" to take as ${what}.`, {
    where, hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Columns: ${firstOf(names, 12)}.`,
  });
}

function notFound(what: 'participant' | 'time', names: readonly string[], where: string): StudyError {
  const told = what === 'participant' ? 'who did what' : 'when it was';
  return new StudyError('E_COLUMN_MISSING', `No column's name says ${told}.`, {
    where, hint: `Type --${what} COLUMN; columns: ${firstOf(names, 12)}.`,
  });
}
