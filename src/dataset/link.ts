import { StudyError } from '../errors.js';
import type { Warning } from '../results/warning.js';
import { PRESENT } from './column.js';
import type { Column } from './column.js';

/** What has an id on each of its rows; a null or blank one names nobody. */
export interface LinkSide {
  /** The file, as messages name it. */
  readonly path: string;
  /** The column of ids, as messages name it. */
  readonly column: string;
  readonly ids: readonly (string | null)[];
  /** The line of the file on which each row starts, where it has lines. */
  readonly lines?: Uint32Array | undefined;
}

/** How many participants each side knows, and the rows that name nobody. */
export interface LinkCounts {
  readonly both: number;
  readonly leftOnly: number;
  readonly rightOnly: number;
  readonly leftBlank: number;
  readonly rightBlank: number;
}

/** Two sources by the participants they share. */
export interface Link {
  /** For each row of the left the rows of the right with the same id, ascending. */
  readonly rightRows: readonly (readonly number[])[];
  readonly counts: LinkCounts;
  /** A warning where some do not match, with what would make them. */
  readonly warnings: readonly Warning[];
}

/**
 * Matches rows by participant id. Ids are texts: they match where they are the same but for spaces around them, and
 * are never turned into numbers. One side may repeat an id, such as a log of events; that both do is refused.
 *
 * @throws StudyError E_LINK_MANY where both sides repeat an id; E_LINK_NONE where none matches, with what would make
 *   them match.
 * @example
 * linkByParticipant(sideOf(survey, id), sideOf(labs, labId)).counts; // { both: 53, leftOnly: 1, rightOnly: 0, … }
 */
export function linkByParticipant(left: LinkSide, right: LinkSide): Link {
  const rightById = rowsById(right.ids);
  const leftById = rowsById(left.ids);
  refuseManyToMany(left, leftById, right, rightById);
  const shared = [...leftById.keys()].filter((id) => rightById.has(id));
  const counts = {
    both: shared.length,
    leftOnly: leftById.size - shared.length,
    rightOnly: rightById.size - shared.length,
    leftBlank: left.ids.filter(isBlank).length,
    rightBlank: right.ids.filter(isBlank).length,
  };
  const remedy = likelyRemedy([...leftById.keys()].filter((id) => !rightById.has(id)), [...rightById.keys()].filter((id) => !leftById.has(id)));
  if (shared.length === 0 && leftById.size > 0 && rightById.size > 0) {
    throw new StudyError('E_LINK_NONE', `0 of ${leftById.size} participants in ${left.path} (${left.column}) are among the ${rightById.size} in ${right.path} (${right.column}).`, {
      where: `${right.path}:${right.column}`,
      hint: remedy === null ? 'Check that both columns hold ids of the same people, written alike.' : `${remedy.finding} ${remedy.advice}`,
    });
  }
  return {
    rightRows: left.ids.map((id) => (isBlank(id) ? [] : rightById.get(id.trim()) ?? [])),
    counts,
    warnings: [
      ...unmatched(left, right, counts),
      ...(remedy === null ? [] : [{ code: 'W_LINK_WRITTEN' as const, message: `Of the ids that do not match, ${remedy.finding} ${remedy.advice}`, where: `${right.path}:${right.column}` }]),
    ],
  };
}

/** A column as a side of a link. */
export function sideOf({ source: { path }, lines }: { readonly source: { readonly path: string }; readonly lines: Uint32Array }, column: Column): LinkSide {
  return {
    path, column: column.name, lines,
    ids: Array.from(column.missing, (reason, row) => (reason === PRESENT ? String(column.values[row]) : null)),
  };
}

/** Counts as a sentence, for every link that is made. */
export function linkSentence(left: Pick<LinkSide, 'path'>, right: Pick<LinkSide, 'path'>, counts: LinkCounts): string {
  const { both, leftOnly, rightOnly, leftBlank, rightBlank } = counts;
  return `${left.path} and ${right.path} by participant: ${both} in both, ${leftOnly} only in ${left.path}, ${rightOnly} only in ${right.path}; ` +
    `without an id: ${leftBlank} and ${rightBlank} rows.`;
}

