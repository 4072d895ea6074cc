import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT, copyOfStudy, scratchFolder } from '../cli/portal-study.js';

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
  inputs: Record<string, { default: string }>; runs: { using: string; steps: Step[] }; outputs: Record<string, { value: string }>;
};
const step = action.runs.steps.find(({ id }) => id === 'reproduce')!;

/** Runs the action's own script as a runner would, in a folder, with the inputs given. */
function runAction(folder: string, inputs: Readonly<Record<string, string>> = {}, temporary = scratchFolder()) {
  const value = (expression: string): string => {
    const name = /inputs\.([\w-]+)/.exec(expression)?.[1];
    return name === undefined ? ROOT : inputs[name] ?? action.inputs[name].default;
  };
  const env = Object.fromEntries(Object.entries(step.env!).map(([name, expression]) => [name, value(expression)]));
  const { status, stdout } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step.run!], {
    cwd: folder, encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env, RUNNER_TEMP: temporary, GITHUB_STEP_SUMMARY: join(temporary, 'step.md'), GITHUB_OUTPUT: join(temporary, 'output.txt') },
  });
  const read = (name: string): string => readFileSync(join(temporary, name), 'utf8');
  return { status, stdout, summary: () => read('step.md'), output: () => read('output.txt') };
}

function study(change: (text: string) => string = (text) => text): string {
  const folder = scratchFolder();
  copyOfStudy(folder);
  writeFileSync(join(folder, 'study.yml'), change(readFileSync(join(folder, 'study.yml'), 'utf8')));
  return folder;
}

describe('action.yml', () => {
  it('passes every input as an environment variable, so that none can be a command', () => {
    for (const { run } of action.runs.steps) expect(run ?? '').not.toContain('${{');
    expect(Object.values(step.env!).join(' ')).toContain('inputs.study');
    expect(action.outputs['exit-code'].value).toBe('${{ steps.reproduce.outputs.exit-code }}');
  });
  it('succeeds on the fixture study, with a summary', () => {
    const { status, stdout, summary, output } = runAction(study());
    expect({ status, output: output() }).toEqual({ status: 0, output: 'exit-code=0\n' });
    expect(stdout).toContain('every one holds.');
    expect(summary()).toMatch(/^## Secure messaging and diabetes management\n/);
  });
  it('fails where a figure does not match, with its annotation in the log and reports where they are asked for', () => {
    const folder = study((text) => text.replace('"p=0.04"', '"p=0.06"'));
    const { status, stdout, summary } = runAction(folder, { junit: 'results.xml', sarif: 'results.sarif', coverage: 'true' });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=study\.yml,line=\d+,col=7,title=abstract-rho::/m);
    expect(summary()).toContain('1 does not.');
    for (const file of ['results.xml', 'results.sarif']) expect(readFileSync(join(folder, file), 'utf8')).toContain('significance-flip');
  });
  it('does not show again what an earlier use in the same job found', () => {
    const temporary = scratchFolder();
    expect(runAction(study((text) => text.replace('"p=0.04"', '"p=0.06"')), {}, temporary).stdout).toContain('::error');
    const { status, stdout } = runAction(study(), { study: 'none.yml' }, temporary);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
  it('takes a study’s name as a name', () => {
    expect(runAction(study(), { study: '$(touch hacked); study.yml' }).status).toBe(2);
  });
});
