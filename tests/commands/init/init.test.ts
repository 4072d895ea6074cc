import { existsSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlationRecord } from '../../../src/commands/correlate/correlation-record.js';
import { describeRecord } from '../../../src/commands/describe/describe-record.js';
import { run } from '../../../src/commands/init/init.js';
import { openSurvey } from '../../../src/commands/open-survey.js';
import type { Session } from '../../../src/commands/session.js';
import type { Dataset } from '../../../src/dataset/dataset.js';
import { StudyError } from '../../../src/errors.js';
import { parseStudy } from '../../../src/study/parse-study.js';

const SHARED = fileURLToPath(new URL('../../../../shared/', import.meta.url));

/** A session that writes files and keeps what is said. */
function listening(): { session: Session; notes: string[]; written: Map<string, string> } {
  const notes: string[] = [];
  const written = new Map<string, string>();
  const session: Session = {
    stdin: (async function* () {})(), tool: 'portal-study test', note: (text) => { notes.push(text); }, pause: async () => {}, deliver: async () => {},
    today: '2026-01-01',
    write: async (files) => {
      for (const { path, content } of files) {
        written.set(path, String(content));
        if (path !== '-') writeFileSync(path, content);
      }
    },
  };
  return { session, notes, written };
}

const folder = (): string => mkdtempSync(join(tmpdir(), 'portal-study-test-'));

/** What init writes of files, and the survey as every verb then reads it. */
async function initialised(paths: readonly string[]): Promise<{ text: string; notes: string[]; plain: Dataset; dataset: Dataset }> {
  const { session, notes, written } = listening();
  const output = join(folder(), 'study.yml');
  await run(paths, { output }, session);
  const { dataset } = await openSurvey(undefined, { study: output }, session);
  const { dataset: plain } = await openSurvey(paths[0], { study: false }, session, { duplicates: 'report' });
  return { text: written.get(output) as string, notes, plain, dataset };
}

async function init(files: Readonly<Record<string, string>>, names: readonly string[] = Object.keys(files)) {
  const where = folder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(where, name), text);
  return initialised(names.map((name) => join(where, name)));
}

const cells = ({ columns }: Dataset) => columns.map(({ name, kind, values, missing }) => [name, kind, [...values as Iterable<unknown>], [...missing]]);

