import { describe, expect, it } from 'vitest';
import { claimedFigures, numberAt } from '../../src/claims/claimed-figure.js';
import type { PrintRules } from '../../src/claims/claimed-figure.js';
import { findFigure } from '../../src/claims/find-figure.js';
import { judgeFigure } from '../../src/claims/judge-figure.js';
import { printedNumber } from '../../src/claims/printed-number.js';
import { RECORDS } from './small-records.js';

const RULES: PrintRules = { rounding: 'either', alpha: 0.05, stars: null };
const PAPER: PrintRules = { ...RULES, stars: [{ mark: '#', below: 0.08 }, { mark: '*', below: 0.05 }, { mark: '**', below: 0.01 }] };

function judge(address: string, printed: string, rules = RULES, elsewhere: Readonly<Record<string, string>> = {}) {
  const where = 'study.yml:9:7';
  return claimedFigures({ address, printed, where }, (one) => findFigure(RECORDS, one, where), rules).map((figure) => ({
    ...figure,
    ...judgeFigure(figure, rules, ({ text }) => (text in elsewhere ? printedNumber(elsewhere[text]) : null), (one) => numberAt(findFigure(RECORDS, one, where), where)),
  }));
}

const verdicts = (...args: Parameters<typeof judge>): string[] => judge(...args).map(({ verdict, flip }) => (flip === null ? verdict : `${verdict} ${flip}`));

describe('a figure', () => {
  it.each([
    ['table4[request_appointment, hba1c].estimate', '−0.29', ['match']],
    ['table4[request_appointment, hba1c].p', '0.04', ['match']],
    ['table4[request_appointment, hba1c].p', 'p<0.05', ['match']],
    ['table4[request_appointment, hba1c].p', 'NS', ['mismatch computed-significant']],
    ['table4[clinic_maps].p', 'n.s.', ['match']],
    ['table4[clinic_maps].estimate', 'NS', ['match']],
    ['table4[request_appointment, hba1c].estimate', 'NS', ['mismatch computed-significant']],
    ['table4[clinic_maps].pMethod', 'T', ['match']],
    ['table4[clinic_maps].pMethod', 'exact', ['mismatch']],
    ['table4[constant].estimate', '0.10', ['uncomputable']],
    ['table4[constant].p', 'NS', ['uncomputable']],
    ['table-1[sex=female].percent', '65%', ['match']],
  ])('%s printed %s', (address, printed, expected) => {
    expect(verdicts(address, printed)).toEqual(expected);
  });
});

describe('significance', () => {
  it.each([['p=0.06', 'computed-significant'], ['p < .05', null], ['p=.04', null], ['p > 0.05', 'computed-significant'], ['0.05', null]])('of p .0378 printed %s', (printed, flip) => {
    expect(judge('table4[request_appointment, hba1c].p', printed)[0].flip).toBe(flip);
  });
  it('that flips is a mismatch however near the figure is, and whatever rounding is accepted', () => {
    expect(judge('table4[message_doctor, hba1c].p', 'p=.049', { ...RULES, rounding: 'truncate' })[0]).toMatchObject({ verdict: 'mismatch', passes: false, flip: 'printed-significant' });
  });
  it('is judged at the alpha of the claim', () => {
    expect(judge('table4[message_doctor, hba1c].p', 'p<.08', { ...RULES, alpha: 0.1 })[0].verdict).toBe('match');
  });
});

