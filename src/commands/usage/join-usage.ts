import { inputsOf } from '../../dataset/dataset.js';
import type { Dataset } from '../../dataset/dataset.js';
import { logSide } from '../../dataset/event-log.js';
import { linkByParticipant, linkSentence, sideOf } from '../../dataset/link.js';
import { StudyError } from '../../errors.js';
import { participantColumn } from '../../importers/columns/participant-column.js';
import { enrolmentOf, refuseHalf, splitDate } from './enrolment.js';
import { typedOfLog } from './log-options.js';
import { openLog } from './open-log.js';
import type { OpenedStudy } from '../open-study.js';
import type { Session } from '../session.js';
import { withUsageColumns } from './usage-columns.js';
import { usageRecord } from './usage-record.js';

/** A survey with use beside its answers. */
export interface SurveyWithUsage {
  readonly dataset: Dataset;
  /** For provenance: how use was counted, and how many of each side know each other. */
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * Adds what a log tells of each participant of a survey. Everybody in the survey takes part, so whoever has no event in
 * the log did nothing (0), provided that some ids match; people of the log alone are left out.
 *
 * @throws StudyError E_LINK_ID, E_LINK_NONE, E_OPTIONS_CLASH; those of openLog and usageRecord.
 */
export async function joinUsage(survey: Dataset, given: Readonly<Record<string, unknown>>, study: OpenedStudy | false, session: Session): Promise<SurveyWithUsage> {
  const typed = typedOfLog(given);
  const relativeTo = typed['relativeTo'] as string | undefined;
  refuseHalf(relativeTo, typed['days']);
  const [file, column] = relativeTo === undefined ? [undefined, undefined] : splitDate(relativeTo);
  if (file !== undefined && file !== survey.source.path) {
    throw new StudyError('E_OPTIONS_CLASH', `--relative-to names ${file}, but the survey is ${survey.source.path}.`, { hint: `Type --relative-to ${column}.` });
  }
  const enrolment = enrolmentOf(survey, participantColumn(survey, given['id'] as string | undefined), column);
  const asked = given['usage'];
  const patterns = Array.isArray(asked) ? (asked as string[]) : [];
  const { log, counting, options, alongside } = await openLog(patterns, { ...typed, study }, session);
  const [left, right] = [sideOf(survey, enrolment.id), logSide(log)];
  const { counts, warnings: linkWarnings } = linkByParticipant(left, right);
  session.note(linkSentence(left, right, { ...counts, rightBlank: log.excludedBy['blankId'] ?? 0 }));
  const record = usageRecord(log, counting, { tool: session.tool }, enrolment);
  const known = new Set(inputsOf(survey));
  return {
    dataset: {
      ...withUsageColumns(enrolment, record),
      warnings: [...survey.warnings, ...linkWarnings, ...record.warnings.filter(({ code }) => code !== 'W_LOG_ONLY')],
      alongside: [...survey.alongside ?? [], ...log.sources, ...alongside.filter((input) => !known.has(input))],
    },
    options: {
      usage: {
        logs: log.sources.map(({ path }) => path), ...options, ...(relativeTo === undefined ? {} : { relativeTo }),
        gap: record.method.gapMinutes, timezone: record.method.timezone.value,
        participants: { ...counts, rightBlank: log.excludedBy['blankId'] ?? 0 }, events: record.n,
      },
    },
  };
}
