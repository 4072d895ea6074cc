import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { junitReport } from '../../src/reporters/junit.js';
import { HOSTILE, SOME, finding, findingsReport } from './sample-findings.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Parses strictly; what is no well-formed XML throws. */
function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => { open.at(-1)!.text += text; });
  parser.on('error', (error) => { throw error; });
  parser.write(xml).close();
  return root.children[0];
}

/**
 * What the schema of Apache Ant's reports (JUnit.xsd) asks of each element: attributes it must and may have, and its
 * children in their order, at most one of those without a star.
 */
const SCHEMA: Readonly<Record<string, { readonly must: readonly string[]; readonly may: readonly string[]; readonly children: RegExp }>> = {
  testsuites: { must: [], may: [], children: /^(testsuite )*$/ },
  testsuite: {
    must: ['name', 'timestamp', 'hostname', 'tests', 'failures', 'errors', 'time', 'package', 'id'], may: ['skipped'],
    children: /^properties (testcase )*system-out system-err $/,
  },
  properties: { must: [], may: [], children: /^(property )*$/ },
  testcase: { must: ['name', 'classname', 'time'], may: [], children: /^(skipped |error |failure )?$/ },
  failure: { must: ['type'], may: ['message'], children: /^$/ },
  skipped: { must: [], may: ['message'], children: /^$/ },
  'system-out': { must: [], may: [], children: /^$/ },
  'system-err': { must: [], may: [], children: /^$/ },
};

function expectValid({ name, attributes, children }: Element): void {
  expect(Object.keys(SCHEMA)).toContain(name);
  const rule = SCHEMA[name];
  for (const attribute of rule.must) expect(Object.keys(attributes), name).toContain(attribute);
  expect(Object.keys(attributes).filter((one) => !rule.must.includes(one) && !rule.may.includes(one)), name).toEqual([]);
  expect(children.map((child) => `${child.name} `).join(''), name).toMatch(rule.children);
  for (const count of ['tests', 'failures', 'errors', 'skipped', 'id']) if (count in attributes) expect(attributes[count]).toMatch(/^\d+$/);
  if ('timestamp' in attributes) expect(attributes['timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  for (const text of ['name', 'hostname', 'classname']) if (text in attributes) expect(attributes[text]).not.toBe('');
  for (const child of children) expectValid(child);
}

describe('junitReport', () => {
  const root = parsed(junitReport(SOME));
  it('is valid by the schema of Ant’s reports', () => {
    expect(root.name).toBe('testsuites');
    expectValid(root);
    expectValid(parsed(junitReport(findingsReport([]))));
  });
  it('has a suite a group, numbered from 0, and a test case a finding', () => {
    expect(root.children.map(({ attributes }) => [attributes['id'], attributes['tests'], attributes['failures'], attributes['skipped']])).toEqual([['0', '2', '2', '0'], ['1', '2', '0', '1'], ['2', '2', '1', '1']]);
    expect(root.children[1].children.filter(({ name }) => name === 'testcase').map(({ children }) => children.map(({ name }) => name))).toEqual([['skipped'], []]);
  });
  it('tells where and what in the failure’s text, line by line', () => {
    const [first, second] = root.children[0].children.filter(({ name }) => name === 'testcase');
    expect(first.children[0]).toMatchObject({ attributes: { type: 'mismatch', message: 'printed 0.04, computed 0.06' }, text: 'study.yml:12:7: printed 0.04, computed 0.06' });
    expect(second.children[0].text).toBe('printed 0.04, computed 0.06\nline one\nline two');
  });
  it('shows what XML cannot hold', () => {
    const [, , { attributes }] = root.children;
    expect(attributes['name']).toContain('a"b\'<c>&]]>--d::e%f');
    expect(attributes['name']).toContain('␛[31m');
    expect(junitReport(findingsReport([finding({ group: HOSTILE })]))).not.toMatch(/[\u0000-\u0008\u001b\u202e\ufffe]/);
  });
  it('has no clock', () => expect(junitReport(SOME)).toBe(junitReport(SOME)));
});
