import { describe, expect, it } from 'vitest';
import { waldOddsRatio } from '../../../src/stats/tables/odds-ratio.js';
import { expectClose } from '../groups/golden-groups.js';

describe('waldOddsRatio', () => {
  it('is ad / bc with Woolf\'s interval: 10.29, 2.72 to 38.93', () => {
    // R: exp(log(12*30/(7*5)) + c(-1, 1) * qnorm(.975) * sqrt(1/12 + 1/7 + 1/5 + 1/30))
    const found = waldOddsRatio([[12, 7], [5, 30]]);
    expectClose(found.estimate, 360 / 35, 1e-14);
    expectClose(found.ciLow, 2.7240832462543723, 1e-13);
    expectClose(found.ciHigh, 38.837255987979376, 1e-13);
    expect(found.corrected).toBe(false);
  });

  it('adds ½ to every cell where one is 0 (Haldane, Anscombe), and says so', () => {
    const found = waldOddsRatio([[0, 9], [6, 8]]);
    expect(found.corrected).toBe(true);
    expectClose(found.estimate, (0.5 * 8.5) / (9.5 * 6.5), 1e-14);
    expectClose(found.standardError, Math.sqrt(2 + 1 / 9.5 + 1 / 6.5 + 1 / 8.5), 1e-14);
  });

  it('becomes its reciprocal when the rows change places', () => {
    const found = waldOddsRatio([[3, 9], [6, 8]]);
    const turned = waldOddsRatio([[6, 8], [3, 9]]);
    expectClose(turned.estimate, 1 / found.estimate!, 1e-14);
    expectClose(turned.ciLow, 1 / found.ciHigh!, 1e-13);
  });

  it('is undefined with an empty row, and for two rows and two columns only', () => {
    expect(waldOddsRatio([[0, 0], [3, 4]])).toMatchObject({ estimate: null, reason: 'empty-margin' });
    expect(() => waldOddsRatio([[1, 2, 3], [4, 5, 6]])).toThrow(RangeError);
  });
});
