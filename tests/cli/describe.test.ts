import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHARED, SURVEY, portalStudy, scratchFile, scratchFolder } from './portal-study.js';

const describeSurvey = (...args: string[]) => portalStudy(['describe', SURVEY, ...args]);

describe('describe prints the sample of JAMIA 2013;20:519-25 for the fixture study', () => {
  const { stdout, stderr, code } = describeSurvey();
  it('without options: 57.1 years, 65% female, 76% White, 20% Black', () => {
    expect(code).toBe(0);
    expect(stdout).toMatch(/^age, mean \(SD\) +57\.1 \(9\.9\)$/m);
    expect(stdout).toMatch(/^ {2}female +35 \(65%\)$/m);
    expect(stdout).toMatch(/^ {2}White +41 \(76%\)$/m);
    expect(stdout).toMatch(/^ {2}Black +11 \(20%\)$/m);
  });
  it('says on standard error what is left out, unless it is to be quiet', () => {
    expect(stderr).toBe('Neither numbers nor levels, so left out: participant_id (id).\n');
    expect(describeSurvey('--quiet').stderr).toBe('');
  });
  it('by arm: 39 and 15', () => {
    expect(describeSurvey('--by', 'arm').stdout).toMatch(/Overall \(N = 54\) +focus group \(n = 39\) +survey only \(n = 15\) +SMD/);
  });
  it('with --frequent 4: the ten shares of Table 4, one of 53 answers', () => {
    const shares = [...describeSurvey('--frequent', '4').stdout.matchAll(/^ {2}[a-z]+_[a-z_]+ +(\S+) \((\d+)%\)$/gm)];
    expect(shares.map(([, , percent]) => Number(percent))).toEqual([76, 61, 63, 36, 19, 19, 11, 11, 6, 2]);
    expect(shares[3][1]).toBe('19/53');
  });
});

