import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, portalStudy, scratchFolder } from './portal-study.js';

const FORMATS = join(ROOT, 'fixtures/formats');
const DICTIONARY = 'clinic_DataDictionary_2011-03-01.csv';

/** A REDCap export of twelve and its dictionary, in a folder of their own. */
function clinic(): string {
  const folder = scratchFolder();
  copyFileSync(join(FORMATS, DICTIONARY), join(folder, DICTIONARY));
  const rows = Array.from({ length: 12 }, (_, row) =>
    [`C${row}`, 5550100 + row, row % 2, 1 + (row % 3), 1 + ((row * 7) % 3), (row >> 1) % 2, row % 3 === 0 ? 1 : 0, row % 4 === 0 ? 1 : 0, `"1,${60 + ((row * 5) % 13)}"`, '2011-03-04', 2].join(','));
  writeFileSync(join(folder, 'survey.csv'), ['clinic_no,phone,clinic_sex,clinic_race,messages,asks,means___1,means____1,height,seen_on,visit_complete', ...rows].join('\n'));
  return folder;
}

describe('survey platforms on the command line', () => {
  it('are named by inspect with the reason, and the dictionary with them', () => {
    const { stdout } = portalStudy(['inspect', 'survey.csv'], { cwd: clinic() });
    expect(stdout).toMatch(/Platform +REDCap +there is a column means___1/);
    expect(stdout).toMatch(/Dictionary +clinic_DataDictionary_2011-03-01\.csv +it lies beside the export/);
    expect(stdout).toMatch(/1 question with several answers[\s\S]*means: Which do you use\? +12 of 12 +Portal \(4\), None of these \(3\)/);
  });

  it('can be forced, and a name that is none offers the nearest', () => {
    const file = join(FORMATS, 'redcap-event.csv');
    expect(portalStudy(['inspect', file, '--platform', 'plain']).stdout).toMatch(/Platform +plain +asked for/);
    const wrong = portalStudy(['inspect', file, '--platform', 'redcapp']);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('Nearest: --platform redcap.')]);
    expect(portalStudy(['inspect', file, '--platform', 'qualtrics']).code).toBe(2);
  });

  it.each([
    ['correlate', ['--outcome', 'height', '--vars', 'messages']], ['describe', ['--vars', 'messages']],
    ['compare', ['--by', 'clinic_sex', '--vars', 'messages']], ['scale', ['--items', 'messages,asks']],
  ])('%s prints the dictionary\'s labels, keeps names in its record, and names the dictionary among its inputs', (verb, args) => {
    const cwd = clinic();
    const { code, stdout, stderr } = portalStudy([verb, 'survey.csv', ...args], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('How often do you send a message?');
    expect(stderr).toContain(`Labels, types and answers from ${DICTIONARY}`);
    const record = JSON.parse(portalStudy([verb, 'survey.csv', ...args, '--format', 'json'], { cwd }).stdout);
    expect(JSON.stringify(record)).toContain('"messages"');
    expect(JSON.stringify(record.estimates)).not.toContain('How often');
    expect(record.provenance.inputs.map(({ path }: { path: string }) => path)).toEqual(['survey.csv', DICTIONARY]);
  });

  it('are nobody\'s business where the study says more: its label goes before the dictionary\'s', () => {
    const cwd = clinic();
    writeFileSync(join(cwd, 'study.yml'), 'version: 1\nsources:\n  survey: { path: survey.csv }\nvariables:\n  messages: { label: Sends messages }\n');
    const { stdout } = portalStudy(['describe', 'survey.csv', '--vars', 'messages,asks', '--levels'], { cwd });
    expect(stdout).toMatch(/Sends messages[\s\S]*Sometimes[\s\S]*Do you ask questions\?/);
  });

  it('leave out what they add to the answers, and say so', () => {
    const { stderr, stdout } = portalStudy(['describe', 'survey.csv'], { cwd: clinic() });
    expect(stderr).toContain('Left out as of no part in the analysis: visit_complete.');
    expect(stdout).not.toContain('complete?');
    expect(portalStudy(['describe', 'survey.csv', '--vars', 'visit_complete'], { cwd: clinic() }).stdout).toContain('visit: complete?');
  });

  it('with events refuse in one line that names them', () => {
    const { code, stderr, stdout } = portalStudy(['describe', join(FORMATS, 'redcap.csv')]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('baseline_arm_1 (1 row), follow_up_arm_1 (1 row). Type --event baseline_arm_1');
  });
});

describe('a study that says how its export is to be read', () => {
  it('chooses the event, the dictionary and the order of dates', () => {
    const folder = scratchFolder();
    copyFileSync(join(FORMATS, 'redcap.csv'), join(folder, 'survey.csv'));
    writeFileSync(join(folder, 'study.yml'), 'version: 1\nsources:\n  survey: { path: survey.csv, event: follow_up_arm_1, date_format: dmy, platform: redcap }\n');
    const { code, stdout } = portalStudy(['inspect', 'survey.csv', '--format', 'json'], { cwd: folder });
    expect([code, JSON.parse(stdout).n.rows]).toEqual([0, 1]);
    writeFileSync(join(folder, 'study.yml'), 'version: 1\nsources:\n  survey: { path: survey.csv, event: follow_arm_1 }\n');
    expect(portalStudy(['describe', 'survey.csv'], { cwd: folder })).toMatchObject({ code: 2, stderr: expect.stringContaining('Nearest: follow_up_arm_1.') });
  });
});

describe('what is said of rows', () => {
  it('is told whatever columns are asked for', () => {
    const { stderr } = portalStudy(['describe', join(FORMATS, 'qualtrics.csv'), '--vars', 'Q1']);
    expect(stderr).toContain('1 response given in the preview of the survey left out.');
    expect(stderr).toContain('1 of 3 responses was never finished; kept. --where "Finished != 0" leaves it out.');
  });
});

describe('--date-format', () => {
  it('reads a column that was text', () => {
    const file = join(FORMATS, 'google-forms-ambiguous.csv');
    expect(portalStudy(['inspect', file]).stdout).toMatch(/Timestamp +text/);
    expect(portalStudy(['inspect', file, '--date-format', 'm/d/Y H:M:S']).stdout).toMatch(/Timestamp +date +2 +2 +2011-03-04T09:30:00/);
    expect(portalStudy(['inspect', file, '--date-format', 'Timestam=mdy'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Nearest: --date-format Timestamp=mdy.') });
  });
});
