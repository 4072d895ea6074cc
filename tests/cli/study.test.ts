import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STUDY, portalStudy, scratchFolder } from './portal-study.js';

/** A folder with a survey of four and the study file that is given. */
function folderWith(study: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = scratchFolder();
  const survey = 'pid,hba1c,q1,q2,arm\nP1,7.1,1,2,1\nP2,8.4,2,often,2\nP3,6.9,-99,1,1\nP4,7.7,3,3,2\n';
  for (const [name, text] of Object.entries({ 'survey.csv': survey, 'study.yml': study, ...files })) writeFileSync(join(folder, name), text);
  return folder;
}

const STUDY_FILE = `version: 1
participant_id: pid
sources:
  survey: { path: survey.csv }
missing_codes: [-99]
variables:
  hba1c: { label: Glycated haemoglobin, unit: "%", range: [3, 20], role: outcome }
  q1: { label: First, type: ordinal, levels: { 1: never, 3: often }, role: feature }
  q2: { label: Second, type: ordinal, levels: { 1: never, 3: often }, role: feature, reversed: true }
  arm: { label: Arm, type: nominal, levels: { 2: Interview, 1: Survey }, role: group }
`;

describe('a survey read by its study', () => {
  it('is found from its folder, in every verb', () => {
    const cwd = folderWith(STUDY_FILE);
    for (const verb of ['inspect', 'correlate', 'describe', 'scale']) {
      const { code, stderr, stdout } = portalStudy([verb], { cwd });
      expect(code).toBe(0);
      expect(stderr).toContain('Reading survey.csv, the source "survey" of study.yml.');
      expect(stdout).toContain('survey.csv');
    }
  });

  it('shows labels, levels in their order, and the study’s outcome and features', () => {
    const cwd = folderWith(STUDY_FILE);
    const correlate = portalStudy(['correlate', 'survey.csv'], { cwd });
    expect(correlate.stderr).toContain('Reading survey.csv by study.yml, as its source "survey"; --no-study reads it without.');
    expect(correlate.stderr).toContain('Outcome: hba1c, the study\'s;');
    expect(correlate.stdout).toMatch(/Glycated haemoglobin[\s\S]*First {2,}3 [\s\S]*Second {2,}4 /);
    const describe = portalStudy(['describe', '--levels'], { cwd });
    expect(describe.stdout).toMatch(/Glycated haemoglobin \(%\)[\s\S]*never[\s\S]*often[\s\S]*Missing +1[\s\S]*Arm, n \(%\)\s+Interview[\s\S]*Survey/);
  });

  it('compares the study’s groups, in the order of their levels', () => {
    const cwd = folderWith(STUDY_FILE);
    const { stdout, stderr } = portalStudy(['compare'], { cwd });
    expect(stderr).toContain("Groups: arm, the study's; --by takes another.");
    expect(stdout).toMatch(/^Comparison by Arm.*\n.*\n.*Interview \(n.=.2\) +Survey \(n.=.2\)/);
  });

  it('takes columns by their role', () => {
    const cwd = folderWith(STUDY_FILE);
    const { estimates } = JSON.parse(portalStudy(['describe', '--vars', 'feature:*,!q2,outcome:*', '--format', 'json'], { cwd }).stdout);
    expect([...new Set(estimates.map(({ variable }: { variable: string }) => variable))]).toEqual(['q1', 'hba1c']);
    const { stderr, code } = portalStudy(['describe', '--vars', 'cluster:*'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('survey.csv: No column has the role "cluster". Roles of columns: outcome, feature, group.');
  });

  it('scores with the study’s range and reversed items', () => {
    const cwd = folderWith(STUDY_FILE);
    const { scales, method, estimates } = JSON.parse(portalStudy(['scale', '--format', 'json'], { cwd }).stdout);
    expect(scales[0]).toMatchObject({ items: ['q1', 'q2'], reversed: ['q2'] });
    expect(method).toMatchObject({ min: 1, max: 3 });
    writeFileSync(join(cwd, 'coded.csv'), readFileSync(join(cwd, 'survey.csv'), 'utf8').replace('often', '3'));
    const typed = portalStudy(['scale', 'coded.csv', '--no-study', '--na=-99', '--items', 'q1,q2', '--reverse', 'q2', '--min', '1', '--max', '3', '--format', 'json'], { cwd });
    expect(estimates).toEqual(JSON.parse(typed.stdout).estimates);
  });

  it('keeps in provenance the study file with its hash', () => {
    const cwd = folderWith(STUDY_FILE);
    const { provenance } = JSON.parse(portalStudy(['correlate', '--format', 'json'], { cwd }).stdout);
    const sha256 = createHash('sha256').update(STUDY_FILE).digest('hex');
    expect(provenance.inputs).toMatchObject([{ path: 'survey.csv' }, { path: 'study.yml', sha256, rows: null }]);
    expect(provenance.options.study).toBe('study.yml');
  });

  it('is never overwritten, and neither is its study', () => {
    const cwd = folderWith(STUDY_FILE);
    expect(portalStudy(['describe', '--format', 'table', '--output', 'study.yml'], { cwd }).stderr).toMatch(/study\.yml: (This file is an input|The extension)/);
    expect(readFileSync(join(cwd, 'study.yml'), 'utf8')).toBe(STUDY_FILE);
  });

  it('is read without it by --no-study, and where the study does not name it, and says so', () => {
    const cwd = folderWith(STUDY_FILE, { 'other.csv': 'pid,hba1c,x\na,7,1\nb,8,3\nc,9,2\n' });
    expect(portalStudy(['inspect', 'survey.csv', '--no-study'], { cwd }).stdout).not.toContain('Glycated');
    const { stderr, code } = portalStudy(['correlate', 'other.csv'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('study.yml is not used: its sources are survey.csv. --study study.yml uses it all the same.');
    expect(portalStudy(['correlate', 'other.csv', '--study', 'study.yml'], { cwd }).stdout).toContain('Glycated haemoglobin');
    expect(portalStudy(['correlate', 'survey.csv', '--quiet'], { cwd }).stderr).toBe('');
  });

  it('is no survey where the study calls it a log', () => {
    const cwd = folderWith('version: 1\nsources: { survey: { path: survey.csv }, usage: { path: log.csv } }\n', { 'log.csv': 'pid,time\na,1\nb,2\n' });
    expect(portalStudy(['inspect', 'log.csv'], { cwd }).stderr).toBe('log.csv is the source "usage" of study.yml, of kind events; it is read here as a table like any other.\n');
  });

  it('is one of a folder elsewhere, its paths being the study file’s', () => {
    const cwd = folderWith('version: 1\nsources: { survey: { path: ../survey.csv } }\nvariables: { q1: { label: Renamed } }\n');
    mkdirSync(join(cwd, 'plan'));
    cpSync(join(cwd, 'study.yml'), join(cwd, 'plan/mine.yml'));
    const { stdout, stderr } = portalStudy(['inspect', '--study', 'plan/mine.yml'], { cwd });
    expect(stderr).toContain('Reading survey.csv, the source "survey" of plan/mine.yml.');
    expect(stdout).toContain('Renamed');
  });

  it('may be named by a path from the root', () => {
    const cwd = folderWith('version: 1\n');
    writeFileSync(join(cwd, 'study.yml'), `version: 1\nsources: { survey: { path: ${JSON.stringify(join(cwd, 'survey.csv'))} } }\n`);
    expect(portalStudy(['inspect', 'survey.csv'], { cwd }).stderr).toContain('Reading survey.csv by study.yml');
  });

  it('has columns of a linked table, with who is in which', () => {
    const study = 'version: 1\nparticipant_id: pid\nsources: { survey: { path: survey.csv }, labs: { path: labs.csv, participant: person, delimiter: ";", decimal: "," } }\nvariables: { ldl: { label: LDL, unit: mmol/l, range: [0, 12] } }\n';
    const cwd = folderWith(study, { 'labs.csv': 'person;ldl\nP1;2,5\nP3;3,1\nP4;2\nP9;4\n' });
    const { stdout, stderr } = portalStudy(['correlate', '--vars', 'ldl', '--outcome', 'hba1c', '--format', 'json'], { cwd });
    expect(stderr).toContain('survey.csv and labs.csv by participant: 3 in both, 1 only in survey.csv, 1 only in labs.csv; without an id: 0 and 0 rows.');
    const record = JSON.parse(stdout);
    expect(record.estimates[0].n).toBe(3);
    expect(record.provenance.inputs.map(({ path }: { path: string }) => path)).toEqual(['survey.csv', 'labs.csv', 'study.yml']);
  });
});

describe('a study that does not fit its files', () => {
  const refused = (study: string, args: readonly string[] = ['correlate']): string => {
    const { code, stderr, stdout } = portalStudy(args, { cwd: folderWith(study) });
    expect([code, stdout]).toEqual([2, '']);
    return stderr.split('\n').filter((line) => line.startsWith('error: ')).join('\n');
  };
  const source = (text: string): string => `version: 1\nsources:\n  survey: { path: survey.csv${text} }\n`;

  it.each([
    ['a changed file, naming both hashes', source(`, sha256: ${'0'.repeat(64)}`), new RegExp(`^error: study.yml:3:39: survey.csv has changed: the study states sha256 0{64}, and the file has [0-9a-f]{64}\\.`)],
    ['a missing file', 'version: 1\nsources:\n  survey: { path: surveys.csv }\n', /^error: study.yml:3:19: There is no file surveys.csv, which is the source "survey". Nearest in .: survey.csv.$/],
    ['an unknown column', `${source('')}variables:\n  hba1: {}\n`, /^error: study.yml:5:3: There is no column "hba1" in survey.csv. Nearest: hba1c.$/],
    ['an unknown participant column', `participant_id: pdi\n${source('')}`, /^error: study.yml:1:17: There is no column "pdi" to take as id in survey.csv. Nearest: pid.$/],
    ['values out of range', `${source('')}variables: { hba1c: { range: [7, 8] } }\n`, /^error: survey.csv:3:hba1c: 2 values lie outside 7 to 8: lines 3, 4. Correct the cells, declare a code as missing, or widen the range \(study.yml:4:14\).$/],
    ['an answer that is none of the levels', `${source('')}variables: { q2: { type: ordinal, levels: [1, 2, 3] } }\n`, /^error: survey.csv:3:q2: 1 value is none of the declared levels, 1, 2, 3: line 3\./],
    ['a wrong value of a reading option', source(', decimal: point'), /^error: study.yml:3:40: --decimal takes "\.", ",", not "point"/],
    ['no survey', 'version: 1\n', /^error: study.yml: The study names no survey. Add it: sources/],
    ['YAML that is none', 'version: 1\na: b: c\n', /^error: study.yml:2:4: .*--no-study reads without this file\.$/],
  ])('is refused for %s', (_, study, message) => expect(refused(study, study.includes('b: c') ? ['correlate', 'survey.csv'] : ['correlate'])).toMatch(message));

  it('says what to do where nothing names a survey', () => {
    const { code, stderr } = portalStudy(['correlate'], { cwd: scratchFolder() });
    expect(code).toBe(2);
    expect(stderr).toContain('No survey is named, and no study.yml lies here to name one.');
    expect(portalStudy(['correlate', '--study', 'none.yml'], { cwd: scratchFolder() }).stderr).toContain('none.yml: There is no such file.');
  });
});

describe('the synthetic study by its study.yml', () => {
  it('prints Table 4 under the paper’s labels', () => {
    const { stdout } = portalStudy(['correlate'], { cwd: STUDY });
    expect(stdout).toMatch(/Request an appointment\? \(SM\) +53 +-0\.29 .*\.037/);
    expect(stdout).not.toContain('request_appointment');
  });

  it('prints the paper’s groups in Table 1', () => {
    const { stdout } = portalStudy(['describe', '--by', 'arm'], { cwd: STUDY });
    expect(stdout).toMatch(/focus group \(n = 39\) +survey only \(n = 15\)/);
    for (const line of [/Age \(years\), mean \(SD\) +57\.1/, /Female +35 \(65%\)/, /Caucasian\/White +41 \(76%\)/, /African American\/Black +11 \(20%\)/]) expect(stdout).toMatch(line);
  });
});

describe('init on a REDCap export with its dictionary', () => {
  const dictionary = '"Variable / Field Name","Form Name","Field Type","Field Label","Choices, Calculations, OR Slider Labels","Text Validation Type OR Show Slider Number","Text Validation Min","Text Validation Max",Identifier?\n' +
    'record_id,visit,text,ID,,,,,\nemail,visit,text,"E-mail",,,,,y\nhba1c,visit,text,"HbA1c, %",,number,3,20,\nmessages,visit,radio,"How often: messages?","1, never | 2, sometimes | 3, often",,,,\n';
  const data = `record_id,email,hba1c,messages,visit_complete\n${Array.from({ length: 12 }, (_, row) => `${row + 1},p${row}@example.org,${6 + (row % 5) / 2},${1 + (row % 3)},2`).join('\n')}\n`;

  it('is followed by correlate and describe with no hand edit', () => {
    const cwd = scratchFolder();
    writeFileSync(join(cwd, 'data.csv'), data);
    writeFileSync(join(cwd, 'dictionary.csv'), dictionary);
    const init = portalStudy(['init', 'data.csv', 'dictionary.csv'], { cwd });
    expect([init.code, init.stdout]).toEqual([0, '']);
    expect(init.stderr).toContain('data.csv:2:email: May identify people: e-mail addresses, by the column’s name (12 cells).');
    expect(init.stderr).not.toContain('example.org');
    const correlate = portalStudy(['correlate'], { cwd });
    expect(correlate.code).toBe(0);
    expect(correlate.stdout).toMatch(/with HbA1c, %[\s\S]*How often: messages\? +12 /);
    const describe = portalStudy(['describe', '--levels'], { cwd });
    expect(describe.code).toBe(0);
    expect(describe.stdout).toMatch(/never +4 \(33%\)\n +sometimes +4 \(33%\)\n +often +4 \(33%\)/);
    expect(portalStudy(['init', 'data.csv'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('study.yml: This file is there already, and may hold work. Type --force') });
  });

  it('inspect warns of identifiers and tells none', () => {
    const cwd = scratchFolder();
    writeFileSync(join(cwd, 'data.csv'), data);
    const { stdout } = portalStudy(['inspect', 'data.csv', '--format', 'json'], { cwd });
    const record = JSON.parse(stdout);
    expect(record.warnings.filter(({ code }: { code: string }) => code === 'W_IDENTIFIER')).toHaveLength(1);
    expect(record.estimates.find(({ column }: { column: string }) => column === 'email')).toMatchObject({ min: null, levels: null, warnings: ['W_IDENTIFIER'] });
    expect(stdout).not.toContain('example.org');
  });
});
