import { describe, expect, it } from 'vitest';
import { descriptives } from '../../../src/stats/table-one/descriptives.js';
import { floorAndCeiling, reversed, scaleScores } from '../../../src/stats/scales/scale-scores.js';
import { expectClose, shared } from '../groups/golden-groups.js';
import { bfiColumns, bfiKeys, item } from './golden-scales.js';

const items = [item([1, 5, null, null]), item([2, 5, 3, null]), item([3, 5, 5, null])];
const RANGES = [1, 2, 3].map(() => ({ min: 1, max: 5 }));

describe('scaleScores', () => {
  it('averages what was answered, where enough was', () => {
    expect(scaleScores(items, { score: 'mean', minimumAnswered: 2 }))
      .toEqual({ values: Float64Array.of(2, 5, 4, NaN), missing: Uint8Array.of(0, 0, 0, 1) });
    expect([...scaleScores(items, { score: 'mean', minimumAnswered: 3 }).missing]).toEqual([0, 0, 1, 1]);
  });
  it('sums, an unanswered item counting as the mean of the others', () => {
    expect([...scaleScores(items, { score: 'sum', minimumAnswered: 1 }).values]).toEqual([6, 15, 12, NaN]);
  });
  it('needs a least number of answers between one and all', () => {
    for (const minimumAnswered of [0, 4, 1.5]) {
      expect(() => scaleScores(items, { score: 'mean', minimumAnswered })).toThrow(RangeError);
    }
  });

  it.skipIf(shared.absent)(`gives the scores of data/psych-bfi, with all answers and with any${shared.skipped}`, () => {
    const { scores } = JSON.parse(shared.text('data/psych-bfi/reference.json')) as {
      scores: Record<string, Record<string, number>>;
    };
    const columns = bfiColumns();
    for (const [scale, names] of bfiKeys()) {
      const answers = names.map((name) => {
        const given = item(columns.get(name.replace('-', ''))!);
        return name.startsWith('-') ? reversed(given, { min: 1, max: 6 }) : given;
      });
      for (const [name, minimumAnswered] of [[scale, 5], [`${scale}_mean_avail`, 1]] as const) {
        const { values, missing } = scaleScores(answers, { score: 'mean', minimumAnswered });
        const found = descriptives(values.filter((_, row) => missing[row] === 0));
        for (const key of ['n', 'mean', 'sd', 'q1', 'median', 'q3', 'min', 'max'] as const) {
          expectClose(found[key], scores[name][key]);
        }
      }
    }
  });
});

describe('reversed', () => {
  it('turns the declared range round, whatever was answered, and leaves the blanks', () => {
    const turned = reversed(item([1, 4, null]), { min: 0, max: 6 });
    expect([...turned.values]).toEqual([5, 2, NaN]);
    expect([...turned.missing]).toEqual([0, 0, 1]);
    expect(reversed(turned, { min: 0, max: 6 }).values).toEqual(item([1, 4, null]).values);
  });
});

describe('floorAndCeiling', () => {
  it('counts the lowest and highest score that the ranges allow, for means and sums', () => {
    const answers = [item([1, 5, 5, 3, null]), item([1, 5, 5, 1, null]), item([1, 5, 4, 1, 1])];
    for (const score of ['mean', 'sum'] as const) {
      const scores = scaleScores(answers, { score, minimumAnswered: 2 });
      expect(floorAndCeiling(scores, RANGES, score))
        .toEqual({ n: 4, atFloor: 1, atCeiling: 1, floorShare: 0.25, ceilingShare: 0.25 });
    }
  });
  it('sees the ceiling of a mean that does not round evenly', () => {
    const answers = Array.from({ length: 7 }, () => item([0.1, 0.7]));
    const ranges = answers.map(() => ({ min: 0.1, max: 0.7 }));
    const scores = scaleScores(answers, { score: 'mean', minimumAnswered: 7 });
    expect(floorAndCeiling(scores, ranges, 'mean')).toMatchObject({ atFloor: 1, atCeiling: 1 });
  });
  it('has no shares without scores', () => {
    const scores = scaleScores([item([null])], { score: 'mean', minimumAnswered: 1 });
    expect(floorAndCeiling(scores, [{ min: 1, max: 5 }], 'mean')).toMatchObject({ n: 0, floorShare: null });
  });
});
