import type { FeatureUsage, MeasureSummary, UsageRecord } from '../../results/usage.js';
import type { Cell, Table } from '../../results/table.js';
import { UNDEFINED, counted, fixed, formatCount } from '../numbers.js';

/** Measures as they are printed, and the decimals worth reading. */
const MEASURES = new Map([
  ['events', { label: 'Events', decimals: 1 }],
  ['sessions', { label: 'Sessions', decimals: 1 }],
  ['active_days', { label: 'Active days', decimals: 1 }],
  ['tenure_days', { label: 'Tenure, days', decimals: 1 }],
  ['median_gap_hours', { label: 'Median gap, hours', decimals: 2 }],
]);

/** Use by feature, then by measure over participants; with `rows`, every participant too. */
export function usageTables(record: UsageRecord, { rows }: { readonly rows: boolean }): Table[] {
  return [
    ...(record.features.length === 0 ? [] : [featureTable(record)]),
    measureTable(record),
    ...(rows ? [participantTable(record)] : []),
  ];
}

function featureTable(record: UsageRecord): Table {
  const { features, participants, n, method } = record;
  const observed = participants.withEvents + participants.withoutEvents;
  const files = method.logs.map((path) => path.split(/[\\/]/).at(-1));
  return {
    caption: `Use by feature (${files.length > 2 ? counted(files.length, 'file') : files.join(', ')}: ${counted(n.used, 'event')}, ${counted(participants.total, 'participant')})`,
    columns: [
      { key: 'feature', header: 'Feature', align: 'left' },
      { key: 'users', header: 'Users', align: 'right' },
      { key: 'percent', header: '% of participants', align: 'right' },
      { key: 'events', header: 'Events', align: 'right' },
      { key: 'share', header: '% of events', align: 'right' },
    ],
    rows: features.map((feature) => featureRow(feature, observed)),
    notes: [],
  };
}

function featureRow({ feature, users, events, share }: FeatureUsage, observed: number): Cell[] {
  const percent = observed === 0 ? null : (100 * users) / observed;
  return [
    feature === null ? { text: '(no feature)', value: null, emphasis: 'muted' } : { text: feature, value: feature },
    { text: formatCount(users), value: users },
    { text: fixed(percent, 1), value: percent },
    { text: formatCount(events), value: events },
    { text: fixed(100 * share, 1), value: 100 * share },
  ];
}

function measureTable(record: UsageRecord): Table {
  return {
    caption: 'Use by participant',
    columns: [
      { key: 'measure', header: 'Measure', align: 'left' },
      { key: 'n', header: 'n', align: 'right' },
      { key: 'median', header: 'Median', align: 'right' },
      { key: 'iqr', header: 'IQR', align: 'right' },
      { key: 'mean', header: 'Mean', align: 'right' },
      { key: 'range', header: 'Range', align: 'right' },
    ],
    rows: record.summaries.map((summary) => measureRow(summary, record)),
    notes: usageNotes(record),
  };
}

function measureRow({ measure, n, median, q1, q3, mean, min, max }: MeasureSummary, { method }: UsageRecord): Cell[] {
  const known = MEASURES.get(measure) ?? { label: `Total ${method.duration?.value ?? measure}`, decimals: 1 };
  const decimals = [median, q1, q3, min, max].every((value) => value === null || Number.isInteger(value)) ? 0 : known.decimals;
  const span = (low: number | null, high: number | null): string => (low === null ? UNDEFINED : `${grouped(low, decimals)} to ${grouped(high, decimals)}`);
  return [
    { text: known.label, value: measure },
    { text: formatCount(n), value: n },
    { text: grouped(median, decimals), value: median },
    { text: span(q1, q3), value: null },
    { text: grouped(mean, known.decimals), value: mean },
    { text: span(min, max), value: null },
  ];
}

/** A number with thousands grouped from 10,000 on, as counts are. */
function grouped(value: number | null, decimals: number): string {
  const text = fixed(value, decimals);
  if (value === null || Math.abs(value) < 10_000) return text;
  const [whole, rest] = text.split('.');
  return `${formatCount(Number(whole))}${rest === undefined ? '' : `.${rest}`}`;
}

/** How use was counted, and whose was not. */
function usageNotes({ method, participants, features }: UsageRecord): string[] {
  const { withoutEvents, withoutDate, outsideLog, logOnly } = participants;
  const others = [
    withoutEvents > 0 ? `${formatCount(withoutEvents)} without an event, counted as 0` : null,
    withoutDate + outsideLog > 0 ? `${formatCount(withoutDate + outsideLog)} not observed, so missing` : null,
    (logOnly ?? 0) > 0 ? `${formatCount(logOnly ?? 0)} in the log only, left out` : null,
  ].filter((part) => part !== null);
  return [
    `Session: events with no gap longer than ${minutes(method.gapMinutes)}. Days: ${method.timezone.value}.${windowWords(method)}`,
    'Tenure: from the first event to the last. Median gap: between one event and the next.',
    ...(others.length === 0 ? [] : [`Participants: ${others.join('; ')}.`]),
    ...(features.some(({ feature }) => feature === null) ? ['(no feature): events whose feature is blank.'] : []),
    ...(method.duplicates === 'dropped' ? ['Events that repeat another in every cell are counted once.'] : []),
  ];
}

function minutes(count: number): string {
  return count % 60 === 0 ? counted(count / 60, 'hour') : `${Number(count.toFixed(2))} minutes`;
}

function windowWords({ from, to, relativeTo }: UsageRecord['method']): string {
  const fixedPart = from === null && to === null ? '' : ` Window: ${from === null ? '' : `from ${from}`}${from !== null && to !== null ? ' ' : ''}${to === null ? '' : `to ${to}`}, both inside.`;
  return relativeTo === null ? fixedPart : `${fixedPart} Each participant's window: days ${relativeTo.days[0]} to ${relativeTo.days[1]} of ${relativeTo.column}, both inside.`;
}

function participantTable({ estimates }: UsageRecord): Table {
  const keys = estimates.length === 0 ? [] : Object.keys(estimates[0]);
  return {
    caption: 'Every participant',
    columns: keys.map((key) => ({ key, header: key, align: key === 'participant' || key === 'first' || key === 'last' ? 'left' : 'right' })),
    rows: estimates.map((estimate) => keys.map((key) => participantCell(key, estimate[key]))),
    notes: [],
  };
}

function participantCell(key: string, value: number | string | null): Cell {
  if (value === null) return { text: UNDEFINED, value, emphasis: 'muted' };
  if (typeof value === 'string') return { text: value, value };
  const decimals = Number.isInteger(value) ? 0 : (MEASURES.get(key)?.decimals ?? 1);
  return { text: grouped(value, decimals), value };
}
