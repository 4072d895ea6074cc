import { starsFor } from '../present/correlate/correlation-matrix.js';
import { labels } from '../present/correlate/correlation-table.js';
import type { CorrelationPresentation } from '../present/correlate/correlation-table.js';
import { ADJUSTMENT, COEFFICIENT, formatAlpha } from '../present/correlate/correlation-words.js';
import { UNDEFINED, fixed, formatInterval, formatP, formatShare } from '../present/numbers.js';
import type { CorrelationEstimate, CorrelationRecord } from '../results/correlation.js';
import { forestPlot } from './forest.js';
import type { ForestRow } from './forest.js';
import { MOST_ROOMY, heatMap } from './heat-map.js';
import type { HeatCell } from './heat-map.js';
import { rankScatter } from './rank-scatter.js';
import type { Svg } from './svg.js';

/** Mid-ranks of the pairs of one estimate. */
export interface RankedPairs {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** Every coefficient with its interval, a row each; under `--by` a group of rows for each level. */
export function correlationForest(record: CorrelationRecord, presentation: CorrelationPresentation): Svg {
  const { method, estimates } = record;
  const labelOf = labels(record);
  const outcomes = [...new Set(estimates.map(({ y }) => y))];
  const { symbol, title } = COEFFICIENT[method.name];
  const withWhat = outcomes.length === 1 ? ` with ${labelOf(outcomes[0])}` : '';
  const row = (estimate: CorrelationEstimate): ForestRow => ({
    label: outcomes.length === 1 ? labelOf(estimate.x) : `${labelOf(estimate.x)} × ${labelOf(estimate.y)}`,
    estimate: estimate.estimate, low: estimate.ciLow, high: estimate.ciHigh,
    printed: printedEstimate(estimate, record, presentation),
    standsOut: standsOut(estimate, record, presentation.alpha),
  });
  const interval = method.ci === 'none' ? '' : ` (${formatShare(method.confidence)} CI)`;
  return forestPlot({
    title: `${title}${withWhat}`,
    description: estimates.map((estimate) => `${estimate.by === null ? '' : `${estimate.by}: `}${row(estimate).label}: ${row(estimate).printed}`).join('; ').concat('.'),
    axis: `${symbol}${interval}`,
    nothing: 0,
    range: [-1, 1],
    key: `Filled: ${method.adjust === 'none' ? 'p' : `p (${ADJUSTMENT[method.adjust]})`} ≤ ${formatAlpha(presentation.alpha)}.`,
    groups: [...new Set(estimates.map(({ by }) => by))].map((by) => ({
      label: by, rows: estimates.filter((estimate) => estimate.by === by).map(row),
    })),
  });
}

/** The lower triangle of a matrix; of the first group where there are several. */
export function correlationHeatMap(record: CorrelationRecord, presentation: CorrelationPresentation): Svg {
  const by = record.estimates[0]?.by ?? null;
  const variables = record.variables.filter((variable) => variable.by === by);
  const estimates = new Map(record.estimates.filter((one) => one.by === by).flatMap((one) => [[keyOf(one.x, one.y), one], [keyOf(one.y, one.x), one]] as const));
  const cell = (row: number, column: number): HeatCell | null => {
    const estimate = column < row ? estimates.get(keyOf(variables[row].name, variables[column].name)) : undefined;
    if (estimate === undefined) return null;
    const stars = starsFor(estimate.p, presentation.alpha);
    return {
      shade: estimate.estimate,
      printed: estimate.estimate === null ? UNDEFINED : `${minus(fixed(estimate.estimate, presentation.digits))}${stars}`,
      hint: `${variables[row].label} × ${variables[column].label}: ${printedEstimate(estimate, record, presentation)}`,
    };
  };
  const rows = variables.slice(1).map(({ label }, index) => `${index + 2}. ${label}`);
  const columns = variables.slice(0, -1).map((_, index) => String(index + 1));
  const { symbol, title } = COEFFICIENT[record.method.name];
  return heatMap({
    title: `${title}${by === null ? '' : `: ${by}`}`,
    description: `Lower triangle of ${variables.length} variables: ${variables.map(({ label }, index) => `${index + 1} ${label}`).join(', ')}.`,
    rows, columns,
    cells: rows.map((_, row) => columns.map((__, column) => cell(row + 1, column))),
    key: [`1. ${variables[0]?.label ?? ''}. ${symbol}: blue above 0, red-brown below, the stronger the fuller${rows.length > MOST_ROOMY ? '' : '; stars on the unadjusted p'}.`],
  });
}

/** One pair, rank against rank. */
export function correlationScatter(record: CorrelationRecord, pairs: RankedPairs, presentation: CorrelationPresentation): Svg {
  const [estimate] = record.estimates;
  const labelOf = labels(record);
  const printed = `${COEFFICIENT[record.method.name].symbol} = ${printedEstimate(estimate, record, presentation)}, n = ${estimate.n}`;
  const [xLabel, yLabel] = [labelOf(estimate.x), labelOf(estimate.y)];
  return rankScatter({
    title: `${xLabel} and ${yLabel}`, description: `${printed}. Each disc is one pair of mid-ranks; its area is how many participants share it.`,
    printed, xLabel, yLabel, ...pairs,
  });
}

function printedEstimate({ estimate, ciLow, ciHigh, p }: CorrelationEstimate, { method }: CorrelationRecord, { digits, style }: CorrelationPresentation): string {
  if (estimate === null) return UNDEFINED;
  const interval = method.ci === 'none' || ciLow === null ? '' : ` (${minus(formatInterval(ciLow, ciHigh, digits))})`;
  const tail = p === null ? '' : `, ${style === 'ama' ? 'P' : 'p'} ${/^[<>]/.test(formatP(p, style)) ? formatP(p, style) : `= ${formatP(p, style)}`}`;
  return `${minus(fixed(estimate, digits))}${interval}${tail}`;
}

function standsOut({ p, pAdjusted }: CorrelationEstimate, { method }: CorrelationRecord, alpha: number): boolean {
  return ((method.adjust === 'none' ? p : pAdjusted) ?? 1) <= alpha;
}

function minus(text: string): string {
  return text.replace(/(?<![\d.])-(?=[\d.])/g, '\u2212');
}

function keyOf(x: string, y: string): string {
  return JSON.stringify([x, y]);
}
