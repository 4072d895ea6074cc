import type { DescribeRecord, DescribeSummary, DescribedVariable } from '../../results/describe.js';
import type { Cell, Table, TableColumn } from '../../results/table.js';
import {
  DescribedEstimates, HIDDEN, countCell, decimalsFor, differenceCell, meanCell, medianCell, missingCell,
} from './describe-cells.js';
import type { DescribeNumbers } from './describe-cells.js';
import { describeNotes } from './describe-notes.js';
import { formatCount } from '../numbers.js';

/** How a Table 1 is printed; nothing here changes a number of the record. */
export interface DescribePresentation extends DescribeNumbers {
  readonly missingAs: 'row' | 'note';
  /** `auto` shows differences between two groups; `always` also their mean over the pairs of more. */
  readonly smd: 'auto' | 'always' | 'none';
}

const INDENT = '  ';
const MEAN = 'mean (SD)';
const MEDIAN = 'median [IQR]';

/** Neighbours that are told alike; under one heading where naming the statistic on every row would tire. */
interface Block {
  readonly summary: DescribeSummary;
  readonly variables: readonly DescribedVariable[];
  readonly isHeaded: boolean;
}

/** As many ordinal neighbours with a mean or median each make a block. */
const BLOCK = 3;

/**
 * A Table 1: a row for each variable, its levels and its missing values indented below; overall, each group and the
 * standardised difference across. A run of ordinal items stands under one heading.
 */
export function describeTable(record: DescribeRecord, presentation: DescribePresentation): Table {
  const told = new DescribedEstimates(record);
  const showsSmd = showsDifferences(record, presentation);
  const columns: TableColumn[] = [
    { key: 'variable', header: 'Characteristic', align: 'left' },
    ...record.groups.map(({ level, n }): TableColumn => ({
      key: level === null ? 'overall' : `group.${level}`,
      header: level === null ? `Overall (N = ${formatCount(n ?? 0)})` : `${level} (n = ${n === null ? HIDDEN : formatCount(n)})`,
      // Cells of many shapes: set to the right they would be aligned by decimals that have nothing in common.
      align: 'left',
    })),
    ...(showsSmd ? [{ key: 'smd', header: 'SMD', align: 'right' } as const] : []),
  ];
  const rows = blocksOf(record.variables).flatMap(({ summary, variables, isHeaded }): Cell[][] => [
    ...(isHeaded ? [headingRow(headingOf(summary, record), columns.length)] : []),
    ...variables.flatMap((variable) => variableRows(record, variable, told, { ...presentation, showsSmd, isHeaded })),
  ]);
  return { caption: captionOf(record), columns, rows, notes: describeNotes(record, { ...presentation, showsSmd }) };
}

function blocksOf(variables: readonly DescribedVariable[]): Block[] {
  const runs: DescribedVariable[][] = [];
  for (const variable of variables) {
    const last = runs.at(-1);
    if (last !== undefined && areToldAlike(last[0], variable)) last.push(variable);
    else runs.push([variable]);
  }
  return runs.map((run) => {
    const [{ kind, summary, withheld }] = run;
    const isRun = kind === 'ordinal' && (summary === 'mean' || summary === 'median') && run.length >= BLOCK;
    return { summary, variables: run, isHeaded: !withheld && (summary === 'frequent' || isRun) };
  });
}

function areToldAlike(a: DescribedVariable, b: DescribedVariable): boolean {
  return a.kind === b.kind && a.summary === b.summary && a.withheld === b.withheld;
}

function headingOf(summary: DescribeSummary, { method }: DescribeRecord): string {
  if (summary === 'frequent') return `Items answered ${method.frequent} or more, n (%)`;
  return `Ordinal items, ${summary === 'mean' ? MEAN : MEDIAN}`;
}

