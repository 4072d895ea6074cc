import type { JointRecord } from '../../results/joint.js';
import type { Table } from '../../results/table.js';
import { estimatesTable } from '../estimates-table.js';

/** A joint display for a program: one row an estimate, quotes as their places. */
export function jointDataTable(record: JointRecord): Table {
  return estimatesTable({
    ...record,
    estimates: record.estimates.map((estimate) => {
      switch (estimate.type) {
        case 'side-by-side': {
          const { quotes, ...rest } = estimate;
          return { ...rest, quotes: quotes.map(({ document, start, end }) => (start === null ? document : `${document}:${start}-${end}`)).join('; ') };
        }
        case 'thread': {
          const { quote: _, ...rest } = estimate;
          return rest;
        }
        default: return estimate;
      }
    }),
  });
}
