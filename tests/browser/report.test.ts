import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STUDY, portalStudy, scratchFolder } from '../cli/portal-study.js';
import { violations } from './axe.js';
import { CHROMIUM, browser, browserNote, openPage } from './chromium.js';

describe.skipIf(CHROMIUM === undefined)(`the report of the fixture study in a browser${browserNote}`, () => {
  let context: BrowserContext;
  const file = join(scratchFolder(), 'report.html');
  beforeAll(async () => {
    portalStudy(['report', join(STUDY, 'study.yml'), '--quiet', '--output', file]);
    context = await browser();
  });
  afterAll(async () => { await context.close(); });

  it.each(['light', 'dark'] as const)('has no serious violation, no console error and no request: %s', async (colorScheme) => {
    const { page, complaints } = await openPage(context, file);
    await page.emulateMedia({ colorScheme });
    expect((await violations(page)).filter((found) => /^(?:serious|critical)/.test(found))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('is read at 360 pixels without moving the page sideways, and without scripts', async () => {
    const bare = await browser({ javaScriptEnabled: false });
    const page = await bare.newPage();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`file://${file}`);
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(9);
    await bare.close();
    const { page: scripted } = await openPage(context, file);
    await scripted.setViewportSize({ width: 360, height: 740 });
    expect(await scripted.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
    await scripted.close();
  });

  it('folds every figure away on the screen, and prints them', async () => {
    const { page } = await openPage(context, file);
    const folded = page.locator('details .study-table');
    expect(await folded.isVisible()).toBe(false);
    await page.getByText('Every figure, as printed and as computed').press('Enter');
    expect(await folded.isVisible()).toBe(true);
    await page.reload();
    await page.emulateMedia({ media: 'print' });
    expect(await folded.isVisible()).toBe(true);
    await page.close();
  });

  it('prints every table within the width of its page', async () => {
    const { page } = await openPage(context, file);
    await page.emulateMedia({ media: 'print' });
    for (const [selector, width] of [['.scroll:not(.wide)', 672], ['.scroll.wide', 1001]] as const) {
      await page.setViewportSize({ width, height: 900 });
      const beyond = await page.$$eval(`${selector} table`, (tables, most) => tables.map((table) => table.getBoundingClientRect().right - most), width);
      expect(beyond.length).toBeGreaterThan(0);
      expect(Math.max(...beyond)).toBeLessThanOrEqual(0.5);
    }
    await page.close();
  });
});
