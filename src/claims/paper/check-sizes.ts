import { pInterval } from '../checks/test-p.js';
import { intervalOf, comparePs } from '../checks/printed-p.js';
import type { PrintedP } from '../checks/printed-p.js';
import { correlationsThatFit, sizesThatFit } from '../checks/sample-sizes-that-fit.js';
import type { PaperContext } from './check-options.js';
import { statisticInterval, unchecked } from './outcome.js';
import type { Outcome } from './outcome.js';
import type { Statement } from './statements.js';

/**
 * A correlation with a p and no n of its own: the n at which both can be true, and whether the study's n is one of
 * them. Only an n that the user gave makes a finding; one found in the text may not be this correlation's.
 */
export function checkCorrelationSizes({ statistic, tails }: Statement, printed: PrintedP | null, context: PaperContext): Outcome {
  if (printed === null) return unchecked('p', 'sample-size');
  const factor = context.tails === 'one' || tails === 'one' ? 2 : 1;
  const correlation = statisticInterval(statistic);
  const printedRange = intervalOf(printed, context.alpha);
  // A one-tailed p is half the two-tailed one that sizesThatFit reckons with.
  const p = { low: Math.min(1, printedRange.low * factor), high: Math.min(1, printedRange.high * factor) };
  const sizes = sizesThatFit(correlation, p);
  const { n } = context;
  const atN = n === null || n.n < 3 || sizes === null ? null : correlationsThatFit(correlation, p, n.n);
  const pAtN = n === null || n.n < 3 ? null : pInterval(correlation, { name: 'correlation', df: { low: n.n - 2, high: n.n - 2 } });
  const largest = Math.max(Math.abs(correlation.low), Math.abs(correlation.high));
  const smallest = correlation.low < 0 && correlation.high > 0 ? 0 : Math.min(Math.abs(correlation.low), Math.abs(correlation.high));
  const failsAtN = n !== null && atN === null && n.from === 'option';
  const decision = failsAtN && pAtN !== null && comparePs({ low: pAtN.low / factor, high: pAtN.high / factor }, printed, context.alpha).decisionError;
  return {
    kind: 'sample-size',
    verdict: sizes === null ? 'inconsistent' : failsAtN ? (decision ? 'decision-error' : 'inconsistent') : n !== null && atN === null ? 'conditional' : 'consistent',
    computed: sizes === null ? null : { name: 'n', low: sizes.least, high: Number.isFinite(sizes.most) ? sizes.most : null },
    reason: {
      about: 'sizes', symbol: statistic.kind === 'spearman' ? 'ρ' : 'r',
      sizes: sizes === null ? null : { least: sizes.least, most: Number.isFinite(sizes.most) ? sizes.most : null },
      n, atN, pAtN: pAtN === null ? null : { low: pAtN.low / factor, high: pAtN.high / factor },
      allAtN: atN !== null && atN.low <= smallest && atN.high >= largest,
    },
  };
}
