import { StudyError } from '../../errors.js';
import type { JointPresentation } from '../../plots/joint-figure.js';
import type { JointRecord } from '../../results/joint.js';

/** The picture of a joint display: medians or effects beside each other, or themes by source. */
export async function jointFigure(record: JointRecord, presentation: JointPresentation): Promise<string> {
  const { jointPicture } = await import('../../plots/joint-figure.js');
  const drawn = jointPicture(record, presentation);
  if (drawn !== null) return drawn;
  throw new StudyError('E_FIGURE_NONE', `A display of type ${record.method.type} is a table of words.`, { hint: 'Type --type statistics-by-themes, side-by-side or convergence.' });
}
