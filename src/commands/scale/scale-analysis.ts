import { PRESENT } from '../../dataset/column.js';
import type {
  ItemStatistics, ReliabilityEstimate, ReliabilityMethod, ScaleComposition, ScoreSummary,
} from '../../results/reliability.js';
import { cronbachAlpha } from '../../stats/scales/cronbach-alpha.js';
import type { ReliabilityResult } from '../../stats/scales/cronbach-alpha.js';
import { descriptives } from '../../stats/table-one/descriptives.js';
import type { ScaleItem } from '../../stats/scales/item-covariance.js';
import { omegaTotal } from '../../stats/scales/omega-total.js';
import type { OmegaResult } from '../../stats/scales/omega-total.js';
import { completeRows } from '../../stats/correlation/pairs.js';
import { floorAndCeiling, scaleScores } from '../../stats/scales/scale-scores.js';
import type { ItemRange } from '../../stats/scales/scale-scores.js';
import type { RangeOf } from './scale-answers.js';
import type { ScaleDefinition } from './scale-items.js';

/** What is computed of one scale before it is told; `answers` are an entry an item, the reversed ones turned round. */
export interface ScaleAnalysis {
  readonly composition: ScaleComposition;
  readonly definition: ScaleDefinition;
  readonly answers: readonly ScaleItem[];
  readonly complete: Uint32Array;
  readonly reliability: ReliabilityResult;
  readonly omega: OmegaResult;
  readonly minimumAnswered: number;
}

export function analyseScale(
  definition: ScaleDefinition,
  answers: readonly ScaleItem[],
  { missing, confidence }: ReliabilityMethod,
  minimumAnswered: number,
): ScaleAnalysis {
  const { name, items, reversed } = definition;
  const complete = completeRows(answers.map((item) => item.missing), rowsOf(answers));
  const names = items.map((item) => item.name);
  return {
    composition: {
      scale: name, items: names, reversed: names.filter((item) => reversed.has(item)),
      nComplete: complete.length, nAny: answeredRows(answers).length,
    },
    definition,
    answers,
    complete,
    reliability: cronbachAlpha(answers, missing, confidence),
    omega: omegaTotal(answers, missing),
    minimumAnswered,
  };
}

export function coefficients({ composition, reliability, omega }: ScaleAnalysis): ReliabilityEstimate[] {
  const { alpha, standardized, guttman6, averageR, n, items } = reliability;
  const without = { ciLow: null, ciHigh: null };
  const of = { scale: composition.scale, items, n };
  return [
    { ...of, coefficient: 'alpha', estimate: alpha.estimate, ciLow: alpha.ciLow, ciHigh: alpha.ciHigh },
    { ...of, coefficient: 'alpha-standardised', estimate: standardized, ...without },
    { ...of, coefficient: 'omega-total', estimate: omega.estimate, ...without },
    { ...of, coefficient: 'guttman-lambda-6', estimate: guttman6, ...without },
    { ...of, coefficient: 'mean-inter-item-r', estimate: averageR, ...without },
  ];
}

/** Over the rows that count for alpha: complete ones, or all that answered the item. */
export function itemStatistics(
  { composition, definition, answers, complete, reliability }: ScaleAnalysis,
  { missing }: ReliabilityMethod,
  rangeOf: RangeOf,
): ItemStatistics[] {
  return definition.items.map((column, index) => {
    const values = presentValues(answers[index], missing === 'listwise' ? complete : rowsOf(answers));
    const { n, mean, sd } = descriptives(values);
    const { itemRest = null, alphaIfDropped = null } = reliability.perItem[index] ?? {};
    return {
      scale: composition.scale,
      item: column.name,
      label: column.label ?? column.name,
      reversed: definition.reversed.has(column.name),
      n, mean, sd, itemRest,
      // Without variance in what is left, alpha runs off to minus infinity.
      alphaIfDropped: alphaIfDropped === null || !Number.isFinite(alphaIfDropped) ? null : alphaIfDropped,
      ...ends({ values, missing: new Uint8Array(n) }, [rangeOf(column)], 'mean'),
    };
  });
}

export function scoreSummary(
  { composition, definition, answers, minimumAnswered }: ScaleAnalysis, { score }: ReliabilityMethod, rangeOf: RangeOf,
): ScoreSummary {
  const scores = scaleScores(answers, { score, minimumAnswered });
  const { n, mean, sd, median, q1, q3, min, max } = descriptives(presentValues(scores, rowsOf(answers)));
  const shares = ends(scores, definition.items.map(rangeOf), score);
  return { scale: composition.scale, minimumAnswered, n, mean, sd, median, q1, q3, min, max, ...shares };
}

/** The shares at the lowest and highest score that items of these ranges allow. */
function ends(
  scores: ScaleItem, ranges: readonly (ItemRange | null)[], score: 'mean' | 'sum',
): Pick<ScoreSummary, 'floor' | 'ceiling'> {
  const known = ranges.filter((range) => range !== null);
  if (known.length < ranges.length) return { floor: null, ceiling: null };
  const { floorShare, ceilingShare } = floorAndCeiling(scores, known, score);
  return { floor: floorShare, ceiling: ceilingShare };
}

function rowsOf([first]: readonly ScaleItem[]): Uint32Array {
  return Uint32Array.from(first.values, (_, row) => row);
}

/** The rows with an answer to any item. */
export function answeredRows(answers: readonly ScaleItem[]): Uint32Array {
  return rowsOf(answers).filter((row) => answers.some((item) => item.missing[row] === PRESENT));
}

function presentValues({ values, missing }: ScaleItem, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows.filter((row) => missing[row] === PRESENT), (row) => values[row]);
}