describe('init', () => {
  it('writes labels, levels and units of the platform, guesses roles, and says what is guessed', async () => {
    const { text } = await init({
      'data.csv': 'record_id,arm,a1c,q1,visit_complete\n1,1,7.1,1,2\n2,2,8.2,3,2\n3,1,6.9,2,0\n4,2,7.7,,2\n',
      'dictionary.csv': '"Variable / Field Name","Form Name","Field Type","Field Label","Choices, Calculations, OR Slider Labels","Text Validation Type OR Show Slider Number","Text Validation Min","Text Validation Max"\n' +
        'record_id,visit,text,ID,,,,\narm,visit,radio,"Study arm","1, Usual care | 2, Portal",,,\na1c,visit,text,"HbA1c, %",,number,3,20\nq1,visit,radio,"How often: messages?","1, never | 2, sometimes | 3, often",,,\n',
    });
    expect(text).toContain('participant_id: record_id\n');
    expect(text).toMatch(/ {2}survey:\n {4}path: .*data\.csv"?\n {4}sha256: [0-9a-f]{64}\n {4}dictionary: .*dictionary\.csv"?\n/);
    expect(text).toContain('  arm:\n    label: Study arm\n    type: ordinal\n    levels: { 1: Usual care, 2: Portal }\n    role: group  # guess\n');
    expect(text).toContain('  a1c:\n    label: "HbA1c, %"\n    type: number  # 6.9 to 8.2\n    unit: "%"\n    range: [3, 20]\n    role: outcome  # guess: the one column that looks like HbA1c\n');
    expect(text).toContain('  q1:\n    label: "How often: messages?"\n    type: ordinal\n    levels: { 1: never, 2: sometimes, 3: often }\n    role: feature  # guess\n');
  });

  it('recognises logs, codings, codebooks and tables, and links what can be linked', async () => {
    const survey = 'pid,hba1c,q1\nP1,7,1\nP2,8,2\nP3,6,3\nP4,7,1\n';
    const { text, notes } = await init({
      'survey.csv': survey,
      'log.csv': `pid,timestamp,feature\n${'P1,2011-01-01T10:00:00Z,labs\nP2,2011-01-02T10:00:00Z,mail\n'.repeat(3)}`,
      'codings.csv': 'document,tag,content\nFG1,trust,"I trust it"\n',
      'codebook.csv': 'tag,description\ntrust,Trusting\n',
      'labs.csv': 'pid,ldl\nP1,2.5\nP2,3.5\nP3,1.5\n',
      'others.csv': 'pid,x\nX1,1\nX2,2\n',
    });
    const study = parseStudy(text, 'study.yml');
    expect(study.sources.map(({ name, kind }) => [name, kind])).toEqual([['survey', 'survey'], ['usage', 'events'], ['themes', 'codings'], ['labs', 'table']]);
    expect(study.sources[1].options.map(({ name, value }) => [name, value])).toEqual([['participant', 'pid'], ['time', 'timestamp'], ['feature', 'feature']]);
    expect(study.sources[2].options[0].value).toMatch(/codebook\.csv$/);
    expect(text).toContain('  # Not linked: 0 of 4 participants in');
    expect(notes.join('\n')).toContain('Source "others" is only proposed.');
  });

  it.each([
    [['labs.csv', 'survey.csv']], [['labs.csv', 'export.csv']],
  ])('takes for the survey of %j the one that is called so, or has the most columns', async (names) => {
    const { text } = await init({ [names[0]]: 'pid,ldl\n1,2\n2,3\n3,4\n', [names[1]]: 'pid,hba1c,q1\n1,7,1\n2,8,2\n3,6,3\n' });
    const [survey, labs] = parseStudy(text, 'study.yml').sources;
    expect([survey.path.value.endsWith(names[1]), labs.name]).toEqual([true, 'labs']);
  });

  it('leaves identifiers without an entry, warns of them, and tells no cell', async () => {
    const { text, notes } = await init({ 'survey.csv': 'pid,email,contact,hba1c,q\n1,ann@example.org,call 615-555-0199,7,1\n2,bob@example.org,none,8,2\n3,cy@example.org,none,6,3\n' });
    expect(notes.filter((line) => line.includes('May identify people')).length).toBe(2);
    expect(text).toMatch(/# email: e-mail addresses\n\s+# contact: telephone or fax numbers\n/);
    expect(parseStudy(text, 'study.yml').variables.map(({ name }) => name)).toEqual(['hba1c', 'q']);
    expect([...notes, text].join('\n')).not.toMatch(/example\.org|555-0199/);
  });

  it('keeps how the survey was to be read', async () => {
    const { session, written } = listening();
    const where = folder();
    writeFileSync(join(where, 'survey.csv'), 'who;x;hba1c\n1;-99;7,5\n2;3;8\n3;4;6,1\n');
    await run([join(where, 'survey.csv')], { output: '-', id: 'who', na: ['-99', 'n/a'], decimal: ',' }, session);
    const study = parseStudy(written.get('-') as string, 'study.yml');
    expect(study).toMatchObject({ participantId: { value: 'who' }, missingCodes: ['-99', 'n/a'] });
    expect(study.sources[0].options).toMatchObject([{ name: 'decimal', value: ',' }]);
  });

  it('never overwrites without --force, and writes nothing where no survey is among the files', async () => {
    const { session, written } = listening();
    const where = folder();
    writeFileSync(join(where, 'study.yml'), 'mine');
    writeFileSync(join(where, 'survey.csv'), 'pid,x\n1,2\n');
    const output = join(where, 'study.yml');
    await expect(run([join(where, 'survey.csv')], { output }, session)).rejects.toMatchObject({ code: 'E_OUTPUT_EXISTS', where: output });
    expect(readFileSync(output, 'utf8')).toBe('mine');
    writeFileSync(join(where, 'codebook.csv'), 'code,description\na,b\n');
    await expect(run([join(where, 'codebook.csv')], { output, force: true }, session)).rejects.toMatchObject({ code: 'E_INIT_SURVEY' });
    expect(written.size).toBe(0);
    await run([join(where, 'survey.csv')], { output, force: true }, session);
    expect(readFileSync(output, 'utf8')).toContain('version: 1');
  });

  it('says that ids repeat rather than write a file that is refused', async () => {
    const { text, dataset } = await init({ 'survey.csv': 'pid,x,hba1c\n1,2,7\n1,3,8\n2,4,6\n' });
    expect(text).toContain('duplicates: report  # guess: 1 id in "pid" stands in more than one row');
    expect(dataset.rows).toBe(3);
  });

  it('puts nothing of names, labels or answers where YAML could take it for more than text', async () => {
    const nasty = fc.string({ unit: fc.constantFrom('"', "'", '\\', ':', '#', '-', '{', '}', '[', ']', ',', '&', '*', '!', '|', '>', '%', '@', '`', ' ', '<', '=', '?', '~', 'a', '1', 'é', '\u0007', '\u2028', '\u200f', '😎'), minLength: 1, maxLength: 12 });
    await fc.assert(fc.asyncProperty(fc.uniqueArray(nasty.filter((text) => text.trim() !== ''), { minLength: 2, maxLength: 4, selector: (text) => text.trim() }), async (texts) => {
      const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
      const csv = `pid,x,${texts.map((text) => quote(text)).join(',')}\n${[1, 2, 3, 4].map((row) => `${row},${row}.5,${texts.map((_, at) => quote(`${texts[(row + at) % 2]}w`)).join(',')}`).join('\n')}\n`;
      const { dataset, plain } = await init({ 'survey.csv': csv });
      expect(cells(dataset)).toEqual(cells(plain));
    }), { numRuns: 60 });
  });
});

function onlyWhereNothingIsToTell(error: unknown): void {
  if (error instanceof StudyError && /^E_(?:VARS_EMPTY|OUTCOME_UNKNOWN|ROWS_FEW|ROWS_NONE)$/.test(error.code)) return;
  throw error;
}

/** Small files only: the point is what they hold. */
const files = existsSync(SHARED) ? readdirSync(SHARED, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(?:data|cases)\/.*\.(?:csv|xlsx|sav|zsav|tsv)$/.test(path) && !/csv-test-data|nhanes|PreDiabetes|covid_testing_deid|super-wide|expected_per_user|AllCombined/.test(path))
  .filter((path) => statSync(join(SHARED, path)).size < 200_000).sort() : [];

describe.skipIf(files.length === 0)(`init on files of others${files.length === 0 ? ' (skipped: ../shared is absent)' : ''}`, () => {
  it('writes a study file by which each is read as it is without one, and described', async () => {
    const refused: string[] = [];
    for (const path of files) {
      const read = await initialised([join(SHARED, path)]).catch((error: unknown) => {
        if (!(error instanceof StudyError)) throw error;
        return error;
      });
      if (read instanceof StudyError) {
        refused.push(`${read.code} ${path}`);
        continue;
      }
      expect([path, cells(read.dataset)]).toEqual([path, cells(read.plain)]);
      await describeRecord(read.dataset, {}, { tool: 'test' }).catch(onlyWhereNothingIsToTell);
      await correlationRecord(read.dataset, {}, { tool: 'test' }).catch(onlyWhereNothingIsToTell);
    }
    // Dictionaries are no surveys, and exports of empty projects have no columns.
    expect(refused.filter((text) => !/E_INIT_SURVEY .*(?:dictiona|metadata)|E_HEADER_MISSING/.test(text))).toEqual([]);
  });

  it('labels from the big list of naughty strings read back as they were', async () => {
    const strings = (JSON.parse(readFileSync(join(SHARED, 'data/blns/blns.json'), 'utf8')) as string[]).filter((text) => text.trim() !== '');
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const dictionary = `"Variable / Field Name","Form Name","Field Type","Field Label","Choices, Calculations, OR Slider Labels"\nrecord_id,f,text,ID,\n` +
      strings.map((text, index) => `q${index},f,text,${quote(text)},`).join('\n');
    const data = `record_id,${strings.map((_, index) => `q${index}`).join(',')},f_complete\n${[1, 2, 3].map((row) => `${row},${strings.map((_, index) => (row * index) % 7).join(',')},0`).join('\n')}\n`;
    const { dataset, plain, text } = await init({ 'data.csv': data, 'dictionary.csv': `${dictionary}\n` });
    expect(dataset.columns.map(({ label }) => label)).toEqual(plain.columns.map(({ label }) => label));
    expect(dataset.columns.filter(({ label }) => label !== undefined).length).toBeGreaterThan(strings.length * 0.85);
    expect(text).not.toMatch(/[\u0000-\u0008\u202e\ufeff]/);
  });
});
