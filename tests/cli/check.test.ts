import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CheckRecord } from '../../src/results/check.js';
import { docx, paragraph, table } from '../importers/documents/docx-files.js';
import { SURVEY, portalStudy, scratchFile } from './portal-study.js';

const ABSTRACT = 'The 54 participants had a mean age of 57.1 years; 65% were female, 76% Caucasian/White and\n' +
  '20% African American/Black. Managing appointments by message went with glycemic control (ρ=-0.29, p=0.04).\n';

function check(args: readonly string[], input: string): { code: number | null; record: CheckRecord } {
  const { code, stdout, stderr } = portalStudy(['check', ...args, '--format', 'json', '--quiet'], { input });
  if (stdout === '') throw new Error(stderr);
  return { code, record: JSON.parse(stdout) };
}

describe('check', () => {
  it('exits 0 where nothing is inconsistent, and says what was computed', () => {
    const { code, record } = check(['-'], ABSTRACT);
    expect(code).toBe(0);
    expect(record.method).toMatchObject({ n: 54, nFrom: 'text', fittingN: [49, 51, 54], alpha: 0.05 });
    expect(record.estimates.at(-1)).toEqual({
      where: '<stdin>:2:90', printed: 'ρ=-0.29, p=0.04', kind: 'sample-size', verdict: 'consistent',
      computed: { name: 'n', low: 47, high: 54 }, detail: 'n 47–54 fit; at n = 54 only if .285 <= |ρ| <= .2875.',
    });
    expect(record.estimates.map(({ detail }) => detail).join(' ')).toContain('35/54 = 64.8%. 41/54 = 75.9%. 11/54 = 20.4%.');
  });

  it('exits 1 where a figure cannot be, the worst first in the table', () => {
    const { code, stdout } = portalStudy(['check', '-', '--quiet'], { input: '36% of 54. 19 of 54 (36%). t(28) = 2.20, p = .30.' });
    expect(code).toBe(1);
    expect(stdout.indexOf('t(28)')).toBeLessThan(stdout.indexOf('19 of 54'));
    expect(stdout).toContain('2 findings in 3 figures');
    expect(stdout).toContain('19/54 = 35.2%, not 36%; it would be that of 53.');
  });

  it('holds figures to --n, --alpha, --one-tailed, --assume and --items', () => {
    expect(check(['-', '--n', '39'], ABSTRACT).code).toBe(1);
    expect(check(['-', '--one-tailed'], 't(28) = 2.20, p = .018').code).toBe(0);
    expect(check(['-'], 't(28) = 2.20, p = .018').code).toBe(1);
    expect(check(['-', '--alpha', '0.01'], 't(28) = 2.20, p = .30').record.estimates[0].verdict).toBe('inconsistent');
    const mean = 'M = 5.19, SD = 1.20 (n = 28)';
    expect(check(['-'], mean).record.estimates[0].verdict).toBe('conditional');
    expect(check(['-', '--assume', 'whole'], mean).record.estimates[0].verdict).toBe('inconsistent');
    expect(check(['-', '--items', '4'], mean).code).toBe(0);
    expect(check(['-', '--assume', 'binary'], 'M = 0.19, SD = 0.35, n = 1683').record.estimates.at(-1)?.verdict).toBe('inconsistent');
  });

  it('reads Word documents, and names the paragraph', () => {
    const file = scratchFile('paper.docx', Buffer.from(docx(paragraph('Title') + paragraph('t(28) = ', '2.20, p = .30'))));
    const { code, stdout } = portalStudy(['check', file, '--format', 'csv']);
    expect(code).toBe(1);
    expect(stdout).toContain('paper.docx: paragraph 2');
  });

  it('reads the tables of Word documents, and names the cell', () => {
    const body = paragraph('Table 4 (N=54)') + table([['How often?', '% frequent'], ['Results?', '76'], ['Appointment?', '36']]);
    const { code, record } = check([scratchFile('paper.docx', Buffer.from(docx(body)))], '');
    expect(code).toBe(1);
    expect(record.estimates.find(({ verdict }) => verdict === 'inconsistent')).toMatchObject({
      where: expect.stringMatching(/paper\.docx: table 1, row 3, column 2$/), printed: 'Appointment?, % frequent: 36', kind: 'percent',
      detail: 'Impossible with n = 54: 19/54 = 35.2% and 20/54 = 37.0%; 19 of 53 fits.',
    });
  });

  it.each([
    ['describe --by arm --frequent 4', 'markdown', 'md'], ['describe --by arm', 'table', 'txt'], ['compare --by arm', 'html', 'html'],
    ['correlate --matrix', 'markdown', 'md'], ['correlate --matrix', 'html', 'html'], ['correlate', 'table', 'txt'],
  ])('finds nothing in what %s prints of a real data set as %s', (command, format, extension) => {
    const [verb, ...options] = command.split(' ');
    const printed = portalStudy([verb, SURVEY, ...options, '--format', format, '--quiet']).stdout;
    const { code, record } = check([scratchFile(`printed.${extension}`, printed)], '');
    expect(record.estimates.filter(({ verdict }) => verdict === 'inconsistent' || verdict === 'decision-error')).toEqual([]);
    expect(code).toBe(0);
    expect(record.n.used).toBeGreaterThan(5);
  });

  it('tells continuous integration what is wrong and where', () => {
    const file = scratchFile('paper.txt', 'Fine: 35 of 54 (65%).\nWrong: 19 of 54 (36%).\n');
    const github = portalStudy(['check', file, '--format', 'github', '--quiet']);
    expect([github.code, github.stdout]).toEqual([1, expect.stringMatching(/^::error file=.*paper\.txt,line=2,col=8.*19\/54 = 35\.2%25, not 36%25/m)]);
    const { stdout } = portalStudy(['check', file, '--format', 'sarif', '--quiet']);
    const [{ results }] = JSON.parse(stdout).runs;
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ ruleId: 'inconsistent', level: 'error', locations: [{ physicalLocation: { region: { startLine: 2, startColumn: 8 } } }] });
    const junit = portalStudy(['check', file, '--format', 'junit', '--quiet']).stdout;
    expect(junit).toMatch(/tests="2"[^>]*failures="1"/);
  });

  it('gives the same bytes on every run', () => {
    const run = (): string => portalStudy(['check', '-', '--format', 'json'], { input: ABSTRACT }).stdout;
    expect(run()).toBe(run());
  });

  it('says so where there is nothing to check', () => {
    const { code, stderr } = portalStudy(['check', '-'], { input: 'No figures here.' });
    expect([code, stderr]).toEqual([0, expect.stringContaining('nothing was checked')]);
  });

  it.each([
    ['paper.pdf', '%PDF-1.7 …', 'pdftotext -layout'], ['paper.doc', '\xd0\xcf\x11\xe0', 'docx'], ['paper.rtf', String.raw`{\rtf1`, 'docx'],
    ['empty.txt', '', 'empty'], ['paper.txt', 'a\0b', 'NUL'],
  ])('refuses %s in one line with exit 2', (name, content, part) => {
    const file = scratchFile(name, Buffer.from(content, 'latin1'));
    const { code, stdout, stderr } = portalStudy(['check', file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(part);
    expect(existsSync(file)).toBe(true);
  });

  it.each([[['--assume', 'wole'], 'whole'], [['--alpha', '5'], '0.05'], [['--n', 'many'], '--n']])('refuses %j', (options, part) => {
    const { code, stderr } = portalStudy(['check', '-', ...options], { input: ABSTRACT });
    expect([code, stderr]).toEqual([2, expect.stringContaining(part)]);
  });
});
