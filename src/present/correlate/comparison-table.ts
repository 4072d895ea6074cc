import type { CorrelationRecord } from '../../results/correlation.js';
import type { Table } from '../../results/table.js';
import { COEFFICIENT, adjustedHeader } from './correlation-words.js';
import { labels } from './correlation-table.js';
import type { CorrelationPresentation } from './correlation-table.js';
import { fixed, formatInterval, formatP, formatShare } from '../numbers.js';

/** Whether groups differ in a correlation: a table for `--by`, none without. */
export function comparisonTable(record: CorrelationRecord, { alpha, digits, style }: CorrelationPresentation): Table[] {
  if (record.comparisons.length === 0) return [];
  const { method, comparisons } = record;
  const labelOf = labels(record);
  const pHeader = style === 'ama' ? 'P' : 'p';
  const adjusted = adjustedHeader(method, pHeader);
  const severalOutcomes = new Set(comparisons.map(({ y }) => y)).size > 1;
  return [{
    caption: 'Differences between groups',
    columns: [
      { key: 'x', header: 'Feature', align: 'left' },
      { key: 'groups', header: 'Groups', align: 'left' },
      { key: 'difference', header: `Difference in ${COEFFICIENT[method.name].symbol}`, align: 'right' },
      { key: 'ci', header: `${formatShare(method.confidence)} CI`, align: 'right' },
      { key: 'statistic', header: 'z', align: 'right' },
      { key: 'p', header: pHeader, align: 'right' },
      ...(adjusted === null ? [] : [{ key: 'pAdjusted', header: adjusted, align: 'right' } as const]),
    ],
    rows: comparisons.map((one) => {
      const decisive = (adjusted === null ? one.p : one.pAdjusted) ?? 1;
      return [
        { text: severalOutcomes ? `${labelOf(one.x)} with ${labelOf(one.y)}` : labelOf(one.x), ...(decisive <= alpha ? { emphasis: 'strong' as const } : {}) },
        { text: one.groups.join(' less ') },
        { text: fixed(one.difference, digits), value: one.difference },
        { text: formatInterval(one.ciLow, one.ciHigh, digits) },
        { text: fixed(one.statistic, 2), value: one.statistic },
        { text: formatP(one.p, style), value: one.p },
        ...(adjusted === null ? [] : [{ text: formatP(one.pAdjusted, style), value: one.pAdjusted }]),
      ];
    }),
    notes: ['Fisher’s z for independent groups; interval by Zou (2007).'],
  }];
}
