import { mergeDeclarations } from '../../dataset/declaration.js';
import type { ColumnDeclaration } from '../../dataset/declaration.js';
import type { ColumnText } from '../columns/column-text.js';
import { everyRow } from '../columns/ids.js';
import type { Rows } from '../rows/rows.js';
import { columnsOnly, renamed, rowsOnly } from '../rows/shaped-rows.js';
import { withListedAnswers } from './answer-lists.js';
import { withAnswers } from './answers.js';
import type { Layout } from './layout.js';
import { qualtricsAnswers } from './qualtrics-answers.js';
import { qualtricsResponses } from './qualtrics-responses.js';
import { questionText } from './question-text.js';
import type { Recognised } from './recognise.js';

/** Columns that Qualtrics writes into every export: how and when an answer was given, not what was answered. */
const OWN = new RegExp(`^(?:${[
  'StartDate', 'EndDate', 'RecordedDate', 'Status', 'IPAddress', 'Progress', 'Duration \\(in seconds\\)', 'Finished', 'Response ?(?:ID|Id|Set)',
  'Recipient(?:LastName|FirstName|Email)', 'External(?:Data)?Reference', 'Location(?:Latitude|Longitude|Accuracy)', 'DistributionChannel',
  'UserLanguage', 'EmailAddress', 'Q_\\w+',
].join('|')})$`);

/**
 * A Qualtrics export: names in the first row (in a legacy one the system's names stand in the second, below V1, V2 …),
 * labels in the second, ids of the questions in the third; previews are left out. Several answers have a column each,
 * or stand in one cell with commas between them.
 */
export function qualtricsLayout(read: Rows, file: string, { decision, labelRows }: Recognised): Layout {
  const isLegacy = decision.value === 'Qualtrics (legacy)';
  const below = read.firstRecords.slice(1, 1 + labelRows);
  const ids = below.find((cells) => cells.some((cell) => /["']ImportId["']\s*:/.test(cell))) ?? null;
  const labels = below.find((cells) => cells !== ids) ?? [];
  const named = isLegacy ? renamed(read, legacyNames(read, labels), file) : read;
  const data = rowsOnly(named, everyRow(read).slice(labelRows));
  // Every line of a legacy export ends with a comma.
  const last = data.columns.length - 1;
  const isFiller = isLegacy && data.header.unnamed.has(last) && isEmpty(data.columns[last], data.lines.length);
  const { rows, warnings } = qualtricsResponses(columnsOnly(data, (index) => index !== last || !isFiller), file);
  const declarations = new Map(rows.header.names.map((name, index) => [name, declared(name, labels[index] ?? '')]));
  const questions = qualtricsAnswers(rows, read.firstRecords[0], labels.map(questionText));
  const ticked = withAnswers(rows, questions);
  const isAnswer = (index: number): boolean => !OWN.test(rows.header.names[index]) && !rows.header.names[index].endsWith('_TEXT');
  const listed = withListedAnswers(ticked.rows, [','], isAnswer, (index) => questionText(labels[index] ?? ''));
  const answers = mergeDeclarations(ticked.declarations, listed.declarations);
  return {
    platform: decision, rows: listed.rows, declarations: mergeDeclarations(declarations, answers),
    multiSelects: [...ticked.multiSelects, ...listed.multiSelects], id: null, warnings,
  };
}

function declared(name: string, label: string): ColumnDeclaration {
  const text = questionText(label);
  return { ...(text === '' || text === name ? {} : { label: text }), ...(OWN.test(name) ? { role: 'other' } : {}) };
}

function legacyNames({ firstRecords: [header] }: Rows, below: readonly string[]): string[] {
  return header.map((name, index) => (/^V\d+$/.test(name.trim()) && (below[index] ?? '').trim() !== '' ? below[index] : name));
}

function isEmpty(column: ColumnText, rows: number): boolean {
  for (let row = 0; row < rows; row += 1) if (column.at(row).trim() !== '') return false;
  return true;
}
