import type { Code, CodedText } from '../dataset/coded-text.js';
import type { Table } from '../results/table.js';

const left = (key: string) => ({ key, header: key, align: 'left' as const });
const right = (key: string) => ({ key, header: key, align: 'right' as const });

/** A row a coding, as `readCodedText` reads it back: offsets in code points from 0, the end exclusive. */
export function codingsTable({ sources, codes, codings }: CodedText): Table {
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const paths = codePaths(codes);
  return {
    caption: 'Codings',
    columns: [left('document'), right('start'), right('end'), left('code'), left('coder'), left('participant'), left('text'), left('memo')],
    rows: codings.map((coding) => [
      names.get(coding.source) ?? coding.source, coding.start, coding.end, paths.get(coding.code) ?? coding.code, coding.coder,
      coding.participant, coding.quote, coding.memo,
    ].map((value) => ({ text: value === null ? '' : String(value), value }))),
    notes: [],
  };
}

/** A row a code, each with the codes above it in its name. */
export function codebookTable({ codes }: Pick<CodedText, 'codes'>): Table {
  const paths = codePaths(codes);
  return {
    caption: 'Codebook',
    columns: [left('code'), left('name'), left('description'), left('colour'), left('codable')],
    rows: codes.map(({ id, name, description, colour, isCodable }) => [
      paths.get(id) ?? name, name, description, colour, isCodable ? 'yes' : 'no',
    ].map((value) => ({ text: value ?? '', value }))),
    notes: [],
  };
}

function codePaths(codes: readonly Code[]): Map<string, string> {
  const paths = new Map<string, string>();
  // Codes stand in the order of their tree, so what is above one has its path before it.
  for (const { id, name, parent } of codes) {
    const above = parent === null ? undefined : paths.get(parent);
    paths.set(id, above === undefined ? name : `${above} > ${name}`);
  }
  return paths;
}
