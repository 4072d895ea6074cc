import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkWords } from '../../../src/present/check/check-words.js';
import { SHARED } from '../../cli/portal-study.js';
import { checkedHtml, checkedMarkdown, checkedText } from '../paper/reading.js';
import type { CheckedPaper } from '../../../src/claims/paper/check-paper.js';

/** Figures of a verdict with what is said of them. */
function found({ figures }: CheckedPaper, ...verdicts: readonly string[]): string[] {
  return figures.filter(({ verdict }) => verdicts.includes(verdict)).map((figure) => `${figure.printed} → ${checkWords(figure)}`);
}
const findings = (paper: CheckedPaper): string[] => found(paper, 'inconsistent', 'decision-error');

const HEAD = '| Characteristic | Focus group (n=39) | Survey only (n=15) | Total (N=54) | P |\n|---|---|---|---|---|\n';
const table = (...rows: string[]): string => `Table 1. Participants\n\n${HEAD}${rows.map((row) => `| ${row} |`).join('\n')}\n`;

describe('a percentage column', () => {
  const rows = '| # | How often? | % frequent | 1 |\n|---|---|---|---|\n| 1 | Results? | 76 | |\n| 2 | Appointment? (SM) | 36 | 0.36** |\n| 3 | Insurance? | 2 | NS |\n';
  it('is held to the n of the caption: 36 is impossible with 54 and fits 53', () => {
    expect(findings(checkedMarkdown(`## Table 4 (N=54): how often\n\n${rows}`))).toEqual([
      'Appointment? (SM), % frequent: 36 → Impossible with n = 54: 19/54 = 35.2% and 20/54 = 37.0%; 19 of 53 fits.',
    ]);
  });
  it('and to --n, where there is no caption', () => {
    expect(findings(checkedMarkdown(rows, { n: 54 }))).toHaveLength(1);
    expect(findings(checkedMarkdown(rows, { n: 53 }))).toEqual(['Results?, % frequent: 76 → Impossible with n = 53: 40/53 = 75.5% and 41/53 = 77.4%; 39 of 51 fits.']);
  });
});

describe.skipIf(!existsSync(SHARED))('Table 4 of PAPER.md (skipped where ../shared is absent)', () => {
  it('has one finding: 36 % with 54, and its stars are right', () => {
    const paper = checkedMarkdown(readFileSync(join(SHARED, 'PAPER.md'), 'utf8'));
    expect(findings(paper)).toEqual(['Request an appointment? (SM), % frequent: 36 → Impossible with n = 54: 19/54 = 35.2% and 20/54 = 37.0%; 19 of 53 fits.']);
    expect(paper.figures.filter(({ kind, verdict }) => kind === 'stars' && verdict === 'consistent')).toHaveLength(22);
  });
});

