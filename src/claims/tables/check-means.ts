import { decimalText } from '../../numeric/decimal.js';
import type { CheckedFigure } from '../../results/check-reasons.js';
import { roundingInterval } from '../checks/rounding.js';
import { checkAverage } from '../paper/check-average.js';
import type { PaperContext } from '../paper/check-options.js';
import type { TableFigure } from './table-figures.js';
import { tableOutcome } from './table-outcome.js';
import type { TableShape } from './table-shape.js';
import { partition } from './check-totals.js';

/** Each mean and SD against its n, each median against its range, and the overall mean against the groups'. */
export function checkMeans(rows: readonly (readonly TableFigure[])[], shape: TableShape, context: PaperContext): CheckedFigure[] {
  return rows.flatMap((row) => [...row.flatMap((one) => checkCell(one, context)), ...checkOverall(row, shape)]);
}

function checkCell({ figure, n, cell, row, column }: TableFigure, context: PaperContext): CheckedFigure[] {
  if (figure === 'unsure') return [];
  if (figure.form === 'mean') {
    return checkAverage(figure.mean, figure.sd, n ?? context.n, context).map((outcome) => tableOutcome(cell, row.label, column.header, outcome));
  }
  if (figure.form !== 'middle') return [];
  const [low, middle, high] = [figure.low, figure.middle, figure.high].map(({ value }) => roundingInterval(value));
  const fits = low.low <= middle.high && middle.low <= high.high;
  return [tableOutcome(cell, row.label, column.header, {
    kind: 'order', verdict: fits ? 'consistent' : 'inconsistent', computed: null,
    reason: { about: 'order', low: figure.low.text, middle: figure.middle.text, high: figure.high.text, fits },
  })];
}

/** The mean of all lies between the means of groups that together are all. */
function checkOverall(row: readonly TableFigure[], shape: TableShape): CheckedFigure[] {
  const whole = partition(shape);
  if (whole === null) return [];
  const means = row.flatMap(({ figure, column, cell }) => (figure !== 'unsure' && figure.form === 'mean' ? [{ mean: figure.mean, column, cell }] : []));
  const overall = means.find(({ column }) => column === whole.total);
  const groups = means.filter(({ column }) => whole.groups.includes(column));
  if (overall === undefined || groups.length < whole.groups.length) return [];
  const all = roundingInterval(overall.mean);
  const each = groups.map(({ mean }) => roundingInterval(mean));
  const fits = all.high >= Math.min(...each.map(({ low }) => low)) && all.low <= Math.max(...each.map(({ high }) => high));
  return [tableOutcome(overall.cell, row[0].row.label, overall.column.header, {
    kind: 'group-mean', verdict: fits ? 'consistent' : 'inconsistent',
    computed: { name: 'mean', low: Math.min(...each.map(({ low }) => low)), high: Math.max(...each.map(({ high }) => high)) },
    reason: { about: 'group-mean', groups: groups.map(({ mean }) => decimalText(mean)), overall: decimalText(overall.mean), fits },
  })];
}
