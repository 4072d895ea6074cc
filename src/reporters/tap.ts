import type { Finding, FindingsReport } from '../results/finding.js';
import { visibleText } from './visible.js';

/** Findings as TAP 14: one test a finding, failures with a block of YAML. What is forgiven is a TODO with its reason. */
export function tapReport({ findings, summary }: FindingsReport): string {
  const tests = findings.flatMap((finding, index) => testLines(finding, index + 1));
  return `${['TAP version 14', `1..${findings.length}`, ...tests, `# ${visibleText(summary)}`].join('\n')}\n`;
}

function testLines(finding: Finding, number: number): string[] {
  const { group, name, level, forgiven } = finding;
  const passes = level !== 'error' && forgiven === null;
  const todo = forgiven === null ? '' : ` # TODO ${description(forgiven)}`;
  const line = `${passes ? 'ok' : 'not ok'} ${number} - ${description(`${group}: ${name}`)}${todo}`;
  return passes ? [line] : [line, '  ---', ...yamlLines(finding), '  ...'];
}

/** A number sign would start a directive. */
function description(text: string): string {
  return visibleText(text).replace(/[\\#]/g, (character) => `\\${character}`);
}

function yamlLines({ message, rule, detail, place }: Finding): string[] {
  const entries = [
    ['message', message], ['severity', rule], ['at', place === null ? null : [place.path, place.line, place.column].filter((part) => part !== null).join(':')], ['detail', detail === '' ? null : detail],
  ] as const;
  // Text in double quotes as JSON writes it is YAML as well.
  return entries.flatMap(([key, text]) => (text === null ? [] : [`  ${key}: ${JSON.stringify(visibleText(text, { kept: /\n/ }))}`]));
}
