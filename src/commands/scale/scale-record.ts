import { inputsOf } from '../../dataset/dataset.js';
import type { Dataset } from '../../dataset/dataset.js';
import { chosenRows } from '../../dataset/rows-where.js';
import { warningsOn } from '../../dataset/warnings-on.js';
import { scaleWarnings } from '../../present/scale/scale-warnings.js';
import type { SampleSize } from '../../results/record.js';
import type { ReliabilityMethod, ReliabilityRecord } from '../../results/reliability.js';
import { analyseScale, answeredRows, coefficients, itemStatistics, scoreSummary } from './scale-analysis.js';
import type { ScaleAnalysis } from './scale-analysis.js';
import { declaredRanges, refuseUnfitAnswers, scaleAnswers, sharedRange } from './scale-answers.js';
import { scalesFromItems } from './scale-items.js';
import type { ChosenScales } from './scale-items.js';
import { answersNeeded, refuseScaleClashes } from './scale-request.js';
import type { ScaleOptions } from './scale-request.js';

/** What surrounds the computation and belongs in provenance. */
export interface ScaleSurroundings {
  readonly tool: string;
  /** What else was given, such as how the file was read. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/**
 * The reliability, items and scores of a data set's scales as a record.
 *
 * @throws StudyError where options, items or answers do not fit; see scalesFromItems and refuseUnfitAnswers.
 */
export function scaleRecord(
  dataset: Dataset,
  options: ScaleOptions,
  surroundings: ScaleSurroundings,
  chosen: ChosenScales = scalesFromItems(dataset, options),
): ReliabilityRecord {
  refuseScaleClashes(options);
  const rangeOf = declaredRanges(options);
  const range = sharedRange(chosen.scales, rangeOf);
  const rows = chosenRows(dataset, options.where);
  refuseUnfitAnswers(dataset, chosen.scales, rows, rangeOf);
  const method: ReliabilityMethod = {
    missing: options.missing ?? 'listwise',
    ci: 'feldt',
    confidence: options.confidence ?? 0.95,
    omega: 'one-factor-minres',
    score: options.score ?? 'mean',
    quantiles: 7,
    min: range?.min ?? null,
    max: range?.max ?? null,
  };
  const analyses = chosen.scales.map((scale) => {
    const needed = answersNeeded(options.minimumAnswered, scale.name, scale.items.length);
    return analyseScale(scale, scaleAnswers(scale, rows, rangeOf), method, needed);
  });
  const context = { ...method, path: dataset.source.path, keys: chosen.keys?.source.path ?? null };
  return {
    kind: 'reliability',
    schemaVersion: 1,
    method,
    estimates: analyses.flatMap(coefficients),
    n: sampleSize(analyses, dataset.rows, rows.length, method),
    scales: analyses.map(({ composition }) => composition),
    itemStatistics: analyses.flatMap((analysis) => itemStatistics(analysis, method, rangeOf)),
    scores: analyses.map((analysis) => scoreSummary(analysis, method, rangeOf)),
    warnings: [
      ...warningsOn(dataset, chosen.scales.flatMap((scale) => scale.items)),
      // That a keys file numbers its rows is as it should be.
      ...(chosen.keys?.warnings ?? []).filter(({ code }) => code !== 'W_ROW_NUMBERS'),
      ...analyses.flatMap((analysis) => scaleWarnings(analysis, context)),
    ],
    provenance: {
      tool: surroundings.tool,
      command: 'scale',
      options: { ...options, ...surroundings.options },
      seed: null,
      inputs: [...inputsOf(dataset), ...(chosen.keys === null ? [] : [chosen.keys.source])],
    },
  };
}

/** A row is used where it counts for the reliability of any scale. */
function sampleSize(
  analyses: readonly ScaleAnalysis[], rows: number, chosen: number, { missing }: ReliabilityMethod,
): SampleSize {
  const counting = analyses.map(({ complete, answers }) => (missing === 'listwise' ? complete : answeredRows(answers)));
  const used = new Set(counting.flatMap((those) => [...those])).size;
  const left = { where: rows - chosen, [missing === 'listwise' ? 'listwise' : 'unanswered']: chosen - used };
  return { rows, used, excludedBy: Object.fromEntries(Object.entries(left).filter(([, count]) => count > 0)) };
}
