import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import { place } from '../place.js';
import type { Sheet } from './sheet.js';

/** What a column of a sheet of coded segments, a codebook or a list of speakers tells. */
export type Role =
  'document' | 'group' | 'code' | 'category' | 'start' | 'end' | 'range' | 'coder' | 'quote' | 'participant' | 'memo'
  | 'speaker' | 'description' | 'colour' | 'role' | 'id' | 'name' | 'replacement';

/** The names that software and people give such columns, without case, spaces and punctuation; the first that is there wins. */
const NAMES: Readonly<Record<Role, readonly string[]>> = {
  document: ['document', 'documentname', 'doc', 'docname', 'documentid', 'file', 'filename', 'source', 'sourcename', 'transcript',
    'interview', 'media', 'mediatitle', 'mediafile', 'resource', 'primarydocument'],
  group: ['group', 'documentgroup', 'documentgroups', 'focusgroup', 'site', 'mediagroup'],
  code: ['code', 'codes', 'codename', 'tag', 'tags', 'theme', 'codelabel', 'codepath', 'codesapplied', 'codesappliedcombined', 'node', 'nodes', 'appliedcodes'],
  category: ['category', 'parent', 'parentcode', 'categoryname', 'codegroup', 'codecategory', 'supercategory', 'theme'],
  start: ['start', 'startposition', 'startoffset', 'startchar', 'startcharacter', 'pos0', 'begin', 'beginning', 'from', 'charstart', 'offsetstart'],
  end: ['end', 'endposition', 'endoffset', 'endchar', 'endcharacter', 'pos1', 'stop', 'to', 'charend', 'offsetend'],
  range: ['excerptrange', 'range', 'position'],
  coder: ['coder', 'codername', 'coderid', 'rater', 'codedby', 'owner', 'user', 'username', 'author', 'createdby', 'creator', 'excerptcreator', 'creatinguser',
    'analyst', 'modifiedby'],
  quote: ['quote', 'text', 'segment', 'codedsegment', 'codedtext', 'segmenttext', 'quotation', 'quotationcontent', 'excerpt', 'excerptcopy', 'excerpttext',
    'content', 'seltext', 'selectedtext', 'passage', 'codedcontent', 'reference', 'highlight'],
  participant: ['participant', 'participantid', 'pid', 'case', 'caseid', 'casename', 'respondent', 'respondentid', 'subject', 'subjectid', 'speaker', 'descriptor'],
  memo: ['memo', 'comment', 'comments', 'note', 'notes'],
  speaker: ['speaker', 'label', 'speakerlabel', 'name', 'pseudonym', 'speakername'],
  description: ['description', 'definition', 'codedescription', 'memo', 'comment', 'scope'],
  colour: ['color', 'colour'],
  role: ['role', 'function', 'type'],
  name: ['name', 'realname', 'original', 'originalname', 'fullname', 'person', 'speaker', 'from', 'find', 'old'],
  replacement: ['replacement', 'replacewith', 'pseudonym', 'alias', 'code', 'participant', 'participantid', 'id', 'to', 'new', 'label'],
  id: ['id', 'guid', 'segmentid', 'codingid', 'quotationid'],
};

export type Roles = ReadonlyMap<Role, number>;

/**
 * Which column tells what, among the roles wanted. A column has one role: earlier ones choose first.
 *
 * @param declared names of columns by role, as the user typed them.
 * @throws StudyError E_COLUMN_MISSING where a declared column is not there.
 */
export function rolesOf(sheet: Pick<Sheet, 'name' | 'header' | 'headerLine'>, wanted: readonly Role[], declared: ReadonlyMap<string, string> = new Map()): Roles {
  const plain = sheet.header.map(plainName);
  const roles = new Map<Role, number>();
  const taken = new Set<number>();
  const give = (role: Role, index: number): void => {
    roles.set(role, index);
    taken.add(index);
  };
  for (const role of wanted) {
    const name = declared.get(role);
    if (name !== undefined) give(role, declaredColumn(sheet, name));
  }
  for (const role of wanted) {
    if (roles.has(role)) continue;
    const index = NAMES[role].map((name) => plain.findIndex((one, at) => one === name && !taken.has(at))).find((at) => at !== -1);
    if (index !== undefined) give(role, index);
  }
  return roles;
}

/** The cell of a role, trimmed; '' where the sheet has no such column. */
export function cellOf(roles: Roles, role: Role, cells: readonly string[]): string {
  const index = roles.get(role);
  return index === undefined ? '' : cells[index].trim();
}

/** @example plainName('Document name'); // 'documentname' */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function declaredColumn(sheet: Pick<Sheet, 'name' | 'header' | 'headerLine'>, name: string): number {
  const index = sheet.header.indexOf(name);
  if (index !== -1) return index;
  const near = nearestNames(name, sheet.header);
  throw new StudyError('E_COLUMN_MISSING', `There is no column "${name}".`, {
    where: place(sheet.name, sheet.headerLine),
    hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Columns: ${sheet.header.join(', ')}.`,
  });
}