function unmatched(left: LinkSide, right: LinkSide, counts: LinkCounts): Warning[] {
  const { leftOnly, rightOnly, leftBlank, rightBlank } = counts;
  if (leftOnly + rightOnly + leftBlank + rightBlank === 0) return [];
  return [{ code: 'W_LINK_PARTIAL', message: linkSentence(left, right, counts), where: right.path }];
}

function isBlank(id: string | null): id is null {
  return id === null || id.trim() === '';
}

function rowsById(ids: readonly (string | null)[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const [row, id] of ids.entries()) {
    if (isBlank(id)) continue;
    const key = (id as string).trim();
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [row]);
    else known.push(row);
  }
  return rows;
}

const SHOWN = 3;

function refuseManyToMany(left: LinkSide, leftById: ReadonlyMap<string, number[]>, right: LinkSide, rightById: ReadonlyMap<string, number[]>): void {
  const repeated = [...leftById].filter(([id, rows]) => rows.length > 1 && (rightById.get(id)?.length ?? 0) > 1);
  const [first] = repeated;
  if (first === undefined) return;
  const lines = (side: LinkSide, rows: readonly number[]): string =>
    (side.lines === undefined ? `${rows.length} rows` : `lines ${rows.slice(0, SHOWN).map((row) => side.lines?.[row]).join(', ')}${rows.length > SHOWN ? ' …' : ''}`);
  const ids = repeated.slice(0, SHOWN).map(([id, rows]) => `${id.slice(0, 40)} (${left.path} ${lines(left, rows)}; ${right.path} ${lines(right, rightById.get(id) ?? [])})`);
  throw new StudyError('E_LINK_MANY', `${repeated.length} ${repeated.length === 1 ? 'participant stands' : 'participants stand'} more than once on both sides, so rows cannot be matched: ${ids.join(', ')}${repeated.length > SHOWN ? ` and ${repeated.length - SHOWN} more` : ''}.`, {
    where: right.lines === undefined ? right.path : `${right.path}:${right.lines[rightById.get(first[0])?.[1] ?? 0]}:${right.column}`,
    hint: 'Keep one row a participant on one side; --duplicates first or last does that to the survey.',
  });
}

const RETYPED = 'Write the ids of both files as text: a program has made numbers of one of them.';
const REWRITTEN = 'Write the ids alike in both files.';

/** Ways in which programs write one id differently, and what to do about each. */
const WAYS: readonly { readonly same: (id: string) => string; readonly how: string; readonly advice: string }[] = [
  { same: (id) => id.replace(/^(\d+)[.,]0+$/, '$1'), how: 'but for a final ".0" (17850.0 and 17850)', advice: RETYPED },
  { same: (id) => id.replace(/^0+(?=\d)/, ''), how: 'but for zeros in front (007 and 7)', advice: RETYPED },
  { same: (id) => id.toLowerCase(), how: 'but for upper and lower case', advice: REWRITTEN },
  { same: (id) => id.normalize('NFKC').toLowerCase().replace(/[\s_.-]+/g, ''), how: 'but for spaces, hyphens and case', advice: REWRITTEN },
];

/** What would make ids match that do not, in a sentence each; null where nothing simple would. */
function likelyRemedy(leftOnly: readonly string[], rightOnly: readonly string[]): { finding: string; advice: string } | null {
  for (const { same, how, advice } of WAYS) {
    const known = new Set(rightOnly.map(same));
    const count = new Set(leftOnly.map(same).filter((id) => known.has(id))).size;
    if (count > 0) return { finding: `${count === 1 ? '1 is' : `${count} are`} the same ${how}.`, advice };
  }
  return null;
}
