import type { QuantitizedRecord } from '../../results/quantitized.js';
import type { Cell, Table } from '../../results/table.js';
import { list } from '../qualitative/themes-words.js';
import { UNDEFINED, counted, fixed } from '../numbers.js';

const MEASURE = {
  presence: '1 mentioned, 0 heard and not mentioned', count: 'segments', words: 'words', share: 'share of the words the participant speaks, in percent',
} as const;

/** A participant a row, a theme a column. */
export function quantitizedTable({ method, estimates, n }: QuantitizedRecord): Table {
  const cell = (value: unknown): Cell => {
    if (typeof value !== 'number') return { text: UNDEFINED, value: null, emphasis: 'muted' };
    return { text: method.measure === 'share' ? fixed(100 * value, 1) : String(value), value };
  };
  const unobserved = n.rows - n.used;
  return {
    caption: `Themes by participant: ${MEASURE[method.measure]}`,
    columns: [
      { key: 'participant', header: 'Participant', align: 'left' },
      ...method.themes.map((theme) => ({ key: theme, header: theme.replace(/^theme\./, ''), align: 'right' as const })),
    ],
    rows: estimates.map((estimate) => [{ text: String(estimate['participant']) }, ...method.themes.map((theme) => cell(estimate[theme]))]),
    notes: [
      method.coders.length > 1 ? `Codings of ${list(method.coders)} together; a category holds what is under it.` : 'A category holds what is under it.',
      ...(unobserved === 0 ? [] : [`A dash: not in the transcripts (${counted(unobserved, 'participant')}), and so not observed.`]),
    ],
  };
}
