import type { Dataset } from '../../dataset/dataset.js';
import { sourcesOfKind } from '../../study/study-sources.js';
import { openSurvey } from '../open-survey.js';
import type { OpenedStudy } from '../open-study.js';
import type { Session } from '../session.js';

/** The study's survey with what is linked to it, where it has one. */
export async function studyTables(opened: OpenedStudy, session: Session): Promise<Dataset[]> {
  if (sourcesOfKind(opened.study, 'survey').length === 0) return [];
  const silent: Session = Object.create(session, { note: { value: () => {} } }) as Session;
  const { dataset } = await openSurvey(undefined, { study: opened }, silent, { duplicates: 'report' });
  return [dataset];
}
