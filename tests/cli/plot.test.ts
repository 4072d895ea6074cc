import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawn } from '../plots/drawn.js';
import { SURVEY, portalStudy, scratchFolder } from './portal-study.js';

/** Runs a verb with --plot and reads the picture it wrote. */
function plotted(args: readonly string[]) {
  const file = join(scratchFolder(), 'figure.svg');
  const { code, stdout } = portalStudy([...args, '--quiet', '--plot', file]);
  expect(code).toBe(0);
  return { stdout, ...drawn(readFileSync(file, 'utf8')) };
}

describe('--plot', () => {
  it('draws beside the table: a row for every coefficient, in the figures of the table', () => {
    const { stdout, texts, description } = plotted(['correlate', SURVEY]);
    expect(stdout).toContain('request_appointment');
    expect(texts).toContain('−0.29 (−0.52 to −0.01), p = .037');
    expect(description).toContain('−0.29');
  });

  it('draws a matrix as a heat map: every cell of the lower triangle with its stars', () => {
    const { texts } = plotted(['correlate', SURVEY, '--matrix']);
    expect(texts.filter((text) => /^−?0\.\d\d\**$/.test(text))).toHaveLength((11 * 10) / 2);
    expect(texts).toContain('0.69***');
  });

  it('draws one pair as its ranks: as many discs, by area, as pairs', () => {
    const file = join(scratchFolder(), 'figure.svg');
    portalStudy(['correlate', SURVEY, '--vars', 'request_appointment', '--quiet', '--plot', file]);
    const areas = [...readFileSync(file, 'utf8').matchAll(/<circle[^>]* r="([\d.]+)"/g)].map(([, radius]) => (Number(radius) / 3.5) ** 2);
    expect(Math.round(areas.reduce((sum, area) => sum + area, 0))).toBe(53);
  });

  it('draws the answers of describe, the frequent half of the scale beside the paper’s share', () => {
    const { texts } = plotted(['describe', SURVEY]);
    expect(texts).toEqual(expect.arrayContaining(['76%', '61%', '63%', '36%', '19%', '11%', '6%', '2%']));
  });

  it('draws one variable of compare by group, and the effect sizes of several', () => {
    expect(plotted(['compare', SURVEY, '--by', 'arm', '--vars', 'hba1c']).texts).toEqual(expect.arrayContaining(['focus group (n = 39)', 'survey only (n = 15)']));
    expect(plotted(['compare', SURVEY, '--by', 'arm']).texts).toContain('rank-biserial correlation');
  });

  it('is also what --output figure.svg asks for, and then prints no table', () => {
    const folder = scratchFolder();
    const { stdout } = portalStudy(['correlate', SURVEY, '--quiet', '--output', join(folder, 'figure.svg')]);
    expect([stdout, readdirSync(folder)]).toEqual(['', ['figure.svg']]);
  });

  it.each([
    ['figure.png', ['correlate', SURVEY]],
    ['figure.svg', ['inspect', SURVEY]],
  ])('refuses %s of %j in one line and writes nothing', (name, args) => {
    const folder = scratchFolder();
    const { code, stdout, stderr } = portalStudy([...args, '--quiet', '--output', join(folder, 'table.md'), '--plot', join(folder, name)]);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(existsSync(join(folder, 'table.md'))).toBe(false);
  });
});
