import type { MultiSelectSummary } from '../results/inspection.js';
import { PRESENT } from './column.js';
import type { Dataset } from './dataset.js';
import type { MultiSelect } from './multi-select.js';

/** How many answered a question, and how many of them chose each answer, as `inspect` shows it. */
export function summarizeMultiSelect({ columns }: Pick<Dataset, 'columns'>, question: MultiSelect): MultiSelectSummary {
  const { name, label, options, answered, among } = question;
  return {
    question: name,
    label: label ?? null,
    answered: answered.reduce((sum, one) => sum + one, 0),
    among,
    options: options.map((option) => ({ ...option, n: chosenBy(columns.find((column) => column.name === option.column)) })),
  };
}

function chosenBy(column: Dataset['columns'][number] | undefined): number {
  if (column === undefined) return 0;
  return column.missing.reduce((sum, reason, row) => sum + (reason === PRESENT && column.values[row] === 1 ? 1 : 0), 0);
}
