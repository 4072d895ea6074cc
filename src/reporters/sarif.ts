import type { Finding, FindingPlace, FindingsReport } from '../results/finding.js';
import { jsonRecord } from './json.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Findings as SARIF 2.1.0: what failed, what is forgiven (suppressed, with its reason) and what only deserves a look. */
export function sarifReport({ tool, findings, rules }: FindingsReport): string {
  const told = findings.filter(({ level, forgiven }) => level !== 'pass' || forgiven !== null);
  const ids = [...rules.keys()];
  const [, name, version] = /^(.*?)(?: v?(\d\S*))?$/.exec(tool)!;
  return jsonRecord({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name,
          ...(version === undefined ? {} : { version, semanticVersion: version }),
          rules: [...rules].map(([id, text]) => ({ id, shortDescription: { text } })),
        },
      },
      columnKind: 'utf16CodeUnits',
      results: told.map((finding) => result(finding, ids.indexOf(finding.rule))),
    }],
  });
}

function result({ group, name, rule, level, message, detail, place, forgiven }: Finding, ruleIndex: number): object {
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: level === 'pass' ? 'none' : level,
    message: { text: detail === '' ? message : `${message}\n${detail}` },
    ...(place === null ? {} : { locations: [{ physicalLocation: location(place) }] }),
    partialFingerprints: { 'portalStudyFinding/v1': `${group}/${name}` },
    ...(forgiven === null ? {} : { suppressions: [{ kind: 'external', status: 'accepted', justification: forgiven }] }),
  };
}

function location({ path, line, column }: FindingPlace): object {
  const region = line === null ? {} : { region: { startLine: line, ...(column === null ? {} : { startColumn: column }) } };
  return { artifactLocation: { uri: uriOf(path) }, ...region };
}

/** A path as a relative reference, or an absolute one as a file URI. */
function uriOf(path: string): string {
  const slashes = path.replaceAll('\\', '/').replace(/\p{Cs}/gu, '\uFFFD');
  const encoded = slashes.split('/').map((part) => encodeURIComponent(part).replace(/%3A/g, ':')).join('/');
  if (/^[A-Za-z]:\//.test(slashes)) return `file:///${encoded}`;
  if (slashes.startsWith('/')) return `file://${encoded}`;
  // A colon in the first part would read as a scheme.
  return /^[^/]*:/.test(encoded) ? `./${encoded}` : encoded;
}
