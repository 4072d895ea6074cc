import { PRESENT } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { chosenRows } from '../../dataset/rows-where.js';
import { StudyError } from '../../errors.js';
import { declaredRanges, scaleAnswers, sharedRange } from './scale-answers.js';
import type { ScaleDefinition } from './scale-items.js';
import type { ScaleOptions } from './scale-request.js';

/** More different answers than this are a measurement, and no bar shows them. */
const MOST_LEVELS = 11;

/** The answers to every item as they are scored, the reversed ones turned round. */
export async function scaleFigure(dataset: Dataset, options: ScaleOptions, scales: readonly ScaleDefinition[]): Promise<string> {
  const { likertBars } = await import('../../plots/likert-bars.js');
  const rows = chosenRows(dataset, options.where);
  const rangeOf = declaredRanges(options);
  const items = scales.flatMap((scale) => scaleAnswers(scale, rows, rangeOf).map(({ values, missing }, place) => {
    const { name, label = name } = scale.items[place];
    return {
      label: `${scales.length > 1 ? `${scale.name}: ` : ''}${label}${scale.reversed.has(name) ? ' (reversed)' : ''}`,
      answers: values.filter((_, row) => missing[row] === PRESENT),
    };
  }));
  const given = new Set(items.flatMap(({ answers }) => [...answers]));
  const range = sharedRange(scales, rangeOf);
  if (range !== null && [range.min, range.max].every(Number.isInteger) && range.max - range.min < MOST_LEVELS) {
    for (let level = range.min; level <= range.max; level += 1) given.add(level);
  }
  const levels = [...given].sort((a, b) => a - b);
  if (levels.length > MOST_LEVELS) {
    throw new StudyError('E_FIGURE_NONE', `The items have ${levels.length} different answers, and bars show up to ${MOST_LEVELS}.`, {
      where: dataset.source.path, hint: 'portal-study compare … --plot draws the distribution of a number by group.',
    });
  }
  const counts = items.map(({ label, answers }) => ({ label, counts: levels.map((level) => answers.filter((answer) => answer === level).length) }));
  return likertBars({
    title: 'Answers by item',
    description: counts.map((item) => `${item.label}: ${item.counts.map((count, level) => `${levels[level]} ${count}`).join(', ')}.`).join(' '),
    levels: levels.map(String),
    items: counts,
  });
}
