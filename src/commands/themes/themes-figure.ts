import { StudyError } from '../../errors.js';
import type { ThemesRecord } from '../../results/themes.js';

/** The picture that was asked for: codes that come together, or how many have each theme. */
export async function themesFigure(record: ThemesRecord): Promise<string> {
  const { coOccurrences, method: { coOccurrence }, provenance: { inputs } } = record;
  if (coOccurrences === undefined || coOccurrence === null) return (await import('../../plots/themes-figure.js')).themesFigure(record);
  const { coOccurrenceFigure } = await import('../../plots/co-occurrence-figure.js');
  const drawn = coOccurrenceFigure(coOccurrences, coOccurrence, record.estimates.filter(({ by }) => by === null).map(({ code }) => code));
  if (drawn !== null) return drawn;
  throw new StudyError('E_FIGURE_NONE', 'No two codes come together, so that there is nothing to draw.', {
    where: inputs[0]?.path,
    hint: coOccurrence === 'overlap' ? 'Type --co-occurrence turn for a wider net, or leave it out for bars of the themes.' : 'Leave out --co-occurrence for bars of the themes.',
  });
}
