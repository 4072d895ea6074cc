import type { Cell, Table } from '../../results/table.js';
import type { CoOccurrence, ThemeEstimate, ThemeMatrix, ThemeQuote, ThemesRecord } from '../../results/themes.js';
import { fixed } from '../numbers.js';
import { count, label, number, shown, tableOf } from '../shown-columns.js';
import type { Shown } from '../shown-columns.js';
import { QUOTE_RULE, coOccurrenceNotes, themesNotes, themesSubject } from './themes-words.js';

export interface ThemesPresentation {
  /** Decimals of percentages. */
  readonly digits: number;
}

/** Themes, who has them by attribute, which come together, and quotes. */
export function themesTables(record: ThemesRecord, presentation: ThemesPresentation): Table[] {
  return [
    countsTable(record, presentation),
    ...(record.method.by === null ? [] : [byTable(record, presentation)]),
    ...(record.coOccurrences === undefined ? [] : [coOccurrenceTable(record.coOccurrences, record)]),
    ...(record.quotes === undefined ? [] : [quotesTable(record.quotes)]),
  ];
}

/** Indents a code under its category; a no-break space, since ordinary ones are trimmed where tables become markup. */
function themeCell({ code, path, depth, isCategory }: ThemeEstimate): Cell {
  const name = depth === 0 ? code : path.split(' › ').at(-1) ?? code;
  const cell: Cell = { text: `${'\u00a0\u00a0'.repeat(depth)}${name}`, value: code };
  return isCategory && depth === 0 ? { ...cell, emphasis: 'strong' } : cell;
}

function used({ estimates }: ThemesRecord): ThemeEstimate[] {
  return estimates.filter(({ by, segments }) => by === null && segments > 0);
}

function countsTable(record: ThemesRecord, { digits }: ThemesPresentation): Table {
  const { method } = record;
  const columns: Shown<ThemeEstimate>[] = [
    { key: 'theme', header: 'Theme', align: 'left', cell: themeCell },
    ...(method.participants === 0 ? [] : [
      { key: 'participants', header: 'Participants', align: 'right', cell: ({ participants }) => count(participants ?? 0) },
      { key: 'percent', header: '%', align: 'right', cell: ({ percent }) => number(percent, digits) },
    ] satisfies Shown<ThemeEstimate>[]),
    ...(method.groups === 0 ? [] : [
      { key: 'groups', header: 'Groups', align: 'right', cell: ({ groups }) => count(groups ?? 0) },
    ] satisfies Shown<ThemeEstimate>[]),
    // Where every group is one document, its column says it.
    ...(method.groups === method.documents ? [] : [
      { key: 'documents', header: 'Documents', align: 'right', cell: ({ documents }) => count(documents) },
    ] satisfies Shown<ThemeEstimate>[]),
    { key: 'segments', header: 'Segments', align: 'right', cell: ({ segments }) => count(segments) },
    { key: 'intensity', header: 'Intensity', align: 'right', cell: ({ intensity }) => number(intensity, 2) },
  ];
  return tableOf(`Themes (${themesSubject(record)})`, columns, used(record), themesNotes(record));
}

function byTable(record: ThemesRecord, { digits }: ThemesPresentation): Table {
  const { by, levels } = record.method;
  const find = (theme: ThemeEstimate, level: string): ThemeEstimate | undefined =>
    record.estimates.find((one) => one.path === theme.path && one.by === level);
  const rows = used(record);
  const columns: Shown<ThemeEstimate>[] = [
    { key: 'theme', header: 'Theme', align: 'left', cell: themeCell },
    ...levels.map((level): Shown<ThemeEstimate> => ({
      key: `level-${level}`, header: `${level}, n = ${rows[0] === undefined ? 0 : find(rows[0], level)?.observed ?? 0}`, align: 'right',
      cell: (theme) => {
        const { participants = null, percent = null } = find(theme, level) ?? {};
        return shown(`${participants ?? 0} (${fixed(percent, digits)})`, percent);
      },
    })),
  ];
  return tableOf(`Participants with a theme by ${by}, n (%)`, columns, rows, [`%: of the participants of that ${by} in the transcripts.`]);
}

/** The commonest; the record has them all. */
const SHOWN_PAIRS = 20;

function coOccurrenceTable(found: readonly CoOccurrence[], record: ThemesRecord): Table {
  const columns: Shown<CoOccurrence>[] = [
    { key: 'first', header: 'Code', align: 'left', cell: ({ codes }) => label(codes[0]) },
    { key: 'second', header: 'With', align: 'left', cell: ({ codes }) => label(codes[1]) },
    { key: 'count', header: record.method.coOccurrence === 'turn' ? 'Turns' : 'Overlaps', align: 'right', cell: (one) => count(one.count) },
    { key: 'jaccard', header: 'Jaccard', align: 'right', cell: ({ jaccard }) => number(jaccard, 2) },
  ];
  const sorted = [...found].sort((a, b) => b.count - a.count || b.jaccard - a.jaccard);
  return tableOf('Codes that come together', columns, sorted.slice(0, SHOWN_PAIRS), coOccurrenceNotes(record, found.length - SHOWN_PAIRS));
}

function quotesTable(quotes: readonly ThemeQuote[]): Table {
  const columns: Shown<ThemeQuote>[] = [
    { key: 'quote', header: 'Quote', align: 'left', cell: ({ text }) => label(`“${text.replace(/\s+/g, ' ').trim()}”`) },
    { key: 'from', header: 'From', align: 'left', cell: ({ participant, group, document, start, end }) => label(
      `${[participant, group === document ? null : group, document].filter((part) => part !== null).join(', ')}${start === null ? '' : ` (${start}–${end})`}`) },
  ];
  const codes = [...new Set(quotes.map(({ code }) => code))];
  const groups = codes.map((code) => ({ label: code, rows: quotes.filter((quote) => quote.code === code).length }));
  return { ...tableOf('Quotes', columns, quotes, [`${QUOTE_RULE} Places in code points from 0, the end exclusive.`]), groups };
}

/** The matrix for other tools: blank where not observed. */
export function matrixData({ id, names, codes, values }: ThemeMatrix): Table {
  return {
    caption: 'matrix',
    columns: [{ key: id, header: id, align: 'left' }, ...codes.map((code) => ({ key: code, header: code, align: 'right' as const }))],
    rows: names.map((name, row) => [label(name), ...values[row].map((value): Cell => ({ text: value === null ? '' : String(value), value }))]),
    notes: [],
  };
}
