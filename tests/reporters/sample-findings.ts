import type { Finding, FindingsReport } from '../../src/results/finding.js';

export function finding(change: Partial<Finding> = {}): Finding {
  return {
    group: 'abstract-rho', name: 'table4[x].p printed 0.04', rule: 'mismatch', level: 'error', message: 'printed 0.04, computed 0.06', detail: '',
    place: { path: 'study.yml', line: 12, column: 7 }, forgiven: null, ...change,
  };
}

export function findingsReport(findings: readonly Finding[]): FindingsReport {
  return {
    title: 'Secure messaging', tool: 'portal-study 0.1.0', command: 'reproduce', summary: '3 printed figures: 1 reproduced, 2 not.',
    rules: new Map([['mismatch', 'A printed figure is not what is computed.'], ['lock', 'Something moved.']]), findings,
  };
}

/** Text that could end an attribute, a comment, a directive or a line in one of the formats. */
export const HOSTILE = 'a"b\'<c>&]]>--d::e%f,g:h#i\\j\nk\r\u001b[31m\u202e\u0000\ud800\ufffe|l`m` \u2028n';

export const SOME = findingsReport([
  finding(),
  finding({ name: 'second', rule: 'lock', place: null, detail: 'line one\nline two' }),
  finding({ group: 'other', name: 'known one', level: 'note', forgiven: 'a misprint' }),
  finding({ group: 'other', name: 'fine', level: 'pass', rule: 'match', message: 'fine' }),
  finding({ group: HOSTILE, name: HOSTILE, message: HOSTILE, detail: HOSTILE, place: { path: `${HOSTILE}.yml`, line: 1, column: null }, forgiven: null }),
  finding({ group: HOSTILE, name: `${HOSTILE}2`, level: 'note', forgiven: HOSTILE }),
]);
