import { fQuantile } from '../../numeric/f.js';

/**
 * The exact interval for a share of `of`, from the binomial tails.
 *
 * Source: Clopper & Pearson (1934), by way of the F distribution (Leemis & Trivedi 1996).
 *
 * @param count whole, from 0 to `of`
 * @param of whole, from 1
 * @example clopperPearson(5, 7, 0.95) // { low: 0.2904, high: 0.9633 }
 */
export function clopperPearson(count: number, of: number, confidence: number): { low: number; high: number } {
  const tail = (1 - confidence) / 2;
  const lower = (successes: number): number => {
    if (successes === 0) return 0;
    const odds = (successes / (of - successes + 1)) * fQuantile(tail, 2 * successes, 2 * (of - successes + 1));
    return odds / (1 + odds);
  };
  return { low: lower(count), high: 1 - lower(of - count) };
}
