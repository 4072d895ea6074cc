import { PRESENT } from '../../dataset/column.js';
import type { Column } from '../../dataset/column.js';
import { inputsOf } from '../../dataset/dataset.js';
import type { Dataset } from '../../dataset/dataset.js';
import { findColumn } from '../../dataset/find-column.js';
import { sideOf } from '../../dataset/link.js';
import { StudyError } from '../../errors.js';
import { participantColumn } from '../../importers/columns/participant-column.js';
import { openSurvey } from '../open-survey.js';
import type { Session } from '../session.js';
import type { Enrolment } from './enrolled.js';

const DAY = 86_400_000;

/**
 * Those who take part by `--enrolled survey.csv`, or by `--relative-to survey.csv:a1c_date`; null where neither is asked.
 *
 * @throws StudyError E_OPTIONS_CLASH where the two name different surveys, or --days and --relative-to do not come
 *   together; those of openSurvey.
 */
export async function askedEnrolment(
  { enrolled, relativeTo, days, study }: { enrolled?: string | undefined; relativeTo?: string | undefined; days?: unknown; study?: unknown }, session: Session,
): Promise<Enrolment | null> {
  refuseHalf(relativeTo, days);
  const [path, column] = relativeTo === undefined ? [undefined, undefined] : splitDate(relativeTo);
  if (path !== undefined && enrolled !== undefined && path !== enrolled) {
    throw new StudyError('E_OPTIONS_CLASH', `--enrolled names ${enrolled}, --relative-to names ${path}.`, { hint: 'Those enrolled and their dates come from one survey.' });
  }
  const file = path ?? enrolled;
  if (file === undefined && column === undefined) return null;
  if (file === undefined) throw new StudyError('E_OPTION_VALUE', `--relative-to takes a survey and its column of dates, not "${relativeTo}".`, { hint: `For example: --relative-to survey.csv:${column}.` });
  const { dataset } = await openSurvey(file, study === undefined ? {} : { study }, session);
  return enrolmentOf(dataset, participantColumn(dataset), column);
}

/** Everybody in a survey, with their dates where a column of them is named. */
export function enrolmentOf(survey: Dataset, id: Column | null, dateColumn: string | undefined): Enrolment {
  const { path } = survey.source;
  if (id === null) {
    throw new StudyError('E_LINK_ID', `No column of ${path} names the participant, so it cannot be linked to a log.`, { where: path, hint: 'Type --id COLUMN.' });
  }
  const ids = sideOf(survey, id).ids.map((text) => (text === null || text.trim() === '' ? null : text.trim()));
  const column = dateColumn === undefined ? null : dates(survey, dateColumn);
  return {
    survey, id, ids,
    days: column === null ? null : Array.from(column.missing, (reason, row) => (reason === PRESENT ? Math.floor(Number(column.values[row]) / DAY) : null)),
    column: column?.name ?? null,
    inputs: inputsOf(survey),
  };
}

/** @throws StudyError E_OPTIONS_CLASH where one is given without the other. */
export function refuseHalf(relativeTo: string | undefined, days: unknown): void {
  if ((relativeTo === undefined) === (days === undefined)) return;
  throw new StudyError('E_OPTIONS_CLASH', relativeTo === undefined ? '--days counts from dates that --relative-to names.' : '--relative-to needs the days around the date.', {
    hint: relativeTo === undefined ? 'Add --relative-to survey.csv:a1c_date.' : 'Add --days -365..0.',
  });
}

/** @example splitDate('C:\\survey.csv:a1c_date'); // ['C:\\survey.csv', 'a1c_date'] */
export function splitDate(text: string): [string | undefined, string] {
  const colon = text.lastIndexOf(':');
  return colon === -1 ? [undefined, text.trim()] : [text.slice(0, colon), text.slice(colon + 1).trim()];
}

function dates(survey: Dataset, name: string): Column {
  const column = findColumn(survey, name);
  if (column.kind === 'date') return column;
  throw new StudyError('E_COLUMN_KIND', `"${column.name}" is read as ${column.kind}, and a window is counted from dates.`, {
    where: survey.source.path, hint: 'Write its dates as 2011-12-31, or type --date-format.',
  });
}
