import { normalCdf, normalTwoSided, normalUpperTail } from '../../numeric/normal.js';
import type { OneSidedP } from '../test-result.js';

/**
 * The normal approximation of a rank statistic that moves in whole steps. With the continuity correction, each side
 * counts half a step more than it holds, and the two-sided z lies half a step nearer to 0, as in R.
 *
 * @param shift the statistic less its expectation
 * @param deviation its standard deviation given the ties, above 0
 */
export function rankNormal(shift: number, deviation: number, corrected: boolean): OneSidedP & { z: number; p: number } {
  const correction = corrected ? 0.5 : 0;
  const z = (Math.sign(shift) * Math.max(0, Math.abs(shift) - correction)) / deviation;
  return {
    z,
    p: normalTwoSided(z),
    pLess: normalCdf((shift + correction) / deviation),
    pGreater: normalUpperTail((shift - correction) / deviation),
  };
}
