import { counted, formatCount } from '../present/numbers.js';
import type { Svg } from './svg.js';
import { useOverTime } from './use-over-time.js';

/** What was used how often in each period. */
export interface UseInPeriods {
  readonly kind: 'day' | 'week' | 'month' | 'year';
  readonly periods: readonly string[];
  /** By feature, then by period. */
  readonly counts: readonly (readonly number[])[];
}

/** More rows than this are not read; the features of the fewest events are drawn as one. */
const MOST_ROWS = 15;
const EVERY = { day: 'day', week: 'week, by its Monday', month: 'month', year: 'year' } as const;

/** @param features names, in the order of `counts`; '' stands for events without a feature */
export function usageFigure({ kind, periods, counts }: UseInPeriods, features: readonly string[], zone: string): Svg {
  const all = features
    .map((name, index) => ({ label: name === '' ? (features.length === 1 ? 'All events' : 'no feature named') : name, counts: counts[index], events: sum(counts[index]) }))
    .filter(({ events }) => events > 0)
    .sort((a, b) => b.events - a.events || (a.label < b.label ? -1 : 1));
  const rest = all.length > MOST_ROWS ? all.slice(MOST_ROWS - 1) : [];
  const shown = all.slice(0, all.length - rest.length);
  const others = { label: `${rest.length} others`, counts: periods.map((_, period) => sum(rest.map((one) => one.counts[period]))), events: sum(rest.map(({ events }) => events)) };
  const series = rest.length === 0 ? shown : [...shown, others];
  const most = ({ counts: own }: { readonly counts: readonly number[] }): string => {
    const peak = Math.max(...own);
    return `most in ${periods[own.indexOf(peak)]} (${formatCount(peak)})`;
  };
  return useOverTime({
    title: `Use over time: events in each ${EVERY[kind]} (${zone})`,
    description: `From ${periods[0]} to ${periods[periods.length - 1]}. ${series.map((one) => `${one.label}: ${counted(one.events, 'event')}, ${most(one)}.`).join(' ')}`,
    periods, series,
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