describe('describe with --suppress-below 11', () => {
  const { stdout } = describeSurvey('--suppress-below', '11');
  it('hides the two of another race, and the eleven that would tell them', () => {
    expect(stdout).toMatch(/^ {2}White +41 \(76%\)$/m);
    expect(stdout).toMatch(/^ {2}Black +\*$/m);
    expect(stdout).toMatch(/^ {2}Other +\*$/m);
  });
  it('says so', () => expect(stdout).toMatch(/\* Hidden: counts from 1 to 10/));
  it('prints no count from 1 to 10, by arm or not, in any format', () => {
    for (const args of [[], ['--by', 'arm'], ['--by', 'arm', '--frequent', '4'], ['--by', 'race', '--levels']]) {
      const { estimates } = JSON.parse(describeSurvey('--suppress-below', '11', '--format', 'json', ...args).stdout);
      for (const { n, missing, denominator } of estimates) {
        for (const count of [n, missing, denominator]) expect(count === null || count === 0 || count > 10).toBe(true);
      }
      const markdown = describeSurvey('--suppress-below', '11', '--format', 'markdown', ...args).stdout;
      expect(markdown).not.toMatch(/\| +([1-9]|10)(\/\d+)? \(/);
    }
  });
});

describe('describe in every format', () => {
  it('is a pipe table in Markdown and one table element in HTML', () => {
    expect(describeSurvey('--by', 'arm', '--format', 'markdown').stdout).toMatch(/^\| &nbsp;&nbsp;female +\| 35 \(65%\) +\| 25 \(64%\) +\| 10 \(67%\) +\| +\|$/m);
    expect(describeSurvey('--by', 'arm', '--format', 'html').stdout).toMatch(/<tr><th scope="row" class="left">&nbsp;&nbsp;female<\/th><td class="left[^"]*">35 \(65%\)<\/td>/);
  });
  it('is the estimates at full precision in CSV and JSON', () => {
    const csv = describeSurvey('--vars', 'age', '--format', 'csv').stdout.split('\n');
    expect(csv[0]).toBe('variable,level,group,n,denominator,percent,mean,sd,median,q1,q3,missing,smd');
    expect(csv[1]).toMatch(/^age,,,54,54,,57\.09259259259259\d*,9\.93805060137126\d*,57,51\.25,63\.75,0,$/);
    expect(JSON.parse(describeSurvey('--format', 'json').stdout).kind).toBe('describe');
  });
  it('is the same bytes on every run', () => {
    expect(describeSurvey('--by', 'arm', '--format', 'json').stdout).toBe(describeSurvey('--by', 'arm', '--format', 'json').stdout);
  });
  it('goes to several files at once', () => {
    const folder = scratchFolder();
    const { stdout } = describeSurvey('--output', join(folder, 'table1.md'), '--output', join(folder, 'table1.tex'));
    expect(stdout).toBe('');
    expect(readFileSync(join(folder, 'table1.tex'), 'utf8')).toMatch(/\\toprule/);
    expect(readFileSync(join(folder, 'table1.md'), 'utf8')).toMatch(/age, mean/);
  });
});

describe('describe refuses in one line what it cannot do', () => {
  it.each<[string[], RegExp]>([
    [['--by', 'arms'], /Nearest: arm/],
    [['--vars', 'participant_id'], /is an id/],
    [['--continuous', 'meen'], /Nearest: --continuous mean/],
    [['--suppress-below', '1'], /whole number from 2/],
    [['--suppress-below', '60'], /fewer than 60/],
    [['--frequent', '4', '--levels'], /Keep one of them/],
    [['--quantile-type', '10'], /from 1 to 9/],
  ])('%j', (args, message) => {
    const { code, stdout, stderr } = describeSurvey(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^error: /);
    expect(stderr).toMatch(message);
  });
  it('a header without rows', () => expect(portalStudy(['describe', scratchFile('data.csv', 'age,sex\n')]).code).toBe(2));
});

const LICORICE = join(SHARED, 'cases/ruetzler2013_licorice/data.csv');
describe.skipIf(!existsSync(LICORICE))('describe prints the shares of Anesth Analg 2013;117:614-21 (skipped: ../shared is absent)', () => {
  // treat 0 is sugar water, 1 is licorice.
  it.each([['pacu30min_throatPain', '36%', '19%'], ['pacu90min_throatPain', '35%', '10%'], ['postOp4hour_throatPain', '45%', '21%']])('%s: %s and %s', (item, sugar, licorice) => {
    const { stdout } = portalStudy(['describe', LICORICE, '--by', 'treat', '--frequent', '1', '--vars', item, '--percent-digits', '0']);
    const row = stdout.split('\n').find((line) => line.trim().startsWith(item)) ?? '';
    expect([...row.matchAll(/\((\d+%)\)/g)].map(([, percent]) => percent).slice(1)).toEqual([sugar, licorice]);
  });
});

describe('a standardised difference that is undefined', () => {
  const file = scratchFile('one.csv', 'hba1c,x,arm\n7.1,3,a\n7.9,3,a\n8.2,3,a\n6.6,5,b\n');
  it('has its reason below the table, where the table has the column', () => {
    const { stdout } = portalStudy(['describe', file, '--by', 'arm', '--vars', 'hba1c', '--continuous', 'mean']);
    expect(stdout).toContain('hba1c: no standardised difference, because a group has one value.');
    expect(portalStudy(['describe', file, '--by', 'arm', '--vars', 'hba1c', '--continuous', 'mean', '--smd', 'none']).stdout).not.toContain('difference');
  });
});

describe('numbers that were kept as text', () => {
  const file = scratchFile('income.csv', 'hba1c,x,income,arm\n7.1,1,"12,500",a\n7.9,2,"9,800",b\n8.2,3,"31,000",a\n6.6,4,"27,300",b\n7.3,5,"1,100",a\n');
  it.each([['describe'], ['correlate', '--vars', '*'], ['compare', '--by', 'arm', '--test', 'mann-whitney']])('are named by %s with what reads them', (verb, ...args) => {
    expect(portalStudy([verb, file, ...args]).stderr).toMatch(/income\.csv:2:income: Read as text: .*--thousands , reads 12,500 as 12500/);
  });
});
