import type { ThemeMeasure } from '../../integration/theme-measure.js';
import { readCodedFiles } from '../coded-files.js';
import type { OpenedSurvey } from '../opened-survey.js';
import type { Session } from '../session.js';
import { codingsOfStudy } from '../study-codings.js';
import { linkSentence, withThemeColumns } from './theme-columns.js';

/** The survey with a column for every theme of the coded text, and a sentence of who was joined. */
export async function withThemes(survey: OpenedSurvey, given: Readonly<Record<string, unknown>>, session: Session): Promise<OpenedSurvey> {
  const typed = given['themes'] as readonly string[] | undefined;
  const source = typed === undefined ? codingsOfStudy(survey.study!)! : { paths: typed, given: {} };
  const { coded } = await readCodedFiles(source.paths, source.given, session);
  const measure = (given['themesAs'] as ThemeMeasure | undefined) ?? 'presence';
  const id = (given['id'] as string | undefined) ?? survey.study?.participantId?.value;
  const { dataset, counts } = withThemeColumns(survey.dataset, coded, measure, id);
  session.note(linkSentence(counts));
  return {
    ...survey,
    dataset,
    options: { ...survey.options, themes: source.paths, themesAs: measure },
    inputs: [...survey.inputs, ...coded.inputs.map(({ path }) => path)],
  };
}
