import type { ItemStatistics, ReliabilityCoefficient, ReliabilityRecord, ScoreSummary } from '../../results/reliability.js';
import type { Cell, Table, TableColumn } from '../../results/table.js';
import { UNDEFINED, counted, fixed, formatCount, formatInterval, formatShare } from '../numbers.js';
import { itemNotes, knowsEnds, reliabilityNotes, scoreNotes } from './scale-words.js';

/** How scales are printed; nothing here changes a number of the record. */
export interface ScalePresentation {
  readonly digits: number;
}

/** A column of a table of scales, and what it shows of one row's source. */
interface Shown<Row> extends TableColumn {
  readonly cell: (row: Row) => Cell;
}

/** The reliability of each scale, its scores, and its items under it. */
export function scaleTables(record: ReliabilityRecord, presentation: ScalePresentation): Table[] {
  return [reliabilityTable(record, presentation), scoreTable(record, presentation), itemTable(record, presentation)];
}

function reliabilityTable(record: ReliabilityRecord, { digits }: ScalePresentation): Table {
  const estimateOf = (scale: string, coefficient: ReliabilityCoefficient) =>
    record.estimates.find((estimate) => estimate.scale === scale && estimate.coefficient === coefficient);
  const rows = record.scales.map(({ scale, nComplete }) => ({ scale, nComplete, alpha: estimateOf(scale, 'alpha') }));
  type Row = (typeof rows)[number];
  const coefficient = (key: ReliabilityCoefficient, header: string): Shown<Row> =>
    ({ key, header, align: 'right', cell: ({ scale }) => number(estimateOf(scale, key)?.estimate ?? null, digits) });
  const complete: Shown<Row> = {
    key: 'nComplete', header: 'Complete', align: 'right', cell: ({ nComplete }) => count(nComplete),
  };
  const columns: Shown<Row>[] = [
    { key: 'scale', header: 'Scale', align: 'left', cell: ({ scale }) => ({ text: scale, value: scale }) },
    { key: 'items', header: 'Items', align: 'right', cell: ({ alpha }) => count(alpha?.items ?? 0) },
    { key: 'n', header: 'n', align: 'right', cell: ({ alpha }) => count(alpha?.n ?? 0) },
    ...(record.method.missing === 'pairwise' ? [complete] : []),
    coefficient('alpha', 'α'),
    {
      key: 'ci', header: `${formatShare(record.method.confidence)} CI`, align: 'right',
      cell: ({ alpha }) => text(formatInterval(alpha?.ciLow ?? null, alpha?.ciHigh ?? null, digits), null),
    },
    coefficient('alpha-standardised', 'α (std.)'),
    coefficient('omega-total', 'ω'),
    coefficient('mean-inter-item-r', 'Mean r'),
  ];
  return tableOf(`Reliability (${sample(record)})`, columns, rows, reliabilityNotes(record));
}

function scoreTable(record: ReliabilityRecord, { digits }: ScalePresentation): Table {
  const of = (key: 'mean' | 'sd' | 'median', header: string): Shown<ScoreSummary> =>
    ({ key, header, align: 'right', cell: (score) => number(score[key], digits) });
  const endDigits = digitsNeeded(record.scores.flatMap(({ min, max }) => [min, max]), digits);
  const columns: Shown<ScoreSummary>[] = [
    { key: 'scale', header: 'Scale', align: 'left', cell: ({ scale }) => ({ text: scale, value: scale }) },
    { key: 'n', header: 'n', align: 'right', cell: ({ n }) => count(n) },
    of('mean', 'M'),
    of('sd', 'SD'),
    of('median', 'Median'),
    {
      key: 'quartiles', header: 'Q1 to Q3', align: 'right',
      cell: ({ q1, q3 }) => text(formatInterval(q1, q3, digits), null),
    },
    {
      key: 'range', header: 'Range', align: 'right',
      cell: ({ min, max }) => text(formatInterval(min, max, endDigits), null),
    },
    ...endColumns<ScoreSummary>(record),
  ];
  return tableOf(record.method.score === 'mean' ? 'Mean scores' : 'Sum scores', columns, record.scores, scoreNotes(record));
}

function itemTable(record: ReliabilityRecord, { digits }: ScalePresentation): Table {
  const of = (key: 'mean' | 'sd' | 'itemRest' | 'alphaIfDropped', header: string): Shown<ItemStatistics> =>
    ({ key, header, align: 'right', cell: (item) => number(item[key], digits) });
  const columns: Shown<ItemStatistics>[] = [
    {
      key: 'item', header: 'Item', align: 'left',
      cell: ({ item, label, reversed }) => ({ text: `${label}${reversed ? ' (R)' : ''}`, value: item }),
    },
    { key: 'n', header: 'n', align: 'right', cell: ({ n }) => count(n) },
    of('mean', 'M'),
    of('sd', 'SD'),
    of('itemRest', 'Item–rest r'),
    of('alphaIfDropped', 'α if dropped'),
    ...endColumns<ItemStatistics>(record),
  ];
  const groups = record.scales.map(({ scale, items }) => ({ label: scale, rows: items.length }));
  const caption = groups.length === 1 ? `Items of ${groups[0].label}` : 'Items';
  const table = tableOf(caption, columns, record.itemStatistics, itemNotes(record));
  return groups.length === 1 ? table : { ...table, groups };
}

/** The decimals that the numbers need so that none loses what `most` decimals would show of it. */
function digitsNeeded(values: readonly (number | null)[], most: number): number {
  return Math.max(0, ...values.map((value) => String(Number((value ?? 0).toFixed(most))).split('.')[1]?.length ?? 0));
}

/** Floor and ceiling mean something only where the ends of the scale are known. */
function endColumns<Row extends Pick<ScoreSummary, 'floor' | 'ceiling'>>(record: ReliabilityRecord): Shown<Row>[] {
  if (!knowsEnds(record)) return [];
  const percent = (share: number | null): Cell => text(share === null ? UNDEFINED : `${fixed(share * 100, 1)}%`, share);
  const of = (key: 'floor' | 'ceiling', header: string): Shown<Row> =>
    ({ key, header, align: 'right', cell: (row) => percent(row[key]) });
  return [of('floor', 'Floor'), of('ceiling', 'Ceiling')];
}

function tableOf<Row>(
  caption: string, columns: readonly Shown<Row>[], rows: readonly Row[], notes: readonly string[],
): Table {
  return {
    caption,
    columns: columns.map(({ key, header, align }) => ({ key, header, align })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    notes,
  };
}

function sample({ provenance, n }: ReliabilityRecord): string {
  const [input] = provenance.inputs;
  return `${input === undefined ? '' : `${input.path.split(/[\\/]/).at(-1)}, `}${counted(n.used, 'row')}`;
}

function count(value: number): Cell {
  return { text: formatCount(value), value };
}

function number(value: number | null, digits: number): Cell {
  return text(fixed(value, digits), value);
}

function text(shown: string, value: number | null): Cell {
  return shown === UNDEFINED ? { text: shown, value, emphasis: 'muted' } : { text: shown, value };
}
