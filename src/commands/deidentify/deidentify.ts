import { join } from 'node:path';
import type { Command } from 'commander';
import { StudyError } from '../../errors.js';
import { deidentificationTables } from '../../present/qualitative/deidentification-tables.js';
import { estimatesTable } from '../../present/estimates-table.js';
import type { DeidentificationRecord } from '../../results/deidentification.js';
import { deidentifiedFiles } from './deidentify-files.js';
import { identifyingEstimates, replacementCounts } from './deidentify-findings.js';
import { readNames } from './deidentify-names.js';
import { repeated } from '../option-values.js';
import type { Session } from '../session.js';

export function declare(command: Command): void {
  command
    .argument('<transcript...>', 'transcripts (.txt, .docx, .vtt, .srt), folders of them, or coded projects (.qdpx, data.qda)')
    .requiredOption('--map <file>', 'names and what to put in their stead: name, replacement')
    .option('--output <folder>', 'where to write; without it nothing is written')
    .option('--codings <file>', 'a sheet of coded segments, whose offsets move with the texts; repeatable', repeated)
    .option('--codebook <file>', 'codes of the coded segments')
    .option('--speakers <file>', 'who each label of the coded segments stands for')
    .option('--match-case', 'take a name only as it is written in the map, or in capitals (Will is a name, will is none)')
    .option('--encoding <name>', 'character encoding, such as utf-8 or windows-1252')
    .option('--format <format>', 'of the list: table, markdown, csv, json, html or latex')
    .option('-q, --quiet', 'no notes on standard error')
    .option('--no-color', 'no colour')
    .addHelpText('after', `
Examples:
  portal-study deidentify transcripts --map names.csv
  portal-study deidentify transcripts --map names.csv --codings codings.csv --output shared
  portal-study deidentify transcripts/FG1.txt --map speakers.csv --output shared --format csv`);
}

export async function run(paths: readonly string[], given: Record<string, unknown>, session: Session): Promise<number> {
  const folder = given['output'] as string | undefined;
  const matchCase = given['matchCase'] === true;
  if (folder !== undefined && /\.(?:txt|csv|md|json|docx|qdpx|html?)$/i.test(folder)) {
    throw new StudyError('E_OUTPUT_FOLDER', 'Several files are written, so --output names a folder.', { where: folder, hint: 'For example: --output shared.' });
  }
  const names = await readNames(given['map'] as string, matchCase);
  const { files, replaced, blanked, inputs } = await deidentifiedFiles(paths, given, names, session);
  const record: DeidentificationRecord = {
    kind: 'deidentification',
    schemaVersion: 1,
    method: { names: names.names, found: new Set(replaced.flatMap(({ names: found }) => found)).size, case: matchCase ? 'as mapped' : 'any', written: folder !== undefined },
    estimates: identifyingEstimates(blanked),
    replacements: replacementCounts(replaced),
    n: { rows: blanked.length, used: blanked.length, excludedBy: {} },
    warnings: [],
    provenance: { tool: session.tool, command: 'deidentify', options: optionsOf(given), seed: null, inputs },
  };
  if (folder !== undefined) {
    await session.write(files.map(({ path, content }) => ({ path: join(folder, path), content })), inputs.map(({ path }) => path), folder);
    session.note(`Wrote ${files.length} ${files.length === 1 ? 'file' : 'files'} to ${folder}.`);
  } else session.note('Nothing is written: add --output and a folder.');
  await session.deliver({ record, tables: deidentificationTables(record), data: () => estimatesTable(record) }, {
    format: given['format'] as string | undefined, output: [], inputs: [],
  });
  return 0;
}

const OPTIONS = ['map', 'codings', 'codebook', 'speakers', 'matchCase', 'encoding'] as const;

function optionsOf(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(OPTIONS.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));
}
