import { expect, it } from 'vitest';
import { rankNormal } from '../../../src/stats/groups/rank-normal.js';
import { expectClose } from './golden-groups.js';

it('rankNormal without correction has sides that add up to 1', () => {
  const { p, pLess, pGreater, z } = rankNormal(-3, 2, false);
  expect(z).toBe(-1.5);
  expectClose(pLess! + pGreater!, 1, 1e-15);
  expectClose(p, 2 * pLess!, 1e-15);
});

it('rankNormal with correction counts half a step more on either side, and never passes the middle', () => {
  // R: pnorm((-3 + .5) / 2), 1 - pnorm((-3 - .5) / 2)
  const { p, pLess, pGreater } = rankNormal(-3, 2, true);
  expectClose(pLess, 0.10564977366685524, 1e-14);
  expectClose(pGreater, 0.95994084313618289, 1e-14);
  expectClose(p, 2 * pLess!, 1e-15);
  expect(rankNormal(0, 2, true)).toMatchObject({ z: 0, p: 1 });
  expect(Math.abs(rankNormal(-0.5, 2, true).z)).toBe(0);
});
