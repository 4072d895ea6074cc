import { mergeDeclarations } from '../../dataset/declaration.js';
import type { ColumnDeclaration, Declarations } from '../../dataset/declaration.js';
import type { Rows } from '../rows/rows.js';
import { answerDeclaration } from './answer-columns.js';
import { answerLabel } from './answers.js';
import type { Layout } from './layout.js';
import type { Recognised } from './recognise.js';
import { answersBeside } from './answers-beside.js';
import { redcapCheckboxes } from './redcap-checkboxes.js';
import type { RedcapField } from './redcap-dictionary.js';
import { fieldDeclarations, statusDeclaration } from './redcap-fields.js';
import { withFieldNames, withZerosAndOnes } from './redcap-labels.js';
import { redcapRows } from './redcap-rows.js';

/** The fields of a project and the file that describes them. */
export interface RedcapProject {
  readonly fields: readonly RedcapField[];
  readonly file: string;
}

/** What is asked of a REDCap export. */
export interface RedcapRequest {
  readonly instrument?: string | undefined;
  readonly event?: string | undefined;
  readonly keepsEvents: boolean;
  readonly id?: string | undefined;
}

/** Columns that REDCap adds to those of the project. */
const OWN: Declarations = new Map<string, ColumnDeclaration>([
  ['redcap_event_name', { label: 'Event', type: 'nominal', role: 'other' }],
  ['redcap_repeat_instrument', { label: 'Repeating instrument', type: 'nominal', role: 'other' }],
  ['redcap_repeat_instance', { label: 'Instance of the repeating instrument', type: 'number', role: 'other' }],
  ['redcap_data_access_group', { label: 'Data access group', type: 'nominal', role: 'other' }],
  ['redcap_survey_identifier', { label: 'Survey identifier', type: 'text', role: 'other' }],
]);

/**
 * A REDCap export, raw or with labels: the rows of one event and no repeating instrument, unless they are asked for;
 * codes with their labels where the project's data dictionary is known.
 */
export function redcapLayout(
  read: Rows, file: string, { decision }: Recognised, project: RedcapProject | null, request: RedcapRequest,
): Layout {
  const fields = project?.fields ?? [];
  const named = project === null ? read : withFieldNames(read, file, fields);
  const id = idColumn(named, fields, request.id);
  const coded = withZerosAndOnes(named, file, fields);
  const { rows, warnings } = redcapRows(coded.rows, file, { ...request, id });
  const multiSelects = redcapCheckboxes(rows, fields);
  const { names } = rows.header;
  const ticks = multiSelects.flatMap(({ name, label, options }) => options.map((option): [string, ColumnDeclaration] =>
    [option.column, answerDeclaration(option.column, option.column.includes('(choice=') ? option.column : answerLabel(label ?? name, option.label))]));
  const declared = mergeDeclarations(
    new Map([...OWN, ...names.flatMap(ownDeclarations), ...ticks]),
    new Map(fields.flatMap((field) => fieldDeclarations(field, project?.file ?? ''))),
  );
  return {
    platform: decision,
    rows,
    declarations: new Map([...declared].filter(([name]) => names.includes(name))),
    multiSelects,
    id: request.id ?? (fields.length > 0 && named.header.names.includes(fields[0].name) ? fields[0].name : null),
    repeats: request.instrument !== undefined,
    warnings: [...warnings, ...coded.warnings, ...answersBeside(rows, file, fields)],
  };
}

/** The first field of a project names its participants. */
function idColumn({ header: { names } }: Rows, fields: readonly RedcapField[], asked: string | undefined): number {
  const found = [asked, fields[0]?.name].map((name) => (name === undefined ? -1 : names.indexOf(name))).find((index) => index !== -1);
  return found ?? names.findIndex((name) => name !== '' && !name.startsWith('column_'));
}

/** What every project's forms bring: how complete each is, and when a survey was sent in. */
function ownDeclarations(name: string): [string, ColumnDeclaration][] {
  const form = /^(.+)_complete$/.exec(name)?.[1];
  if (form !== undefined) return [[name, statusDeclaration(form)]];
  if (name.startsWith('Complete?')) return [[name, { ...statusDeclaration(name), label: name }]];
  if (/_timestamp$|^Survey Timestamp/.test(name)) return [[name, { type: 'date', lenient: ['type'], missing: ['[not completed]'], role: 'other' }]];
  return [];
}
