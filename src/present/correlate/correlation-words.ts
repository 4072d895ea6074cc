import type { AdjustmentName, CorrelationMethod, CorrelationName, CorrelationRecord, IntervalName } from '../../results/correlation.js';
import { counted, fixed, formatCount, formatInterval, formatP, formatShare } from '../numbers.js';
import type { NumberStyle } from '../numbers.js';

interface CoefficientWords {
  readonly symbol: string;
  readonly title: string;
  readonly ranks: string;
}

export const COEFFICIENT: Readonly<Record<CorrelationName, CoefficientWords>> = {
  spearman: { symbol: 'ρ', title: 'Spearman correlations', ranks: 'ρ: Spearman, ties at mid-ranks' },
  kendall: { symbol: 'τ', title: 'Kendall correlations', ranks: 'τ: Kendall’s tau-b, ties corrected' },
  pearson: { symbol: 'r', title: 'Pearson correlations', ranks: 'r: Pearson product-moment' },
};

export const ADJUSTMENT: Readonly<Record<AdjustmentName, string>> = {
  holm: 'Holm',
  bh: 'BH',
  bonferroni: 'Bonferroni',
  none: '',
};

const INTERVAL: Readonly<Record<IntervalName, string>> = {
  'bonett-wright': 'Bonett–Wright',
  fieller: 'Fieller',
  fisher: 'Fisher z',
  bootstrap: 'bootstrap',
  none: '',
};

const P_METHOD = new Map([
  ['t', 't approximation'],
  ['normal', 'normal approximation, corrected for ties'],
  ['exact', 'exact'],
  ['exact-permutations', 'exact (every permutation)'],
  ['exact-recursion', 'exact given the ties (recursion)'],
  ['exact-fourier', 'exact given the ties (Fourier inversion)'],
  ['fourier', 'given the ties, by Fourier inversion to two digits or more'],
  ['edgeworth', 'Edgeworth series (AS 89), an approximation'],
  ['monte-carlo', 'Monte Carlo, because nothing exact fits the budget'],
  ['permutation', 'permutation'],
]);

const SIDES = { 'two-sided': 'two-sided', less: 'one-sided (less)', greater: 'one-sided (greater)' } as const;

/** One sentence that says how every number of the table was made; a matrix shows no interval and no adjusted p. */
export function methodNote(record: CorrelationRecord, shows: 'every column' | 'stars' = 'every column'): string {
  const { method, estimates } = record;
  const tests = [...new Set(estimates.map((estimate) => estimate.pMethod).filter((name) => name !== null && name !== 'none'))];
  return [
    COEFFICIENT[method.name].ranks,
    heldNote(method),
    tests.length === 0 ? null : `p: ${tests.map((test) => testWords(test as string, method)).join(' or ')}, ${SIDES[method.alternative]}`,
    method.ci === 'none' || shows === 'stars' || estimates.every(({ ciLow }) => ciLow === null) ? null : `${formatShare(method.confidence)} CI: ${intervalWords(method)}`,
    record.provenance.seed === null || (method.resamples.p ?? method.resamples.ci) === null ? null : `seed ${record.provenance.seed}`,
    shows === 'stars' ? null : adjustmentNote(record),
    missingNote(record),
  ].filter((part) => part !== null).join('; ').concat('.');
}

function testWords(test: string, { p, resamples, cluster }: CorrelationMethod): string {
  const words = P_METHOD.get(test) ?? test;
  if (test === 'normal' && p === 'exact') return `${words} (an exact p of τ needs data without ties and at most 170 rows)`;
  if (test !== 'permutation' || resamples.p === null) return words;
  return `${words} (${formatCount(resamples.p)} shuffles${cluster === null ? '' : ` within ${cluster}`})`;
}

function intervalWords({ ci, bootstrap, resamples, cluster }: CorrelationMethod): string {
  if (ci !== 'bootstrap' || resamples.ci === null) return INTERVAL[ci];
  const kind = bootstrap === 'percentile' ? 'percentile bootstrap' : 'BCa bootstrap';
  return `${kind} (${formatCount(resamples.ci)} resamples${cluster === null ? '' : ` of whole groups of ${cluster}`})`;
}

function heldNote({ partial, weights }: CorrelationMethod): string | null {
  if (partial !== null) {
    const held = partial.covariates.join(', ');
    return partial.kind === 'partial' ? `${held} held constant` : `${held} held constant in the outcome alone`;
  }
  if (weights === null) return null;
  return weights.kind === 'sampling'
    ? `sampling weights ${weights.column}, p and CI by Kish’s effective n; means and SDs are unweighted`
    : `frequency weights ${weights.column}; means and SDs are unweighted`;
}

