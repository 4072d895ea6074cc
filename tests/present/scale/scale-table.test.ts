import { describe, expect, it } from 'vitest';
import { scaleTables } from '../../../src/present/scale/scale-table.js';
import { scaleAdvice } from '../../../src/present/scale/scale-words.js';
import { scoresTable } from '../../../src/present/scale/scores-table.js';
import type { ReliabilityRecord } from '../../../src/results/reliability.js';
import type { Table } from '../../../src/results/table.js';

const item = (scale: string, name: string, reversed: boolean, alphaIfDropped: number | null) => ({
  scale, item: name, label: `Question ${name}`, reversed, n: 40, mean: 3.456, sd: 1.25, itemRest: 0.456, alphaIfDropped, floor: 0.125, ceiling: null,
});
const estimate = (scale: string, coefficient: 'alpha' | 'alpha-standardised' | 'omega-total', value: number | null) => ({
  scale, items: 2, n: 40, coefficient, estimate: value, ciLow: coefficient === 'alpha' ? 0.61 : null, ciHigh: coefficient === 'alpha' ? 0.789 : null,
});
const score = (scale: string) => ({
  scale, minimumAnswered: 2, n: 40, mean: 3.5, sd: 1, median: 3.5, q1: 3, q3: 4, min: 1.5, max: 6, floor: 0.025, ceiling: 0.1,
});

const RECORD: ReliabilityRecord = {
  kind: 'reliability',
  schemaVersion: 1,
  method: { missing: 'listwise', ci: 'feldt', confidence: 0.95, omega: 'one-factor-minres', score: 'mean', quantiles: 7, min: 1, max: 6 },
  estimates: ['agree', 'open'].flatMap((scale) => [estimate(scale, 'alpha', 0.7037), estimate(scale, 'alpha-standardised', 0.7135), estimate(scale, 'omega-total', null)]),
  n: { rows: 45, used: 40, excludedBy: { listwise: 5 } },
  scales: [
    { scale: 'agree', items: ['A1', 'A2'], reversed: ['A1'], nComplete: 40, nAny: 44 },
    { scale: 'open', items: ['O1', 'O2'], reversed: [], nComplete: 40, nAny: 44 },
  ],
  itemStatistics: [item('agree', 'A1', true, 0.8), item('agree', 'A2', false, 0.5), item('open', 'O1', false, null), item('open', 'O2', false, 0.7)],
  scores: [score('agree'), score('open')],
  warnings: [{ code: 'W_RELIABILITY_UNDEFINED', message: 'ω of agree: undefined, because one factor needs three items.', where: 'survey.csv' }],
  provenance: { tool: 'portal-study test', command: 'scale', options: {}, seed: null, inputs: [{ path: 'data/survey.csv', sha256: '', bytes: 1, rows: 45 }] },
};

const texts = ({ rows }: Table): string[][] => rows.map((row) => row.map((cell) => cell.text));
const headers = ({ columns }: Table): string[] => columns.map(({ header }) => header);

describe('scaleTables', () => {
  const [reliability, scores, items] = scaleTables(RECORD, { digits: 2 });

  it('gives a scale a row: items, n, alpha with its interval, alpha standardised, omega, mean r; a dash where undefined', () => {
    expect(reliability.caption).toBe('Reliability (survey.csv, 40 rows)');
    expect(headers(reliability)).toEqual(['Scale', 'Items', 'n', 'α', '95% CI', 'α (std.)', 'ω', 'Mean r']);
    expect(texts(reliability)[0]).toEqual(['agree', '2', '40', '0.70', '0.61 to 0.79', '0.71', '–', '–']);
  });
  it('names the deletion rule and what it left out, and why a cell is a dash', () => {
    expect(reliability.notes).toEqual([
      expect.stringMatching(/Feldt.*minres.*listwise deletion: n answered every item \(5 rows complete in no scale\)\.$/),
      'ω of agree: undefined, because one factor needs three items.',
    ]);
  });
  it('shows the complete rows too under pairwise deletion', () => {
    const [pairwise] = scaleTables({ ...RECORD, method: { ...RECORD.method, missing: 'pairwise' } }, { digits: 2 });
    expect(headers(pairwise).slice(2, 4)).toEqual(['n', 'Complete']);
    expect(pairwise.notes[0]).toMatch(/pairwise deletion/);
  });
  it('sums the scores up with the shares at floor and ceiling', () => {
    expect(texts(scores)[0]).toEqual(['agree', '40', '3.50', '1.00', '3.50', '3.00 to 4.00', '1.5 to 6.0', '2.5%', '10.0%']);
    expect(scores.notes).toEqual([expect.stringMatching(/^A score needs every item answered\..*type 7.*Floor and ceiling/)]);
  });
  it('marks reversed items, keeps the name for programs, and groups items by scale', () => {
    expect(items.rows[0][0]).toEqual({ text: 'Question A1 (R)', value: 'A1' });
    expect(items.groups).toEqual([{ label: 'agree', rows: 2 }, { label: 'open', rows: 2 }]);
    expect(texts(items)[2].slice(4)).toEqual(['0.46', '–', '12.5%', '–']);
  });
  it('says how an item was reversed and which the scale would do better without', () => {
    expect(items.notes[0]).toMatch(/\(R\): reversed, 7 less the answer.* α would be higher without A1 \(agree\)\.$/);
  });
  it('leaves floor and ceiling out where the range is unknown, and advises on standard error instead', () => {
    const ends = { floor: null, ceiling: null };
    const unknown = {
      ...RECORD, method: { ...RECORD.method, min: null, max: null },
      itemStatistics: RECORD.itemStatistics.map((one) => ({ ...one, ...ends })), scores: RECORD.scores.map((one) => ({ ...one, ...ends })),
    };
    for (const table of scaleTables(unknown, { digits: 2 })) expect(headers(table)).not.toContain('Floor');
    expect(scaleAdvice(unknown)).toEqual([expect.stringContaining('--min and --max'), expect.stringContaining('--minimum-answered')]);
  });
  it('says how many answers a score needs, and what a gap in a sum counts', () => {
    const scoresOf = (minimum: readonly number[]) => RECORD.scores.map((one, index) => ({ ...one, minimumAnswered: minimum[index] }));
    const note = (record: ReliabilityRecord) => scaleTables(record, { digits: 2 })[1].notes[0];
    expect(note({ ...RECORD, scores: scoresOf([1, 1]) })).toMatch(/^A score needs at least 1 answer; it is the mean of those given\./);
    expect(note({ ...RECORD, method: { ...RECORD.method, score: 'sum' }, scores: scoresOf([1, 1]) })).toMatch(/a gap counts as the mean/);
  });
  it('of one scale names it in the caption and makes no groups', () => {
    const one = { ...RECORD, scales: RECORD.scales.slice(0, 1), scores: RECORD.scores.slice(0, 1), itemStatistics: RECORD.itemStatistics.slice(0, 2) };
    const [, , table] = scaleTables(one, { digits: 2 });
    expect([table.caption, table.groups]).toEqual(['Items of agree', undefined]);
  });
});

describe('scoresTable', () => {
  it('has a row a participant at full precision, and nothing where there is no score', () => {
    const { columns, rows } = scoresTable({ id: { name: 'pid', values: ['P1', null] }, scales: [{ name: 'agree', values: [10 / 3, null] }] });
    expect(columns.map(({ key }) => key)).toEqual(['pid', 'agree']);
    expect(rows.map((row) => row.map(({ value }) => value))).toEqual([['P1', 10 / 3], [null, null]]);
  });
});
