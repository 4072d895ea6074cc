import { describe, expect, it } from 'vitest';
import { textAgreementRecord } from '../../../src/commands/agree/agree-text-record.js';
import type { AgreeOptions } from '../../../src/commands/agree/agree-request.js';
import { jsonRecord } from '../../../src/reporters/json.js';
import type { AgreementEstimate } from '../../../src/results/agreement.js';
import { TWO_CODERS, codedText } from '../../qualitative/coded.js';

const record = (options: AgreeOptions = {}, coded = TWO_CODERS) => textAgreementRecord(coded, options, { tool: 'portal-study test' });
const only = (estimates: readonly AgreementEstimate[], of: Partial<AgreementEstimate>) => estimates.filter((one) =>
  Object.entries({ pair: null, document: null, ...of }).every(([key, value]) => one[key as keyof AgreementEstimate] === value));

describe('textAgreementRecord', () => {
  it('gives Cohen’s κ of characters by code over both documents: Access .8763, Trust .7778, Login 0, Unanswered 1', async () => {
    const { estimates } = await record({ coefficient: ['cohen'] });
    const kappas = only(estimates, { coefficient: 'cohen' }).filter(({ code }) => code !== null);
    expect(Object.fromEntries(kappas.map(({ code, estimate }) => [code, estimate?.toFixed(4)])))
      .toEqual({ Access: '0.8763', Trust: '0.7778', Login: '0.0000', Unanswered: '1.0000' });
    expect(kappas.every(({ units }) => units === 192)).toBe(true);
  });

  it('gives prevalence beside each: the share of characters with the code, averaged over coders', async () => {
    const [access] = only((await record()).estimates, { code: 'Access' });
    expect(access.prevalence).toBeCloseTo((45 + 37) / (2 * 192), 12);
  });

  it('pools codes by averaging observed and chance agreement over them, not κ', async () => {
    const { estimates } = await record({ coefficient: ['cohen'] });
    const kappas = only(estimates, {}).filter(({ code }) => code !== null);
    const mean = (of: (one: AgreementEstimate) => number | null) => kappas.reduce((sum, one) => sum + (of(one) ?? NaN), 0) / kappas.length;
    const [pooled] = only(estimates, { code: null });
    expect(pooled.estimate).toBeCloseTo((mean((one) => one.observed) - mean((one) => one.expected)) / (1 - mean((one) => one.expected)), 12);
    expect(pooled.estimate).not.toBeCloseTo(mean((one) => one.estimate), 2);
  });

  it('says undefined where a code does not vary in a scope, and the gate names codes below it', async () => {
    const { estimates, gate } = await record({ min: 0.8, perDocument: true, coefficient: ['cohen'] });
    expect(estimates.find(({ code, document }) => code === 'Login' && document === 'FG1')?.estimate).toBeNull();
    expect(gate).toMatchObject({ passed: false, coefficient: 'cohen' });
    expect(gate?.below.map(({ code }) => code)).toEqual(['Trust', 'Login', null]);
  });

  it('lists every differing span with both coders’ codes, its place, speaker and text', async () => {
    const { disagreements } = await record({ disagreements: true });
    expect(disagreements).toEqual([
      { document: 'FG1', start: 65, end: 73, line: 2, speaker: 'P01', codes: [['Access'], []], text: ' hold 👍.' },
      { document: 'FG2', start: 25, end: 33, line: 1, speaker: 'P03', codes: [[], ['Trust']], text: ' a day; ' },
      { document: 'FG2', start: 55, end: 87, line: 2, speaker: 'P04', codes: [['Login'], []], text: 'I forget my password every time.' },
    ]);
  });

  it('of three coders gives Light’s pooled κ as the mean of the pairs’ pooled κ, and Cohen’s of pairs alone', async () => {
    const marks = ['anna', 'ben', 'cleo'].flatMap((coder, place) => ['x', 'y'].map((code, at) => ({ source: 'a', start: place + at, end: 6 + at, code, coder })));
    const { estimates } = await record({ coefficient: ['cohen', 'light'] }, codedText({ a: 'ten letter' }, marks));
    const pooled = estimates.filter(({ code, coefficient, pair }) => code === null && coefficient === 'cohen' && pair !== null);
    expect(pooled).toHaveLength(3);
    expect(only(estimates, { code: null, coefficient: 'light' })[0].estimate).toBeCloseTo(pooled.reduce((sum, { estimate }) => sum + (estimate ?? NaN), 0) / 3, 12);
    expect(only(estimates, { coefficient: 'cohen' })).toEqual([]);
  });

  it('treats a coder who left a document alone as not having coded it, and compares the rest of the coders there', async () => {
    const marks = ['anna', 'ben', 'cleo'].flatMap((coder, place) => ['a', 'b'].slice(0, coder === 'cleo' ? 1 : 2)
      .map((source) => ({ source, start: place, end: 5, code: 'x', coder })));
    const { estimates, method } = await record({}, codedText({ a: 'ten letter', b: 'ten letter' }, marks));
    expect(method.coders).toEqual(['anna', 'ben', 'cleo']);
    expect(only(estimates, { document: 'b', coefficient: 'fleiss' })[0]).toMatchObject({ coders: 2, units: 10 });
    expect(only(estimates, { document: 'a', coefficient: 'fleiss' })[0]).toMatchObject({ coders: 3, units: 10 });
    expect(only(estimates, { pair: 'anna & cleo', code: 'x' })[0]).toMatchObject({ units: 10 });
  });

  it('draws whole documents for an interval, the same on every run, and gives none from fewer than five', async () => {
    const texts = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`d${n}`, 'ten letter']));
    const marks = Object.keys(texts).flatMap((source, n) => ['anna', 'ben'].map((coder, place) => ({ source, start: place * (n % 3), end: 6, code: 'x', coder })));
    const run = (options: AgreeOptions) => record({ ci: 'bootstrap', resamples: 200, ...options }, codedText(texts, marks));
    const [{ ciLow, ciHigh, estimate }] = only((await run({})).estimates, { code: 'x', coefficient: 'krippendorff' });
    expect(ciLow).toBeLessThan(estimate ?? NaN);
    expect(ciHigh).toBeGreaterThanOrEqual(estimate ?? NaN);
    expect(jsonRecord(await run({}))).toBe(jsonRecord(await run({})));
    const few = await run({ documents: ['d1', 'd2'] });
    expect(few.estimates.every(({ ciLow: low }) => low === null)).toBe(true);
    expect(few.warnings.map(({ code }) => code)).toContain('W_FEW_DOCUMENTS');
  });

  it('gives a coefficient once, by however many of its names it is asked for', async () => {
    const { estimates } = await record({ coefficient: ['kappa', 'cohen', 'percent', 'cohens-kappa'] });
    const ofAll = only(estimates, { code: null, document: null, pair: null }).map(({ coefficient }) => coefficient);
    expect(ofAll).toEqual(['cohen', 'percent']);
  });

  it.each<[string, AgreeOptions, RegExp]>([
    ['one coder', { coders: ['anna'] }, /two coders or more/],
    ['one coder named twice', { coders: ['anna', 'anna'] }, /two coders or more; found anna\./],
    ['an unknown coder', { coders: ['anna', 'Bem'] }, /no coder "Bem"/],
    ['an unknown code', { codes: ['Acess'] }, /no code "Acess"/],
    ['an unknown document', { documents: ['FG9'] }, /no document "FG9"/],
    ['a level', { level: 'ordinal' }, /no level but nominal/],
    ['a formula for units of a text', { ci: 'formula' }, /independent/],
    ['categories', { categories: ['1'] }, /--categories belongs to --layout matrix/],
  ])('refuses %s', async (_, options, message) => {
    await expect(record(options)).rejects.toThrow(expect.objectContaining({ message: expect.stringMatching(message) as string }));
  });
});
