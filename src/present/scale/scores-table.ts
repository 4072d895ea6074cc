import type { ParticipantScores } from '../../results/reliability.js';
import type { Table } from '../../results/table.js';

/** Everybody's scores for a program to read: a row a participant, a column a scale, at full precision. */
export function scoresTable({ id, scales }: ParticipantScores): Table {
  return {
    caption: 'Scores',
    columns: [
      { key: id.name, header: id.name, align: 'left' },
      ...scales.map(({ name }) => ({ key: name, header: name, align: 'right' } as const)),
    ],
    rows: id.values.map((participant, row) => [
      { text: String(participant ?? ''), value: participant },
      ...scales.map(({ values }) => ({ text: String(values[row] ?? ''), value: values[row] })),
    ]),
    notes: [],
  };
}
