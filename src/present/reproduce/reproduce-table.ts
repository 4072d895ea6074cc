import type { ClaimEstimate, PaperNumber, ReproduceRecord } from '../../results/reproduce.js';
import type { Cell, Table } from '../../results/table.js';
import { lockTable } from './lock-words.js';
import { counted } from '../numbers.js';
import { VERDICT_WORDS, shortVerdict, shownNumber, summarySentence } from './reproduce-words.js';

/** What is wrong, claim by claim, or (`all`) every figure; then the paper's numbers, what differs from the lock, the summary. */
export function reproduceTables(record: ReproduceRecord, { all }: { readonly all: boolean }): Table[] {
  const shown = all ? record.estimates : record.estimates.filter(({ status }) => status !== 'passed');
  const { lock, coverage } = record;
  return [
    ...(shown.length === 0 ? [] : [figureTable(record, shown, all)]),
    ...(coverage === null ? [] : [coverageTable(coverage, all)]),
    ...(lock === null || lock.differences.length === 0 ? [] : [lockTable(lock, all)]),
    summaryTable(record),
  ];
}

function figureTable({ title }: ReproduceRecord, shown: readonly ClaimEstimate[], all: boolean): Table {
  const claims = [...new Set(shown.map(({ claim }) => claim))];
  const byClaim = claims.map((claim) => shown.filter((one) => one.claim === claim));
  return {
    caption: `${all ? 'Printed figures' : 'Printed figures that do not match'}${title === null ? '' : `: ${title}`}`,
    columns: [
      { key: 'address', header: 'Figure', align: 'left' }, { key: 'printed', header: 'Printed', align: 'right' },
      { key: 'computed', header: 'Computed', align: 'right' }, { key: 'verdict', header: 'Verdict', align: 'left' },
    ],
    rows: byClaim.flat().map(figureRow),
    groups: byClaim.map((own) => ({ label: [own[0].claim, own[0].at].filter((part) => part !== null).join(': '), rows: own.length })),
    notes: causeNotes(byClaim.flat()),
  };
}

/** What figures are wrong for; one row left out of the data moves dozens of them, and is said once. */
function causeNotes(shown: readonly ClaimEstimate[]): string[] {
  const byCause = new Map<string, string[]>();
  for (const { address, printed, cause, why } of shown) {
    const isQuote = address === 'quote';
    const said = cause ?? (isQuote ? why : '');
    if (said !== '') byCause.set(said, [...(byCause.get(said) ?? []), isQuote ? `“${printed}”` : address]);
  }
  return [...byCause].map(([said, names]) => `${names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`}: ${said}`);
}

function figureRow(one: ClaimEstimate): Cell[] {
  const { address, printed, computed, status, verdict } = one;
  const emphasis = status === 'failed' ? { emphasis: 'strong' as const } : {};
  const said: Cell = { text: shortVerdict(one), value: verdict, ...emphasis };
  // A quote is too long to stand among numbers.
  if (address === 'quote') return [{ text: `“${printed}”`, value: printed }, { text: '' }, { text: '' }, said];
  return [
    { text: address, value: address }, { text: printed, value: printed },
    { text: computed === null ? '–' : shownNumber(computed, placeOf(printed)), value: computed }, said,
  ];
}

/** The decimals of a print, as a power of ten; null of a mark, which has none. */
function placeOf(printed: string): number | null {
  return /\d/.test(printed) ? -(/[.·](\d+)/.exec(printed)?.[1].length ?? 0) : null;
}

/** The numbers of the paper that nobody claims, or (`all`) every one with what it is. */
function coverageTable({ path, numbers }: NonNullable<ReproduceRecord['coverage']>, all: boolean): Table {
  const count = (state: PaperNumber['state']): number => numbers.filter((one) => one.state === state).length;
  const shown = all ? numbers : numbers.filter(({ state }) => state === 'unclaimed');
  const what = ({ state, by }: PaperNumber): Cell => ({ text: by === null ? state : `${state}: ${by}`, value: state });
  return {
    caption: `${all ? 'Numbers' : 'Unclaimed numbers'} in ${path}`,
    columns: [
      { key: 'number', header: 'Number', align: 'left' }, { key: 'where', header: 'Where', align: 'left' },
      ...(all ? [{ key: 'state', header: 'What it is', align: 'left' as const }] : []), { key: 'context', header: 'In', align: 'left' },
    ],
    rows: shown.map((one): Cell[] => [
      { text: one.text, value: one.text }, { text: one.where.replace(`${path}:`, '').trim(), value: one.where }, ...(all ? [what(one)] : []), { text: one.context, value: one.context },
    ]),
    notes: [`${counted(numbers.length, 'number')}: ${count('claimed')} claimed, ${count('explained')} explained, ${count('unclaimed')} unclaimed.`],
  };
}

function summaryTable(record: ReproduceRecord): Table {
  const { title, provenance, estimates } = record;
  const verdicts = (Object.keys(VERDICT_WORDS) as ClaimEstimate['verdict'][]).map((verdict) => ({ verdict, count: estimates.filter((one) => one.verdict === verdict).length }));
  return {
    caption: `${title ?? 'Study'} (${provenance.inputs[0]?.path ?? 'study.yml'})`,
    columns: [{ key: 'verdict', header: 'Verdict', align: 'left' }, { key: 'figures', header: 'Figures', align: 'right' }],
    rows: verdicts.filter(({ count }) => count > 0).map(({ verdict, count }): Cell[] => [{ text: VERDICT_WORDS[verdict], value: verdict }, { text: String(count), value: count }]),
    notes: [summarySentence(record)],
  };
}
