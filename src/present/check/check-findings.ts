import type { CheckEstimate, CheckRecord, CheckVerdict } from '../../results/check.js';
import type { Finding, FindingsReport } from '../../results/finding.js';
import { badFirst, findings, summaryOf } from './check-table.js';

const RULES: ReadonlyMap<CheckVerdict, string> = new Map([
  ['decision-error', 'A printed figure cannot be, and the one that follows lies on the other side of alpha.'],
  ['inconsistent', 'A printed figure cannot be, whatever the data were.'],
  ['conditional', 'A printed figure cannot be under a condition that the paper does not state.'],
]);

const LEVELS: Readonly<Record<CheckVerdict, Finding['level']>> = {
  'decision-error': 'error', inconsistent: 'error', conditional: 'warning', 'not-checkable': 'pass', 'no-power': 'pass', consistent: 'pass',
};

/** A checked paper as continuous integration reports it, the worst first. */
export function checkFindings(record: CheckRecord): FindingsReport {
  const path = record.provenance.inputs[0]?.path ?? '';
  const names = new Map<string, number>();
  return {
    title: `Figures of ${path.split(/[\\/]/).at(-1)}`, tool: record.provenance.tool, command: 'check', rules: RULES,
    summary: `${summaryOf(record)}.`,
    findings: badFirst(record.estimates).map((estimate) => findingOf(estimate, path, names)),
  };
}

function findingOf(estimate: CheckEstimate, path: string, names: Map<string, number>): Finding {
  const { where, printed, kind, verdict, detail } = estimate;
  const at = where.slice(path.length).replace(/^:\s?/, '');
  const lines = /^(\d+):(\d+)$/.exec(at);
  const name = `${kind} of ${printed}, ${at}`;
  const times = (names.get(name) ?? 0) + 1;
  names.set(name, times);
  const isFinding = findings([estimate]).length > 0;
  return {
    group: kind,
    name: times === 1 ? name : `${name} (${times})`,
    rule: verdict,
    level: LEVELS[verdict],
    message: isFinding || verdict === 'conditional' ? `${lines === null ? `${at}: ` : ''}${printed}: ${detail}` : name,
    detail: '',
    place: { path, line: lines === null ? null : Number(lines[1]), column: lines === null ? null : Number(lines[2]) },
    forgiven: null,
  };
}
