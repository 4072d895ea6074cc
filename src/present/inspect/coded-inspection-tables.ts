import type { CodedInspectionRecord } from '../../results/coded-inspection.js';
import type { Table } from '../../results/table.js';
import { UNDEFINED, counted, formatCount } from '../numbers.js';

/** What the files hold, then each document where there are any. */
export function codedInspectionTables(record: CodedInspectionRecord): Table[] {
  return record.estimates.length === 0 ? [contentTable(record)] : [contentTable(record), documentTable(record)];
}

function contentTable({ method, provenance, warnings }: CodedInspectionRecord): Table {
  const { documents, codes, codings, placed, coders, participants, attributes, notes, offsets } = method;
  const rows: [string, string][] = [
    ['Documents', formatCount(documents)],
    ['Codes', formatCount(codes)],
    ['Codings', placed === codings ? formatCount(codings) : `${formatCount(codings)}, ${formatCount(codings - placed)} of them without a place`],
    ['Coders', coders.map((one) => `${one.coder} (${formatCount(one.codings)})`).join(', ') || 'none'],
    ['Participants', participants === 0 ? 'none' : formatCount(participants)],
    ...(attributes.length === 0 ? [] : [['Attributes', attributes.join(', ')] as [string, string]]),
    ...(notes === 0 ? [] : [['Notes', formatCount(notes)] as [string, string]]),
    ['Offsets', offsets],
  ];
  return {
    caption: `${provenance.inputs[0]?.path ?? ''}${provenance.inputs.length > 1 ? ` and ${counted(provenance.inputs.length - 1, 'more file', 'more files')}` : ''}`,
    columns: [{ key: 'what', header: '', align: 'left' }, { key: 'found', header: 'Read as', align: 'left' }],
    rows: rows.map((texts) => texts.map((text) => ({ text }))),
    notes: warnings.map((warning) => `${warning.where}: ${warning.message}`),
  };
}

function documentTable({ estimates }: CodedInspectionRecord): Table {
  const hasGroups = estimates.some(({ group }) => group !== null);
  return {
    caption: counted(estimates.length, 'document'),
    columns: [
      { key: 'document', header: 'Document', align: 'left' },
      ...(hasGroups ? [{ key: 'group', header: 'Group', align: 'left' } as const] : []),
      { key: 'characters', header: 'Characters', align: 'right' },
      { key: 'turns', header: 'Turns', align: 'right' },
      { key: 'speakers', header: 'Speakers', align: 'right' },
      { key: 'participants', header: 'Participants', align: 'right' },
      { key: 'codings', header: 'Codings', align: 'right' },
      { key: 'codes', header: 'Codes', align: 'right' },
    ],
    rows: estimates.map((one) => [
      { text: one.document, value: one.document },
      ...(hasGroups ? [{ text: one.group ?? '', value: one.group }] : []),
      ...[one.characters, one.turns, one.speakers, one.participants, one.codings, one.codes].map((value) => ({ text: value === null ? UNDEFINED : formatCount(value), value })),
    ]),
    notes: [],
  };
}
