import type { ScaleItem } from '../../../src/stats/scales/item-covariance.js';
import { goldenJson, shared } from '../groups/golden-groups.js';

interface Scale {
  raw: number;
  std: number;
  g6: number;
  average: number;
  median: number;
  dropped: number[];
  rest: number[];
  corrected: number[];
  feldt: [number, number];
  omega: number | null;
}

/** What psych 2.2.9 answers; made by fixtures/golden/scales.R. */
export const goldenScales = goldenJson<Record<string, {
  items: (number | null)[][];
  pairwise: Scale;
  listwise: Scale;
}>>('scales.json');

/** An item of answers in which null is a blank. */
export function item(answers: readonly (number | null)[]): ScaleItem {
  return {
    values: Float64Array.from(answers, (answer) => answer ?? NaN),
    missing: Uint8Array.from(answers, (answer) => (answer === null ? 1 : 0)),
  };
}

/** The answers of shared/data/psych-bfi/bfi.csv, by the names of its columns; NA and blank are null. */
export function bfiColumns(): Map<string, (number | null)[]> {
  const [header, ...rows] = shared.cells('data/psych-bfi/bfi.csv');
  return new Map(header.map((name, i) => [
    name.replaceAll('"', ''),
    rows.map((row) => (row[i] === '' || row[i] === 'NA' ? null : Number(row[i]))),
  ]));
}

/** The scales of bfi.keys.csv: each with its items, a minus for the reversed ones. */
export function bfiKeys(): Map<string, string[]> {
  const [header, ...rows] = shared.cells('data/psych-bfi/bfi.keys.csv');
  return new Map(header.slice(1).map((scale, i) => [scale, rows.map((row) => row[i + 1])]));
}
