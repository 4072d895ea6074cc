import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { tapReport } from '../../src/reporters/tap.js';
import { HOSTILE, SOME, finding, findingsReport } from './sample-findings.js';

describe('tapReport', () => {
  const lines = tapReport(SOME).split('\n');
  it('starts with its version and plan, and numbers its tests in order', () => {
    expect(lines.slice(0, 2)).toEqual(['TAP version 14', '1..6']);
    expect(lines.filter((line) => /^(not )?ok /.test(line)).map((line) => /ok (\d+) - /.exec(line)![1])).toEqual(['1', '2', '3', '4', '5', '6']);
  });
  it('says ok, not ok, and TODO of what is known', () => {
    expect(lines.filter((line) => /^(not )?ok /.test(line)).slice(0, 4)).toEqual([
      'not ok 1 - abstract-rho: table4[x].p printed 0.04', 'not ok 2 - abstract-rho: second', 'not ok 3 - other: known one # TODO a misprint', 'ok 4 - other: fine',
    ]);
  });
  it('explains a failure in a block that YAML reads', () => {
    const blocks = [...tapReport(SOME).matchAll(/^ {2}---\n((?: {2}.*\n)*?) {2}\.\.\.$/gm)].map(([, block]) => parse(block.replace(/^ {2}/gm, '')) as object);
    expect(blocks[0]).toEqual({ message: 'printed 0.04, computed 0.06', severity: 'mismatch', at: 'study.yml:12:7' });
    expect(blocks[1]).toMatchObject({ detail: 'line one\nline two' });
    expect(blocks).toHaveLength(5);
  });
  it('lets no text start a directive, a test or a line', () => {
    const [, , test] = tapReport(findingsReport([finding({ group: `${HOSTILE}\nok 2 - x # SKIP`, name: 'y' })])).split('\n');
    expect(test).toMatch(/^not ok 1 - /);
    expect(test).not.toMatch(/(?<!\\)#/);
  });
});