describe('counts and percentages', () => {
  it('are held to the n of their column', () => {
    expect(findings(checkedMarkdown(table('Female, n (%) | 26 (67) | 9 (60) | 35 (65) | .75', 'Insulin, n (%) | 12 (30) | 5 (33) | 17 (31) | >.99')))).toEqual([
      'Insulin, n (%), Focus group (n=39): 12 (30) → 12/39 = 30.8%, not 30%; the digits were cut off, not rounded.',
    ]);
  });

  it('to the row’s own n, as `19/53 (36)`', () => {
    expect(findings(checkedMarkdown(table('Uses it, n (%) | 14/38 (37) | 5/15 (33) | 19/53 (36) | >.99')))).toEqual([]);
    expect(findings(checkedMarkdown(table('Uses it, n (%) | 14/38 (37) | 5/15 (33) | 19/53 (35) | >.99')))).toEqual(['Uses it, n (%), Total (N=54): 19/53 (35) → 19/53 = 35.8%, not 35%; the digits were cut off, not rounded.']);
  });

  it('to those who answered, where the categories of a section add up to fewer than all', () => {
    expect(findings(checkedMarkdown(table('Frequent use, n (%) | | | | ', 'Yes | 14 (37) | 5 (33) | 19 (36) | ', 'No | 24 (63) | 10 (67) | 34 (64) | ')))).toEqual([]);
  });

  it('to the row, where they are percentages of its total', () => {
    expect(findings(checkedMarkdown(table('Female, n (%) | 26 (74) | 9 (26) | 35 (100) | .75')))).toEqual([]);
  });

  it('with the percentage first, and in columns of their own under one header', () => {
    expect(findings(checkedMarkdown(table('Female, % (n) | 67 (26) | 60 (9) | 66 (35) | .75')))).toEqual(['Female, % (n), Total (N=54): 66 (35) → 35/54 = 64.8%, not 66%; it would be that of 53.']);
    expect(findings(checkedHtml('<table><tr><th rowspan=2><th colspan=2>Men (n=27)<th colspan=2>Women (n=27)<tr><th>n<th>%<th>n<th>%<tr><td>Insulin<td>9<td>33<td>10<td>36</table>')))
      .toEqual(['Insulin, Women (n=27) n: 10 → 10/27 = 37.0%, not 36%; it would be that of 28.']);
  });

  it('are left alone where percentages are weighted', () => {
    expect(findings(checkedMarkdown(table('Female, n (%) | 26 (61) | 9 (58) | 35 (60) | ').replace('Participants', 'Participants, weighted percentages')))).toEqual([]);
  });

  it('take their n from a header with a point between its thousands, and from a row above', () => {
    expect(findings(checkedMarkdown('| | All N = 1.294 |\n|---|---|\n| Young, n (%) | 19 (1%) |\n| Old, n (%) | 132 (12%) |\n'))).toEqual(['Old, n (%), All N = 1.294: 132 (12%) → 132/1294 = 10.2%, not 12%; it would be that of 1056 to 1147.']);
    expect(findings(checkedMarkdown('| | A | B |\n|---|---|---|\n| Completers | (n = 20) | (n = 22) |\n| Better, n (%) | 10 (50) | 12 (55) |\n'))).toEqual([]);
  });

  it('take their n from a row of ns', () => {
    expect(findings(checkedMarkdown('| | A | B |\n|---|---|---|\n| n | 39 | 15 |\n| Female, n (%) | 26 (68) | 9 (60) |\n')))
      .toEqual(['Female, n (%), A: 26 (68) → 26/39 = 66.7%, not 68%; it would be that of 38.']);
  });

  it('are told from means by the row where neither label nor sign says', () => {
    const paper = checkedMarkdown(table('Female | 26 (67) | 9 (60) | 35 (65) | .75', 'Score | 26 (9) | 22 (8) | 25 (9) | '));
    expect(findings(paper)).toEqual([]);
    expect(found(paper, 'not-checkable')).toHaveLength(3);
  });

  it('add up across groups that together are all, and not otherwise', () => {
    expect(findings(checkedMarkdown(table('Insulin, n (%) | 12 (31) | 5 (33) | 18 (33) | >.99')))).toEqual(['Insulin, n (%), Total (N=54): 18 (33) → 12 + 5 = 17, not 18.']);
    const overlapping = '| | Men (n=27) | Users (n=30) | Total (N=54) |\n|---|---|---|---|\n| Insulin, n (%) | 9 (33) | 9 (30) | 17 (31) |\n';
    expect(findings(checkedMarkdown(overlapping))).toEqual([]);
  });

  it('add up down a section to the n of the column, or say so', () => {
    const paper = checkedMarkdown(table('Race, n (%) | | | | ', 'White | 30 (77) | 11 (73) | 41 (76) | ', 'Black | 9 (23) | 4 (27) | 13 (24) | ', 'Other | 1 (3) | 0 (0) | 1 (2) | '));
    expect(found(paper, 'conditional')).toEqual([
      'Race, n (%), Focus group (n=39): 30 (77) → 30 + 9 + 1 = 40, more than the column’s n of 39.',
      'Race, n (%), Total (N=54): 41 (76) → 41 + 13 + 1 = 55, more than the column’s n of 54.',
    ]);
  });
});

describe('means of a table', () => {
  it('of all lie between those of the groups', () => {
    expect(findings(checkedMarkdown(table('Age, mean (SD) | 57.1 (9.8) | 56.0 (11.2) | 57.4 (10.1) | .72')))).toEqual([
      'Age, mean (SD), Total (N=54): 57.4 (10.1) → The overall mean 57.4 does not lie between the groups’ 57.1 and 56.0.',
    ]);
    expect(findings(checkedMarkdown(table('Age, mean ± SD | 57.1 ± 9.8 | 56.0 ± 11.2 | 56.8 ± 10.1 | .72')))).toEqual([]);
  });
  it('are possible for whole numbers, where that is assumed', () => {
    const row = table('Score, mean (SD) | 5.19 (1.20) | 5.20 (1.01) | 5.19 (1.15) | ');
    expect(findings(checkedMarkdown(row))).toEqual([]);
    expect(findings(checkedMarkdown(row, { wholeNumbers: true }))).toContain('Score, mean (SD), Focus group (n=39): 5.19 (1.20) → Not a mean of 39 whole numbers: 202/39 = 5.179 and 203/39 = 5.205.');
  });
  it('medians lie within their range', () => {
    expect(findings(checkedMarkdown(table('HbA1c, median [IQR] | 7.2 [6.5–8.1] | 7.0 [6.4, 7.9] | 7.1 [7.3–8.0] | ')))).toEqual(['HbA1c, median [IQR], Total (N=54): 7.1 [7.3–8.0] → 7.1 does not lie between 7.3 and 8.0.']);
  });
});

