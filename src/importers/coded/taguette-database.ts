import { CodePoints } from '../../dataset/code-points.js';
import { StudyError } from '../../errors.js';
import type { Warning } from '../../results/warning.js';
import { counted, firstOf } from '../wording.js';
import { CodesByPath, dottedPath } from './code-paths.js';
import { EMPTY_DRAFT } from './draft.js';
import type { Draft, DraftDocument, DraftSegment } from './draft.js';
import { htmlText } from './html-text.js';
import type { HtmlText } from './html-text.js';
import type { TableRow, Tables } from './sqlite.js';
import { storedText } from './stored-text.js';

/** How Taguette counts: in the text of the page, which has no line breaks of its own. */
const COUNTED_AS = 'UTF-8 bytes from 0 in the text without its tags, end exclusive';

export function isTaguette(tables: Tables): boolean {
  return tables.has('highlights') && tables.has('highlight_tags') && tables.has('tags') && tables.has('documents');
}

/**
 * A Taguette database. Its highlights name no coder; where several people worked on a project, who is not told.
 *
 * @throws StudyError E_TAGUETTE_PROJECTS where it holds several projects; E_OFFSETS_OUTSIDE.
 */
export function taguetteDatabase(tables: Tables, file: string): Draft {
  const projects = tables.rows('projects', ['id', 'name']);
  if (projects.length > 1) {
    throw new StudyError('E_TAGUETTE_PROJECTS', `The database holds ${counted(projects.length, 'project')}: ${firstOf(projects.map(({ name }) => String(name)), 5)}.`, {
      where: file, hint: 'Export the one that is meant from Taguette, as SQLite or as REFI-QDA.',
    });
  }
  const pages = new Map(tables.rows('documents', ['id', 'name', 'contents']).map((row) => [row['id'], { ...htmlText(String(row['contents'] ?? '')), name: String(row['name'] ?? row['id']) }]));
  const codes = new CodesByPath();
  const tags = new Map(tables.rows('tags', ['id', 'path', 'description']).map((row) =>
    [row['id'], codes.at(dottedPath(String(row['path']), file), row['description'] === null || row['description'] === '' ? {} : { description: String(row['description']) })]));
  const tagsOf = new Map<TableRow[string], string[]>();
  for (const { highlight_id: highlight = null, tag_id: tag = null } of tables.rows('highlight_tags', ['highlight_id', 'tag_id'])) {
    const code = tags.get(tag);
    if (code !== undefined) tagsOf.set(highlight, [...(tagsOf.get(highlight) ?? []), code]);
  }
  const highlights = tables.rows('highlights', ['id', 'document_id', 'start_offset', 'end_offset', 'snippet']);
  const places = new Map([...pages].map(([id, page]) => [id, bytePlaces(page)]));
  return {
    ...EMPTY_DRAFT,
    software: 'Taguette',
    countedAs: COUNTED_AS,
    documents: [...pages].map(([id, { name, lines }]): DraftDocument => ({ id: String(id), name, text: storedText(lines), group: null })),
    codes: codes.all(),
    segments: highlights.flatMap((row): DraftSegment[] => {
      const page = pages.get(row['document_id']);
      const at = places.get(row['document_id']);
      if (page === undefined || at === undefined) return [];
      const quote = htmlText(String(row['snippet'] ?? '')).lines.replace(/\n$/, '');
      const where = `${page.name} (highlight ${row['id']})`;
      return (tagsOf.get(row['id']) ?? []).map((code) => ({
        id: `${row['id']}.${code}`, document: String(row['document_id']), start: at(row['start_offset'], 'start', where, file), end: at(row['end_offset'], 'end', where, file),
        quote: quote === '' ? null : quote, kind: 'quote', code, coder: null, participant: null, memo: null, where,
      }));
    }),
    warnings: unbalanced(pages.values(), file),
  };
}

type BytePlace = (offset: TableRow[string], which: 'start' | 'end', where: string, file: string) => number;

/** From bytes of a page's text to code points of its lines: a start lies after a line break, an end before it. */
function bytePlaces({ text, lines, breaks }: HtmlText): BytePlace {
  const bytes = Buffer.from(text);
  const points = new CodePoints(lines);
  return (offset, which, where, file) => {
    if (typeof offset !== 'number' || !Number.isInteger(offset) || offset < 0 || offset > bytes.length) {
      throw new StudyError('E_OFFSETS_OUTSIDE', `The highlight lies outside its document, which has ${bytes.length} bytes.`, { where: `${file}: ${where}` });
    }
    const unit = bytes.subarray(0, offset).toString('utf8').length;
    return points.codePoint(unit + breaks.filter((at) => (which === 'start' ? at <= unit : at < unit)).length);
  };
}

function unbalanced(pages: Iterable<HtmlText & { readonly name: string }>, file: string): Warning[] {
  return [...pages].flatMap(({ name, unbalanced: tags }) => (tags.length === 0 ? [] : [{
    code: 'W_TAGS_UNBALANCED' as const, where: `${file}: ${name}`, message: `Tags that do not match: ${firstOf(tags, 3)}. Check the quotes of this document.`,
  }]));
}
