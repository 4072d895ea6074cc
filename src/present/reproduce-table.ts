import type { ClaimEstimate, PaperNumber, ReproduceRecord } from '../results/reproduce.js';
import type { Cell, Table } from '../results/table.js';
import { lockSentence } from './lock-words.js';
import { counted } from './numbers.js';
import { shownNumber } from './reproduce-words.js';

const VERDICTS: Readonly<Record<ClaimEstimate['verdict'], string>> = {
  match: 'match', 'match-by-tie': 'match by tie', truncated: 'cut off', 'from-rounded-operands': 'from rounded figures', mismatch: 'mismatch', uncomputable: 'not computable',
};

/** What is wrong, claim by claim, or (`all`) every figure; then what differs from the lock, and the summary. */
export function reproduceTables(record: ReproduceRecord, { all }: { readonly all: boolean }): Table[] {
  const shown = all ? record.estimates : record.estimates.filter(({ status }) => status !== 'passed');
  return [...(shown.length === 0 ? [] : [figureTable(record, shown, all)]), ...coverageTables(record, all), ...lockTables(record), summaryTable(record)];
}

function figureTable({ title }: ReproduceRecord, shown: readonly ClaimEstimate[], all: boolean): Table {
  const claims = [...new Set(shown.map(({ claim }) => claim))];
  const groups = claims.map((claim) => {
    const own = shown.filter((one) => one.claim === claim);
    return { label: [claim, own[0].at].filter((part) => part !== null).join(': '), rows: own.length };
  });
  const rows = claims.flatMap((claim) => shown.filter((one) => one.claim === claim)).map((one): Cell[] => [
    { text: one.address, value: one.address },
    { text: one.printed, value: one.printed },
    { text: one.computed === null ? '–' : shownNumber(one.computed, placeOf(one.printed)), value: one.computed },
    { text: [statusWord(one), one.why].filter((part) => part !== '').join(' '), value: one.why, ...(one.status === 'failed' ? { emphasis: 'strong' as const } : {}) },
  ]);
  return {
    caption: `${all ? 'Printed figures' : 'Printed figures that do not match'}${title === null ? '' : `: ${title}`}`,
    columns: [
      { key: 'address', header: 'Figure', align: 'left' }, { key: 'printed', header: 'Printed', align: 'right' },
      { key: 'computed', header: 'Computed', align: 'right' }, { key: 'why', header: all ? 'Verdict' : 'What is wrong', align: 'left' },
    ],
    rows, notes: [], groups,
  };
}

/** The decimals of a print, as a power of ten; null of a mark, which has none. */
function placeOf(printed: string): number | null {
  return /\d/.test(printed) ? -(/[.·](\d+)/.exec(printed)?.[1].length ?? 0) : null;
}

function statusWord({ status, verdict, why }: ClaimEstimate): string {
  if (status === 'passed' || why === '') return sentence(VERDICTS[verdict]) + (why === '' ? '' : '.');
  return verdict === 'uncomputable' ? 'Not computable.' : '';
}

/** The numbers of the paper that nobody claims, or (`all`) every one with what it is. */
function coverageTables({ coverage }: ReproduceRecord, all: boolean): Table[] {
  if (coverage === null) return [];
  const { path, numbers } = coverage;
  const count = (state: PaperNumber['state']): number => numbers.filter((one) => one.state === state).length;
  const shown = all ? numbers : numbers.filter(({ state }) => state === 'unclaimed');
  return [{
    caption: `${all ? 'Numbers' : 'Unclaimed numbers'} in ${path}`,
    columns: [
      { key: 'number', header: 'Number', align: 'left' }, { key: 'where', header: 'Where', align: 'left' },
      ...(all ? [{ key: 'state', header: 'What it is', align: 'left' as const }] : []), { key: 'context', header: 'In', align: 'left' },
    ],
    rows: shown.map(({ text, where, context, state, by }): Cell[] => [
      { text, value: text }, { text: where.replace(`${path}:`, '').trim(), value: where },
      ...(all ? [{ text: by === null ? state : `${state}: ${by}`, value: state }] : []), { text: context, value: context },
    ]),
    notes: [`${counted(numbers.length, 'number')}: ${count('claimed')} claimed, ${count('explained')} explained, ${count('unclaimed')} unclaimed.`],
  }];
}

function lockTables({ lock }: ReproduceRecord): Table[] {
  if (lock === null || lock.differences.length === 0) return [];
  return [{
    caption: `What differs from ${lock.path}`,
    columns: [{ key: 'change', header: 'Change', align: 'left' }],
    rows: lock.differences.map((difference): Cell[] => [{ text: lockSentence(difference), value: lockSentence(difference) }]),
    notes: ['portal-study reproduce --lock writes it anew, once the change is meant.'],
  }];
}

function summaryTable(record: ReproduceRecord): Table {
  const { title, provenance, estimates } = record;
  const verdicts = (Object.keys(VERDICTS) as ClaimEstimate['verdict'][]).map((verdict) => ({ verdict, count: estimates.filter((one) => one.verdict === verdict).length }));
  return {
    caption: `${title ?? 'Study'} (${provenance.inputs[0]?.path ?? 'study.yml'})`,
    columns: [{ key: 'verdict', header: 'Verdict', align: 'left' }, { key: 'figures', header: 'Figures', align: 'right' }],
    rows: verdicts.filter(({ count }) => count > 0).map(({ verdict, count }): Cell[] => [{ text: VERDICTS[verdict], value: verdict }, { text: String(count), value: count }]),
    notes: [summarySentence(record)],
  };
}

/** The run in one sentence. */
export function summarySentence({ summary, lock }: ReproduceRecord): string {
  const { figures, quotes, claims, failed, known, passed } = summary;
  const of = `${counted(figures, 'printed figure')}${quotes === 0 ? '' : ` and ${counted(quotes, 'quote')}`} in ${counted(claims, 'claim')}`;
  const moved = lock?.differences.some(({ is }) => is === 'figure-moved') ?? false;
  const locked = lock === null || lock.differences.length === 0 ? '' : moved ? ' Figures moved since the lock.' : ' Something differs from the lock.';
  if (failed === 0 && known === 0) return `${of}: every one ${quotes === 0 ? 'is reproduced' : 'holds'}.${locked}`;
  const parts = [`${passed} hold`, ...(failed === 0 ? [] : [`${failed} ${failed === 1 ? 'does' : 'do'} not`]), ...(known === 0 ? [] : [`${known} ${known === 1 ? 'is' : 'are'} known not to`])];
  return `${of}: ${parts.join(', ')}.${locked}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
