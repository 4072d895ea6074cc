import type { Code, Note } from '../../dataset/coded-text.js';
import { StudyError } from '../../errors.js';
import type { Warning } from '../../results/warning.js';
import { EMPTY_DRAFT } from './draft.js';
import type { Draft, DraftCase, DraftDocument, DraftSegment } from './draft.js';
import type { TableRow, Tables } from './sqlite.js';
import { storedText } from './stored-text.js';

/** Whether the tables are those of a QualCoder project. */
export function isQualcoder(tables: Tables): boolean {
  return tables.has('code_text') && tables.has('code_name') && tables.has('source');
}

/**
 * A QualCoder project (`data.qda`): categories and codes, coded text of each owner, cases with attributes, journals.
 *
 * @throws StudyError E_SQLITE_VALUE where an offset is no number.
 */
export function qualcoder(tables: Tables, file: string): Draft {
  const documents = tables.rows('source', ['id', 'name', 'fulltext']).filter(({ fulltext }) => fulltext !== null).map((row): DraftDocument => ({
    id: String(row['id']), name: textOf(row['name']), text: storedText(textOf(row['fulltext'])), group: null,
  }));
  const known = new Set(documents.map(({ id }) => id));
  const rows = tables.rows('code_text', ['ctid', 'cid', 'fid', 'seltext', 'pos0', 'pos1', 'owner', 'memo']).filter(({ fid }) => known.has(String(fid)));
  const codes = codesOf(tables);
  const ids = new Set(codes.map(({ id }) => id));
  const segments = rows.filter(({ cid }) => ids.has(codeId(cid))).map((row): DraftSegment => ({
    id: String(row['ctid']),
    document: String(row['fid']),
    start: position(row, 'pos0', file),
    end: position(row, 'pos1', file),
    quote: textOf(row['seltext']) || null,
    kind: 'quote',
    code: codeId(row['cid']),
    coder: textOf(row['owner']) || null,
    participant: null,
    memo: textOf(row['memo']) || null,
    where: `${file}, code_text ${row['ctid']}`,
  }));
  return {
    ...EMPTY_DRAFT,
    software: 'QualCoder',
    documents,
    codes,
    segments,
    cases: casesOf(tables, known, file),
    notes: tables.rows('journal', ['jid', 'name', 'jentry', 'owner']).map((row): Note => ({
      id: String(row['jid']), name: textOf(row['name']), text: textOf(row['jentry']), author: textOf(row['owner']) || null,
    })),
    warnings: lost(rows.length - segments.length, file),
  };
}

/** Categories hold categories and codes; newer projects let codes hold codes. */
function codesOf(tables: Tables): Code[] {
  const categories = tables.rows('code_cat', ['catid', 'name', 'memo', 'supercatid']).map((row): Code => ({
    id: categoryId(row['catid']), name: textOf(row['name']), description: textOf(row['memo']) || null, colour: null, isCodable: false,
    parent: row['supercatid'] === null ? null : categoryId(row['supercatid']),
  }));
  const codes = tables.rows('code_name', ['cid', 'name', 'memo', 'catid', 'supercid', 'color']).map((row): Code => ({
    id: codeId(row['cid']), name: textOf(row['name']), description: textOf(row['memo']) || null, colour: textOf(row['color']) || null, isCodable: true,
    parent: row['supercid'] !== null ? codeId(row['supercid']) : row['catid'] === null ? null : categoryId(row['catid']),
  }));
  return [...categories, ...codes];
}

function casesOf(tables: Tables, documents: ReadonlySet<string>, file: string): DraftCase[] {
  const types = new Map(tables.rows('attribute_type', ['name', 'valuetype']).map((row) => [textOf(row['name']), textOf(row['valuetype'])]));
  const attributes = tables.rows('attribute', ['name', 'attr_type', 'value', 'id']).filter((row) => row['attr_type'] === 'case');
  const stretches = tables.rows('case_text', ['caseid', 'fid', 'pos0', 'pos1']).filter(({ fid }) => documents.has(String(fid)));
  return tables.rows('cases', ['caseid', 'name']).map((row): DraftCase => {
    const own = stretches.filter(({ caseid }) => caseid === row['caseid']);
    return {
      id: `case ${row['caseid']}`,
      name: textOf(row['name']),
      attributes: new Map(attributes.filter(({ id }) => id === row['caseid']).map((one) => [textOf(one['name']), valueOf(one['value'], types.get(textOf(one['name'])))])),
      documents: own.filter(isWhole).map(({ fid }) => String(fid)),
      stretches: own.filter((one) => !isWhole(one)).map((one) => ({ document: String(one['fid']), start: position(one, 'pos0', file), end: position(one, 'pos1', file) })),
    };
  });
}

/** A whole file is linked to a case from 0 to a place beyond any text, or to 0. */
function isWhole({ pos0, pos1 }: TableRow): boolean {
  return pos0 === 0 && (pos1 === 0 || pos1 === null);
}

function valueOf(value: string | number | null, type: string | undefined): string | number | null {
  if (value === null || String(value).trim() === '') return null;
  const number = Number(value);
  return type === 'numeric' && Number.isFinite(number) ? number : String(value);
}

function position(row: TableRow, column: string, file: string): number {
  const value = row[column];
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new StudyError('E_SQLITE_VALUE', `Expected a whole number in ${column}, found ${value === null ? 'nothing' : 'something else'}.`, { where: file });
}

function lost(count: number, file: string): Warning[] {
  return count === 0 ? [] : [{ code: 'W_CODE_MISSING', where: file, message: `Codings of codes that the project does not hold, left out: ${count}.` }];
}

const textOf = (value: string | number | null | undefined): string => (value === null || value === undefined ? '' : String(value));
const codeId = (cid: string | number | null | undefined): string => `code ${cid}`;
const categoryId = (catid: string | number | null | undefined): string => `category ${catid}`;
