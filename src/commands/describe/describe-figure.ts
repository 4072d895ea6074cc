import type { Dataset } from '../../dataset/dataset.js';
import { StudyError } from '../../errors.js';
import { describeRecord } from './describe-record.js';
import type { DescribeSurroundings } from './describe-record.js';
import type { DescribeOptions } from './describe-request.js';

/** The answers to the ordinal items that are described, whatever stands for them in the table. */
export async function describeFigure(dataset: Dataset, options: DescribeOptions, surroundings: DescribeSurroundings): Promise<string> {
  const { likertFigure } = await import('../../plots/describe-figure.js');
  const { frequent: _, continuous: __, ...rest } = options;
  const drawn = likertFigure(await describeRecord(dataset, { ...rest, levels: true }, surroundings));
  if (drawn !== null) return drawn;
  throw new StudyError('E_FIGURE_NONE', 'No ordinal item is described whose answers could be drawn.', {
    where: dataset.source.path, hint: 'portal-study compare … --plot draws the distribution of a number by group.',
  });
}
