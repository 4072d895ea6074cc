import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scaleRecord } from '../../../src/commands/scale/scale-record.js';
import { scalesFromKeys } from '../../../src/commands/scale/scale-keys.js';
import { participantScores } from '../../../src/commands/scale/scale-scores.js';
import { scalesFromItems } from '../../../src/commands/scale/scale-items.js';
import { answeredLimit, answersNeeded } from '../../../src/commands/scale/scale-request.js';
import type { ScaleOptions } from '../../../src/commands/scale/scale-request.js';
import type { Dataset } from '../../../src/dataset/dataset.js';
import { readSurvey } from '../../../src/importers/survey.js';
import { jsonRecord } from '../../../src/reporters/json.js';
import type { ReliabilityRecord } from '../../../src/results/reliability.js';

const BFI = fileURLToPath(new URL('../../../../shared/data/psych-bfi/', import.meta.url));
const absent = !existsSync(BFI);

interface Reference {
  readonly items: readonly string[];
  readonly reversed: readonly string[];
  readonly n_complete: number;
  readonly n_any: number;
  readonly alpha_listwise: number;
  readonly alpha_standardised_listwise: number;
  readonly alpha_psych_raw_pairwise: number;
  readonly alpha_if_dropped_listwise: Readonly<Record<string, number>>;
}

const SURROUNDINGS = { tool: 'portal-study test' };

async function survey(text: string): Promise<Dataset> {
  const path = join(mkdtempSync(join(tmpdir(), 'portal-study-test-')), 'survey.csv');
  writeFileSync(path, text);
  return readSurvey(path);
}

function coefficient({ estimates }: ReliabilityRecord, scale: string, name: string) {
  const found = estimates.find((estimate) => estimate.scale === scale && estimate.coefficient === name);
  if (found === undefined) throw new Error(`${scale} has no ${name}`);
  return found;
}

const close = (expected: number): number => expect.closeTo(expected, 10) as number;

describe.skipIf(absent)('scaleRecord gives what R 4.2.2 with psych 2.2.9 gives for the bfi (skipped where ../shared is absent)', () => {
  const reference = absent ? null : JSON.parse(readFileSync(join(BFI, 'reference.json'), 'utf8')) as {
    alpha: Record<string, Reference>; scores: Record<string, Record<string, number>>;
  };
  const bfi = async (options: ScaleOptions): Promise<ReliabilityRecord> => {
    const [dataset, keys] = await Promise.all(['bfi.csv', 'bfi.keys.csv'].map((file) => readSurvey(join(BFI, file))));
    return scaleRecord(dataset, { min: 1, max: 6, ...options }, SURROUNDINGS, scalesFromKeys(dataset, keys));
  };

  it('alpha, alpha standardised and alpha if dropped of five scales by bfi.keys.csv, listwise', async () => {
    const record = await bfi({ missing: 'listwise' });
    expect(record.scales).toEqual(Object.entries(reference?.alpha ?? {}).map(([scale, { items, reversed, n_complete: nComplete, n_any: nAny }]) =>
      ({ scale, items, reversed, nComplete, nAny })));
    for (const [scale, expected] of Object.entries(reference?.alpha ?? {})) {
      expect(coefficient(record, scale, 'alpha')).toMatchObject({ n: expected.n_complete, items: 5, estimate: close(expected.alpha_listwise) });
      expect(coefficient(record, scale, 'alpha-standardised').estimate).toBeCloseTo(expected.alpha_standardised_listwise, 10);
      const dropped = record.itemStatistics.filter((item) => item.scale === scale).map(({ item, alphaIfDropped }) => [item, alphaIfDropped]);
      expect(dropped).toEqual(Object.entries(expected.alpha_if_dropped_listwise).map(([item, alpha]) => [item, close(alpha)]));
    }
  });

  it('alpha of the five scales, pairwise', async () => {
    const record = await bfi({ missing: 'pairwise' });
    for (const [scale, expected] of Object.entries(reference?.alpha ?? {})) {
      expect(coefficient(record, scale, 'alpha')).toMatchObject({ n: expected.n_any, estimate: close(expected.alpha_psych_raw_pairwise) });
    }
    expect(coefficient(record, 'agree', 'alpha').estimate?.toFixed(5)).toBe('0.70302');
  });

  it('names the scales’ items with --items and --reverse as well as with a keys file', async () => {
    const dataset = await readSurvey(join(BFI, 'bfi.csv'));
    const byHand = scaleRecord(dataset, { items: ['agree=A1..A5', 'open=O1,-O2,O3..O5'], reverse: ['A1', 'O5'], min: 1, max: 6 }, SURROUNDINGS);
    expect(coefficient(byHand, 'agree', 'alpha').estimate?.toFixed(5)).toBe('0.70376');
    expect(coefficient(byHand, 'open', 'alpha').estimate).toBeCloseTo(reference?.alpha['openness'].alpha_listwise ?? NaN, 10);
  });

  it.each([['', {}], ['_mean_avail', { minimumAnswered: 1 }]])('n, mean, SD, quartiles and range of the scores%s', async (suffix, options) => {
    const record = await bfi(options);
    for (const { scale, ...found } of record.scores) {
      expect(found).toMatchObject(Object.fromEntries(Object.entries(reference?.scores[scale + suffix] ?? { n: -1 }).map(([key, value]) => [key, close(value)])));
    }
  });

  it('each scale’s floor and ceiling are the shares of scores that are all 1 and all 6', async () => {
    const dataset = await readSurvey(join(BFI, 'bfi.csv'));
    const { scales } = scalesFromItems(dataset, { items: ['n=N1..N5'] });
    const { scales: [{ values }] } = participantScores(dataset, {}, scales);
    const scored = values.filter((value) => value !== null);
    const [{ floor, ceiling, n }] = scaleRecord(dataset, { items: ['n=N1..N5'], min: 1, max: 6 }, SURROUNDINGS).scores;
    expect(scored).toHaveLength(n);
    expect([floor, ceiling]).toEqual([1, 6].map((end) => scored.filter((value) => value === end).length / n));
    expect(floor).toBeGreaterThan(0.02);
  });

  it('without --reverse names the item that goes against the rest, and what to type', async () => {
    const { warnings } = scaleRecord(await readSurvey(join(BFI, 'bfi.csv')), { items: ['agree=A1..A5'] }, SURROUNDINGS);
    expect(warnings.filter(({ code }) => code === 'W_ITEM_NEGATIVE').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^A1 goes against the rest of agree .*type --reverse A1 with --min and --max\.$/),
    ]);
  });
});