/**
 * R 4.2.2: fisher.test, chisq.test(correct = FALSE) and chisq.test of rbind(c(26, 9), c(13, 6)) are .75331, .64587 and
 * .88757; of rbind(c(30, 11), c(8, 3), c(1, 1)) .84942 and .77406.
 */
describe('the P column', () => {
  it.each([['.75', 'Fisher'], ['.65', 'χ²'], ['.646', 'χ²'], ['0.89', 'Yates'], ['NS', 'Fisher'], ['>.05', 'Fisher']])('%s is what %s gives of 26 of 39 and 9 of 15', (p, test) => {
    const paper = checkedMarkdown(table(`Female, n (%) | 26 (67) | 9 (60) | 35 (65) | ${p}`));
    const [figure] = paper.figures.filter(({ kind }) => kind === 'table-p');
    expect(figure.verdict).toBe('consistent');
    expect(figure.reason.about === 'table-p' && figure.reason.matching).toBe(test);
  });
  it('is quoted with all three where none gives it, and where significance turns', () => {
    expect(findings(checkedMarkdown(table('Female, n (%) | 26 (67) | 9 (60) | 35 (65) | .30')))).toEqual(['Female, n (%), P: .30 → From the counts: Fisher .7533, χ² .6459, Yates .8876.']);
    const paper = checkedMarkdown(table('Female, n (%) | 26 (67) | 9 (60) | 35 (65) | <.001'));
    expect(paper.figures.filter(({ kind }) => kind === 'table-p').map(({ verdict }) => verdict)).toEqual(['decision-error']);
  });
  it('of a section is that of all its categories, on its label or on its first row', () => {
    const rows = ['White | 30 (77) | 11 (73) | 41 (76) | ', 'Black | 8 (21) | 3 (20) | 11 (20) | ', 'Other | 1 (3) | 1 (7) | 2 (4) | '];
    expect(findings(checkedMarkdown(table('Race, n (%) | | | | .77', ...rows)))).toEqual([]);
    expect(findings(checkedMarkdown(table('Race, n (%) | | | | .80', ...rows)))).toEqual(['Race, n (%), P: .80 → From the counts: Fisher .8494, χ² .7741.']);
    expect(findings(checkedMarkdown(table('Race, n (%) | | | | ', rows[0].replace(/ $/, ' .85'), ...rows.slice(1))))).toEqual([]);
  });
  it('that reaches over several rows is that of all of them', () => {
    const html = (p: string): string => '<table><tr><th><th>A (n=39)<th>B (n=15)<th>P<tr><td>Race, n (%)<td><td><td>' +
      `<tr><td>White<td>30 (77)<td>11 (73)<td rowspan=3>${p}<tr><td>Black<td>8 (21)<td>3 (20)<tr><td>Other<td>1 (3)<td>1 (7)</table>`;
    expect(findings(checkedHtml(html('.85')))).toEqual([]);
    expect(findings(checkedHtml(html('.30')))).toEqual(['White, P: .30 → From the counts: Fisher .8494, χ² .7741.']);
  });
  it('is reckoned with those who answered, where a percentage is of fewer: Fisher’s p of 14 of 38 and 10 of 15 is .0686, of 40 and 20 it is .2803', () => {
    const rows = '| | A (n=40) | B (n=20) | P |\n|---|---|---|---|\n| Uses it, n (%) | 14/38 (37) | 10/15 (67) | .069 |\n';
    expect(checkedMarkdown(rows).figures.filter(({ kind }) => kind === 'table-p').map(({ verdict }) => verdict)).toEqual(['consistent']);
  });
  it('is left alone where the same people were asked twice, and a condition where the table speaks of another test', () => {
    const rows = (first: string, second: string): string => `| | ${first} (n=40) | ${second} (n=40) | P |\n|---|---|---|---|\n| Uses it, n (%) | 14 (35) | 20 (50) | <.001 |\n`;
    expect(findings(checkedMarkdown(rows('Cases', 'Controls')))).toHaveLength(1);
    expect(findings(checkedMarkdown(rows('Before', 'After')))).toEqual([]);
    expect(found(checkedMarkdown(`Table 2. Matched pairs\n\n${rows('Cases', 'Controls')}`), 'conditional')).toEqual([
      'Uses it, n (%), P: <.001 → From the counts: Fisher .258, χ² .1748, Yates .2581. The table speaks of another test, which may differ.',
    ]);
  });
  it('of means is that of the t tests, and only a condition where it is not, because ranks may have been tested', () => {
    expect(found(checkedMarkdown(table('Age, mean (SD) | 57.1 (9.8) | 56.0 (11.2) | 56.8 (10.1) | .72')), 'consistent').at(-1)).toBe('Age, mean (SD), P: .72 → Fits t .6987 to .7493 (Welch .7174 to .765).');
    expect(found(checkedMarkdown(table('Age, mean (SD) | 57.1 (9.8) | 56.0 (11.2) | 56.8 (10.1) | .30')), 'conditional')).toHaveLength(1);
  });
});

