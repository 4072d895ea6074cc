import type { CodedText } from '../../dataset/coded-text.js';
import { StudyError } from '../../errors.js';
import type { ThemeMeasure } from '../../integration/theme-measure.js';
import { themeValues } from '../../integration/theme-values.js';
import { observedParticipants } from '../../qualitative/observed-participants.js';
import { segmentsOf } from '../../qualitative/segments.js';
import type { QuantitizedEstimate, QuantitizedRecord } from '../../results/quantitized.js';
import { chosenCodings } from '../themes/chosen-codings.js';
import { THEME_PREFIX } from './theme-columns.js';
import { naturally } from '../themes/themes-request.js';

/**
 * Themes as numbers, a row a participant: those of the survey in its order, then those who are only in the transcripts.
 *
 * @throws StudyError E_CODINGS_NONE, E_PARTICIPANTS_UNKNOWN.
 */
export function quantitizedRecord(
  coded: CodedText, measure: ThemeMeasure, surroundings: { readonly tool: string; readonly options?: Readonly<Record<string, unknown>> },
): QuantitizedRecord {
  const chosen = chosenCodings(coded, {});
  const observed = observedParticipants(coded);
  if (observed.size === 0) {
    throw new StudyError('E_PARTICIPANTS_UNKNOWN', 'Who speaks is not known, so that no participant has themes.', {
      where: coded.inputs[0]?.path, hint: 'Say who each label stands for with --speakers speakers.csv, or add a column for the participant.',
    });
  }
  const surveyed = coded.cases.map(({ name }) => name).filter((name) => observed.has(name) || coded.cases.some((one) => one.name === name && one.sources.length === 0));
  const others = [...observed.keys()].filter((name) => !surveyed.includes(name)).sort(naturally);
  const participants = [...surveyed, ...others];
  const themes = themeValues(coded, chosen.tree, segmentsOf(chosen.codings), observed, participants, measure);
  const names = themes.map(({ theme: { code } }) => `${THEME_PREFIX}${chosen.names.get(code.id) ?? code.name}`);
  const estimates = participants.map((participant, row): QuantitizedEstimate => Object.fromEntries([
    ['participant', participant], ['observed', observed.has(participant)], ...themes.map(({ values }, theme): [string, number | null] => [names[theme], values[row]]),
  ]));
  return {
    kind: 'quantitized', schemaVersion: 1,
    method: { measure, coders: chosen.coders, themes: names },
    estimates,
    n: { rows: participants.length, used: observed.size, excludedBy: participants.length > observed.size ? { 'not observed in the transcripts': participants.length - observed.size } : {} },
    warnings: coded.warnings,
    provenance: { tool: surroundings.tool, command: 'quantitize', options: { as: measure, ...surroundings.options }, seed: null, inputs: coded.inputs },
  };
}
