import type { Command } from 'commander';
import { nearestNames } from '../dataset/nearest-names.js';
import { StudyError } from '../errors.js';
import type { CodedTextOptions } from '../importers/coded-text.js';
import { repeated } from './option-values.js';

/** How coded text is read; the same on every verb that reads it. */
export function addCodedTextOptions(command: Command): Command {
  return command
    .option('--transcripts <path>', 'texts that were coded, where the coded file does not hold them: a file or a folder; repeatable', repeated)
    .option('--codebook <file>', 'codes, their parents and definitions: .csv, .xlsx or .qdc')
    .option('--speakers <file>', 'who each label stands for: speaker, participant and perhaps document, group, role')
    .option('--survey <file>', 'participants with their attributes, a row each')
    .option('--id <column>', 'column of the survey that names the participant')
    .option('--coder <name>', 'coder of segments that name none')
    .option('--columns <role=name>', 'a column by what it tells, such as code="Theme 1"; repeatable', repeated)
    .option('--offsets <convention>', 'count offsets so, unverified: code-points, utf16 or bytes, each also with -crlf')
    .option('--verify-quotes', 'say how the offsets of each document were understood')
    .option('--encoding <name>', 'character encoding, such as utf-8 or windows-1252')
    .option('--delimiter <character>', 'cell separator: , ; | or tab');
}

const READING = ['transcripts', 'codebook', 'speakers', 'coder', 'offsets', 'encoding', 'delimiter'] as const;

/** The options given, under the importer's names. */
export function codedTextOptions(given: Readonly<Record<string, unknown>>): CodedTextOptions {
  const plain = Object.fromEntries(READING.filter((key) => given[key] !== undefined).map((key) => [key, given[key]])) as CodedTextOptions;
  const columns = given['columns'] as readonly string[] | undefined;
  return columns === undefined ? plain : { ...plain, columns: columnsByRole(columns) };
}

const ROLES = ['document', 'code', 'category', 'start', 'end', 'coder', 'quote', 'participant', 'group', 'memo'];

function columnsByRole(entries: readonly string[]): Map<string, string> {
  return new Map(entries.map((entry) => {
    const [, written = '', name = ''] = /^\s*([\w ]+?)\s*=\s*(.+?)\s*$/.exec(entry) ?? [];
    const role = written.toLowerCase() === 'text' ? 'quote' : written.toLowerCase();
    if (ROLES.includes(role) && name !== '') return [role, name.replace(/^"(.*)"$/, '$1')];
    const [nearest] = nearestNames(role, ROLES);
    throw new StudyError('E_OPTION_VALUE', `--columns takes what a column tells and its name, such as code="Theme 1", not "${entry}".`, {
      hint: nearest === undefined || nearest === role ? `What a column tells: ${ROLES.join(', ')}.` : `Nearest: --columns ${nearest}="${name}".`,
    });
  }));
}