describe('statistics in columns', () => {
  it('are read as the sentence they stand for', () => {
    const text = 'Feature      n      ρ    95% CI           p   p (Holm)\n───────────────────────────\nResults     54  -0.19  -0.44 to 0.09  .171   >.999\nMessage     54  -0.29  -0.50 to 0.02  .061    .553\n';
    expect(findings(checkedText(text))).toEqual(['Message: ρ = -0.29, n = 54, p = .061 → The statistic gives p .0303 to .0367, two-sided. Print and statistic lie on different sides of .05.']);
  });
  it('and their p is not also said to be without a test', () => {
    const rows = '| Item | n | % frequent | ρ | p |\n|---|---|---|---|---|\n| Appointment | 53 | 36 | -0.29 | .04 |\n| Message | 54 | 63 | | .06 |\n';
    const { figures } = checkedMarkdown(rows);
    expect(figures.filter(({ kind }) => kind === 'table-p').map(({ printed }) => printed)).toEqual(['Message, p: .06']);
    expect(figures.map(({ printed }) => printed)).toContain('Appointment: ρ = -0.29, n = 53, p = .04');
  });
  it('with their degrees of freedom, in the header’s column or in the cell', () => {
    const rows = '| | t | df | p |\n|---|---|---|---|\n| Age | 2.20 | 28 | .30 |\n| Use | 2.20 | 28 | .036 |\n';
    expect(findings(checkedMarkdown(rows))).toEqual(['Age: t(28) = 2.20, p = .30 → The statistic gives p .0358 to .0366, two-sided. Print and statistic lie on different sides of .05.']);
    expect(findings(checkedMarkdown('| | Test | P |\n|---|---|---|\n| Age | t(28) = 2.20 | .036 |\n| Use | F(2, 28) = 2.20 | .03 |\n'))).toHaveLength(1);
  });
  it('may be corrected for several tests, where header or caption say so', () => {
    expect(findings(checkedMarkdown('| Linear hypotheses | z | p |\n|---|---|---|\n| A - B = 0 | -1.983 | 0.18 |\n'))).toEqual([]);
    expect(findings(checkedMarkdown('| Effects | z | p |\n|---|---|---|\n| A | -1.983 | 0.18 |\n'))).toHaveLength(1);
  });
  it('and ratios with their interval and P, but not with one over many rows', () => {
    expect(findings(checkedHtml('<table><tr><th>Age<th>OR (95% CI)<th>P<tr><td>50<td>1.03 (0.94, 1.12)<td rowspan=2>&lt;.001<tr><td>60<td>1.28 (1.18, 1.38)</table>'))).toEqual([]);
  });
  it('and ratios whose interval has a column of its own', () => {
    const rows = '| | OR | 95% CI | P |\n|---|---|---|---|\n| Age | 1.73 | 1.21-2.49 | .003 |\n| Sex | 0.62 | (0.41, 0.93) | .20 |\n| Race | 0.62 | 0.71–0.93 | .02 |\n| None | 1.00 | – | |\n';
    expect(findings(checkedMarkdown(rows))).toEqual([
      'Sex, OR: 0.62 (0.41, 0.93) → The 95% interval and the p disagree whether the ratio differs from 1. By Wald’s test the 95% interval gives p .0174 to .0277.',
      'Race, OR: 0.62 (0.71–0.93) → The estimate lies outside its own 95% interval.',
    ]);
    expect(found(checkedMarkdown(rows), 'consistent')).toEqual([expect.stringMatching(/^Age, OR: 1\.73 \(1\.21-2\.49\)/)]);
  });
  it('and ratios with their interval and P', () => {
    expect(findings(checkedMarkdown('| | OR (95% CI) | P |\n|---|---|---|\n| Age | 1.50 (1.10–2.04) | .01 |\n| Use | 0.72 (0.55 to 0.95) | .20 |\n'))).toEqual([
      'Use, OR (95% CI): 0.72 (0.55 to 0.95) → The 95% interval and the p disagree whether the ratio differs from 1. By Wald’s test the 95% interval gives p .0135 to .0246.',
    ]);
  });
});
