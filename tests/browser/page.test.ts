import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlPage } from '../../src/reporters/page.js';
import { scratchFolder } from '../cli/portal-study.js';
import { hostileSource, hostileTexts } from '../reporters/hostile-texts.js';
import { documentOf, studyDocument } from '../reporters/sample-document.js';
import { violations } from './axe.js';
import { CHROMIUM, browser, browserNote, openPage } from './chromium.js';

describe.skipIf(CHROMIUM === undefined)(`htmlPage in a browser${browserNote}`, () => {
  let context: BrowserContext;
  let file: string;
  beforeAll(async () => {
    context = await browser();
    file = join(scratchFolder(), 'page.html');
    writeFileSync(file, htmlPage(studyDocument));
  });
  afterAll(async () => { await context.close(); });

  it.each(['light', 'dark'] as const)('has nothing that axe-core finds serious, and asks for nothing: %s', async (colorScheme) => {
    const { page, complaints } = await openPage(context, file);
    await page.emulateMedia({ colorScheme });
    expect((await violations(page)).filter((found) => /^(?:serious|critical)/.test(found))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('is read at 360 pixels without moving the page sideways', async () => {
    const { page } = await openPage(context, file);
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
    await page.close();
  });

  it('prints every table within the page, wide ones on a turned page', async () => {
    const { page } = await openPage(context, file);
    await page.emulateMedia({ media: 'print' });
    // A4 less the margins of the style sheet, at 96 pixels to the inch.
    for (const [selector, width] of [['.scroll:not(.wide)', 672], ['.scroll.wide', 1001]] as const) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.$$eval(`${selector} table`, (tables, most) => tables.map((table) => table.getBoundingClientRect().right - most), width);
      expect(over.length).toBeGreaterThan(0);
      for (const beyond of over) expect(beyond).toBeLessThanOrEqual(0.5);
    }
    await page.close();
  });

  it('sorts a plain table by its numbers and gives the order back, and leaves groups alone', async () => {
    const { page } = await openPage(context, file);
    const table = page.locator('.study-table', { hasText: 'One group' });
    const column = () => table.locator('tbody tr td:nth-child(3)').allTextContents();
    const given = await column();
    const button = table.getByRole('button', { name: 'ρ' });
    await button.click();
    const ascending = await column();
    const value = (text: string): number => Number(text.replace('−', '-'));
    expect(ascending.filter((text) => text !== '–').map(value)).toEqual(given.filter((text) => text !== '–').map(value).sort((a, b) => a - b));
    expect(ascending.at(-1)).toBe('–');
    await button.click();
    await button.click();
    expect(await column()).toEqual(given);
    expect(await page.locator('.study-table', { hasText: 'survey only' }).locator('button').count()).toBe(0);
    await page.close();
  });

  it(`runs nothing that a text brings: ${hostileSource}`, async () => {
    writeFileSync(file.replace('page', 'hostile'), hostileTexts.map((text) => htmlPage(documentOf(text)).replace(/^[\s\S]*<main[^>]*>|<\/main>[\s\S]*$/g, '')).join('\n'));
    const { page, complaints } = await openPage(context, file.replace('page', 'hostile'));
    expect(complaints).toEqual([]);
    expect(await page.locator('script, img, iframe, object, embed, a[href], link, form, input, style').count()).toBe(0);
    const handlers = await page.$$eval('*', (all) => all.flatMap((one) => one.getAttributeNames().filter((name: string) => /^on|^style$|^src$|href/.test(name))));
    expect(handlers).toEqual([]);
    await page.close();
  });
});
