import type { DescribeRecord } from '../results/describe.js';
import { likertBars } from './likert-bars.js';
import type { LikertItem } from './likert-bars.js';
import type { Svg } from './svg.js';

/**
 * The answers to every ordinal item of a Table 1 whose levels were all counted, as diverging bars; null where there is
 * none. An item with a hidden count is left out and named in the description.
 */
export function likertFigure(record: DescribeRecord): Svg | null {
  const counted = record.variables.filter(({ kind, summary }) => kind === 'ordinal' && summary === 'levels');
  const byItem = counted.map(({ name, label }) => ({
    label,
    levels: record.estimates.filter(({ variable, level, group }) => variable === name && level !== null && group === null),
  }));
  const shown = byItem.filter(({ levels }) => levels.length > 0 && levels.every(({ n }) => n !== null));
  if (shown.length === 0) return null;
  const scale = scaleOf(shown.map(({ levels }) => levels.map(({ level }) => level!)));
  const items = shown.map(({ label, levels }): LikertItem => {
    const counts = new Map(levels.map(({ level, n }) => [level, n!]));
    return { label, counts: scale.map((level) => counts.get(level) ?? 0) };
  });
  const leftOut = byItem.filter((item) => !shown.includes(item)).map(({ label }) => label);
  return likertBars({
    title: 'Answers by item',
    description: [
      ...items.map(({ label, counts }) => `${label}: ${counts.map((count, level) => `${scale[level]} ${count}`).join(', ')}.`),
      ...(leftOut.length === 0 ? [] : [`Not shown, because counts are hidden: ${leftOut.join(', ')}.`]),
    ].join(' '),
    levels: scale,
    items,
  });
}

/** Every level that any item has: by number where all are numbers, else as the longest scale has them. */
function scaleOf(scales: readonly (readonly string[])[]): string[] {
  const longest = scales.reduce((most, scale) => (scale.length > most.length ? scale : most));
  const all = [...new Set([...longest, ...scales.flat()])];
  return all.every((level) => level.trim() !== '' && Number.isFinite(Number(level))) ? all.sort((a, b) => Number(a) - Number(b)) : all;
}
