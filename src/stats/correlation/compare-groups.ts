import type { AdjustmentName, CorrelationComparison, CorrelationEstimate, CorrelationName } from '../../results/correlation.js';
import { adjustP } from '../adjust-p.js';
import { compareCorrelations } from './compare-correlations.js';

/**
 * Every pair of columns in every two groups, by Fisher's z for independent groups. p is adjusted over all of them.
 * A test's degrees of freedom say what its rows are worth where covariates or weights make that differ from n.
 */
export function compareGroups(
  estimates: readonly CorrelationEstimate[],
  method: CorrelationName,
  choice: { readonly confidence: number; readonly adjust: AdjustmentName },
): CorrelationComparison[] {
  const pairs = new Map<string, CorrelationEstimate[]>();
  for (const estimate of estimates) {
    const key = JSON.stringify([estimate.x, estimate.y]);
    pairs.set(key, [...(pairs.get(key) ?? []), estimate]);
  }
  const compared = [...pairs.values()].flatMap((groups) =>
    groups.flatMap((first, index) => groups.slice(index + 1).map((second) => {
      const { difference, ciLow, ciHigh, statistic, p } = compareCorrelations(worth(first), worth(second), { method, confidence: choice.confidence });
      return { x: first.x, y: first.y, groups: [first.by ?? '', second.by ?? ''] as const, difference, ciLow, ciHigh, statistic, p };
    })));
  const adjusted = choice.adjust === 'none' ? [] : adjustP(compared.map(({ p }) => p), choice.adjust);
  return compared.map((comparison, index) => ({ ...comparison, pAdjusted: adjusted[index] ?? null }));
}

function worth({ estimate, n, df }: CorrelationEstimate): { estimate: number | null; n: number } {
  return { estimate, n: df === null ? n : df + 2 };
}
