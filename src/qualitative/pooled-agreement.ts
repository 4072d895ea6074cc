import { undefinedAgreement } from './chance-corrected.js';
import type { Agreement } from './chance-corrected.js';

/**
 * One coefficient of several codes: observed and chance agreement are averaged over codes first, so that a rare code
 * with a shaky coefficient counts as much as any other and codes that never vary drop out.
 *
 * Source: de Vries, Elliott, Kanouse & Teleki (2008), Field Methods 20:272-282.
 */
export function pooledAgreement(codes: readonly Agreement[]): Agreement {
  const made = codes.filter(({ observed, expected }) => observed !== null && expected !== null);
  const units = Math.max(0, ...codes.map((one) => one.units));
  if (made.length === 0) return undefinedAgreement('too-few', units);
  const mean = (of: (one: Agreement) => number | null): number => made.reduce((sum, one) => sum + (of(one) ?? 0), 0) / made.length;
  const observed = mean((one) => one.observed);
  const expected = mean((one) => one.expected);
  if (made.every(({ estimate }) => estimate === null)) return undefinedAgreement('constant', units, observed, expected);
  return { estimate: (observed - expected) / (1 - expected), se: null, ciLow: null, ciHigh: null, observed, expected, units, reason: null };
}
