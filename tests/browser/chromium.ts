import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const CHROMIUM = process.env['CHROMIUM'] ?? PLACES.find((place) => existsSync(place));
/** Said in a title, so that a run without a browser is not taken for a run with one. */
export const browserNote = CHROMIUM === undefined ? ' (skipped: no Chromium is installed)' : '';

export interface Opened {
  readonly page: Page;
  /** What the console said, and every address that was asked for but the page's own. */
  readonly complaints: string[];
}

/** A browser of its own, which may ask for nothing. */
export async function browser(options: { javaScriptEnabled?: boolean } = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'portal-study-browser-')), {
    executablePath: CHROMIUM!,
    headless: true,
    ...options,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** Opens a file as a reader does, and keeps what it complains of and asks for. */
export async function openPage(context: BrowserContext, file: string): Promise<Opened> {
  const page = await context.newPage();
  const complaints: string[] = [];
  const address = `file://${file}`;
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
  page.on('pageerror', (error) => { complaints.push(String(error)); });
  page.on('request', (request) => { if (request.url().split('#')[0] !== address) complaints.push(`asked for ${request.url()}`); });
  page.on('dialog', (dialog) => { complaints.push(`dialog ${dialog.message()}`); void dialog.dismiss(); });
  await page.goto(address);
  return { page, complaints };
}
