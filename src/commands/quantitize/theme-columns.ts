import { BLANK, PRESENT } from '../../dataset/column.js';
import type { NumericColumn } from '../../dataset/column.js';
import type { CodedText } from '../../dataset/coded-text.js';
import type { Dataset } from '../../dataset/dataset.js';
import { linkByParticipant } from '../../dataset/link.js';
import type { LinkCounts } from '../../dataset/link.js';
import { StudyError } from '../../errors.js';
import { participantColumn } from '../../importers/columns/participant-column.js';
import type { ThemeMeasure } from '../../integration/theme-measure.js';
import { themeValues } from '../../integration/theme-values.js';
import { observedParticipants } from '../../qualitative/observed-participants.js';
import { segmentsOf } from '../../qualitative/segments.js';
import { chosenCodings } from '../themes/chosen-codings.js';

export const THEME_PREFIX = 'theme.';

/** A survey with a column for every theme, and who is in which source. */
export interface ThemedDataset {
  readonly dataset: Dataset;
  readonly counts: LinkCounts;
}

const UNITS: Readonly<Record<ThemeMeasure, string | null>> = { presence: null, count: 'segments', words: 'words', share: 'share of words' };
const PRESENCE = [{ value: 0, label: 'not mentioned' }, { value: 1, label: 'mentioned' }];

/**
 * Adds `theme.<code>` for every code and category. Participants of the survey who were not observed in the transcripts
 * are missing there, never 0.
 *
 * @throws StudyError E_ID_MISSING where no column names the participant; of linkByParticipant and chosenCodings.
 */
export function withThemeColumns(dataset: Dataset, coded: CodedText, measure: ThemeMeasure, id?: string): ThemedDataset {
  const column = participantColumn(dataset, id);
  if (column === null) {
    throw new StudyError('E_ID_MISSING', 'No column names the participant, so themes cannot be joined.', {
      where: dataset.source.path, hint: `Type --id and its name; columns: ${dataset.columns.slice(0, 12).map(({ name }) => name).join(', ')}.`,
    });
  }
  const ids = Array.from({ length: dataset.rows }, (_, row) => (column.missing[row] === PRESENT ? String(column.values[row]).trim() : null));
  const observed = observedParticipants(coded);
  const { counts, warnings } = linkByParticipant(
    { path: dataset.source.path, column: column.name, ids, lines: dataset.lines },
    { path: coded.inputs[0]?.path ?? 'the coded text', column: 'participant', ids: [...observed.keys()] },
  );
  const chosen = chosenCodings(coded, {});
  const themes = themeValues(coded, chosen.tree, segmentsOf(chosen.codings), observed, ids, measure);
  const columns = themes.map(({ theme: { code }, values }): NumericColumn => {
    const name = chosen.names.get(code.id) ?? code.name;
    const unit = UNITS[measure];
    return {
      kind: measure === 'presence' ? 'ordinal' : 'number',
      name: `${THEME_PREFIX}${name}`,
      label: `Theme: ${name}`,
      values: Float64Array.from(values, (value) => value ?? Number.NaN),
      missing: Uint8Array.from(values, (value) => (value === null ? BLANK : PRESENT)),
      ...(measure === 'presence' ? { levels: PRESENCE } : {}),
      ...(unit === null ? {} : { unit }),
    };
  });
  return {
    counts,
    dataset: {
      ...dataset,
      columns: [...dataset.columns, ...columns],
      warnings: [...dataset.warnings, ...warnings],
      alongside: [...dataset.alongside ?? [], ...coded.inputs],
    },
  };
}

/** What joined and what did not, in one sentence. */
export function linkSentence({ both, leftOnly, rightOnly }: LinkCounts): string {
  return `Themes: ${both} of the survey's participants are in the transcripts, ${leftOnly} are not and have no theme values, ${rightOnly} of the transcripts are not in the survey.`;
}
