import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../src/numeric/random.js';
import { bootstrapInterval, bootstrapSteps } from '../../../src/stats/resampling/bootstrap.js';
import type { BootstrapOptions } from '../../../src/stats/resampling/bootstrap.js';
import { correlationByDefinition } from './bootstrap-by-definition.js';

const statistics = ['spearman', 'pearson', 'kendall'] as const;
type Name = (typeof statistics)[number];

interface FromR {
  bias: number;
  acceleration: number;
  percentile: [number, number];
  bca: [number, number];
  clusterBias: number;
  clusterAcceleration: number;
  clusterPercentile: [number, number];
  clusterBca: [number, number];
}

type Sample = { x: number[]; y: number[]; clusters: number[] } & Record<Name, FromR>;

const golden = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/golden/${name}.json`, import.meta.url), 'utf8')) as T;
const { samples } = golden<{ samples: Record<string, Sample> }>('bootstrap');
const likert = samples.likert!;
const x = Float64Array.from(likert.x);
const y = Float64Array.from(likert.y);
const clusters = Int32Array.from(likert.clusters);

function options(given: Partial<BootstrapOptions> = {}): BootstrapOptions {
  const stream = randomStream(20130501, 'bootstrap', 'x', 'y');
  return { statistic: 'spearman', confidence: 0.95, resamples: 2000, kind: 'bca', stream, ...given };
}

describe('bootstrapInterval against R (bootstrap.R)', () => {
  const cases = Object.keys(samples).flatMap((sample) => statistics.map((statistic) => ({ sample, statistic })));

  it.each(cases)('has the jackknife acceleration of rows and of clusters: $sample, $statistic', (one) => {
    const { statistic } = one;
    const { x: xs, y: ys, clusters: codes, [statistic]: expected } = samples[one.sample]!;
    const given = [Float64Array.from(xs), Float64Array.from(ys)] as const;
    const rows = bootstrapInterval(...given, options({ statistic, resamples: 200 }));
    const whole = bootstrapInterval(...given, options({ statistic, resamples: 200, clusters: Int32Array.from(codes) }));
    expect([rows.reason, whole.reason]).toEqual([null, null]);
    expect(rows).toMatchObject({ acceleration: expect.closeTo(expected.acceleration, 10) });
    expect(whole).toMatchObject({ acceleration: expect.closeTo(expected.clusterAcceleration, 10) });
  });

  it.each(cases)('ends within Monte Carlo error of boot.ci, 100,000 resamples: $sample, $statistic', (one) => {
    const { statistic } = one;
    const { x: xs, y: ys, clusters: codes, [statistic]: expected } = samples[one.sample]!;
    const interval = (kind: BootstrapOptions['kind'], whole: boolean): [number, number] => {
      const by = whole ? { clusters: Int32Array.from(codes) } : {};
      const found = bootstrapInterval(
        Float64Array.from(xs), Float64Array.from(ys), options({ statistic, kind, resamples: 30_000, ...by }),
      );
      return [found.low!, found.high!];
    };
    expectNear(interval('percentile', false), expected.percentile);
    expectNear(interval('bca', false), expected.bca);
    expectNear(interval('percentile', true), expected.clusterPercentile);
    expectNear(interval('bca', true), expected.clusterBca);
  });

  it('counts the resamples below the estimate as R does where none ties with it', () => {
    const found = bootstrapInterval(x, y, options({ resamples: 20_000 }));
    expect(found.reason).toBeNull();
    // z₀ of 20,000 resamples has a standard error of 0.0089, that of 100,000 one of 0.004.
    expect(found).toMatchObject({ bias: expect.closeTo(likert.spearman.bias, 1) });
    expect(Math.abs((found as { bias: number }).bias - likert.spearman.bias)).toBeLessThan(4 * 0.0098);
  });
});

describe('bootstrapInterval', () => {
  it('draws the same resamples as an independent program (random-streams.py)', () => {
    const { chain } = golden<{ chain: { percentile: [number, number]; resamples: number } }>('random-streams');
    const data = golden<{ x: number[]; y: number[] }>('permutation');
    const found = bootstrapInterval(
      Float64Array.from(data.x), Float64Array.from(data.y), options({ kind: 'percentile', resamples: chain.resamples }),
    );
    expect([found.low, found.high]).toEqual(chain.percentile);
  });

  it('approaches the quantiles of all 4⁴ resamples of four rows', () => {
    const four = { x: Float64Array.of(1, 2, 3, 4), y: Float64Array.of(2, 1, 5, 3) };
    const given = options({ kind: 'percentile', confidence: 0.5, resamples: 20_000 });
    const found = bootstrapInterval(four.x, four.y, given);
    const all = allSpearman(four.x, four.y);
    const defined = all.filter((rho) => !Number.isNaN(rho)).sort((a, b) => a - b);
    const share = (all.length - defined.length) / all.length;
    expect(Math.abs(found.degenerate / 20_000 - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 20_000));
    expect(found.low).toBeCloseTo(defined[Math.floor(defined.length * 0.25)]!, 12);
    expect(found.high).toBeCloseTo(defined[Math.floor(defined.length * 0.75)]!, 12);
  });

  it.each(statistics)('gives the same bits again, whatever the order of the rows: %s', (statistic) => {
    const expected = bootstrapInterval(x, y, options({ statistic, clusters, resamples: 200 }));
    expect(expected.reason).toBeNull();
    fc.assert(
      fc.property(fc.shuffledSubarray([...x.keys()], { minLength: x.length }), (order) => {
        const xs = Float64Array.from(order, (row) => x[row]!);
        const ys = Float64Array.from(order, (row) => y[row]!);
        const codes = Int32Array.from(order, (row) => clusters[row]!);
        expect(bootstrapInterval(xs, ys, options({ statistic, clusters: codes, resamples: 200 }))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('gives the same bits where equal rows stand in several clusters', () => {
    const twins = {
      x: Float64Array.of(0.1, 0.1, 0.1, 0.7, 0.7, 1.3, 0.37, 0.37, 0.37),
      y: Float64Array.of(0.3, 0.3, 0.3, 0.2, 0.2, 0.9, 0.57, 0.57, 0.57),
    };
    const codes = Int32Array.of(1, 2, 3, 1, 2, 4, 1, 3, 4);
    const interval = (order: readonly number[], seed: number) => bootstrapInterval(
      Float64Array.from(order, (row) => twins.x[row]!),
      Float64Array.from(order, (row) => twins.y[row]!),
      options({
        statistic: 'pearson', kind: 'percentile', resamples: 2, stream: randomStream(seed),
        clusters: Int32Array.from(order, (row) => codes[row]!),
      }),
    );
    for (let seed = 0; seed < 200; seed++) {
      expect(interval([2, 4, 1, 0, 5, 3, 8, 7, 6], seed)).toEqual(interval([0, 1, 2, 3, 4, 5, 6, 7, 8], seed));
    }
  });

  it.each(['spearman', 'kendall'] as const)('does not change when a variable is stretched: %s', (statistic) => {
    const stretched = { x: x.map((value) => Math.exp(value)), y: y.map((value) => value ** 3) };
    const expected = bootstrapInterval(x, y, options({ statistic }));
    expect(bootstrapInterval(stretched.x, stretched.y, options({ statistic }))).toEqual(expected);
  });

  it('treats clusters of one row as rows', () => {
    const order = [...x.keys()].sort((i, j) => x[i]! - x[j]! || y[i]! - y[j]!);
    const alone = new Int32Array(x.length);
    order.forEach((row, code) => {
      alone[row] = code;
    });
    expect(bootstrapInterval(x, y, options({ clusters: alone }))).toEqual(bootstrapInterval(x, y, options()));
  });

  it('is wider by whole clusters where clusters differ and rows within them agree', () => {
    const group = Int32Array.from({ length: 60 }, (_, row) => Math.floor(row / 10));
    const means = [[1, 2], [2, 1], [3, 5], [4, 3], [5, 6], [6, 4]] as const;
    const stream = randomStream(1, 'alike rows');
    const near = (at: 0 | 1) => Float64Array.from(group, (code) => means[code]![at] + stream.below(100) / 500);
    const [xs, ys] = [near(0), near(1)];
    const rows = bootstrapInterval(xs, ys, options({ kind: 'percentile' }));
    const whole = bootstrapInterval(xs, ys, options({ kind: 'percentile', clusters: group }));
    expect(whole.high! - whole.low!).toBeGreaterThan(2 * (rows.high! - rows.low!));
  });

  it('stops for breath without a change to the result, and says how far it is', () => {
    const given = { resamples: 10_000 };
    const steps = bootstrapSteps(x, y, options(given));
    const progress: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) progress.push(step.value);
    expect(step.value).toEqual(bootstrapInterval(x, y, options(given)));
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(10_000);
  });
});

describe('an interval that does not exist says why', () => {
  const rising = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const onlyOnce = Float64Array.of(0, 0, 0, 0, 0, 0, 0, 1);
  const scattered = Float64Array.of(3, 1, 4, 2, 5, 9, 6, 8);

  it.each(statistics)('constant: a variable does not vary: %s', (statistic) => {
    const found = bootstrapInterval(rising, new Float64Array(8), options({ statistic }));
    expect(found).toEqual({ reason: 'constant', low: null, high: null, resamples: 2000, degenerate: 0 });
  });

  it.each(statistics)('unvarying: a perfect correlation stays one in every resample: %s', (statistic) => {
    const found = bootstrapInterval(rising, rising.map((value) => 0.1 * value), options({ statistic }));
    expect(found).toMatchObject({ reason: 'unvarying', low: null });
  });

  it('unvarying: one cluster is the same every time', () => {
    const found = bootstrapInterval(rising, scattered, options({ clusters: new Int32Array(8) }));
    expect(found.reason).toBe('unvarying');
  });

  it('all-degenerate: two rows, of which one was drawn twice', () => {
    const reasons = [0, 1, 2, 3, 4, 5].map((seed) => bootstrapInterval(
      Float64Array.of(1, 2), Float64Array.of(1, 2), options({ resamples: 1, stream: randomStream(seed) }),
    ));
    expect(reasons).toContainEqual({ reason: 'all-degenerate', low: null, high: null, resamples: 1, degenerate: 1 });
  });

  it('one-sided: the few resamples all lie above or below the estimate', () => {
    const reasons = [0, 1, 2, 3, 4, 5].map((seed) => bootstrapInterval(
      rising, scattered, options({ resamples: 2, stream: randomStream(seed) }),
    ).reason);
    expect(reasons).toContain('one-sided');
  });

  it('jackknife: without one row a variable is constant; the percentile interval drops such resamples', () => {
    const bca = bootstrapInterval(onlyOnce, scattered, options());
    expect(bca.reason).toBe('jackknife');
    // (7/8)⁸ of the resamples miss the one row.
    expect(Math.abs(bca.degenerate / 2000 - (7 / 8) ** 8)).toBeLessThan(4 * Math.sqrt(0.344 * 0.656 / 2000));
    const percentile = bootstrapInterval(onlyOnce, scattered, options({ kind: 'percentile' }));
    expect(percentile).toMatchObject({ reason: null, degenerate: bca.degenerate, bias: null, acceleration: null });
  });
});

/** ρ of every resample of four rows. */
function allSpearman(xs: Float64Array, ys: Float64Array): number[] {
  return Array.from({ length: 256 }, (_, code) => {
    const rows = [code & 3, (code >> 2) & 3, (code >> 4) & 3, code >> 6];
    return correlationByDefinition('spearman', rows.map((row) => xs[row]!), rows.map((row) => ys[row]!));
  });
}

/** To 4 % of the width; the ends have standard errors of 0.4 % (percentile) to 1.3 % (BCa, long tail) of it. */
function expectNear([low, high]: [number, number], [lowR, highR]: [number, number]): void {
  expect(Math.abs(low - lowR) / (highR - lowR)).toBeLessThan(0.04);
  expect(Math.abs(high - highR) / (highR - lowR)).toBeLessThan(0.04);
}
