import type { SampleSize } from '../../results/record.js';
import type { ReliabilityRecord } from '../../results/reliability.js';
import type { Warning } from '../../results/warning.js';
import { counted } from '../numbers.js';

/** Whether the lowest and highest answer of any item are declared, be they the same for all or not. */
export function knowsEnds({ method, itemStatistics }: Pick<ReliabilityRecord, 'method' | 'itemStatistics'>): boolean {
  return method.min !== null || itemStatistics.some(({ floor }) => floor !== null);
}

/** What the person at the terminal could still ask for. */
export function scaleAdvice(record: ReliabilityRecord): string[] {
  const { scales, scores } = record;
  const fewer = scores.some(({ n, minimumAnswered }, index) =>
    minimumAnswered === scales[index].items.length && n < scales[index].nAny);
  return [
    ...(!knowsEnds(record) ? ['Floor and ceiling need --min and --max, the lowest and highest answer the items allow.'] : []),
    ...(fewer ? ['Rows with an unanswered item have no score; --minimum-answered 80% scores those with fewer gaps.'] : []),
  ];
}

/** Codes whose message belongs under the table, because it explains a dash in it. */
const BELOW_THE_TABLE = new Set(['W_RELIABILITY_UNDEFINED']);

export function isBelowScaleTable({ code }: Warning): boolean {
  return BELOW_THE_TABLE.has(code);
}

/** How the coefficients were made, and why one of them is undefined. */
export function reliabilityNotes({ method, n, scales, warnings }: ReliabilityRecord): string[] {
  const deletion = method.missing === 'listwise'
    ? `listwise deletion: n answered every item${leftOut(n, 'listwise', scales.length === 1 ? 'left out' : 'complete in no scale')}`
    : `pairwise deletion: n gave any answer, Complete all of them${leftOut(n, 'unanswered', 'without any')}; ` +
      'the CI takes n as complete';
  const words = [
    'α: Cronbach’s alpha, CI by Feldt', 'std.: of standardised items', 'ω: McDonald’s omega total, one factor by minres',
    'Mean r: between items', deletion,
  ];
  return [`${words.join('; ')}.`, ...warnings.filter(isBelowScaleTable).map(({ message }) => message)];
}

function leftOut({ excludedBy }: SampleSize, reason: string, why: string): string {
  const rows = excludedBy[reason];
  return rows === undefined ? '' : ` (${counted(rows, 'row')} ${why})`;
}

/** Who has a score, and what its ends are. */
export function scoreNotes(record: ReliabilityRecord): string[] {
  const { method, scales, scores } = record;
  const partial = scores.filter(({ minimumAnswered }, index) => minimumAnswered < scales[index].items.length);
  const least = [...new Set(partial.map(({ minimumAnswered }) => minimumAnswered))];
  const answers = least.length === 1 && partial.length === scores.length
    ? counted(least[0], 'answer')
    : `${scores.map((one) => `${one.minimumAnswered} (${one.scale})`).join(', ')} answers`;
  const gap = method.score === 'mean' ? 'it is the mean of those given' : 'in a sum a gap counts as the mean of those given';
  const needed = partial.length === 0 ? 'A score needs every item answered.' : `A score needs at least ${answers}; ${gap}.`;
  const ends = !knowsEnds(record) ? '' : ' Floor and ceiling: share at the lowest and highest score possible.';
  return [`${needed} Quartiles as R’s default (type 7).${ends}`];
}

/** What was turned round, and which items the scale would do better without. */
export function itemNotes({ method, scales, itemStatistics, estimates }: ReliabilityRecord): string[] {
  const notes = ['Item–rest r: correlation with the sum of the other items.'];
  if (scales.some(({ reversed }) => reversed.length > 0)) {
    const how = method.min === null || method.max === null ? 'the lowest answer for the highest'
      : `${Number((method.min + method.max).toPrecision(12))} less the answer`;
    notes.push(`(R): reversed, ${how}, here as scored.`);
  }
  const better = itemStatistics.filter(({ scale, alphaIfDropped }) => {
    const alpha = estimates.find((estimate) => estimate.scale === scale && estimate.coefficient === 'alpha')?.estimate;
    return alphaIfDropped !== null && typeof alpha === 'number' && alphaIfDropped > alpha;
  });
  const names = better.map(({ item, scale }) => (scales.length === 1 ? item : `${item} (${scale})`));
  if (names.length > 0) notes.push(`α would be higher without ${names.join(', ')}.`);
  return [notes.join(' ')];
}