describe('a printed cell', () => {
  it('is a coefficient and what its stars say of p', () => {
    expect(judge('table4[message_doctor, request_appointment]', '0.36**').map(({ address, printed, accepted, verdict }) => ({ address, printed, accepted, verdict }))).toEqual([
      { address: 'table4[message_doctor, request_appointment].estimate', printed: '0.36**', accepted: '0.355 to 0.365', verdict: 'match' },
      { address: 'table4[message_doctor, request_appointment].p', printed: '**', accepted: '0.001 to below 0.01', verdict: 'match' },
    ]);
  });
  it('takes the study’s own stars, and then also their absence', () => {
    expect(verdicts('table4[message_doctor, hba1c]', '−0.26#', PAPER)).toEqual(['match', 'match']);
    expect(verdicts('table4[message_doctor, hba1c]', '−0.26*', PAPER)).toEqual(['match', 'mismatch printed-significant']);
    expect(verdicts('table4[message_doctor, hba1c]', '−0.26', PAPER)).toEqual(['match', 'mismatch']);
    expect(verdicts('table4[message_doctor, hba1c]', 'NS', PAPER)).toEqual(['mismatch']);
    expect(verdicts('table4[request_appointment, hba1c]', 'NS', PAPER)).toEqual(['mismatch computed-significant']);
    expect(verdicts('table4[clinic_maps]', 'NS', PAPER)).toEqual(['match']);
    expect(verdicts('table4[request_appointment, hba1c]', '-0.29**', PAPER)).toEqual(['match', 'mismatch']);
  });
  it('with marks that the claim does not explain is refused', () => {
    expect(() => judge('table4[clinic_maps]', '-0.10†', PAPER)).toThrow(expect.objectContaining({ code: 'E_CLAIM_PRINTED', hint: expect.stringContaining('#, *, **') }));
    expect(verdicts('table4[clinic_maps]', '-0.10†')).toEqual(['match']);
  });
  it.each([
    ['table4[request_appointment, hba1c]', '-0.29 (-0.51 to -0.02)', ['estimate', 'ciLow', 'ciHigh']],
    ['table-1[sex=female]', '35 (65%)', ['n', 'percent']],
    ['table-1[sex=female]', '35/54 (65%)', ['n', 'denominator', 'percent']],
    ['table-1[sex=female]', '65%', ['percent']],
    ['table-1[age]', '57.1 (10.2)', ['mean', 'sd']],
    ['table-1[age]', '57.1 ± 10.2', ['mean', 'sd']],
    ['table4[request_appointment, hba1c]', '−0.51 to −0.02', ['ciLow', 'ciHigh']],
    ['table4[request_appointment, hba1c]', '[−0.51, −0.02]', ['ciLow', 'ciHigh']],
    ['table-1[age]', '50 to 64.5', ['q1', 'q3']],
    ['table-1[age]', '50–64.5', ['q1', 'q3']],
    ['table-1[age]', '57 [50, 64.5]', ['median', 'q1', 'q3']],
    ['table-1[age]', '57 (50–64.5)', ['median', 'q1', 'q3']],
  ])('%s as %s tells %j', (address, printed, fields) => {
    const figures = judge(address, printed);
    expect(figures.map(({ figure }) => figure!.field)).toEqual(fields);
    expect(figures.map(({ verdict }) => verdict)).toEqual(fields.map(() => 'match'));
  });
  it.each([['table-1[age]', '57.1'], ['groups[age]', '0.24'], ['table-1[age]', 'high']])('%s as %s could be any field, and asks which', (address, printed) => {
    expect(() => judge(address, printed)).toThrow(expect.objectContaining({ code: 'E_CLAIM_PRINTED', hint: expect.stringMatching(/^Add one of them: \./) }));
  });
  it('printed NS where there is no p is refused', () => {
    for (const address of ['table-1[age].mean', 'table-1[age]']) expect(() => judge(address, 'NS')).toThrow(expect.objectContaining({ code: 'E_CLAIM_PRINTED' }));
  });
  it('of two numbers is no single field', () => {
    expect(() => judge('table-1[age].mean', '57.1 (10.2)')).toThrow(expect.objectContaining({ code: 'E_CLAIM_PRINTED' }));
  });
});

describe('a formula', () => {
  const difference = 'table-1[sex=female, survey only].percent - table-1[sex=female, focus group].percent';
  it('is held against its print as any figure', () => {
    expect(verdicts(difference, '2.6')).toEqual(['match']);
  });
  it('whose operands were rounded first is named, and passes only where the claim says so', () => {
    // 66.667 − 64.103 = 2.564, but 67 − 64 = 3 and 66.7 − 64.1 = 2.6.
    expect(judge(difference, '2.60')[0]).toMatchObject({ verdict: 'mismatch' });
    const printed = { 'table-1[sex=female, survey only].percent': '66.7', 'table-1[sex=female, focus group].percent': '64.1' };
    expect(judge(difference, '2.60', RULES, printed)[0]).toMatchObject({ verdict: 'from-rounded-operands', passes: false });
    expect(judge(difference, '2.60', { ...RULES, rounding: 'operands' }, printed)[0]).toMatchObject({ verdict: 'from-rounded-operands', passes: true });
  });
  it('of what is no number is refused', () => {
    expect(() => judge('table4[clinic_maps] * 2', '1')).toThrow(expect.objectContaining({ code: 'E_CLAIM_PRINTED' }));
  });
});
