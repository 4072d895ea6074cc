import type { NumericColumn } from '../dataset/column.js';
import { midRanks } from '../numeric/mid-ranks.js';
import { normalUpperQuantile } from '../numeric/normal.js';
import { cohenKappa } from '../qualitative/cohen-kappa.js';
import { ratingsOf } from '../qualitative/ratings.js';
import type { LogAgreement } from '../results/log-agreement.js';
import { bonettWrightInterval } from '../stats/correlation/intervals.js';
import { completeRows } from '../stats/correlation/pairs.js';
import { spearman } from '../stats/correlation/spearman.js';
import { tApproximation } from '../stats/correlation/t-approximation.js';
import { frequencyClasses } from './frequency-classes.js';

/** More different answers than this are a number that was asked for, not a scale. */
const MOST_CLASSES = 11;

/**
 * A self-report against the log's count of the same feature, on the rows where both are present.
 *
 * Kappa: Cohen (1968), weights 1 − d²/max², interval by Fleiss, Cohen & Everitt (1969). Limits of agreement: Bland &
 * Altman (1986), of ranks, because answers and counts have no unit in common.
 */
export function logAgreement(item: NumericColumn, usage: NumericColumn, rows: Uint32Array, confidence = 0.95): LogAgreement {
  const complete = completeRows([item.missing, usage.missing], rows);
  const answers = Float64Array.from(complete, (row) => item.values[row]);
  const counts = Float64Array.from(complete, (row) => usage.values[row]);
  const n = complete.length;
  const { estimate: rho } = spearman(answers, counts);
  const interval = rho === null ? null : bonettWrightInterval(rho, n, confidence);
  const isScale = item.kind === 'ordinal' || new Set(answers).size <= MOST_CLASSES;
  return {
    item: item.name,
    label: item.label ?? item.name,
    usage: usage.name,
    n,
    rho,
    rhoLow: interval?.low ?? null,
    rhoHigh: interval?.high ?? null,
    p: rho === null ? null : tApproximation(rho, n).p,
    measure: isScale ? 'weighted-kappa' : 'bland-altman-ranks',
    ...(isScale ? kappaOf(answers, counts, confidence) : noKappa),
    ...(isScale ? noLimits : limitsOf(answers, counts, confidence)),
  };
}

/** Columns of a survey and of its log that tell of the same feature: `message_doctor` and `usage.message_doctor`. */
export function sameNames(columns: readonly { readonly name: string }[]): [string, string][] {
  const names = new Set(columns.map(({ name }) => name));
  return [...names].filter((name) => names.has(`usage.${name}`)).map((name) => [name, `usage.${name}`]);
}


const noKappa = { kappa: null, kappaLow: null, kappaHigh: null };
const noLimits = { sd: null, limitLow: null, limitHigh: null };

function kappaOf(answers: Float64Array, counts: Float64Array, confidence: number): Pick<LogAgreement, 'kappa' | 'kappaLow' | 'kappaHigh'> {
  if (answers.length === 0) return noKappa;
  const classes = frequencyClasses(counts, answers);
  // Where all agree the standard error is 0, of which rounding would leave a trace.
  if (answers.every((answer, row) => answer === classes[row]) && new Set(answers).size > 1) return { kappa: 1, kappaLow: 1, kappaHigh: 1 };
  const { estimate, ciLow, ciHigh } = cohenKappa(ratingsOf(Array.from(answers, (answer, row) => [answer, classes[row]])), 'quadratic', confidence);
  return { kappa: estimate, kappaLow: ciLow, kappaHigh: ciHigh };
}

function limitsOf(answers: Float64Array, counts: Float64Array, confidence: number): Pick<LogAgreement, 'sd' | 'limitLow' | 'limitHigh'> {
  if (answers.length < 2) return noLimits;
  const ranks = midRanks(counts);
  const differences = Float64Array.from(midRanks(answers), (rank, row) => rank - ranks[row]);
  // The mean difference is 0 by construction.
  const sd = Math.sqrt(differences.reduce((sum, difference) => sum + difference ** 2, 0) / (differences.length - 1));
  const reach = normalUpperQuantile((1 - confidence) / 2) * sd;
  return { sd, limitLow: -reach, limitHigh: reach };
}
