import type { CompareRecord, ComparedGroup, ComparisonEffect } from '../../results/compare.js';
import type { Cell, Table, TableColumn } from '../../results/table.js';
import { methodNotes } from './compare-notes.js';
import { assumptionNotes } from './compare-warnings.js';
import { EFFECT_WORDS, EQUALS, SUMMARY, statisticText } from './compare-words.js';
import { ADJUSTMENT } from '../correlate/correlation-words.js';
import { UNDEFINED, counted, fixed, formatCount, formatInterval, formatP, formatShare } from '../numbers.js';
import type { NumberStyle } from '../numbers.js';

/** How a comparison is printed; nothing here changes a number of the record. */
export interface ComparePresentation {
  readonly alpha: number;
  readonly digits: number;
  readonly style: NumberStyle;
}

/** Cells by the key of their column; a column without one stays empty. */
type Row = Readonly<Record<string, Cell>>;

/** The values of a variable stand below it and a little to the right. */
const INDENT = '\u00a0\u00a0';

/**
 * A variable a row, or a row for each value of one with several categories: what stands for it in each group, its
 * test, effect size with interval, p and adjusted p. What is significant at alpha after adjustment stands out.
 */
export function compareTable(record: CompareRecord, presentation: ComparePresentation): Table {
  const { estimates, groups } = record;
  const labelOf = compareLabels(record);
  const columns: TableColumn[] = [
    { key: 'variable', header: 'Variable', align: 'left' },
    ...groups.map(({ level, n }, index): TableColumn =>
      ({ key: groupKey(index), header: `${level} (n\u00a0=\u00a0${formatCount(n)})`, align: 'right' })),
    ...testColumns(record, presentation),
  ];
  const rows = estimates.flatMap((estimate, index): Row[] => {
    const emphasis = differs(record, index, presentation.alpha) ? ({ emphasis: 'strong' } as const) : {};
    const [first, ...values] = groupRows(record, index, presentation.digits);
    const label = `${labelOf(estimate.variable)}${first.variable.text}`;
    const variable: Cell = { text: label, value: estimate.variable, ...emphasis };
    return [{ ...first, variable, ...testCells(record, index, presentation) }, ...values];
  });
  return {
    caption: caption(record),
    columns,
    rows: rows.map((row) => columns.map(({ key }) => row[key] ?? { text: '' })),
    notes: [...methodNotes(record, labelOf), ...assumptionNotes(record, labelOf)],
  };
}

/** The name a reader sees: the variable's label or else its name, with its unit. */
export function compareLabels({ variables }: CompareRecord): (name: string) => string {
  const byName = new Map(variables.map(({ name, label, unit }) => [name, unit === null || label.includes(unit) ? label : `${label} (${unit})`]));
  return (name) => byName.get(name) ?? name;
}

/** Whether a variable's groups differ at alpha, after adjustment where there are several tests. */
export function differs(record: CompareRecord, index: number, alpha: number): boolean {
  const { p, pAdjusted } = record.estimates[index];
  return ((isAdjusted(record) ? pAdjusted : p) ?? 1) <= alpha;
}

export function intervalCell({ ciLow, ciHigh }: ComparisonEffect, infinite: boolean, digits: number): Cell {
  if (ciLow !== null && ciHigh === null && infinite) return { text: `${fixed(ciLow, digits)} to ∞` };
  return numberCell(formatInterval(ciLow, ciHigh, digits), undefined);
}

export function numberCell(text: string, value: number | null | undefined): Cell {
  const cell = value === undefined ? { text } : { text, value };
  return text === UNDEFINED ? { ...cell, emphasis: 'muted' } : cell;
}

function isAdjusted({ method, estimates }: CompareRecord): boolean {
  return method.adjust !== 'none' && estimates.length > 1;
}

function groupKey(index: number): string {
  return `group${index + 1}`;
}

function caption({ by, provenance, n, method, groups }: CompareRecord): string {
  const [input] = provenance.inputs;
  const file = input === undefined ? '' : `${input.path.split(/[\\/]/).at(-1)}, `;
  if (method.paired !== null) return `Paired comparison by ${by.label} (${file}${counted(groups[0].n, 'pair')})`;
  const participants = groups.reduce((total, group) => total + group.n, 0);
  const standFor = method.counts === null ? '' : ` for ${counted(participants, 'participant')}`;
  return `Comparison by ${by.label} (${file}${counted(n.used, 'row')}${standFor})`;
}

