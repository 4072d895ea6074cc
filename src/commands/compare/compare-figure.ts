import { PRESENT, isQuantity } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { findColumn } from '../../dataset/find-column.js';
import { chosenRows } from '../../dataset/rows-where.js';
import { StudyError } from '../../errors.js';
import type { DistributionGroup } from '../../plots/distribution.js';
import type { ComparePresentation } from '../../present/compare/compare-table.js';
import type { CompareRecord } from '../../results/compare.js';
import { quantile } from '../../stats/quantile-types.js';
import type { CompareOptions } from './compare-request.js';
import { comparedGroups } from './compared-groups.js';

/** The values of one variable by group, or the effect sizes of several. */
export async function compareFigure(
  record: CompareRecord, dataset: Dataset, options: CompareOptions, presentation: ComparePresentation, shows = { participants: true },
): Promise<string> {
  const { compareDistribution, compareForest } = await import('../../plots/compare-figure.js');
  const groups = record.estimates.length === 1 && options.counts === undefined ? groupedValues(record, dataset, options) : null;
  const told = shows.participants ? groups : groups?.map((group) => ({ ...group, values: [] })) ?? null;
  const drawn = told === null ? compareForest(record, presentation) : compareDistribution(record, told, presentation);
  if (drawn !== null) return drawn;
  throw new StudyError('E_FIGURE_NONE', 'Only odds ratios and shifts were found, which share no axis.', {
    hint: 'Name one number or ordinal column for --vars: its distribution is drawn.',
  });
}

/** Null where the one variable has no numbers, or a group none of them. */
function groupedValues(record: CompareRecord, dataset: Dataset, options: CompareOptions): DistributionGroup[] | null {
  const column = findColumn(dataset, record.estimates[0].variable);
  if (!isQuantity(column)) return null;
  const { groups } = comparedGroups(dataset, options, chosenRows(dataset, options.where));
  const drawn = groups.map(({ level, rows }) => {
    const values = Float64Array.from(rows.filter((row) => column.missing[row] === PRESENT), (row) => column.values[row]).sort();
    if (values.length === 0) return null;
    const at = (p: number): number => quantile(values, p);
    return { label: level, n: values.length, min: values[0], q1: at(0.25), median: at(0.5), q3: at(0.75), max: values[values.length - 1], values: [...values] };
  });
  return drawn.every((group) => group !== null) ? drawn : null;
}
