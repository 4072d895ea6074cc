import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { STUDY, portalStudy, scratchFile, scratchFolder } from './portal-study.js';

const study = join(STUDY, 'study.yml');

function written(...args: string[]): { page: string; stderr: string } {
  const file = join(scratchFolder(), 'report.html');
  const { code, stdout, stderr } = portalStudy(['report', study, '--output', file, ...args]);
  expect([code, stdout]).toEqual([0, '']);
  return { page: readFileSync(file, 'utf8'), stderr };
}

function textOf(html: string): string {
  return html.replace(/<(?:style|script)>[\s\S]*?<\/(?:style|script)>/g, '').replace(/<[^>]+>/g, ' ').replace(/&nbsp;/g, ' ').replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/\s+/g, ' ');
}

describe('report', () => {
  const { page } = written('--quiet');
  const text = textOf(page);

  it('has the sections of a study, each from its own analyses', () => {
    expect([...page.matchAll(/<h2 id="[^"]+">([^<]+)<\/h2>/g)].map(([, heading]) => heading)).toEqual([
      'Study and provenance', 'Participants', 'Portal use', 'Correlations', 'Themes', 'Joint display', 'Printed figures', 'Methods', 'Reporting checklists',
    ]);
  });

  it('prints the study’s own figures: who took part, frequent use, the correlation, themes, the fit', () => {
    for (const part of ['57.1 (', '35 (65%)', '41 (76%)', '19/53 (36%)', '−0.29', '.037', '21/39 speakers', 'agreement', 'inconclusive']) expect(text).toContain(part);
  });

  it('is at most 500 kB, and the same bytes on every run', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(500_000);
    expect(written('--quiet').page).toBe(page);
  });

  it('names every file with its hash and every analysis as it can be typed', () => {
    for (const file of ['study.yml', 'survey.csv', 'usage.csv', 'codings.csv', 'FG6.txt', 'links.csv']) expect(text).toMatch(new RegExp(`${file.replace('.', '\\.')} [\\d,–]+ [\\d,]+ [0-9a-f]{64}`));
    expect(text).toContain('portal-study correlate --outcome hba1c --vars "feature:*" --p t');
  });

  it('tells each claim in a line, and every figure folded away', () => {
    expect(text).toContain('table4-items Table 4');
    expect(text).toContain('all match');
    const [, folded = ''] = /<details>([\s\S]*)<\/details>/.exec(page) ?? [];
    expect(textOf(folded)).toContain('table4-items[view_medical_record, review_lab_results].estimate 0.69** 0.6917 match');
    expect(page.replace(folded, '')).not.toContain('table4-items[view_medical_record');
  });

  it('heads every analysis of a section with what it is and how the study calls it', () => {
    const headings = [...page.matchAll(/<h3>([^<]+)<\/h3>/g)].map(([, heading]) => heading);
    expect(headings).toEqual(expect.arrayContaining(['Characteristics (table1)', 'Frequent use (frequent)', 'Correlation matrix (table4-items)', 'Saturation', 'Outcomes by theme']));
  });

  it('says in the methods what the records say', () => {
    for (const part of ['Spearman correlations of 10 variables with HbA1c, %', 'Guest, Namey and Chen (2020)', '2 coders (anna, ben) coded 6 transcripts of 39 participants', 'America/Chicago']) expect(text).toContain(part);
  });

  it('shows no participant’s row or own value unless asked', () => {
    const survey = readFileSync(join(STUDY, 'survey.csv'), 'utf8').split('\n').slice(2).filter((line) => line !== '');
    for (const line of survey) expect(page).not.toContain(line.split(',').slice(0, 4).join(','));
    expect(page).not.toContain('class="dot"');
  });

  it('hides small counts and what would tell them on request, and then shows no claimed figure', () => {
    const { page: masked } = written('--quiet', '--suppress-below', '11');
    const told = textOf(masked);
    expect(told).toContain('Told to call * * * * *');
    expect(told).not.toContain('9 23.1');
    expect(told).not.toContain('1 (2%)');
    expect(told).not.toContain('Printed figures');
    expect(told).toContain('n is shown: from it can be read that fewer than 11 people are left out of a row.');
    expect(text).not.toContain('n is shown');
  });

  it('evidences checklist items by what is in the page, takes the author’s word for others, and calls the rest missing', () => {
    expect(text).toContain('22 Saturation evidenced');
    expect(text).toContain('17 Questions and guides missing');
    const answers = scratchFile('answers.csv', 'checklist,item,answer\nCOREQ,17,Appendix 1 holds the guide.\nGRAMMS,1,See the introduction.\n');
    const supplied = textOf(written('--quiet', '--answers', answers).page);
    expect(supplied).toContain('17 Questions and guides author Appendix 1 holds the guide.');
    expect(supplied).toContain('1 Why mixed methods answer the question author See the introduction.');
  });

  it.each([
    ['COREQQ,17,x', ':2: There is no checklist "COREQQ". Nearest: coreq.'],
    ['COREQ,99,x', ':2: coreq has no item "99". Items: 1 to 32.'],
    ['GRAMMS,1,x\nGRAMMS,1,y', ':3: There are two answers to gramms 1. Keep one.'],
  ])('refuses the answer %j, which would not be shown, at its line', (row, message) => {
    const folder = scratchFolder();
    const { code, stderr } = portalStudy(['report', study, '--quiet', '--answers', scratchFile('answers.csv', `checklist,item,answer\n${row}\n`), '--output', join(folder, 'report.html')]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is also a Word file with the tables as tables and the pictures as pictures', () => {
    const file = join(scratchFolder(), 'report.docx');
    portalStudy(['report', study, '--quiet', '--output', file]);
    const parts = unzipSync(readFileSync(file));
    expect(strFromU8(parts['word/document.xml']).match(/<w:tbl>/g)!.length).toBeGreaterThan(10);
    expect(Object.keys(parts).filter((name) => name.endsWith('.svg')).length).toBeGreaterThanOrEqual(4);
  });

  it('tells an analysis that cannot be made in its place, on standard error and in the page, and makes the others', () => {
    const folder = scratchFolder();
    cpSync(STUDY, folder, { recursive: true });
    const path = join(folder, 'study.yml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('analyses:\n', 'analyses:\n  broken: { command: correlate, outcome: sex }\n').replace('links.csv', 'gone.csv'));
    const { code, stderr } = portalStudy(['report', path, '--output', join(folder, 'report.html')]);
    expect(code).toBe(0);
    expect(stderr).toContain('broken: The analysis broken cannot be made');
    // Where the files lie on this machine is nobody's business.
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).not.toContain(folder);
    expect(textOf(readFileSync(join(folder, 'report.html'), 'utf8'))).toContain('"sex" is nominal, and a correlation needs numbers');
  });

  it.each(['report.pdf', 'survey.csv'])('refuses to write %s, in one line and whole', (name) => {
    const folder = scratchFolder();
    const { code, stderr } = portalStudy(['report', study, '--quiet', '--output', join(folder, name)]);
    expect([code, stderr.trim().split('\n').length, existsSync(join(folder, name)), readdirSync(folder)]).toEqual([2, 1, false, []]);
  });
});
