import type { Command } from 'commander';
import { inputsOf } from '../../dataset/dataset.js';
import { findIdentifiers, identifierWarnings } from '../../dataset/identifiers/find-identifiers.js';
import { summarizeColumn } from '../../dataset/summarize-column.js';
import { summarizeMultiSelect } from '../../dataset/summarize-multi-select.js';
import { estimatesTable } from '../../present/estimates-table.js';
import { inspectionTables } from '../../present/inspect/inspection-tables.js';
import type { InspectionRecord } from '../../results/inspection.js';
import { inspectCoded, isCodedPath } from './inspect-coded.js';
import { openSurvey } from '../open-survey.js';
import { SURVEY_ARGUMENT, addOutputOptions, addReadingOptions, addStudyOptions, outputTarget } from '../shared-options.js';
import type { Session } from '../session.js';

export function declare(command: Command): void {
  addOutputOptions(addReadingOptions(addStudyOptions(command.argument('[file]', SURVEY_ARGUMENT))), { drawn: false });
  command.addHelpText('after', `
Examples:
  portal-study inspect survey.csv
  portal-study inspect survey.csv --na -99,-9 --format json
  portal-study inspect transcripts
  gunzip -c survey.csv.gz | portal-study inspect -`);
}

/** Of a column that may name people. */
const UNTOLD = { min: null, max: null, levels: null } as const;

export async function run([path]: readonly (string | undefined)[], options: Record<string, unknown>, session: Session): Promise<number> {
  if (path !== undefined && isCodedPath(path)) return inspectCoded(path, options, session);
  const { dataset, options: reading, inputs } = await openSurvey(path, options, session, { duplicates: 'report' });
  const identifiers = findIdentifiers(dataset);
  const noticed = { ...dataset, warnings: [...dataset.warnings, ...identifierWarnings(dataset, identifiers)] };
  const personal = new Set(identifiers.map(({ column }) => column));
  const record: InspectionRecord = {
    kind: 'inspection',
    schemaVersion: 1,
    method: dataset.reading,
    estimates: dataset.columns.map((column) => ({ ...summarizeColumn(noticed, column), ...(personal.has(column) ? UNTOLD : {}) })),
    n: { rows: dataset.rows, used: dataset.rows, excludedBy: {} },
    multiSelects: (dataset.multiSelects ?? []).map((question) => summarizeMultiSelect(dataset, question)),
    warnings: noticed.warnings,
    provenance: { tool: session.tool, command: 'inspect', options: reading, seed: null, inputs: inputsOf(dataset) },
  };
  await session.deliver({ record, tables: inspectionTables(record), data: () => estimatesTable(record) }, outputTarget(options, inputs));
  return 0;
}
