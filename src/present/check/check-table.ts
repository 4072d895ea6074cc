import { CHECK_VERDICTS } from '../../results/check.js';
import type { CheckEstimate, CheckRecord, CheckVerdict } from '../../results/check.js';
import type { Table } from '../../results/table.js';
import { counted } from '../numbers.js';
import { shortP } from './check-numbers.js';

const HEADINGS: Readonly<Record<CheckVerdict, string>> = {
  'decision-error': 'Inconsistent, and significance turns',
  inconsistent: 'Inconsistent',
  conditional: 'Possible only under a condition',
  'not-checkable': 'Seen, not checkable',
  'no-power': 'No power: nothing could fail',
  consistent: 'Consistent',
};

/** All figures, the worst first, each with its place, its print and the arithmetic. */
export function checkTables(record: CheckRecord): Table[] {
  const groups = byVerdict(record.estimates);
  return [{
    caption: summaryOf(record),
    columns: [
      { key: 'where', header: 'Where', align: 'left' },
      { key: 'printed', header: 'Printed', align: 'left' },
      { key: 'detail', header: 'Why', align: 'left' },
    ],
    rows: groups.flatMap(({ verdict, of }) => of.map(({ where, printed, detail }) => [
      { text: placeOf(where), value: where },
      { text: printed, value: printed, ...(isFinding({ verdict }) ? { emphasis: 'strong' as const } : {}) },
      { text: detail, value: detail },
    ])),
    groups: groups.map(({ verdict, of }) => ({ label: HEADINGS[verdict], rows: of.length })),
    notes: checkNotes(record),
  }];
}

/** `paper.txt: 1 finding in 12 figures`. */
export function summaryOf({ estimates, provenance }: CheckRecord): string {
  const name = provenance.inputs[0]?.path.split(/[\\/]/).at(-1) ?? '';
  return `${name}: ${counted(findings(estimates).length, 'finding')} in ${counted(estimates.length, 'figure')}`;
}

/** Figures from the worst to the best, those of a kind in the order of the paper. */
export function badFirst(estimates: readonly CheckEstimate[]): CheckEstimate[] {
  return byVerdict(estimates).flatMap(({ of }) => of);
}

function byVerdict(estimates: readonly CheckEstimate[]): { readonly verdict: CheckVerdict; readonly of: readonly CheckEstimate[] }[] {
  return CHECK_VERDICTS.map((verdict) => ({ verdict, of: estimates.filter((estimate) => estimate.verdict === verdict) }))
    .filter(({ of }) => of.length > 0);
}

/** A figure that cannot be as it is printed. */
export function isFinding({ verdict }: Pick<CheckEstimate, 'verdict'>): boolean {
  return verdict === 'decision-error' || verdict === 'inconsistent';
}

export function findings(estimates: readonly CheckEstimate[]): CheckEstimate[] {
  return estimates.filter(isFinding);
}

/** Without the file's name, which the caption has. */
function placeOf(where: string): string {
  return /:(\d+:\d+|.*)$/.exec(where.replace(/^.*[\\/]/, ''))?.[1].replace(/^ /, '') ?? where;
}

function checkNotes({ method, estimates }: CheckRecord): string[] {
  const { n, nFrom, fittingN, alpha, tails } = method;
  const lacking = estimates.some(({ kind, verdict, computed }) => verdict === 'not-checkable' && computed === null && ['percent', 'count', 'mean'].includes(kind));
  const known = n === null ? (lacking ? 'No single n was found; --n gives it. ' : '')
    : nFrom === 'option' ? `n = ${n}, as told. ` : `n = ${n}, the one that the text gives; --n tells another. `;
  const count = (kind: CheckEstimate['kind'], verdict: CheckVerdict): number =>
    estimates.filter((estimate) => estimate.kind === kind && estimate.verdict === verdict).length;
  const whole = count('mean', 'conditional') + count('sd', 'conditional');
  return [
    `${known}${tails === 'one' ? 'Tests one-tailed' : 'Tests two-sided unless the text says otherwise'}; alpha ${shortP(alpha)}; a half is taken as rounded either way.`,
    ...(fittingN === null ? [] : [fittingWords(fittingN)]),
    ...(whole === 0 || method.assume.includes('whole') ? [] : [`If what was averaged are whole numbers, such as ratings, --assume whole makes ${whole === 1 ? 'it a finding' : 'findings of them'}.`]),
  ];
}

function fittingWords(fitting: readonly number[]): string {
  if (fitting.length === 0) return 'No one n fits every correlation and percentage that stands without its n; they may be of different people.';
  return `n that fits every correlation and percentage that stands without its own: ${ranges(fitting).join(', ')}.`;
}

function ranges(sorted: readonly number[]): string[] {
  const found: [number, number][] = [];
  for (const n of sorted) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === n - 1) last[1] = n;
    else found.push([n, n]);
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
}
