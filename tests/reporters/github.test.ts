import { describe, expect, it } from 'vitest';
import { githubAnnotations } from '../../src/reporters/github.js';
import { HOSTILE, SOME, finding, findingsReport } from './sample-findings.js';

/** A workflow command as the runner of GitHub Actions reads it back. */
function command(line: string) {
  const [, name, properties, data] = /^::(\w+) (.*?)::(.*)$/.exec(line)!;
  const decoded = (text: string): string => text.replace(/%0D/g, '\r').replace(/%0A/g, '\n');
  const property = (text: string): string => decoded(text.replace(/%3A/g, ':').replace(/%2C/g, ',')).replace(/%25/g, '%');
  return { name, properties: Object.fromEntries(properties.split(',').map((one) => [one.slice(0, one.indexOf('=')), property(one.slice(one.indexOf('=') + 1))])), data: decoded(data).replace(/%25/g, '%') };
}

describe('githubAnnotations', () => {
  it('is a command a finding, with its place, and a last line for the log', () => {
    const [first, ...rest] = githubAnnotations(SOME).trimEnd().split('\n');
    expect(first).toBe('::error file=study.yml,line=12,col=7,title=abstract-rho::printed 0.04, computed 0.06');
    expect(rest.at(-1)).toBe('portal-study: 3 printed figures: 1 reproduced, 2 not.');
    expect(rest).toHaveLength(3);
  });
  it('is one line whatever the texts hold, and the runner reads them back', () => {
    const report = githubAnnotations(findingsReport([finding({ group: 'a:b,c%d\ne', message: `${HOSTILE.replace(/[\u0000\u001b\u202e\ufffe\ud800\u2028]/g, '')}%0A`, place: { path: 'x,y:z%.yml', line: 3, column: null } })]));
    expect(report.split('\n')).toHaveLength(3);
    const { name, properties, data } = command(report.split('\n')[0]);
    expect([name, properties]).toEqual(['error', { file: 'x,y:z%.yml', line: '3', title: 'a:b,c%d\ne' }]);
    expect(data).toBe(`${HOSTILE.replace(/[\u0000\u001b\u202e\ufffe\ud800\u2028]/g, '')}%0A`);
  });
  it('annotates the first ten and says how many more there are', () => {
    const lines = githubAnnotations(findingsReport(Array.from({ length: 25 }, (_, index) => finding({ group: `c${index}` })))).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(10);
    expect(lines[0]).toContain('title=c0:');
    expect(lines.at(-1)).toContain('15 more are not annotated.');
  });
  it('puts errors before warnings, and these before notices, so that the ten hold the worst', () => {
    const report = findingsReport([finding({ level: 'note', group: 'a' }), finding({ level: 'warning', group: 'b' }), ...Array.from({ length: 9 }, (_, index) => finding({ level: 'error', group: `c${index}` }))]);
    const told = githubAnnotations(report).split('\n').filter((line) => line.startsWith('::'));
    expect(told.map((line) => /^::(\w+) .*title=(\w+)/.exec(line)!.slice(1).join(' '))).toEqual([...Array.from({ length: 9 }, (_, index) => `error c${index}`), 'warning b']);
  });
  it('says nothing of what passed or is known', () => {
    expect(githubAnnotations(findingsReport([finding({ level: 'pass' }), finding({ level: 'note', forgiven: 'known' })]))).not.toContain('::');
  });
});
