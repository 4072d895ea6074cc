import type { Command } from 'commander';
import type { CodedText } from '../dataset/coded-text.js';
import { StudyError } from '../errors.js';
import { warningLines } from '../present/warning-notes.js';
import { addCodedTextOptions } from './coded-text-options.js';
import { openCodedText } from './open-coded-text.js';
import { repeated } from './option-values.js';
import type { Session } from './session.js';

export function declare(command: Command): void {
  command.argument('<coded...>', 'coded text: .qdpx, .qdc, data.qda, Taguette, sheets of coded segments, transcripts');
  addCodedTextOptions(command)
    .option('-o, --output <file>', 'a .qdpx for coding software, a .qdc with the codes alone, a .csv with the codings, or a codebook….csv; repeatable (default: the codings, as CSV)', repeated)
    .option('-q, --quiet', 'no notes on standard error')
    .addHelpText('after', `
Examples:
  portal-study convert codings.csv --output study.qdpx
  portal-study convert codings.csv --verify-quotes --output codebook-only.qdc
  portal-study convert codings.csv -o study.qdpx && portal-study convert study.qdpx -o back.csv -o codebook-back.csv`);
}

export async function run(paths: readonly string[], given: Record<string, unknown>, session: Session): Promise<number> {
  const outputs = (given['output'] as readonly string[] | undefined) ?? ['-'];
  const kinds = outputs.map(kindOf);
  const { coded } = await openCodedText(paths, given, session);
  for (const line of warningLines(coded.warnings)) session.note(line);
  noteLosses(coded, kinds, session);
  const files = await Promise.all(outputs.map(async (path, index) => ({ path, content: await written(coded, kinds[index], path, session.tool) })));
  await session.write(files, coded.inputs.map(({ path }) => path));
  for (const { path } of files) if (path !== '-') session.note(`Wrote ${path}.`);
  return 0;
}

type Kind = 'project' | 'codes' | 'codings' | 'codebook';

function kindOf(path: string): Kind {
  if (/\.qdpx$/i.test(path)) return 'project';
  if (/\.qdc$/i.test(path)) return 'codes';
  if (/\.csv$/i.test(path)) return /codebook[^/\\]*$/i.test(path) ? 'codebook' : 'codings';
  if (path === '-') return 'codings';
  throw new StudyError('E_OUTPUT_FORMAT', 'The extension names no format of coded text.', { where: path, hint: 'End it in .qdpx, .qdc or .csv.' });
}

/** What writes a project is loaded only where one is written. */
async function written(coded: CodedText, kind: Kind, path: string, tool: string): Promise<string | Uint8Array> {
  switch (kind) {
    case 'project': {
      const { qdpx } = await import('../exporters/qdpx.js');
      return qdpx(coded, path.replace(/^.*[/\\]/, '').replace(/\.qdpx$/i, ''), tool);
    }
    case 'codes': {
      const { refiCodebook } = await import('../exporters/refi-project.js');
      return refiCodebook(coded, tool);
    }
    default: {
      const [{ codebookTable, codingsTable }, { csvTable }] = await Promise.all([import('../exporters/coded-tables.js'), import('../reporters/csv.js')]);
      return csvTable(kind === 'codings' ? codingsTable(coded) : codebookTable(coded));
    }
  }
}

function noteLosses(coded: CodedText, kinds: readonly Kind[], session: Session): void {
  const unplaced = coded.codings.filter(({ start }) => start === null).length;
  if (kinds.includes('project') && unplaced > 0) session.note(`${unplaced} codings without a place are written as codings of their whole document.`);
  if (kinds.includes('codes') && coded.codes.length === 0) session.note('There are no codes.');
}
