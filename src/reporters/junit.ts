import type { Finding, FindingsReport } from '../results/finding.js';
import { escapeXml } from './xml-text.js';

/**
 * Findings as a JUnit report: a test suite a group, a test case a finding. It is valid by the schema of Apache Ant
 * (which wants a time and a host of each suite: without a clock these are the epoch and localhost) and by that of Jenkins.
 * What is forgiven is skipped, with its reason.
 */
export function junitReport({ tool, findings, summary }: FindingsReport): string {
  const suites = [...grouped(findings)].map(([group, members], index) => testSuite(group, members, index, tool));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${xmlComment(summary)} -->\n<testsuites>\n${suites.join('')}</testsuites>\n`;
}

function grouped(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) groups.set(finding.group, [...groups.get(finding.group) ?? [], finding]);
  return groups;
}

function testSuite(group: string, members: readonly Finding[], id: number, tool: string): string {
  const skipped = members.filter(({ forgiven }) => forgiven !== null).length;
  const counts = `tests="${members.length}" failures="${failures(members).length}" errors="0" skipped="${skipped}"`;
  return `  <testsuite id="${id}" package=${value(tool)} name=${value(group)} timestamp="1970-01-01T00:00:00" hostname="localhost" ${counts} time="0">\n`
    + `    <properties/>\n${members.map((finding) => testCase(finding)).join('')}    <system-out/>\n    <system-err/>\n  </testsuite>\n`;
}

function testCase(finding: Finding): string {
  const { group, name, rule, message } = finding;
  const open = `    <testcase classname=${value(group)} name=${value(name)} time="0"`;
  if (finding.forgiven !== null) return `${open}>\n      <skipped message=${value(`${message} Known: ${finding.forgiven}`)}/>\n    </testcase>\n`;
  if (finding.level !== 'error') return `${open}/>\n`;
  return `${open}>\n      <failure type=${value(rule)} message=${value(message)}>${escapeXml(placed(finding))}</failure>\n    </testcase>\n`;
}

function placed({ place, message, detail }: Finding): string {
  const where = place === null ? '' : `${[place.path, place.line, place.column].filter((part) => part !== null).join(':')}: `;
  return `${where}${message}${detail === '' ? '' : `\n${detail}`}`;
}

function failures(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ level, forgiven }) => level === 'error' && forgiven === null);
}

function value(text: string): string {
  return `"${escapeXml(text)}"`;
}

function xmlComment(text: string): string {
  return escapeXml(text).replace(/-(?=-)|-$/g, '‐');
}