describe('scaleRecord', () => {
  const small = 'id,q1,q2,q3,arm\na,1,2,5,x\nb,2,2,4,x\nc,4,,3,x\nd,5,4,1,y\ne,3,5,3,y\nf,,,,y\n';

  it('counts the rows that count and those that do not', async () => {
    const dataset = await survey(small);
    const n = (options: ScaleOptions) => scaleRecord(dataset, { items: ['q=q1..q3'], ...options }, SURROUNDINGS).n;
    expect(n({})).toEqual({ rows: 6, used: 4, excludedBy: { listwise: 2 } });
    expect(n({ missing: 'pairwise' })).toEqual({ rows: 6, used: 5, excludedBy: { unanswered: 1 } });
    expect(n({ where: "arm == 'x'" })).toEqual({ rows: 6, used: 2, excludedBy: { where: 3, listwise: 1 } });
  });

  it('tells items as scored: a reversed one turned round within the declared range', async () => {
    const { itemStatistics } = scaleRecord(await survey(small), { items: ['q=q1,q2,-q3'], min: 1, max: 5 }, SURROUNDINGS);
    // Complete rows a, b, d, e: q3 is 5, 4, 1, 3, so 1, 2, 5, 3 as scored.
    expect(itemStatistics[2]).toMatchObject({ item: 'q3', reversed: true, n: 4, mean: 2.75, floor: 0.25, ceiling: 0.25 });
  });

  it('scores a mean, or a sum in which a gap counts as the mean of the answers', async () => {
    const dataset = await survey(small);
    const { scales } = scalesFromItems(dataset, { items: ['q=q1..q3'] });
    const scores = (options: ScaleOptions) => participantScores(dataset, options, scales);
    expect(scores({}).id).toEqual({ name: 'id', values: ['a', 'b', 'c', 'd', 'e', 'f'] });
    expect(scores({}).scales[0].values).toEqual([8 / 3, 8 / 3, null, 10 / 3, 11 / 3, null]);
    expect(scores({ score: 'sum', minimumAnswered: 0.6 }).scales[0].values).toEqual([8, 8, 10.5, 10, 11, null]);
  });

  it('has no floor and ceiling where the range was not declared', async () => {
    const { scores, itemStatistics } = scaleRecord(await survey(small), { items: ['q=q1..q3'] }, SURROUNDINGS);
    expect([scores[0], ...itemStatistics].map(({ floor, ceiling }) => [floor, ceiling])).toEqual(Array.from({ length: 4 }, () => [null, null]));
  });

  it('refuses answers outside the declared range, with their lines and not their values', async () => {
    const dataset = await survey('q1,q2\n1,2\n-99,3\n4,77\n2,77\n');
    expect(() => scaleRecord(dataset, { items: ['q=q1,q2'], min: 1, max: 5 }, SURROUNDINGS)).toThrow(expect.objectContaining({
      code: 'E_ITEM_RANGE', where: expect.stringMatching(/:3:q1$/) as string, message: '3 answers lie outside 1 to 5: q1 on line 3; q2 on lines 4, 5.',
    }));
  });

  it('refuses to reverse within an unknown range, and names the range that was found', async () => {
    const dataset = await survey(small);
    expect(() => scaleRecord(dataset, { items: ['q=q1..q3'], reverse: ['q3'] }, SURROUNDINGS)).toThrow(expect.objectContaining({
      code: 'E_REVERSE_RANGE', hint: expect.stringContaining('--min 1 --max 5') as string,
    }));
  });

  it.each<[string, ScaleOptions, string]>([
    ['an item that is in no scale', { items: ['q=q1,q2'], reverse: ['q3'], min: 1, max: 5 }, 'E_REVERSE_ITEM'],
    ['a scale of one item', { items: ['q=q1'] }, 'E_SCALE_ITEMS'],
    ['an item that holds names', { items: ['q=q1..arm'] }, 'E_COLUMN_NOT_NUMERIC'],
    ['two scales without names', { items: ['q1,q2', 'q2,q3'] }, 'E_SCALE_NAME'],
    ['two scales of one name', { items: ['q=q1,q2', 'q=q2,q3'] }, 'E_SCALE_NAME'],
    ['one end of a range', { items: ['q=q1,q2'], min: 1 }, 'E_OPTIONS_CLASH'],
    ['more answers than items', { items: ['q=q1,q2'], minimumAnswered: 3 }, 'E_OPTION_VALUE'],
  ])('refuses %s', async (_, options, code) => {
    const dataset = await survey(small);
    expect(() => scaleRecord(dataset, options, SURROUNDINGS)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['an item has a single answer', 'q1,q2,q3\n1,2,3\n1,4,4\n1,3,5\n', /q1 has a single answer/],
    ['nobody answers every item', 'q1,q2,q3\n1,,3\n,4,4\n1,3,\n2,1,\n', /no row answers every item/],
    ['the other items cancel out', 'q1,q2,q3\n1,4,1\n2,3,2\n3,2,3\n4,1,5\n2,3,4\n', /Item–rest r of q3 in q: undefined, because the sum of the other items does not vary/],
  ])('says why where %s, and the record is still JSON', async (_, text, why) => {
    const record = scaleRecord(await survey(text), { items: ['q=q1..q3'] }, SURROUNDINGS);
    expect(record.warnings.map(({ message }) => message).join('\n')).toMatch(why);
    expect(jsonRecord(record)).not.toMatch(/NaN|Infinity/);
  });

  it('takes the ordinal columns as one scale where nothing is named, and says so', async () => {
    const { scales: [scale], choices } = scalesFromItems(await survey(small), {});
    expect(scale.items.map(({ name }) => name)).toEqual(['q1', 'q2', 'q3']);
    expect(choices).toEqual([expect.stringMatching(/3 ordinal columns q1, q2, q3, taken as one scale/)]);
  });
});

describe('answersNeeded', () => {
  it.each([['4', 5, 4], ['1', 5, 1], ['0.6', 5, 3], ['60%', 5, 3], ['0.61', 5, 4], ['70%', 10, 7], ['1%', 5, 1]])('%s of %i items is %i', (text, items, needed) => {
    expect(answersNeeded(answeredLimit(text), 'agree', items)).toBe(needed);
  });
  it('is all of them where nothing is said', () => expect(answersNeeded(undefined, 'agree', 5)).toBe(5));
  it.each(['0', '1.5', '100%', '-1', '', 'most'])('refuses "%s"', (text) => {
    expect(() => answeredLimit(text)).toThrow(expect.objectContaining({ code: 'E_OPTION_VALUE' }));
  });
});
