import { placeOf } from '../../results/finding.js';
import type { Finding, FindingsReport } from '../../results/finding.js';
import type { ClaimEstimate, ReproduceRecord } from '../../results/reproduce.js';
import { failsLock, lockSentence } from './lock-words.js';
import { shownNumber, summarySentence } from './reproduce-words.js';

const RULES: ReadonlyMap<string, string> = new Map([
  ['mismatch', 'A printed figure is not what its analysis computes.'],
  ['significance-flip', 'A figure is printed as significant and computed as not, or the other way round.'],
  ['truncated', 'A printed figure was cut off instead of rounded.'],
  ['from-rounded-operands', 'A printed figure follows only from figures that were rounded first.'],
  ['uncomputable', 'The analysis gives no value for a printed figure.'],
  ['lock', 'Data, tool or figures are not as study.lock.json has them.'],
]);

/** A run as continuous integration reports it, the worst first. */
export function reproduceFindings(record: ReproduceRecord): FindingsReport {
  const names = new Map<string, number>();
  const figures = [...record.estimates].sort((a, b) => badness(b) - badness(a)).map((one) => figureFinding(one, names));
  const lock = (record.lock?.differences ?? []).map((difference): Finding => ({
    group: 'study.lock.json', name: lockSentence(difference), rule: 'lock', level: failsLock(difference) ? 'error' : 'note',
    message: lockSentence(difference), detail: '', place: { path: record.lock!.path, line: null, column: null }, forgiven: null,
  }));
  const failing = figures.filter(({ level, forgiven }) => level === 'error' && forgiven === null);
  return {
    title: record.title ?? 'Printed figures', tool: record.provenance.tool, command: 'reproduce', rules: RULES, summary: summarySentence(record),
    findings: [...failing, ...lock, ...figures.filter((one) => !failing.includes(one))],
  };
}

function figureFinding(one: ClaimEstimate, names: Map<string, number>): Finding {
  const { claim, at, address, printed, computed, verdict, status, why } = one;
  const name = `${address} printed ${printed}`;
  const times = (names.get(`${claim}\n${name}`) ?? 0) + 1;
  names.set(`${claim}\n${name}`, times);
  return {
    group: claim,
    name: times === 1 ? name : `${name} (${times})`,
    rule: one.flip ? 'significance-flip' : verdict,
    level: status === 'passed' ? 'pass' : status === 'known' ? 'note' : 'error',
    message: status === 'passed' ? name : `${[at, address].filter((part) => part !== null).join(', ')}: printed ${printed}, computed ${shownNumber(computed, null)}. ${why}`.trim(),
    detail: '',
    place: placeOf(one.where),
    forgiven: status === 'known' ? why : null,
  };
}

/** A flip of significance before another sign before a value that is missing before the distance. */
function badness({ status, flip, verdict, units }: ClaimEstimate): number {
  if (status === 'passed') return -2;
  if (status === 'known') return -1;
  return (flip ? 1e9 : 0) + (verdict === 'uncomputable' ? 1e6 : 0) + (verdict === 'mismatch' ? 1e3 : 0) + Math.min(units ?? 1, 1e5);
}
