import { PRESENT, isQuantity } from '../../dataset/column.js';
import type { NumericColumn } from '../../dataset/column.js';
import type { CodedText, TextSource } from '../../dataset/coded-text.js';
import type { Dataset } from '../../dataset/dataset.js';
import { findColumn } from '../../dataset/find-column.js';
import { StudyError } from '../../errors.js';
import { participantColumn } from '../../importers/columns/participant-column.js';
import { themeValues } from '../../integration/theme-values.js';
import type { TreeCode } from '../../qualitative/code-tree.js';
import { observedParticipants } from '../../qualitative/observed-participants.js';
import type { Observed } from '../../qualitative/observed-participants.js';
import { segmentsOf } from '../../qualitative/segments.js';
import type { Segment } from '../../qualitative/segments.js';
import { chosenCodings, codeNamed } from '../themes/chosen-codings.js';
import type { ChosenCodings } from '../themes/chosen-codings.js';

/** A survey and coded text of the same participants. */
export interface JointData {
  readonly dataset: Dataset;
  readonly coded: CodedText;
  readonly chosen: ChosenCodings;
  readonly segments: readonly Segment[];
  readonly sources: ReadonlyMap<string, TextSource>;
  readonly observed: Observed;
  /** The participant of each row of the survey, or null where its id is blank. */
  readonly participants: readonly (string | null)[];
  /** The focus group of each row of the survey, where the transcripts say it. */
  readonly groups: readonly (string | null)[];
}

/** @throws StudyError E_ID_MISSING, E_LINK_NONE, and of chosenCodings. */
export function jointData(dataset: Dataset, coded: CodedText, id: string | undefined): JointData {
  const column = participantColumn(dataset, id);
  if (column === null) {
    throw new StudyError('E_ID_MISSING', 'No column of the survey names the participant.', {
      where: dataset.source.path, hint: `Type --id and its name; columns: ${dataset.columns.slice(0, 12).map(({ name }) => name).join(', ')}.`,
    });
  }
  const chosen = chosenCodings(coded, {});
  const observed = observedParticipants(coded);
  const participants = Array.from({ length: dataset.rows }, (_, row) => (column.missing[row] === PRESENT ? String(column.values[row]).trim() : null));
  if (!participants.some((participant) => participant !== null && observed.has(participant))) {
    throw new StudyError('E_LINK_NONE', `No participant of ${dataset.source.path} (${column.name}) is in the transcripts.`, {
      where: coded.inputs[0]?.path, hint: 'Say who speaks with --speakers speakers.csv, under the ids of the survey.',
    });
  }
  const sources = new Map(coded.sources.map((source) => [source.id, source]));
  const groupOf = (participant: string | null): string | null => {
    const places = participant === null ? undefined : observed.get(participant);
    return [...places ?? []].map((place) => sources.get(place)?.group ?? null).find((group) => group !== null) ?? null;
  };
  return {
    dataset, coded, chosen, observed, participants, sources, segments: segmentsOf(chosen.codings), groups: participants.map(groupOf),
  };
}

/** The code that a link names. */
export function themeNamed(name: string, { coded, chosen }: JointData, where: string): TreeCode {
  return codeNamed(name, coded, chosen.tree, chosen.names, where);
}

export function themeName({ code }: TreeCode, { chosen }: JointData): string {
  return chosen.names.get(code.id) ?? code.name;
}

/** Whether each row's participant mentions a theme: 1, 0, or null where not observed. */
export function mentionsOf(theme: TreeCode, { coded, segments, observed, participants }: JointData): readonly (0 | 1 | null)[] {
  return themeValues(coded, [theme], segments, observed, participants, 'presence')[0].values as readonly (0 | 1 | null)[];
}

/** Segments of a theme and of all that is under it. */
export function segmentsOfTheme(theme: TreeCode, { segments }: JointData): Segment[] {
  return segments.filter(({ code }) => theme.within.has(code));
}

/** How many focus groups were observed. */
export function observedGroups({ groups }: JointData): number {
  return new Set(groups.filter((group) => group !== null)).size;
}

/**
 * A column of the survey that has an order.
 *
 * @throws StudyError E_COLUMN_MISSING, E_COLUMN_NOT_NUMERIC, at the link that asks for it.
 */
export function linkedColumn(name: string, { dataset }: JointData, where: string): NumericColumn {
  const column = atLink(where, () => findColumn(dataset, name));
  if (isQuantity(column)) return column;
  throw new StudyError('E_COLUMN_NOT_NUMERIC', `"${name}" is ${column.kind}, and a link needs a number or an ordinal item.`, {
    where, hint: 'portal-study compare sets a theme beside groups.',
  });
}

function atLink<T>(where: string, find: () => T): T {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof StudyError)) throw error;
    throw new StudyError(error.code, error.message, { where, hint: error.hint ?? undefined, cause: error });
  }
}
