import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BIN, STUDY, SURVEY, portalStudy, scratchFile, scratchFolder } from './portal-study.js';
import type { Run } from './portal-study.js';

/** What every refusal has in common: exit 2, one line, nothing on standard output, no stack. */
function expectRefusal({ code, stdout, stderr }: Run, ...parts: (string | RegExp)[]): void {
  const last = stderr.trimEnd().split('\n').at(-1) ?? '';
  expect(last).toMatch(/^error: /);
  for (const part of parts) expect(last).toMatch(part);
  expect({ code, stdout, stack: /\n\s+at /.test(stderr) }).toEqual({ code: 2, stdout: '', stack: false });
}

const correlate = (...args: string[]): Run => portalStudy(['correlate', ...args]);
const csv = (text: string): string => scratchFile('data.csv', text);

describe('a file that cannot be a survey is refused in one line', () => {
  it('missing, with the nearest name in its folder', () => expectRefusal(correlate(SURVEY.replace('survey', 'survy')), 'survy.csv', /survey\.csv/));
  it('missing, without a word of the study beside it', () => {
    const { code, stderr } = correlate(join(STUDY, 'survye.csv'));
    expect([code, stderr.trimEnd().split('\n')]).toEqual([2, [expect.stringContaining('Nearest')]]);
  });
  it('a folder', () => expectRefusal(correlate(dirname(SURVEY)), /folder/));
  it('empty', () => expectRefusal(correlate(csv('')), /empty/));
  it('a header and no rows', () => expectRefusal(correlate(csv('hba1c,x\n')), /no rows|header only|only a header/i));
  it('binary, by its first bytes', () => {
    expectRefusal(correlate(scratchFile('data.csv', Buffer.from('PK\u0003\u0004 zip', 'latin1'))), /zip|xlsx/i);
    expectRefusal(correlate(scratchFile('data.csv', Buffer.from([1, 2, 3, 65, 66, 0, 67, 255]))), /NUL byte/);
  });
  it('a truncated gzip', () => {
    const whole = gzipSync(readFileSync(SURVEY));
    expectRefusal(correlate(scratchFile('survey.csv.gz', whole.subarray(0, whole.length - 20))), /gzip|truncated|cut/i);
  });
  it('an unclosed quote, at the line where it opens', () => expectRefusal(correlate(csv('hba1c,x\n7,1\n8,"2\n9,3\n')), /:3/));
  it('a ragged row, with both counts', () => expectRefusal(correlate(csv('hba1c,x\n7,1\n8,2,3\n')), /:3/, '3', '2'));
  it('lines of a title above the header, with what to remove', () => {
    expectRefusal(correlate(csv('Study export\nMade in 2024\n\nid,age,hba1c\n1,34,7.1\n')), 'data.csv:4:', 'If line 4 holds the names of the columns, remove the lines above it.');
  });
  it('a participant twice, with the lines', () => expectRefusal(correlate(csv('participant_id,hba1c,x\nA1,7,1\nA2,8,2\nA1,9,3\n')), 'A1', /--duplicates/));
});

describe('a request that cannot be met is refused with what to type', () => {
  it('an unknown column', () => expectRefusal(correlate(SURVEY, '--outcome', 'hba1'), 'Nearest: hba1c'));
  it('an unknown option', () => expectRefusal(correlate(SURVEY, '--outcom', 'hba1c'), '--outcome'));
  it('an unknown verb', () => expectRefusal(portalStudy(['corelate', SURVEY]), 'correlate'));
  it('help of an unknown verb', () => expectRefusal(portalStudy(['help', 'corelate']), 'correlate'));
  it('an option of another verb, with where the own ones are listed', () => expectRefusal(correlate(SURVEY, '--keys', 'keys.csv'), 'portal-study correlate --help'));
  it('a mark that is none, with the marks told from the commas between them', () => {
    expectRefusal(correlate(SURVEY, '--decimal', 'x'), 'takes ".", ",", not "x"');
    expectRefusal(correlate(SURVEY, '--delimiter', 'ab'), '";", tab, "|"');
  });
  it('an option before the verb', () => expectRefusal(portalStudy(['--quiet', 'correlate', SURVEY]), 'Options follow a verb'));
  it('weights that leave nothing', () => expectRefusal(correlate(csv('hba1c,x,w\n7,1,0\n8,3,0\n9,2,0\n6,4,0\n'), '--vars', 'x', '--weights', 'w'), 'whose w is 0 or missing'));
  it('an option of a log where none is joined', () => expectRefusal(correlate(SURVEY, '--timezone', 'America/Chicago'), '--timezone is for an event log', '--usage'));
  it('an outcome, or every feature, that is to be held constant', () => {
    expectRefusal(correlate(SURVEY, '--partial', 'hba1c'), 'is the outcome');
    expectRefusal(correlate(SURVEY, '--vars', 'age', '--partial', 'age'), 'Every feature is held constant: age');
  });
  it('nothing but the outcome being numeric, with where to see why', () => {
    expectRefusal(correlate(csv('hba1c,income\n7,"1,200"\n8,"2,300"\n9,"4,500"\n')), 'No column but the outcome, hba1c, is numeric', 'inspect');
  });
  it('no file at all', () => expectRefusal(correlate(), 'survey'));
  it('two files', () => expectRefusal(correlate(SURVEY, SURVEY), /argument/));
  it('an outcome that holds no numbers', () => expectRefusal(correlate(SURVEY, '--outcome', 'arm'), 'nominal', 'Numeric columns: age'));
  it('no outcome that looks like HbA1c, listing the numeric columns', () => {
    expectRefusal(correlate(csv('id,weight,visits\na,60,1\nb,70,2\nc,80,3\n')), '--outcome', 'weight, visits');
  });
  it('a method, an adjustment or a format that is not there', () => {
    expectRefusal(correlate(SURVEY, '--method', 'spearmen'), 'Nearest: --method spearman');
    expectRefusal(correlate(SURVEY, '--adjust', 'BHH'), '--adjust bh');
    expectRefusal(correlate(SURVEY, '--format', 'jsn'), 'Nearest: --format json');
  });
  it('a format before the file that is not there, or has no file; nothing is written', () => {
    const folder = scratchFolder();
    const asked = (output: string): Run => portalStudy(['correlate', SURVEY, '--output', output], { cwd: folder });
    expectRefusal(asked('markdwon:t.txt'), 'markdwon:t.txt', 'Nearest: --output markdown:t.txt');
    expectRefusal(asked('markdown:'), 'A format without its file');
    expect(readdirSync(folder)).toEqual([]);
    expect([asked('md:t.txt').code, readFileSync(join(folder, 't.txt'), 'utf8').startsWith('**Spearman')]).toEqual([0, true]);
  });
  it('one file for two outputs', () => {
    const folder = scratchFolder();
    expectRefusal(portalStudy(['correlate', SURVEY, '--output', 't.json', '--output', './t.json'], { cwd: folder }), './t.json', 'twice');
    expect(readdirSync(folder)).toEqual([]);
  });
  it('an interval that the coefficient does not have', () => expectRefusal(correlate(SURVEY, '--method', 'kendall', '--ci', 'fisher'), 'kendall', 'fieller'));
  it('a confidence of 95', () => expectRefusal(correlate(SURVEY, '--confidence', '95'), '--confidence 0.95'));
  it('a condition with a slip', () => expectRefusal(correlate(SURVEY, '--where', 'arm == focus'), 'character 8'));
  it('fewer than three rows', () => expectRefusal(correlate(csv('hba1c,visits\n7,4\n8,9\n')), /three/));
});

