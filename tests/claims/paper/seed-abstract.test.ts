import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHARED } from '../../cli/portal-study.js';
import { checkedMarkdown, checkedText, verdicts } from './reading.js';

/** The figures of the abstract (J Am Med Inform Assoc 2013;20:519), in a sentence of our own. */
const ABSTRACT = 'The 54 participants had a mean age of 57.1 years; 65% were female, 76% Caucasian/White and\n' +
  '20% African American/Black. Managing appointments by message went with glycemic control (ρ=-0.29, p=0.04).';

describe('the seed abstract', () => {
  const { figures, n, fittingN } = checkedText(ABSTRACT);
  const [mean, female, white, black, correlation] = figures;

  it('has the n that it says, and reads every figure once', () => {
    expect(n).toEqual({ n: 54, from: 'text' });
    expect(figures).toHaveLength(5);
  });

  it('cannot test the mean: one decimal at n = 54', () => {
    expect([mean.printed, mean.verdict]).toEqual(['mean age of 57.1', 'no-power']);
  });

  it('finds 65, 76 and 20 % possible as 35, 41 and 11 of 54', () => {
    expect([female, white, black].map(({ verdict, computed }) => [verdict, computed])).toEqual(
      [35, 41, 11].map((count) => ['consistent', { name: 'count', low: count, high: count }]));
  });

  it('finds ρ and p consistent for n 47 to 54, at 54 only up to |ρ| = .2875', () => {
    expect(correlation.verdict).toBe('consistent');
    expect(correlation.computed).toEqual({ name: 'n', low: 47, high: 54 });
    expect(correlation.reason).toMatchObject({ atN: { low: 0.285, high: expect.closeTo(0.28755, 5) }, allAtN: false });
  });

  it('lists the n that fit all of them: 49, 51 and 54', () => {
    expect(fittingN).toEqual([49, 51, 54]);
  });

  it('finds the 39 of the focus groups impossible when told: ρ at n = 39 has p .068 to .079', () => {
    const told = checkedText(ABSTRACT, { n: 39 }).figures;
    expect(told.map(({ verdict }) => verdict)).toEqual(['no-power', 'inconsistent', 'inconsistent', 'inconsistent', 'decision-error']);
    expect(told[4].reason).toMatchObject({ pAtN: { low: expect.closeTo(0.068, 3), high: expect.closeTo(0.079, 3) } });
  });

  it('says without any n what n would fit', () => {
    expect(verdicts(checkedText('65% female (ρ=-0.29, p=0.04)'))).toEqual(['65% | percent not-checkable', 'ρ=-0.29, p=0.04 | sample-size consistent']);
  });
});

describe.skipIf(!existsSync(SHARED))('PAPER.md (skipped where ../shared is absent)', () => {
  it('reads the abstract’s figures there too', () => {
    const lines = verdicts(checkedMarkdown(readFileSync(join(SHARED, 'PAPER.md'), 'utf8')));
    expect(lines).toEqual(expect.arrayContaining(['65% | percent consistent', '76% | percent consistent', '20% | percent consistent', 'ρ=-0.29, p=0.04 | sample-size consistent']));
  });
});
