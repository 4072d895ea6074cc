import { StudyError } from '../../errors.js';
import type { CorrelationName, IntervalName } from '../../results/correlation.js';
import { intervalsFor } from '../../stats/correlation/intervals.js';
import type { CorrelateOptions } from './correlation-request.js';

interface Clash {
  readonly when: boolean;
  readonly message: string;
  readonly hint: string;
}

/**
 * Refuses what cannot go together, naming what can.
 *
 * @throws StudyError E_INTERVAL_UNFIT or E_OPTIONS_CLASH.
 */
export function refuseUnfitMethods(options: CorrelateOptions, method: CorrelationName, ci: IntervalName): void {
  const fit: readonly string[] = intervalsFor(method);
  if (!fit.includes(ci)) {
    throw new StudyError('E_INTERVAL_UNFIT', `${method} has no ${ci} interval; it has ${fit.join(', ')}.`, { hint: `Type --ci ${fit[0]}.` });
  }
  const { p = 't', partial, semiPartial, weights, cluster, matrix } = options;
  const holds = partial !== undefined || semiPartial !== undefined;
  const resamples = p === 'permutation' || ci === 'bootstrap';
  const clashes: Clash[] = [
    { when: partial !== undefined && semiPartial !== undefined, message: '--partial and --semi-partial ask for different coefficients.', hint: 'Keep one of them.' },
    { when: holds && weights !== undefined, message: 'Weighted partial correlations are not computed.', hint: 'Keep --partial or --weights.' },
    { when: (holds || weights !== undefined) && p !== 't', message: `A partial or weighted correlation has its p by t, not by --p ${p}.`, hint: 'Leave out --p.' },
    { when: (holds || weights !== undefined) && ci === 'bootstrap', message: 'A partial or weighted correlation has an interval by formula, not by bootstrap.', hint: `Type --ci ${fit[0]}.` },
    { when: semiPartial !== undefined && matrix === true, message: 'A semi-partial correlation needs to know which variable is the outcome, and a matrix has none.', hint: 'Leave out --matrix, or type --partial.' },
    { when: weights !== undefined && method === 'kendall', message: 'There is no weighted tau.', hint: 'Type --method spearman.' },
    { when: p === 'exact' && method === 'pearson', message: 'Pearson’s r has no exact p here.', hint: 'Type --p permutation.' },
    { when: p === 'exact' && cluster !== undefined, message: 'An exact p knows no clusters.', hint: 'Type --p permutation.' },
    { when: cluster !== undefined && !resamples && p !== 'exact', message: '--cluster is for what is drawn again.', hint: 'Add --p permutation or --ci bootstrap.' },
    { when: options.bootstrap !== undefined && ci !== 'bootstrap', message: `--bootstrap ${options.bootstrap} is a kind of bootstrap interval.`, hint: 'Add --ci bootstrap.' },
    { when: options.weightsKind !== undefined && weights === undefined, message: '--weights-kind says what weights mean, and there are none.', hint: 'Add --weights COLUMN.' },
  ];
  const clash = clashes.find(({ when }) => when);
  if (clash !== undefined) throw new StudyError('E_OPTIONS_CLASH', clash.message, { hint: clash.hint });
}
