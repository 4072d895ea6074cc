import { describe, expect, it } from 'vitest';
import { textAgreementRecord } from '../../src/commands/agree/agree-text-record.js';
import { rolledUp } from '../../src/qualitative/roll-up.js';
import { code, codedText } from './coded.js';

const codes = [code('benefits'), code('access', 'benefits'), code('phone', 'access'), code('trust', 'benefits'), code('other')];
const mark = (name: string, coder: string, start = 0) => ({ source: 't', start, end: start + 4, code: name, coder });
const coded = codedText({ t: 'ten letter' }, [mark('phone', 'anna'), mark('trust', 'ben'), mark('other', 'anna', 5), mark('other', 'ben', 5)], { codes });

describe('rolledUp', () => {
  it('counts a code as its category at the depth, and leaves what stands higher', () => {
    const found = (depth: number) => rolledUp(coded, depth).codings.map((one) => one.code);
    expect(found(1)).toEqual(['benefits', 'benefits', 'other', 'other']);
    expect(found(2)).toEqual(['access', 'trust', 'other', 'other']);
    expect(found(9)).toEqual(['phone', 'trust', 'other', 'other']);
    expect(rolledUp(coded, 2).codes.map(({ id }) => id)).toEqual(['benefits', 'access', 'trust', 'other']);
  });

  it('lets coders who chose different codes of one theme agree on the theme', async () => {
    const alpha = async (options: object) => (await textAgreementRecord(coded, { coefficient: ['krippendorff'], ...options }, { tool: '' }))
      .estimates.find((one) => one.code === null && one.pair === null)?.estimate;
    expect(await alpha({ rollUp: 1 })).toBeCloseTo(1, 12);
    expect(await alpha({})).toBeLessThan(0.7);
  });
});
