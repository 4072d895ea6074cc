import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockSentence } from '../../../src/present/reproduce/lock-words.js';
import { STUDY, copyOfStudy, scratchFolder } from '../../cli/portal-study.js';
import { reproduced } from '../in-process.js';

const YAML = readFileSync(join(STUDY, 'study.yml'), 'utf8');

/** A folder with the fixture study, locked as it is. */
async function locked(): Promise<string> {
  const folder = scratchFolder();
  copyOfStudy(folder);
  const { code, written } = await reproduced(YAML, { folder, options: { lock: true } });
  expect([code, [...written.keys()]]).toEqual([0, [join(folder, 'study.lock.json')]]);
  return folder;
}

/** Changes the cells of the survey. */
function edit(folder: string, change: (rows: string[][], header: readonly string[]) => string[][]): void {
  const path = join(folder, 'survey.csv');
  const [note, header, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const changed = change(rows.map((row) => row.split(',')), header.split(','));
  writeFileSync(path, `${[note, header, ...changed.map((row) => row.join(','))].join('\n')}\n`);
}

async function again(folder: string, more: Parameters<typeof reproduced>[1] = {}, text = YAML) {
  const { code, record } = await reproduced(text, { folder, ...more });
  return { code, record, says: (record.lock?.differences ?? []).map(lockSentence).map((line) => line.replaceAll(`${folder}/`, '')) };
}

describe('a lock', () => {
  it('holds hashes, the tool and every computed value at 17 digits, and no clock', async () => {
    const folder = await locked();
    const text = readFileSync(join(folder, 'study.lock.json'), 'utf8');
    const lock = JSON.parse(text) as { tool: string; study: { path: string }; inputs: { path: string; sha256: string; rows: number; columns: { name: string }[] }[]; figures: { address: string; computed: string }[] };
    expect(lock).toMatchObject({ tool: 'portal-study 0.1.0', study: { path: 'study.yml' } });
    expect(lock.inputs[0]).toMatchObject({ path: 'survey.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), rows: 54 });
    expect(lock.inputs[0].columns.length).toBe(17);
    const { computed } = lock.figures.find(({ address }) => address === 'table4[request_appointment].p')!;
    expect(computed.replace(/^0\.0*|\./g, '')).toHaveLength(17);
    expect((await reproduced(YAML, { folder, options: { lock: true } })).written.get(join(folder, 'study.lock.json'))).toBe(text);
  });
  it('that still holds is silent', async () => {
    expect(await again(await locked())).toMatchObject({ code: 0, says: [] });
  });
});

describe('what changed since the lock fails the run and is named', () => {
  it('one HbA1c shifted by 0.5', async () => {
    const folder = await locked();
    edit(folder, (rows, header) => rows.map((row, index) => (index === 17 ? row.with(header.indexOf('hba1c'), String(Number(row[header.indexOf('hba1c')]) + 0.5)) : row)));
    const { code, says, record } = await again(folder);
    expect(code).toBe(1);
    expect(says[0]).toBe('survey.csv has changed: other values in hba1c.');
    expect(says.filter((line) => line.includes(' moved from ')).length).toBeGreaterThan(0);
    for (const { status, why } of record.estimates) if (status === 'failed') expect(why).toContain('survey.csv has changed: other values in hba1c.');
  });
  it('a row dropped', async () => {
    const folder = await locked();
    edit(folder, (rows) => rows.slice(0, -1));
    const { code, says } = await again(folder);
    expect([code, says[0]]).toEqual([1, 'survey.csv has changed: 54 rows before, 53 now.']);
  });
  it('two columns exchanged', async () => {
    const folder = await locked();
    edit(folder, (rows, header) => {
      const [a, b] = ['message_doctor', 'request_appointment'].map((name) => header.indexOf(name));
      return rows.map((row) => row.with(a, row[b]).with(b, row[a]));
    });
    const { code, says, record } = await again(folder);
    expect([code, says[0]]).toEqual([1, 'survey.csv has changed: message_doctor and request_appointment have each other’s values.']);
    expect(record.estimates.filter(({ status }) => status === 'failed').some(({ why }) => /(request_appointment taken for message_doctor|message_doctor taken for request_appointment) gives/.test(why))).toBe(true);
  });
  it('a column moved, with the same values', async () => {
    const folder = await locked();
    const path = join(folder, 'survey.csv');
    writeFileSync(path, readFileSync(path, 'utf8').split('\n').map((line) => (line.startsWith('#') || line === '' ? line : line.replace(/^(.*?),(.*?),(.*?),/, '$1,$3,$2,'))).join('\n'));
    const { code, says } = await again(folder);
    expect([code, says]).toEqual([1, ['survey.csv has changed: its columns are in another order.']]);
  });
  it('another version of a library, which names it', async () => {
    const { code, says } = await again(await locked(), { libraries: { papaparse: '5.8.0', yaml: '2.9.1' } });
    expect([code, says]).toEqual([1, ['The library papaparse was 5.7.1 and is 5.8.0.', 'The library yaml was not built in and is 2.9.1.']]);
  });
  it('another version of the tool', async () => {
    const { code, says } = await again(await locked(), { tool: 'portal-study 0.2.0' });
    expect([code, says]).toEqual([1, ['The tool was portal-study 0.1.0 and is portal-study 0.2.0.']]);
  });
  it('a value that moved beyond the digits that are known, though its print still holds', async () => {
    const folder = await locked();
    const path = join(folder, 'study.lock.json');
    const text = readFileSync(path, 'utf8');
    const value = /"table4\[request_appointment\]\.p","printed":"p=0\.04","computed":"([\d.]+)"/.exec(text)![1];
    const moved = (by: number): string => (Number(value) * (1 + by)).toPrecision(17);
    writeFileSync(path, text.replace(value, moved(1e-15)));
    expect((await again(folder)).code).toBe(0);
    writeFileSync(path, text.replace(value, moved(1e-9)));
    const { code, says } = await again(folder);
    expect([code, says.length]).toEqual([1, 1]);
    expect(says[0]).toMatch(/^table4\[request_appointment\]\.p moved from 0\.03\d* to 0\.03\d*\.$/);
  });
});

describe('what does not move a figure', () => {
  it('other words in the study file are said, and fail nothing', async () => {
    const { code, says } = await again(await locked(), {}, `${YAML}# a comment\n`);
    expect([code, says]).toEqual([0, ['study.yml has changed.']]);
  });
  it('a claim that is new is said, and fails nothing', async () => {
    const { code, says } = await again(await locked(), {}, YAML.replace('      "table1[race=Black].percent": 20%\n', '      "table1[race=Black].percent": 20%\n      "table1[race=Black].n": 11\n'));
    expect([code, says]).toEqual([0, ['study.yml has changed.', 'table1[race=Black].n is not in the lock yet (abstract-race).']]);
  });
});

describe('a lock file that is none', () => {
  it.each([['{', 'It is no JSON'], ['[]', 'holds no lock'], ['{"lockVersion": 2}', 'of version 2'], ['{"lockVersion": 1}', 'Part of it is missing']])('%s', async (text, message) => {
    const folder = scratchFolder();
    copyOfStudy(folder);
    writeFileSync(join(folder, 'study.lock.json'), text);
    await expect(reproduced(YAML, { folder })).rejects.toMatchObject({ code: 'E_LOCK_FILE', message: expect.stringContaining(message) });
  });
});
