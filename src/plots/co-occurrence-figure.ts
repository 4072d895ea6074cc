import { fixed } from '../present/numbers.js';
import type { CoOccurrence } from '../results/themes.js';
import { heatMap } from './heat-map.js';
import type { HeatCell } from './heat-map.js';
import type { Svg } from './svg.js';

const WORDS = {
  overlap: { pairs: 'pairs of segments that overlap', share: 'characters with both of those with either' },
  turn: { pairs: 'turns that hold both', share: 'turns with both of those with either' },
} as const;

/**
 * Codes against codes, in the order of the codebook: how often two come together as a figure, and what share of their
 * text that is as a shade. Codes that come with no other are left out; null where none is left.
 */
export function coOccurrenceFigure(found: readonly CoOccurrence[], kind: 'overlap' | 'turn', order: readonly string[]): Svg | null {
  const together = found.filter(({ count }) => count > 0);
  const used = new Set(together.flatMap(({ codes }) => codes));
  const codes = order.filter((code, place) => used.has(code) && order.indexOf(code) === place);
  if (codes.length < 2) return null;
  const byCodes = new Map(together.flatMap((one) => [[keyOf(one.codes[0], one.codes[1]), one], [keyOf(one.codes[1], one.codes[0]), one]] as const));
  const { pairs, share } = WORDS[kind];
  const cell = (row: string, column: string): HeatCell => {
    const one = byCodes.get(keyOf(row, column));
    const told = one === undefined ? 'never together' : `${one.count}, Jaccard ${fixed(one.jaccard, 2)}`;
    return { shade: one?.jaccard ?? 0, printed: one === undefined ? '' : String(one.count), hint: `${row} × ${column}: ${told}` };
  };
  const rows = codes.slice(1);
  return heatMap({
    title: 'Codes that come together',
    description: `${pairs[0].toUpperCase()}${pairs.slice(1)}: ${together.map(({ codes: [a, b], count }) => `${a} and ${b} ${count}`).join(', ')}.`,
    rows: rows.map((code, place) => `${place + 2}. ${code}`),
    columns: codes.slice(0, -1).map((_, place) => String(place + 1)),
    cells: rows.map((row, r) => codes.slice(0, -1).map((column, c) => (c <= r ? cell(row, column) : null))),
    key: [`1. ${codes[0]}.`, `Figures: ${pairs}.`, `Shade: ${share}.`],
  });
}

function keyOf(a: string, b: string): string {
  return JSON.stringify([a, b]);
}
