import { statSync } from 'node:fs';
import { CodePoints } from '../../dataset/code-points.js';
import type { CodedText } from '../../dataset/coded-text.js';
import { codedInspectionTables } from '../../present/inspect/coded-inspection-tables.js';
import { estimatesTable } from '../../present/estimates-table.js';
import type { CodedInspectionRecord, DocumentSummary } from '../../results/coded-inspection.js';
import { openCodedText } from '../open-coded-text.js';
import type { Session } from '../session.js';
import { outputTarget } from '../shared-options.js';

/** Whether a path is coded text or a transcript by its name; a sheet may be anything, and is read as a table. */
export function isCodedPath(path: string): boolean {
  return /\.(?:qdpx|qdc|qde|qda|sqlite3?|vtt|srt|docx)$/i.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** How coded text was read: its documents, codes, coders, and how its offsets count. */
export async function inspectCoded(path: string, given: Readonly<Record<string, unknown>>, session: Session): Promise<number> {
  const { coded, options } = await openCodedText([path], given, session);
  const record: CodedInspectionRecord = {
    kind: 'coded-inspection',
    schemaVersion: 1,
    method: {
      documents: coded.sources.length,
      codes: coded.codes.length,
      codings: coded.codings.length,
      placed: coded.codings.filter(({ start }) => start !== null).length,
      coders: coded.coders.map((coder) => ({ coder, codings: coded.codings.filter((coding) => coding.coder === coder).length })),
      participants: coded.cases.length,
      attributes: [...new Set(coded.cases.flatMap(({ attributes }) => [...attributes.keys()]))],
      notes: coded.notes.length,
      offsets: coded.convention,
    },
    estimates: documentSummaries(coded),
    n: { rows: coded.sources.length, used: coded.sources.length, excludedBy: {} },
    warnings: coded.warnings,
    provenance: { tool: session.tool, command: 'inspect', options, seed: null, inputs: coded.inputs },
  };
  await session.deliver({ record, tables: codedInspectionTables(record), data: () => estimatesTable(record) }, outputTarget(given, [path]));
  return 0;
}

function documentSummaries({ sources, codings }: CodedText): DocumentSummary[] {
  return sources.map(({ id, name, text, turns, group }) => {
    const own = codings.filter(({ source }) => source === id);
    return {
      document: name,
      group,
      characters: text === null ? null : new CodePoints(text).length,
      turns: turns.length,
      speakers: new Set(turns.map(({ speaker }) => speaker)).size,
      participants: new Set([...turns, ...own].flatMap(({ participant }) => participant ?? [])).size,
      codings: own.length,
      codes: new Set(own.map(({ code }) => code)).size,
    };
  });
}