/** The variable's own row, which says after its name what the cells hold, and the rows of its values. */
function groupRows(record: CompareRecord, index: number, digits: number): Row[] {
  const { variable, test, groups } = record.estimates[index];
  const summary = SUMMARY[test];
  if (summary !== 'counts') {
    const cells = groups.map((group, at) => [groupKey(at), quantityCell(group, summary, digits)] as const);
    return [{ variable: { text: summary === 'mean' ? ', mean (SD)' : ', median [IQR]' }, ...Object.fromEntries(cells) }];
  }
  const counts = record.counts.filter((count) => count.variable === variable);
  const cellsOf = (value: string): Row => Object.fromEntries(counts
    .filter((count) => count.value === value)
    .map(({ n, percent }, at) => [groupKey(at), countCell(n, percent)]));
  const { event } = record.tests[index];
  if (event !== null) return [{ variable: { text: `: ${event}, n (%)` }, ...cellsOf(event) }];
  const values = [...new Set(counts.map(({ value }) => value))];
  return [
    { variable: { text: ', n (%)' } },
    ...values.map((value) => ({ variable: { text: INDENT + value, value }, ...cellsOf(value) })),
  ];
}

function quantityCell(group: ComparedGroup, summary: 'mean' | 'median', digits: number): Cell {
  const { n, mean, sd, median, q1, q3 } = group;
  if (n === 0) return numberCell(UNDEFINED, null);
  if (summary === 'mean') return { text: `${fixed(mean, digits)} (${fixed(sd, digits)})`, value: mean };
  const [middle, low, high] = [median, q1, q3].map((value) => shortest(value, digits));
  return { text: `${middle} [${low} to ${high}]`, value: median };
}

function countCell(n: number, percent: number | null): Cell {
  return percent === null ? numberCell(UNDEFINED, null) : { text: `${formatCount(n)} (${fixed(percent, 1)}%)`, value: n };
}

/** Medians are values of the data or between two of them: no more decimals than they need. */
function shortest(value: number | null, digits: number): string {
  if (value === null) return UNDEFINED;
  const decimals = /\.(\d+)$/.exec(String(Number(value.toFixed(digits))))?.[1].length ?? 0;
  return fixed(value, decimals);
}

function testColumns(record: CompareRecord, { style }: ComparePresentation): TableColumn[] {
  const { estimates, method } = record;
  const p = style === 'ama' ? 'P' : 'p';
  const hasInterval = estimates.some(({ effect }) => effect !== null && EFFECT_WORDS[effect.name].interval !== null);
  return [
    { key: 'statistic', header: 'Test', align: 'left' },
    { key: 'effect', header: 'Effect', align: 'left' },
    ...(hasInterval ? [{ key: 'ci', header: `${formatShare(method.confidence)} CI`, align: 'right' } as const] : []),
    { key: 'p', header: p, align: 'right' },
    ...(isAdjusted(record)
      ? [{ key: 'pAdjusted', header: `${p} (${ADJUSTMENT[method.adjust]})`, align: 'right' } as const]
      : []),
  ];
}

function testCells(record: CompareRecord, index: number, { digits, style }: ComparePresentation): Row {
  const estimate = record.estimates[index];
  const { effect, p, pAdjusted, variable } = estimate;
  const infinite = record.effects.some((one) => one.variable === variable && one.name === effect?.name && one.infinite);
  return {
    statistic: { text: statisticText(estimate, record.tests[index]), value: estimate.statistic },
    effect: effect === null ? numberCell(UNDEFINED, null) : effectCell(effect, infinite, digits),
    ci: effect === null ? numberCell(UNDEFINED, null) : intervalCell(effect, infinite, digits),
    p: numberCell(formatP(p, style), p),
    pAdjusted: numberCell(formatP(pAdjusted, style), pAdjusted),
  };
}

function effectCell({ name, estimate }: ComparisonEffect, infinite: boolean, digits: number): Cell {
  const size = estimate === null && infinite ? '∞' : fixed(estimate, digits);
  if (size === UNDEFINED) return numberCell(UNDEFINED, null);
  return { text: `${EFFECT_WORDS[name].symbol}${EQUALS}${size}`, value: estimate };
}
