import { PRESENT } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { chosenRows } from '../../dataset/rows-where.js';
import { StudyError } from '../../errors.js';
import { participantColumn } from '../../importers/columns/participant-column.js';
import type { ParticipantScores } from '../../results/reliability.js';
import { scaleScores } from '../../stats/scales/scale-scores.js';
import { declaredRanges, scaleAnswers } from './scale-answers.js';
import type { ScaleDefinition } from './scale-items.js';
import { answersNeeded } from './scale-request.js';
import type { ScaleOptions } from './scale-request.js';

/**
 * Each chosen row's id and its score on every scale. Without a column that names the participant, rows go by their
 * place in the file.
 *
 * @param asked the column that `--id` names
 * @throws StudyError E_SCALE_NAME where a scale is called what the id is called.
 */
export function participantScores(
  dataset: Dataset, options: ScaleOptions, scales: readonly ScaleDefinition[], asked?: string,
): ParticipantScores {
  const rows = chosenRows(dataset, options.where);
  const id = participantColumn(dataset, asked);
  const name = id?.name ?? 'row';
  if (scales.some((scale) => scale.name === name)) {
    throw new StudyError('E_SCALE_NAME', `A scale cannot be called "${name}", as the first column of the scores is.`, {
      hint: 'Give the scale another name.',
    });
  }
  const participant = (row: number) => (id === null ? row + 1 : id.missing[row] === PRESENT ? id.values[row] : null);
  return {
    id: { name, values: Array.from(rows, participant) },
    scales: scales.map((scale) => {
      const { values, missing } = scaleScores(scaleAnswers(scale, rows, declaredRanges(options)), {
        score: options.score ?? 'mean',
        minimumAnswered: answersNeeded(options.minimumAnswered, scale.name, scale.items.length),
      });
      return { name: scale.name, values: Array.from(values, (value, row) => (missing[row] === PRESENT ? value : null)) };
    }),
  };
}
