import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../src/numeric/random.js';
import { scratchFolder } from '../../cli/portal-study.js';
import { reproduced } from '../in-process.js';

/** Sixty made-up participants in two arms; `codes` writes a missing mood as −99, else its cell is blank. */
function survey(codes: boolean): string {
  const random = randomStream(7, 'diagnose');
  const draw = (): number => random.below(1000) / 1000;
  const rows = Array.from({ length: 60 }, (_, row) => {
    const [arm, mood] = [row % 3 === 0 ? 'control' : 'treated', row % 11 === 4 ? null : 1 + Math.floor(draw() * 5)];
    const outcome = 6 + (mood ?? 3) * 0.4 * draw() + draw() * (arm === 'control' ? 3 : 1.5);
    const steps = Math.round(4000 * Math.exp(draw() * 2) + 300 * outcome);
    return [`P${row + 1}`, arm, draw() < (arm === 'control' ? 0.3 : 0.65) ? 'yes' : 'no', mood ?? (codes ? -99 : ''), outcome.toFixed(2), row % 13 === 5 ? '' : steps].join(',');
  });
  return `${['id,arm,smokes,mood,hba1c,steps', ...rows].join('\n')}\n`;
}

const HEAD = 'version: 1\nparticipant_id: id\nsources: { survey: { path: survey.csv } }\nvariables: { mood: { type: ordinal } }\n';

async function run(analyses: string, expected: Readonly<Record<string, string>>, { codes = false, head = HEAD } = {}) {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'survey.csv'), survey(codes));
  const claims = Object.entries(expected).map(([address, printed], index) => `  - { id: c${index}, expect: { ${JSON.stringify(address)}: ${JSON.stringify(printed)} } }`);
  const { record, code } = await reproduced(`${head}analyses:\n${analyses}\nclaims:\n${claims.join('\n')}\n`, { folder });
  return { estimates: record.estimates, code };
}

/** Computed under one set of options, to be printed by a paper that used them and claimed of an analysis that does not. */
async function printed(analysis: string, address: string, decimals: number, more: { codes?: boolean; head?: string } = {}): Promise<string> {
  const { estimates } = await run(analysis, { [address]: '0' }, more);
  return Number(estimates[0].computed).toFixed(decimals);
}

async function why(analysis: string, address: string, print: string, more: { codes?: boolean; head?: string } = {}): Promise<string> {
  const { estimates: [one], code } = await run(analysis, { [address]: print }, more);
  expect({ code, status: one.status }).toEqual({ code: 1, status: 'failed' });
  return one.why;
}

describe('a figure that does not match is traced to', () => {
  const correlate = '  a: { command: correlate, outcome: hba1c, vars: [mood, steps] }';
  const describing = '  a: { command: describe, vars: [mood, hba1c, steps], continuous: mean }';
  const compare = '  a: { command: compare, by: arm, vars: smokes, test: chi-square }';

  it('Pearson’s r printed for Spearman’s ρ', async () => {
    const print = await printed(correlate.replace(' }', ', method: pearson }'), 'a[steps].estimate', 3);
    expect(await why(correlate, 'a[steps].estimate', print)).toContain('Pearson’s r instead of Spearman’s ρ gives');
  });
  it('a one-tailed p', async () => {
    const p = Number(await printed(correlate, 'a[mood].p', 12));
    expect(await why(correlate, 'a[mood].p', (p / 2).toFixed(6))).toContain('A one-tailed p gives');
  });
  it('listwise deletion for pairwise', async () => {
    const print = await printed(correlate.replace(' }', ', missing: listwise }'), 'a[mood].estimate', 4);
    expect(await why(correlate, 'a[mood].estimate', print)).toContain('Listwise instead of pairwise deletion gives');
  });
  it('the SD with divisor n', async () => {
    const [sd, n] = [Number(await printed(describing, 'a[hba1c].sd', 12)), Number(await printed(describing, 'a[hba1c].n', 0))];
    expect(await why(describing, 'a[hba1c].sd', (sd * Math.sqrt((n - 1) / n)).toFixed(4))).toContain('The SD with divisor n instead of n − 1 gives');
  });
  it('the median printed for the mean', async () => {
    const print = await printed(describing, 'a[steps].median', 1);
    expect(await why(describing, 'a[steps].mean', print)).toContain('The median instead of the mean gives');
  });
  it.each([['chi-square-yates', 'χ² with Yates’ correction'], ['fisher', 'Fisher’s exact test']])('%s printed for χ²', async (test, words) => {
    const print = await printed(compare.replace('chi-square', test), 'a[smokes].p', 5);
    expect(await why(compare, 'a[smokes].p', print)).toContain(`${words} instead of χ² without Yates’ correction gives`);
  });
  it('χ² printed for Yates’ corrected one', async () => {
    const print = await printed(compare, 'a[smokes].statistic', 4);
    expect(await why(compare.replace('chi-square', 'chi-square-yates'), 'a[smokes].statistic', print)).toContain('χ² without Yates’ correction instead of χ² with Yates’ correction gives');
  });
  it('a group left out', async () => {
    const print = await printed(describing.replace(' }', ", where: \"arm != 'control'\" }"), 'a[hba1c].mean', 5);
    expect(await why(describing, 'a[hba1c].mean', print)).toMatch(/Leaving out arm = control|Taking only arm = treated/);
  });
  it('missing codes kept as data', async () => {
    const declared = { codes: true, head: HEAD.replace('variables:', 'missing_codes: [-99]\nvariables:') };
    const print = await printed(describing, 'a[mood].mean', 4, { codes: true });
    expect(await why(describing, 'a[mood].mean', print, declared)).toContain('Keeping missing codes as data gives');
  });
  it('codes that nobody declared missing', async () => {
    const print = await printed(describing, 'a[mood].mean', 4, { codes: true, head: HEAD.replace('variables:', 'missing_codes: [-99]\nvariables:') });
    expect(await why(describing, 'a[mood].mean', print, { codes: true })).toMatch(/Taking (mood=)?-99 for missing gives/);
  });
  it('two variables taken for each other, where that explains both', async () => {
    const [mood, steps] = [await printed(correlate, 'a[mood].estimate', 4), await printed(correlate, 'a[steps].estimate', 4)];
    const { estimates } = await run(correlate, { 'a[mood].estimate': steps, 'a[steps].estimate': mood });
    for (const one of estimates) expect(one.why).toMatch(/steps taken for mood gives/);
  });
  it('what the analysis hides, instead of a number', async () => {
    const hiding = '  a: { command: describe, vars: smokes, by: arm, suppressBelow: 30 }';
    expect(await why(hiding, 'a[smokes=yes, arm=control].percent', '20')).toContain('The analysis hides it, because it tells of too few people.');
  });
  it('nothing, where no suspect gives the print', async () => {
    expect(await why(correlate, 'a[mood].estimate', '0.98765')).not.toContain('gives');
  });
});
