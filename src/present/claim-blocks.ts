import type { Block } from '../results/document.js';
import type { ClaimEstimate, ReproduceRecord } from '../results/reproduce.js';
import type { Cell, Table } from '../results/table.js';
import { counted } from './numbers.js';
import { reproduceTables } from './reproduce/reproduce-table.js';
import { summarySentence } from './reproduce/reproduce-words.js';

/** Printed figures in a document: what came of each claim, the figures that do not match, and all of them folded away. */
export function claimBlocks(record: ReproduceRecord): Block[] {
  const { estimates } = record;
  if (estimates.length === 0) return reproduceTables(record, { all: true }).map((table) => ({ is: 'table', table }));
  const [all, ...rest] = reproduceTables(record, { all: true });
  const wrong = estimates.some(({ status }) => status !== 'passed') ? reproduceTables(record, { all: false }).slice(0, 1) : [];
  return [
    { is: 'text', text: summarySentence(record) },
    { is: 'table', table: claimTable(record) },
    ...wrong.map((table): Block => ({ is: 'table', table })),
    { is: 'fold', summary: `Every figure, as printed and as computed (${estimates.length})`, blocks: [{ is: 'table', table: all }] },
    // The last table counts verdicts, which the claims have just told.
    ...rest.slice(0, -1).map((table): Block => ({ is: 'table', table })),
  ];
}

function claimTable({ estimates }: ReproduceRecord): Table {
  const claims = [...new Set(estimates.map(({ claim }) => claim))].map((claim) => estimates.filter((one) => one.claim === claim));
  return {
    caption: 'Claims',
    columns: [
      { key: 'claim', header: 'Claim', align: 'left' }, { key: 'at', header: 'Printed in', align: 'left' },
      { key: 'figures', header: 'Figures', align: 'right' }, { key: 'verdict', header: 'Verdict', align: 'left' },
    ],
    rows: claims.map((own): Cell[] => [
      { text: own[0].claim, value: own[0].claim }, { text: own[0].at ?? '', value: own[0].at }, { text: String(own.length), value: own.length }, verdictCell(own),
    ]),
    notes: [],
  };
}

function verdictCell(own: readonly ClaimEstimate[]): Cell {
  const failed = own.filter(({ status }) => status === 'failed').length;
  const known = own.filter(({ status }) => status === 'known').length;
  if (failed > 0) return { text: `${counted(failed, 'figure')} off`, value: 'mismatch', emphasis: 'strong' };
  if (known > 0) return { text: `${counted(known, 'figure')} off, as known`, value: 'known' };
  return { text: own.length === 1 ? 'matches' : 'all match', value: 'match' };
}
