import type { Command } from 'commander';
import { THEME_MEASURES } from '../../integration/theme-measure.js';
import type { ThemeMeasure } from '../../integration/theme-measure.js';
import { estimatesTable } from '../../present/estimates-table.js';
import { quantitizedTable } from '../../present/joint/quantitized-table.js';
import { warningLines } from '../../present/warning-notes.js';
import { addCodedTextOptions } from '../coded-text-options.js';
import { openCodedText } from '../open-coded-text.js';
import { oneOf } from '../option-values.js';
import { quantitizedRecord } from './quantitized-record.js';
import type { Session } from '../session.js';
import { addOutputOptions, outputTarget } from '../shared-options.js';

export function declare(command: Command): void {
  command
    .argument('<coded...>', 'coded text: a sheet of coded segments, .qdpx, QualCoder or Taguette database')
    .option('--as <measure>', 'what stands for a theme: presence (default), count of segments, words, or share of the words spoken', oneOf('--as', [...THEME_MEASURES]));
  addOutputOptions(addCodedTextOptions(command), { drawn: false }).addHelpText('after', `
Whoever was not in the transcripts has no value, never 0; --survey adds them as rows. For one analysis the survey's verbs
take themes as columns by themselves: portal-study compare survey.csv --themes codings.csv --by "theme.Better visits".

Examples:
  portal-study quantitize codings.csv
  portal-study quantitize codings.csv --survey survey.csv --as share --output themes.csv`);
}

export async function run(paths: readonly string[], given: Record<string, unknown>, session: Session): Promise<number> {
  const { coded, options } = await openCodedText(paths, given, session);
  const measure = (given['as'] as ThemeMeasure | undefined) ?? 'presence';
  const record = quantitizedRecord(coded, measure, { tool: session.tool, options });
  for (const line of warningLines(record.warnings)) session.note(line);
  await session.deliver({
    record, tables: [quantitizedTable(record)], data: () => estimatesTable(record),
  }, outputTarget(given, record.provenance.inputs.map(({ path }) => path)));
  return 0;
}
