import type { EventLog } from '../../dataset/event-log.js';
import type { InputFile } from '../../results/record.js';
import type { Warning } from '../../results/warning.js';
import type { UsageEstimate, UsageParticipants, UsageRecord } from '../../results/usage.js';
import { participantUsage } from '../../stats/usage/participant-usage.js';
import type { ParticipantUsage } from '../../stats/usage/participant-usage.js';
import type { Enrolment } from './enrolled.js';
import { observedPeople } from '../observed-people.js';
import { featureUsage, usageEstimates } from './usage-estimates.js';
import { measureSummaries } from './usage-summaries.js';
import { DEFAULT_GAP_MINUTES } from './usage-request.js';
import type { UsageOptions } from './usage-request.js';

/** What surrounds the computation: the tool's name for provenance, and what else was given. */
export interface UsageSurroundings {
  readonly tool: string;
  readonly command?: string;
  readonly options?: Readonly<Record<string, unknown>>;
  /** Files that had a say beside the log and the survey, such as study.yml. */
  readonly alongside?: readonly InputFile[];
}

const MINUTE = 60_000;

/**
 * One row a participant, from a log: everybody in it, or everybody enrolled.
 *
 * A participant whose window the log does not cover at all, or whose window has no date to be counted from, has null
 * for every measure: nobody knows what they did. One who was observed and did nothing has 0.
 *
 * @throws StudyError E_OPTION_VALUE, E_WINDOW_EMPTY.
 */
export function usageRecord(log: EventLog, options: UsageOptions, surroundings: UsageSurroundings, enrolment: Enrolment | null = null): UsageRecord {
  const { zone } = log;
  const counts = { total: 0, withEvents: 0, withoutEvents: 0, withoutDate: 0, outsideLog: 0, partlyOutsideLog: 0 };
  const rows = { used: 0, repeated: 0, outsideWindow: 0, unobserved: 0 };
  const rule = { gap: (options.gap ?? DEFAULT_GAP_MINUTES) * MINUTE, zone, features: log.features.length, scratch: { gaps: new Float64Array(0) } };
  const estimateOf = usageEstimates(log);
  const estimates: UsageEstimate[] = [];
  const byFeature = log.features.map(() => ({ users: 0, events: 0 }));
  let known = 0;
  for (const { id, isInLog, window, inside, outside, repeated } of observedPeople(log, options, enrolment)) {
    counts.total += 1;
    if (isInLog) known += 1;
    rows.repeated += repeated;
    if (typeof window === 'string') {
      counts[window] += 1;
      rows.unobserved += outside;
      estimates.push(estimateOf(id, null));
      continue;
    }
    if (window.partly) counts.partlyOutsideLog += 1;
    rows.used += inside.times.length;
    rows.outsideWindow += outside;
    const usage = participantUsage(inside, rule);
    counts[usage.events === 0 ? 'withoutEvents' : 'withEvents'] += 1;
    countFeatures(byFeature, usage);
    estimates.push(estimateOf(id, usage));
  }
  const logOnly = enrolment === null ? null : log.participants.length - known;
  const participants: UsageParticipants = { ...counts, logOnly };
  const dropped = options.dropDuplicates === true ? rows.repeated : 0;
  const notEnrolled = log.events.events - rows.used - rows.outsideWindow - rows.unobserved - dropped;
  const { days } = options;
  return {
    kind: 'usage',
    schemaVersion: 1,
    method: {
      name: 'usage',
      logs: log.sources.map(({ path }) => path),
      gapMinutes: options.gap ?? DEFAULT_GAP_MINUTES,
      ...log.reading,
      from: options.from ?? null,
      to: options.to ?? null,
      relativeTo: enrolment?.column == null || days === undefined ? null : { column: enrolment.column, days },
      duplicates: options.dropDuplicates === true ? 'dropped' : 'counted',
    },
    estimates,
    n: {
      rows: log.rows,
      used: rows.used,
      excludedBy: positive({ ...log.excludedBy, duplicates: dropped, outsideWindow: rows.outsideWindow, unobserved: rows.unobserved, notEnrolled }),
    },
    participants,
    features: featureUsage(log.features, byFeature),
    summaries: measureSummaries(estimates, log.events.hasDurations),
    warnings: [...log.warnings, ...usageWarnings(log, rows.repeated, participants, options)],
    provenance: {
      tool: surroundings.tool,
      command: surroundings.command ?? 'usage',
      options: { ...surroundings.options },
      seed: null,
      inputs: [...log.sources, ...enrolment?.inputs ?? [], ...surroundings.alongside ?? []],
    },
  };
}

function countFeatures(byFeature: { users: number; events: number }[], { byFeature: counts }: ParticipantUsage): void {
  counts.forEach((count, feature) => {
    if (count === 0) return;
    byFeature[feature].users += 1;
    byFeature[feature].events += count;
  });
}

function positive(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

function usageWarnings(log: EventLog, repeated: number, people: UsageParticipants, { dropDuplicates }: UsageOptions): Warning[] {
  const [{ path: where }] = log.sources;
  const told = (code: Warning['code'], count: number, message: string): Warning[] => (count === 0 ? [] : [{ code, message, where }]);
  const events = `${repeated} event${repeated === 1 ? ' repeats' : 's repeat'} another in every cell`;
  return [
    ...told('W_EVENTS_REPEATED', repeated, dropDuplicates === true ? `${events}; counted once.` : `${events}; counted. --drop-duplicates counts each once.`),
    ...told('W_WINDOW_DATE', people.withoutDate, `${people.withoutDate} of ${people.total} participants have no date to count their window from; their use is missing, not 0.`),
    ...told('W_WINDOW_OUTSIDE', people.outsideLog, `${people.outsideLog} of ${people.total} participants have a window outside the time that the log covers; their use is missing, not 0.`),
    ...told('W_WINDOW_PARTLY', people.partlyOutsideLog, `${people.partlyOutsideLog} of ${people.total} participants have a window that reaches beyond the time that the log covers; their use is counted as far as it goes.`),
    ...told('W_LOG_ONLY', people.logOnly ?? 0, `${people.logOnly} participants of the log are not among those enrolled; left out.`),
  ];
}