describe('what cannot be computed is undefined and said, and the rest goes on', () => {
  it('a constant column', () => {
    const { code, stdout } = correlate(csv('hba1c,same,x\n7,1,1\n8,1,3\n9,1,2\n6,1,5\n'), '--format', 'json');
    const record = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(record.estimates.map((one: { x: string; estimate: number | null }) => [one.x, one.estimate === null])).toEqual([['same', true], ['x', false]]);
    expect(record.warnings).toContainEqual(expect.objectContaining({ code: 'W_CORRELATION_UNDEFINED', message: expect.stringContaining('same') }));
  });
});

describe('an output that cannot be written is refused and leaves nothing', () => {
  it('a folder that is not there', () => expectRefusal(correlate(SURVEY, '--output', '/no/such/folder/t.md'), /folder/));
  it('a folder in place of a file', () => expectRefusal(correlate(SURVEY, '--output', scratchFolder(), '--format', 'csv'), /folder/));
  it('an unknown extension', () => expectRefusal(correlate(SURVEY, '--output', 'table.xyz'), '--format'));
  it('the input itself', () => expectRefusal(correlate(SURVEY, '--output', SURVEY), /input/));
  it('one bad output of two writes neither', () => {
    const folder = scratchFolder();
    expectRefusal(correlate(SURVEY, '--output', join(folder, 'a.md'), '--output', join(folder, 'none/b.csv')));
    expect(readdirSync(folder)).toEqual([]);
  });
  it.skipIf(process.getuid?.() === 0)('a folder without permission', () => {
    const folder = join(scratchFolder(), 'locked');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    expectRefusal(correlate(SURVEY, '--output', join(folder, 'a.md')), /permitted/);
  });
});

describe('the process around it', () => {
  it('reads one gigabyte without a line end in bounded memory, and says so early', async () => {
    const child = spawn(process.execPath, ['--max-old-space-size=80', BIN, 'correlate', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk) => { stderr += chunk; });
    child.stdin.on('error', () => {});
    const block = Buffer.alloc(1 << 20, 'a');
    const done = new Promise<number | null>((resolve) => { child.on('exit', resolve); });
    for (let sent = 0; sent < 1024 && child.exitCode === null; sent += 1) {
      if (!child.stdin.write(block)) await Promise.race([new Promise((resolve) => { child.stdin.once('drain', resolve); }), done]);
    }
    child.stdin.end();
    expect(await done).toBe(2);
    expect(stderr).toMatch(/^error: .*line 1|^error: .*:1/);
  });

  it.skipIf(!existsSync('/bin/sh'))('exits 0 when the reader closes the pipe', () => {
    const { code, stderr } = portalStudyInShell(`"${process.execPath}" "${BIN}" correlate "${SURVEY}" --quiet --format json; echo "exit $?" >&2`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'exit 0\n' });
  });
});

function portalStudyInShell(command: string): { code: number | null; stderr: string } {
  const { status, stderr } = spawnSync('/bin/sh', ['-c', `{ ${command}; } | head -n 1 >/dev/null`], { encoding: 'utf8' });
  return { code: status, stderr };
}
