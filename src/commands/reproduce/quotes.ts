import type { Command } from 'commander';
import type { ResultRecord } from '../../results/record.js';
import { addCodedTextOptions } from '../coded-text-options.js';
import { openCodedText } from '../open-coded-text.js';
import type { Session } from '../session.js';

/**
 * The words of a study's transcripts, for claims that quote participants: an entry for each document, and one for all
 * of them. It is no verb of the command line, because it would print what people said.
 */
export function declare(command: Command): void {
  addCodedTextOptions(command);
}

export async function run(paths: readonly string[], given: Record<string, unknown>, session: Session): Promise<number> {
  const { coded } = await openCodedText(paths, given, session);
  const documents = coded.sources.map(({ id, name, text }) => {
    const quotes = coded.codings.filter(({ source }) => source === id).flatMap(({ quote }) => (quote === null ? [] : [quote]));
    return { document: name, text: text ?? quotes.join('\n') };
  });
  const estimates = [{ document: null, text: null, documents }, ...documents.map((one) => ({ ...one, documents: [one] }))];
  const record: ResultRecord = {
    kind: 'quotes', schemaVersion: 1, method: { name: 'quotes' }, estimates, n: { rows: documents.length, used: documents.length, excludedBy: {} }, warnings: [],
    provenance: { tool: session.tool, command: 'quotes', options: {}, seed: null, inputs: coded.inputs },
  };
  await session.deliver({ record, tables: [], data: () => ({ caption: '', columns: [], rows: [], notes: [] }) }, { format: undefined, output: [], inputs: [] });
  return 0;
}
