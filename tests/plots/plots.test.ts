import { describe, expect, it } from 'vitest';
import { barsPlot } from '../../src/plots/bars.js';
import { distributionPlot } from '../../src/plots/distribution.js';
import { forestPlot } from '../../src/plots/forest.js';
import { heatMap } from '../../src/plots/heat-map.js';
import { jointBars } from '../../src/plots/joint-bars.js';
import { likertBars } from '../../src/plots/likert-bars.js';
import { rankScatter } from '../../src/plots/rank-scatter.js';
import { saturationCurve } from '../../src/plots/saturation-curve.js';
import { useOverTime } from '../../src/plots/use-over-time.js';
import { hostileSource, hostileTexts } from '../reporters/hostile-texts.js';
import { drawn } from './drawn.js';

const row = (label: string, estimate: number | null, low: number | null, high: number | null, standsOut = false) =>
  ({ label, estimate, low, high, printed: estimate === null ? '–' : String(estimate), standsOut });

/** Every kind of picture with one text wherever it takes any. */
const PICTURES: Readonly<Record<string, (text: string) => string>> = {
  forest: (text) => forestPlot({
    title: text, description: text, axis: text, nothing: 0, range: [-1, 1], key: text,
    groups: [{ label: text, rows: [row(text, -0.29, -0.52, -0.01, true), row(text, 0.12, null, null), row(text, null, null, null)] }],
  }),
  'heat-map': (text) => heatMap({
    title: text, description: text, rows: [text, text], columns: [text, text], key: [text],
    cells: [[{ shade: 0.69, printed: text, hint: text }, null], [{ shade: -0.95, printed: text, hint: text }, { shade: null, printed: text, hint: text }]],
  }),
  'rank-scatter': (text) => rankScatter({
    title: text, description: text, printed: text, xLabel: text, yLabel: text, x: [1.5, 1.5, 3, 4], y: [2, 2, 1, 4],
  }),
  'likert-bars': (text) => likertBars({
    title: text, description: text, levels: [text, text, text], items: [{ label: text, counts: [3, 2, 5] }, { label: text, counts: [0, 0, 0] }],
  }),
  distribution: (text) => distributionPlot({
    title: text, description: text, axis: text, printed: text,
    groups: [
      { label: text, n: 5, min: 5.5, q1: 6, median: 7, q3: 8, max: 11, values: [5.5, 6, 7, 7, 11] },
      { label: text, n: 3, min: 6, q1: 6.5, median: 7, q3: 7.5, max: 8, values: [] },
    ],
  }),
  bars: (text) => barsPlot({
    title: text, description: text, axis: text, most: 100,
    groups: [
      { label: null, rows: [{ label: text, indent: 0, value: 64, printed: text, pale: true }, { label: text, indent: 1, value: 23, printed: text, pale: false }] },
      { label: text, rows: [{ label: text, indent: 1, value: null, printed: text, pale: false }] },
    ],
  }),
  'saturation-curve': (text) => saturationCurve({
    title: text, description: text, axis: text, key: text, stop: 2,
    points: [[6, 6], [3, 9], [1, 10], [0, 10], [1, 11]].map(([newCodes, cumulative]) => ({ unit: text, newCodes, cumulative, low: cumulative - 1, high: cumulative + 1 })),
  }),
  'use-over-time': (text) => useOverTime({
    title: text, description: text, periods: Array.from({ length: 14 }, (_, month) => `2011-${String(month + 1).padStart(2, '0')}`),
    series: [{ label: text, counts: [3, 4, 0, 8, 9, 2, 4, 7, 12, 6, 5, 3, 2, 1] }, { label: text, counts: Array.from({ length: 14 }, () => 0) }],
  }),
  'joint-bars': (text) => jointBars({
    title: text, description: text, axis: text,
    rows: [
      { theme: text, mentioned: { n: 12, median: 7.1, q1: 6.5, q3: 7.9 }, notMentioned: { n: 27, median: 7.4, q1: 6.9, q3: 8.4 }, printed: text },
      { theme: text, mentioned: { n: 0, median: null, q1: null, q3: null }, notMentioned: { n: 39, median: 7.3, q1: 6.8, q3: 8.2 }, printed: text },
    ],
  }),
};

describe.each(Object.entries(PICTURES))('%s', (name, draw) => {
  it('is drawn as it was looked at', async () => {
    await expect(draw('Message a doctor')).toMatchFileSnapshot(`golden/${name}.svg`);
  });

  it('names and describes itself', () => {
    const { title, description, elements } = drawn(draw('Spoken'));
    expect([elements[0], title, description]).toEqual(['svg', 'Spoken', 'Spoken']);
  });

  it(`holds nothing but shapes and texts, whatever its labels: ${hostileSource}`, () => {
    for (const text of hostileTexts) drawn(draw(text));
  });

  it('is the same bytes each time', () => {
    expect(draw('same')).toBe(draw('same'));
  });
});

describe('likertBars', () => {
  const { texts } = drawn(likertBars({
    title: '', description: '', levels: ['1', '2', '3', '4', '5'], items: [{ label: 'item', counts: [1, 1, 2, 3, 3] }],
  }));

  it('parts a scale at its middle level, half of which counts to each side', () => {
    expect(texts).toContain('30%');
    expect(texts).toContain('70%');
  });
});

describe('rankScatter', () => {
  it('draws equal pairs as one disc whose area is their number', () => {
    const radii = (x: number[], y: number[]): number[] =>
      [...rankScatter({ title: '', description: '', printed: '', xLabel: '', yLabel: '', x, y }).matchAll(/<circle[^>]* r="([\d.]+)"/g)].map((match) => Number(match[1]));
    expect(radii([1, 2], [1, 2])).toEqual([3.5, 3.5]);
    expect(radii([1.5, 1.5, 3], [1.5, 1.5, 3]).map((radius) => Math.round((radius / 3.5) ** 2))).toEqual([2, 1]);
  });
});

describe('heatMap', () => {
  it('prints every figure in its cell, so that nothing is told by colour alone', () => {
    const { texts } = drawn(PICTURES['heat-map']('0.69**'));
    expect(texts.filter((text) => text === '0.69**').length).toBeGreaterThanOrEqual(3);
  });

  const large = (size: number): string => {
    const names = Array.from({ length: size }, (_, index) => `variable ${index + 1}`);
    return heatMap({ title: '', description: '', rows: names, columns: names, key: ['shades'], cells: names.map((_, r) => names.map((__, c) => ({ shade: c / size - 0.5, printed: `${r}/${c}`, hint: 'hint' }))) });
  };

  it('gives up the figures of more than 25 rows, says so, and stays small', () => {
    expect(drawn(large(25)).texts).toContain('24/24');
    const { texts } = drawn(large(60));
    expect(texts).not.toContain('59/59');
    expect(texts).toContain('Too many cells for their figures, which the table has.');
    expect(large(60).length).toBeLessThan(450_000);
  });
});
