import type { Code } from '../../dataset/coded-text.js';
import { StudyError } from '../../errors.js';
import type { Warning } from '../../results/warning.js';
import type { Archive } from '../containers/archive.js';
import { firstOf } from '../wording.js';
import { EMPTY_DRAFT } from './draft.js';
import type { Draft, DraftDocument, DraftSegment } from './draft.js';
import { casesAndCodes } from './refi-cases.js';
import { refiProject } from './refi-project.js';
import type { RefiProject } from './refi-project.js';
import { storedText } from './stored-text.js';
import { decode } from './whole-file.js';

/** The name of the project file in a .qdpx. */
export function projectName(names: readonly string[]): string | undefined {
  return names.find((name) => /^project\.qde$/i.test(name)) ?? names.find((name) => /^[^/]+\.qde$/i.test(name)) ?? names.find((name) => /\.qde$/i.test(name));
}

/**
 * A REFI-QDA project (.qdpx): the project file, and the texts of its documents from the archive.
 *
 * @throws StudyError of openArchive and readRefi; E_QDPX_PATH for a text outside the archive.
 */
export function qdpx(archive: Archive, file: string): Draft {
  const name = projectName(archive.names) ?? '';
  return refiDraft(refiProject(archive.pieces(name), `${file}:${name}`), file, archive);
}

/** A .qde or .qdc alone: whatever texts it does not hold itself are missing. */
export function refiFile(bytes: Uint8Array, file: string): Draft {
  return refiDraft(refiProject(bytes, file), file, null);
}

function refiDraft(project: RefiProject, file: string, archive: Archive | null): Draft {
  const missing: string[] = [];
  const warnings: Warning[] = [];
  const textOf = (content: string | null, path: string | null, name: string): string | null => {
    if (content !== null) return content;
    const found = path === null || archive === null ? null : entryOf(path, archive, file);
    if (found !== null && archive !== null) {
      const decoded = decode({ name: `${file}:${found}`, bytes: archive.read(found) });
      warnings.push(...decoded.warnings);
      return decoded.text;
    }
    missing.push(name);
    return null;
  };
  const groups = groupsOf(project);
  const documents = project.sources.map(({ guid, name, content, path }): DraftDocument => {
    const title = name ?? path?.replace(/^.*[/\\]/, '') ?? guid;
    const text = textOf(content, path, title);
    return { id: guid, name: title, text: text === null ? null : storedText(text), group: groups.get(guid) ?? null };
  });
  const { codes: allCodes, codings, cases } = casesAndCodes(project, documents);
  const ownNotes = new Set(codings.flatMap(({ notes }) => notes));
  const noteTexts = new Map(project.notes.map(({ id, name, content, path }) => [id, textOf(content, path, name) ?? '']));
  const codes = new Set(allCodes.map(({ id }) => id));
  const segments = codings.filter(({ code }) => codes.has(code)).map((coding): DraftSegment => ({
    id: coding.guid,
    document: coding.source,
    start: coding.start,
    end: coding.end,
    quote: coding.name,
    kind: 'name',
    code: coding.code,
    coder: coding.user,
    participant: null,
    memo: [coding.memo, ...coding.notes.map((note) => noteTexts.get(note) ?? null)].filter((text) => text !== null && text !== '').join('\n\n') || null,
    where: file,
  }));
  return {
    ...EMPTY_DRAFT,
    software: project.origin ?? 'REFI-QDA',
    documents,
    codes: /^taguette/i.test(project.origin ?? '') ? byDots(allCodes) : allCodes,
    segments,
    cases,
    notes: project.notes.filter(({ id }) => !ownNotes.has(id)).map(({ id, name, author }) => ({ id, name, author, text: noteTexts.get(id) ?? '' })),
    warnings: [...project.warnings, ...warnings, ...lostWarnings(codings.length - segments.length, missing, file)],
  };
}

/** Taguette exports its tree of tags as a list: `benefits.access` stands under `benefits`. */
function byDots(codes: readonly Code[]): Code[] {
  const byName = new Map(codes.map(({ name, id }) => [name, id]));
  return codes.map((code) => ({ ...code, parent: code.parent ?? byName.get(code.name.replace(/\.?[^.]*$/, '')) ?? null }));
}

/** The file of the archive that a path names; null for a path outside it, which is never followed. */
function entryOf(path: string, archive: Archive, file: string): string | null {
  const inside = path.trim().replace(/^internal:\/\//i, '').replaceAll('\\', '/');
  if (inside.split('/').includes('..')) {
    throw new StudyError('E_QDPX_PATH', 'The project names a text outside its archive.', { where: file, hint: 'Export the project again.' });
  }
  if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(inside)) return null;
  const wanted = [inside, `sources/${inside}`].map((one) => one.toLowerCase());
  return archive.names.find((name) => wanted.includes(name.toLowerCase()))
    ?? archive.names.find((name) => name.toLowerCase().endsWith(`/${wanted[0]}`)) ?? null;
}

/** The one set that holds a document. */
function groupsOf({ sets }: RefiProject): Map<string, string | null> {
  const groups = new Map<string, string | null>();
  for (const { name, sources } of sets) for (const source of sources) groups.set(source, groups.has(source) ? null : name);
  return groups;
}

function lostWarnings(lost: number, missing: readonly string[], file: string): Warning[] {
  return [
    ...(lost === 0 ? [] : [{ code: 'W_CODE_MISSING' as const, where: file, message: `Codings of codes that the codebook does not hold, left out: ${lost}.` }]),
    ...(missing.length === 0 ? [] : [{ code: 'W_TEXT_MISSING' as const, where: file, message: `The project does not hold the text of ${firstOf(missing, 3)}.` }]),
  ];
}