/** What a null result of this size could have found; null where it was not asked for. */
export function detectableNote({ detectable, method }: CorrelationRecord): string | null {
  if (detectable.length === 0) return null;
  const { symbol } = COEFFICIENT[method.name];
  const [{ alpha, power }] = detectable;
  const found = [detectable[0], ...(detectable.length > 1 ? [detectable[detectable.length - 1]] : [])]
    .map(({ n, detectable: least }) => `n = ${Number(n.toFixed(1))} detects |${symbol}| >= ${fixed(least, 2)}`);
  return `At ${formatShare(power)} power and alpha ${formatAlpha(alpha)}, two-sided, ${found.join('; ')}.`;
}

/** What a coefficient with a two-valued variable is also called, or also measured by. */
export function binaryNotes({ binary }: CorrelationRecord, labelOf: (name: string) => string, digits: number): string[] {
  return binary.slice(0, 6).map(({ x, y, by, name, estimate, ciLow, ciHigh }) => {
    const pair = `${labelOf(x)} with ${labelOf(y)}${by === null ? '' : ` (${by})`}`;
    if (name !== 'rank-biserial') return `${pair}: this coefficient is ${name === 'phi' ? 'phi, both having two values' : 'the point-biserial correlation, one having two values'}.`;
    const interval = ciLow === null ? '' : ` (${formatInterval(ciLow, ciHigh, digits)})`;
    return `${pair}: one has two values; rank-biserial correlation ${fixed(estimate, digits)}${interval}.`;
  });
}

function adjustmentNote({ method, estimates }: CorrelationRecord): string | null {
  if (method.adjust === 'none') return null;
  const families = new Map<string | null, number>();
  for (const { by, p } of estimates) families.set(by, (families.get(by) ?? 0) + (p === null ? 0 : 1));
  const tests = Math.max(...families.values());
  if (tests === 0) return null;
  return `${ADJUSTMENT[method.adjust]} over ${counted(tests, 'test')}${families.size > 1 ? ' in each group' : ''}`;
}

function missingNote({ method, estimates, n }: CorrelationRecord): string {
  const least = estimates.reduce((smallest, { n: size }) => Math.min(smallest, size), Infinity);
  const most = estimates.reduce((greatest, { n: size }) => Math.max(greatest, size), 0);
  if (method.missing === 'listwise') return `listwise deletion: ${counted(n.excludedBy['listwise'] ?? 0, 'row')} left out`;
  const held = (n.excludedBy['partial'] ?? 0) + (n.excludedBy['weights'] ?? 0) + (n.excludedBy['cluster'] ?? 0);
  if (held > 0) return `pairwise deletion: n ${least === most ? least : `${least} to ${most}`}; ${counted(held, 'row')} without ${Object.keys(n.excludedBy).includes('partial') ? 'covariates' : Object.keys(n.excludedBy).includes('weights') ? 'a weight' : 'a cluster'}`;
  if (least === most && most === n.used) return 'no missing values';
  return `pairwise deletion: n ${least === most ? least : `${least} to ${most}`}`;
}

/**
 * Names the results whose p lies so near alpha that the approximation, not the data, may decide: within a factor
 * of 1.5 of it, from a test that approximates, at n up to 500, where the t approximation's relative error in the
 * tail is still of that order; and names the option that decides, where one does.
 */
export function nearAlphaNote(record: CorrelationRecord, alpha: number, labelOf: (name: string) => string, style: NumberStyle): string | null {
  const approximate = new Set(['t', 'normal', 'edgeworth']);
  const near = record.estimates.filter(({ p, pMethod, n }) =>
    p !== null && pMethod !== null && approximate.has(pMethod) && n <= 500 && p >= alpha / 1.5 && p <= alpha * 1.5);
  if (near.length === 0 || near.length > 6) return null;
  const names = near.map(({ x, y, p, by }) => `${labelOf(x)}${record.estimates.some((other) => other.y !== y) ? ` with ${labelOf(y)}` : ''}${by === null ? '' : ` (${by})`}, p ${formatP(p, style)}`);
  return `Near ${formatAlpha(alpha)}: ${names.join('; ')}. The approximation may decide here${settledBy(record.method)}.`;
}

function settledBy({ name, partial, weights, cluster }: CorrelationMethod): string {
  if (partial !== null || weights !== null) return '';
  return name === 'spearman' && cluster === null ? '; --p exact settles it' : '; --p permutation settles it';
}

export function formatAlpha(alpha: number): string {
  return String(alpha).replace(/^0\./, '.');
}

/** `p (Holm)`, or null where nothing was adjusted. */
export function adjustedHeader(method: CorrelationMethod, pHeader: string): string | null {
  return method.adjust === 'none' ? null : `${pHeader} (${ADJUSTMENT[method.adjust]})`;
}
