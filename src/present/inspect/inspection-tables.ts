import type { ColumnSummary, Decision, Format, InspectionRecord } from '../../results/inspection.js';
import type { Cell, Table } from '../../results/table.js';
import { UNDEFINED, counted, formatCount } from '../numbers.js';

const MARKS = new Map([[',', 'comma'], [';', 'semicolon'], ['\t', 'tab'], ['|', 'pipe'], ['.', 'point']]);

const FORMATS: Readonly<Record<Format, string>> = {
  csv: 'delimited text', xlsx: 'Excel workbook', sav: 'SPSS data', zsav: 'SPSS data, compressed', dta: 'Stata data',
};

/** How a file was read, then each of its columns. */
export function inspectionTables(record: InspectionRecord): Table[] {
  return [fileTable(record), columnTable(record), ...multiSelectTables(record)];
}

function fileTable({ method, provenance, n }: InspectionRecord): Table {
  const [input] = provenance.inputs;
  const found = (what: string, decision: Decision<string> | null): [string, string, string][] =>
    (decision === null ? [] : [[what, MARKS.get(decision.value) ?? decision.value, decision.why]]);
  const decisions: [string, string, string][] = [
    ...(method.format.value === 'csv' ? [] : found('Format', { ...method.format, value: FORMATS[method.format.value] })),
    ...found('Sheet', method.sheet),
    ['Encoding', method.encoding.value, method.encoding.why],
    ...found('Delimiter', method.delimiter),
    ...(method.delimiter === null ? [] : found('Decimal mark', method.decimal)),
    ...found('Line ends', method.newline),
    ...(method.compression === null ? [] : [['Compression', method.compression, 'by its first bytes'] as [string, string, string]]),
    ['Platform', method.platform?.value ?? 'none recognised', method.platform?.why ?? ''],
    ...(method.dictionary === null ? [] : [['Dictionary', method.dictionary.value, method.dictionary.why] as [string, string, string]]),
    ...(method.missingCodes.length === 0 ? [] : [['Missing codes', method.missingCodes.join(' '), 'declared'] as [string, string, string]]),
    ...method.preamble.map((line): [string, string, string] => ['Comment', line.replace(/^#\s*/, ''), 'above the header']),
  ];
  return {
    caption: `${input.path}: ${counted(n.rows, 'row')}, ${counted(input.bytes, 'byte')}`,
    columns: [
      { key: 'what', header: '', align: 'left' },
      { key: 'found', header: 'Read as', align: 'left' },
      { key: 'why', header: 'Because', align: 'left' },
    ],
    rows: decisions.map((texts) => texts.map((text): Cell => ({ text }))),
    notes: [`sha256 ${input.sha256}`],
  };
}

function columnTable({ estimates, warnings }: InspectionRecord): Table {
  const hasLabels = estimates.some((column) => column.label !== null);
  const hasWarnings = estimates.some((column) => column.warnings.length > 0);
  return {
    caption: counted(estimates.length, 'column'),
    columns: [
      { key: 'column', header: 'Column', align: 'left' },
      ...(hasLabels ? [{ key: 'label', header: 'Label', align: 'left' } as const] : []),
      { key: 'kind', header: 'Kind', align: 'left' },
      { key: 'n', header: 'n', align: 'right' },
      { key: 'missing', header: 'Missing', align: 'left' },
      { key: 'distinct', header: 'Distinct', align: 'right' },
      { key: 'values', header: 'Values', align: 'left' },
      ...(hasWarnings ? [{ key: 'warnings', header: 'Odd', align: 'right' } as const] : []),
    ],
    rows: estimates.map((column) => [
      { text: column.column, value: column.column },
      ...(hasLabels ? [{ text: column.label ?? '' }] : []),
      { text: column.kind },
      { text: formatCount(column.n), value: column.n },
      { text: missingText(column) },
      { text: formatCount(column.distinct), value: column.distinct },
      { text: valuesText(column) },
      ...(hasWarnings ? [warningsCell(column)] : []),
    ]),
    notes: warnings.map((warning) => `${warning.where}: ${warning.message}`),
  };
}

/** The questions with several answers, which the columns of their answers do not show as one. */
function multiSelectTables({ multiSelects, n }: InspectionRecord): Table[] {
  if (multiSelects.length === 0) return [];
  return [{
    caption: `${counted(multiSelects.length, 'question')} with several answers`,
    columns: [
      { key: 'question', header: 'Question', align: 'left' },
      { key: 'answered', header: 'Answered', align: 'right' },
      { key: 'options', header: 'Answers chosen', align: 'left' },
    ],
    rows: multiSelects.map(({ question, label, answered, options }): Cell[] => [
      { text: label === null ? question : `${question}: ${label}`, value: question },
      { text: `${formatCount(answered)} of ${formatCount(n.rows)}`, value: answered },
      { text: options.map((option) => `${option.label} (${formatCount(option.n)})`).join(', ') },
    ]),
    notes: [],
  }];
}

/** How many of the notes below the table are about the column. */
function warningsCell({ warnings }: ColumnSummary): Cell {
  return warnings.length === 0 ? { text: '' } : { text: String(warnings.length), value: warnings.length, emphasis: 'strong' };
}

function missingText({ missing }: ColumnSummary): string {
  const parts = [
    missing.blank > 0 ? `${missing.blank} blank` : null,
    missing.declared > 0 ? `${missing.declared} declared` : null,
    missing.unreadable > 0 ? `${missing.unreadable} unreadable` : null,
  ].filter((part) => part !== null);
  return parts.join(', ');
}

const SHOWN_LEVELS = 8;

function valuesText({ levels, min, max, unit }: ColumnSummary): string {
  if (levels !== null) {
    const shown = levels.slice(0, SHOWN_LEVELS).map(({ value, label, n }) => `${value}${label === null ? '' : ` ${label}`} (${n})`);
    return [...shown, ...(levels.length > SHOWN_LEVELS ? [`and ${levels.length - SHOWN_LEVELS} more`] : [])].join(', ');
  }
  if (min === null) return UNDEFINED;
  return `${min} to ${max}${unit === null ? '' : ` ${unit}`}`;
}
