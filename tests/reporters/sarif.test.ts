import { describe, expect, it } from 'vitest';
import { sarifReport } from '../../src/reporters/sarif.js';
import { SOME, finding, findingsReport } from './sample-findings.js';

interface Log {
  $schema: string;
  version: string;
  runs: { tool: { driver: { name: string; version: string; rules: { id: string }[] } }; results: Result[]; columnKind: string }[];
}
interface Result {
  ruleId: string; ruleIndex?: number; level: string; message: { text: string };
  locations?: { physicalLocation: { artifactLocation: { uri: string }; region?: { startLine: number; startColumn?: number } } }[];
  suppressions?: { kind: string; status: string; justification: string }[];
}

const log = (...findings: Parameters<typeof findingsReport>[0]) => JSON.parse(sarifReport(findings.length === 0 ? SOME : findingsReport(findings))) as Log;

/** What sarif-schema-2.1.0.json asks of the parts that are written; a full validation is by that schema itself. */
function expectValid({ $schema, version, runs, ...others }: Log): void {
  expect(others).toEqual({});
  expect([version, $schema.endsWith('sarif-schema-2.1.0.json')]).toEqual(['2.1.0', true]);
  for (const { tool, results, columnKind, ...more } of runs) {
    expect(more).toEqual({});
    expect(columnKind).toBe('utf16CodeUnits');
    expect(tool.driver.name).not.toBe('');
    for (const { ruleId, ruleIndex, level, message, locations = [], suppressions = [] } of results) {
      expect(['none', 'note', 'warning', 'error']).toContain(level);
      expect(message.text).not.toBe('');
      if (ruleIndex !== undefined) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      for (const { physicalLocation: { artifactLocation: { uri }, region } } of locations) {
        // RFC 3986: a reference holds these characters only.
        expect(uri).toMatch(/^[\w\-.~!$&'()*+,;=:@/%]+$/);
        expect(uri).not.toMatch(/^[^/]*:(?!\/\/)/);
        if (region !== undefined) expect(region.startLine).toBeGreaterThanOrEqual(1);
        if (region?.startColumn !== undefined) expect(region.startColumn).toBeGreaterThanOrEqual(1);
      }
      for (const { kind, status } of suppressions) expect([kind, status]).toEqual(['external', 'accepted']);
    }
  }
}

describe('sarifReport', () => {
  it('has the shape of SARIF 2.1.0', () => {
    expectValid(log());
    expectValid(JSON.parse(sarifReport(findingsReport([]))) as Log);
  });
  it('tells what failed and what is known, not what passed', () => {
    const [{ results, tool }] = log().runs;
    expect(results.map(({ level, suppressions }) => [level, suppressions?.[0].justification])).toEqual([
      ['error', undefined], ['error', undefined], ['note', 'a misprint'], ['error', undefined], ['note', expect.any(String)],
    ]);
    expect(tool.driver).toMatchObject({ name: 'portal-study', version: '0.1.0' });
  });
  it.each([
    ['study.yml', 'study.yml'], ['a b/100%.yml', 'a%20b/100%25.yml'], ['/tmp/x.yml', 'file:///tmp/x.yml'], ['C:\\x\\y.yml', 'file:///C:/x/y.yml'], ['a:b.yml', './a:b.yml'],
  ])('writes the path %s as the reference %s', (path, uri) => {
    const whole = log(finding({ place: { path, line: null, column: null } }));
    expectValid(whole);
    expect(whole.runs[0].results[0].locations![0].physicalLocation).toEqual({ artifactLocation: { uri } });
  });
});
