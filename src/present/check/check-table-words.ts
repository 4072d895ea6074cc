import type { GroupMeanReason, StarsReason, TablePReason, TotalReason } from '../../results/check-reasons.js';
import { pWords, shortP } from './check-numbers.js';

/** What the checks of a table found, in words. */
export function tableReasonWords(reason: TotalReason | GroupMeanReason | TablePReason | StarsReason): string {
  switch (reason.about) {
    case 'total': return totalWords(reason);
    case 'group-mean': {
      const groups = reason.groups.join(' and ');
      return reason.fits ? `Between the groups’ ${groups}.` : `The overall mean ${reason.overall} does not lie between the groups’ ${groups}.`;
    }
    case 'table-p': return tablePWords(reason);
    case 'stars': return `At n = ${reason.n.n} p is ${pWords(reason.recomputed)}, ${reason.fits ? '' : 'not '}${reason.mark === '' ? 'above' : 'below'} ${shortP(reason.below)}.`;
  }
}

function totalWords({ parts, sum, total, along, fits }: TotalReason): string {
  const added = `${parts.join(' + ')} = ${sum}`;
  if (along === 'across') return fits ? `${added}.` : `${added}, not ${total}.`;
  if (sum === total) return `${added}, the column’s n.`;
  return sum < total ? `${added}, ${total - sum} short of the column’s n.` : `${added}, more than the column’s n of ${total}.`;
}

function tablePWords({ tests, matching, from, determined }: TablePReason): string {
  const words = (chosen: TablePReason['tests']): string => chosen.map(({ name, low, high }) => `${name} ${pWords({ low, high })}`).join(', ');
  const source = from === 'counts' ? 'the counts' : 'means and SDs';
  const unless = from === 'means' ? ' A rank test or an adjusted one may differ.' : determined ? '' : ' The table speaks of another test, which may differ.';
  if (matching === null) return `From ${source}: ${words(tests)}.${unless}`;
  const others = tests.filter(({ name }) => name !== matching);
  return `Fits ${words(tests.filter(({ name }) => name === matching))}${others.length === 0 ? '' : ` (${words(others)})`}.`;
}