function variableRows(
  record: DescribeRecord,
  variable: DescribedVariable,
  told: DescribedEstimates,
  presentation: DescribePresentation & { readonly showsSmd: boolean; readonly isHeaded: boolean },
): Cell[][] {
  const { name, summary, withheld } = variable;
  const { showsSmd, isHeaded } = presentation;
  const wholes = record.groups.map(({ level }) => told.get(name, null, level));
  const smd = showsSmd ? [differenceCell(wholes[0], told)] : [];
  const noSmd = showsSmd ? [{ text: '' }] : [];
  const percentDigits = presentation.percentDigits ?? (record.n.used < 100 ? 0 : 1);
  const decimals = decimalsFor(variable, wholes, presentation);
  const countRow = (label: string, level: string, last: Cell[]): Cell[] => [
    { text: label, value: level },
    ...record.groups.map(({ level: group, n }) => countCell(told.get(name, level, group), n, percentDigits, told)),
    ...last,
  ];
  const missing = wholes.some((whole) => whole.missing !== 0) && presentation.missingAs === 'row' && !withheld;
  const missingRow = (indent: string): Cell[][] => (missing ? [[{ text: `${indent}${summary === 'answers' ? 'Not answered' : 'Missing'}` }, ...wholes.map(missingCell), ...noSmd]] : []);
  const label = labelOf(variable);
  if (withheld) return [[{ text: label, value: name }, ...wholes.map(() => ({ text: HIDDEN, value: null })), ...smd]];
  const levels = levelsOf(record, name);
  switch (summary) {
    case 'mean':
    case 'median': {
      const cell = summary === 'mean' ? meanCell : medianCell;
      const text = isHeaded ? INDENT + label : `${label}, ${summary === 'mean' ? MEAN : MEDIAN}`;
      return [[{ text, value: name }, ...wholes.map((whole) => cell(whole, decimals, told)), ...smd], ...missingRow(isHeaded ? INDENT + INDENT : INDENT)];
    }
    case 'frequent':
      return [countRow(INDENT + label, levels[0], smd), ...missingRow(INDENT + INDENT)];
    case 'answers':
      return [
        [{ text: `${label} (several answers), n (%)`, value: name }, ...wholes.map(() => ({ text: '' })), ...noSmd],
        ...levels.map((level) => countRow(INDENT + level, level, noSmd)),
        ...missingRow(INDENT),
      ];
    case 'levels':
      if (isYesNo(variable, levels)) return [countRow(`${label} = 1, n (%)`, '1', smd), ...missingRow(INDENT)];
      return [
        [{ text: `${label}, n (%)`, value: name }, ...wholes.map(() => ({ text: '' })), ...smd],
        ...levels.map((level) => countRow(INDENT + level, level, noSmd)),
        ...missingRow(INDENT),
      ];
  }
}

/** The answers 0 and 1 without names: the share of 1 says all. */
function isYesNo({ kind }: DescribedVariable, levels: readonly string[]): boolean {
  return kind === 'ordinal' && levels.length === 2 && levels[0] === '0' && levels[1] === '1';
}

function levelsOf({ estimates }: DescribeRecord, name: string): string[] {
  return estimates.filter(({ variable, group }) => variable === name && group === null).map(({ level }) => level).filter((level) => level !== null);
}

/** A label with its unit, unless it names it already. */
function labelOf({ label, unit }: DescribedVariable): string {
  return unit === null || label.includes(unit) ? label : `${label} (${unit})`;
}

function headingRow(text: string, cells: number): Cell[] {
  return Array.from({ length: cells }, (_, index) => ({ text: index === 0 ? text : '' }));
}

function showsDifferences({ groups }: DescribeRecord, { smd }: DescribePresentation): boolean {
  const parts = groups.length - 1;
  return smd === 'always' ? parts >= 2 : smd === 'auto' && parts === 2;
}

function captionOf({ provenance, n, by }: DescribeRecord): string {
  const file = provenance.inputs[0].path.split(/[\\/]/).at(-1);
  return `Characteristics${by === null ? '' : ` by ${by.label}`} (${file}, ${formatCount(n.used)} ${n.used === 1 ? 'row' : 'rows'})`;
}
