import type { Block, Section, StudyDocument } from '../../results/document.js';
import type { InputFile, ResultRecord } from '../../results/record.js';
import type { Table } from '../../results/table.js';
import type { Artefact } from './checklist-items.js';
import { checklistTables } from './checklist-tables.js';
import type { AuthorsAnswers } from './checklist-tables.js';
import { methodsText } from './methods-text.js';
import { counted, formatCount } from '../numbers.js';

/** What is made into a document. */
export interface ReportContent {
  readonly title: string;
  readonly citation: string | null;
  readonly tool: string;
  readonly inputs: readonly InputFile[];
  /** Options of each analysis, as they can be typed. */
  readonly commands: readonly string[];
  readonly sections: readonly { readonly id: string; readonly blocks: readonly Block[] }[];
  readonly records: readonly ResultRecord[];
  /** Sentences that a reader should see before anything else, such as columns that may identify a person. */
  readonly notices: readonly string[];
  readonly answers: AuthorsAnswers;
}

const HEADINGS: Readonly<Record<string, string>> = {
  participants: 'Participants', use: 'Portal use', correlations: 'Correlations', comparisons: 'Group comparisons', scales: 'Scales', themes: 'Themes',
  joint: 'Joint display', claims: 'Printed figures',
};

/** A study's results as one document. */
export function reportDocument(content: ReportContent): StudyDocument {
  const sections = content.sections.filter(({ blocks }) => blocks.length > 0);
  const participants = largest(content.records);
  return {
    title: content.title,
    subtitle: [content.citation, participants === null ? null : counted(participants, 'participant')].filter((part) => part !== null).join(' · '),
    language: 'en',
    sections: [
      provenanceSection(content),
      ...sections.map(({ id, blocks }): Section => ({ id, heading: HEADINGS[id] ?? id, blocks })),
      { id: 'methods', heading: 'Methods', blocks: methodsText(content.records).map((text): Block => ({ is: 'text', text })) },
      {
        id: 'checklists', heading: 'Reporting checklists',
        blocks: checklistTables(artefactsOf(content), content.answers).map((table): Block => ({ is: 'table', table })),
      },
    ],
  };
}

function largest(records: readonly ResultRecord[]): number | null {
  const sizes = records.filter(({ kind }) => kind === 'describe').map(({ n }) => n.rows);
  return sizes.length === 0 ? null : Math.max(...sizes);
}

function provenanceSection({ tool, inputs, commands, notices }: ReportContent): Section {
  return {
    id: 'provenance', heading: 'Study and provenance',
    blocks: [
      ...notices.map((text): Block => ({ is: 'notice', text })),
      { is: 'text', text: `Made by ${tool} from the files below. The same files give the same document.` },
      { is: 'table', table: inputsTable(inputs) },
      { is: 'heading', text: 'Analyses' },
      { is: 'list', items: commands },
    ],
  };
}

function inputsTable(inputs: readonly InputFile[]): Table {
  return {
    caption: 'Files',
    columns: [
      { key: 'file', header: 'File', align: 'left' }, { key: 'rows', header: 'Rows', align: 'right' }, { key: 'bytes', header: 'Bytes', align: 'right' },
      { key: 'sha256', header: 'SHA-256', align: 'left' },
    ],
    rows: inputs.map(({ path, rows, bytes, sha256 }) => [
      { text: path.split(/[\\/]/).at(-1) ?? path }, rows === null ? { text: '–', value: null } : { text: formatCount(rows), value: rows }, { text: formatCount(bytes), value: bytes }, { text: sha256 ?? '–' },
    ]),
    notes: [],
  };
}

/** What this document shows, for the checklists. */
function artefactsOf({ records }: ReportContent): Set<Artefact> {
  const kinds = new Set(records.map(({ kind }) => kind));
  const found = new Set<Artefact>(['provenance', 'methods']);
  const when = (condition: boolean, ...artefacts: readonly Artefact[]): void => { if (condition) for (const artefact of artefacts) found.add(artefact); };
  when(kinds.has('describe'), 'participants');
  when(kinds.has('usage'), 'use');
  when(kinds.has('correlation'), 'correlations');
  when(kinds.has('themes'), 'transcripts', 'codebook', 'coders', 'themes');
  when(records.some((record) => record.kind === 'themes' && 'quotes' in record && Array.isArray(record.quotes) && record.quotes.length > 0), 'quotes');
  when(kinds.has('saturation'), 'saturation');
  when(kinds.has('agreement'), 'agreement');
  when(kinds.has('joint'), 'joint');
  when(records.some(({ kind, estimates }) => kind === 'joint' && estimates.some((one) => typeof (one as { metaInference?: unknown }).metaInference === 'string')), 'meta-inferences');
  when(kinds.has('reproduce'), 'claims');
  return found;
}
