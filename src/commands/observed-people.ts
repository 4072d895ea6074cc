import type { EventLog } from '../dataset/event-log.js';
import type { ParticipantEvents } from '../dataset/event-store.js';
import { inTimeOrder } from '../stats/usage/in-time-order.js';
import { ALWAYS, eventsWithin, sharedWindow } from '../stats/usage/observation.js';
import type { ObservationWindow } from '../stats/usage/observation.js';
import { repeatedEvents, withoutEvents } from '../stats/usage/repeated-events.js';
import type { Enrolment } from './usage/enrolled.js';
import { fixedWindow, windowAround } from './usage/usage-request.js';
import type { UsageOptions } from './usage/usage-request.js';

/** Why nobody knows what a participant did. */
export type Unobserved = 'withoutDate' | 'outsideLog';

/** One participant's events as they are counted; they hold until the next participant's are asked for. */
export interface ObservedPerson {
  readonly id: string;
  readonly isInLog: boolean;
  /** Partly where the window reaches beyond the time that the log covers. */
  readonly window: (ObservationWindow & { readonly partly: boolean }) | Unobserved;
  /** By time, inside the window; none where nobody knows. */
  readonly inside: ParticipantEvents;
  /** How many are not inside. */
  readonly outside: number;
  /** How many repeat another in every cell; under --drop-duplicates they are neither inside nor outside. */
  readonly repeated: number;
}

/**
 * Everybody in a log in order of id, so that the order of rows decides nothing; or everybody enrolled, in the order of
 * their survey.
 *
 * @throws StudyError E_OPTION_VALUE, E_WINDOW_EMPTY.
 */
export function* observedPeople(log: EventLog, options: UsageOptions, enrolment: Enrolment | null): Generator<ObservedPerson> {
  const fixed = fixedWindow(options, log.zone);
  const covered = sharedWindow(fixed, {
    from: options.from === undefined ? log.events.first : ALWAYS.from, until: options.to === undefined ? log.events.last + 1 : ALWAYS.until,
  });
  for (const { id, index, day } of peopleOf(log, enrolment)) {
    let events = inTimeOrder(log.events.of(index));
    const repeated = repeatedEvents(events);
    if (options.dropDuplicates === true) events = withoutEvents(events, repeated);
    const window = windowOf(day, enrolment, options, fixed, covered, log);
    const inside = typeof window === 'string' ? eventsWithin(events, { from: 0, until: 0 }) : eventsWithin(events, window);
    yield { id, isInLog: index !== -1, window, inside, outside: events.times.length - inside.times.length, repeated: repeated.length };
  }
}

interface Person {
  readonly id: string;
  /** In the log; −1 where the log does not know them. */
  readonly index: number;
  readonly day: number | null;
}

function peopleOf(log: EventLog, enrolment: Enrolment | null): Person[] {
  if (enrolment === null) {
    return log.participants.map((id, index) => ({ id, index, day: null })).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  const indices = new Map(log.participants.map((id, index) => [id, index]));
  return enrolment.ids.flatMap((id, row) => (id === null ? [] : [{ id, index: indices.get(id) ?? -1, day: enrolment.days?.[row] ?? null }]));
}

function windowOf(
  day: number | null, enrolment: Enrolment | null, { days }: UsageOptions, fixed: ObservationWindow, covered: ObservationWindow, { zone }: EventLog,
): ObservedPerson['window'] {
  if (enrolment?.days == null || days === undefined) return { ...fixed, partly: false };
  if (day === null) return 'withoutDate';
  const window = windowAround(day, days, zone);
  const seen = sharedWindow(window, covered);
  if (seen.from >= seen.until) return 'outsideLog';
  return { ...sharedWindow(window, fixed), partly: seen.from > window.from || seen.until < window.until };
}
