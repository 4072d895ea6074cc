import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { htmlPage } from '../../src/reporters/page.js';
import { hostileSource, hostileTexts } from './hostile-texts.js';
import { documentOf, studyDocument } from './sample-document.js';

const page = htmlPage(studyDocument);

describe('htmlPage', () => {
  it('allows by its policy the style and the script it carries, and nothing else', () => {
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)!;
    const hash = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page)!;
    const [, script] = /<script>([\s\S]*?)<\/script>/.exec(page)!;
    expect(policy).toBe(`default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`);
  });

  it('names no address but the names of its formats', () => {
    expect([...new Set(page.match(/https?:[^"' )]+/g))]).toEqual(['http://www.w3.org/2000/svg']);
  });

  it('links every section from its list, in order', () => {
    const linked = [...page.matchAll(/<li><a href="#([^"]+)">/g)].map(([, id]) => id);
    expect(linked).toEqual(studyDocument.sections.map(({ id }) => id));
    expect([...page.matchAll(/<h2 id="([^"]+)">/g)].map(([, id]) => id)).toEqual(linked);
  });

  it(`has the same tags whatever its texts: ${hostileSource}`, () => {
    const tags = (text: string): string[] => [...htmlPage(documentOf(text)).matchAll(/<(\/?[a-z][a-z0-9]*)/gi)].map(([, name]) => name).filter((name) => name !== 'br');
    const plain = tags('plain');
    // A caption or label that is empty has no element, and a cell without text is no header.
    for (const text of hostileTexts.filter((one) => one.trim() !== '')) expect(tags(text).filter((name) => !/strong/.test(name))).toEqual(plain.filter((name) => !/strong/.test(name)));
  });

  it('is the same bytes each time', () => {
    expect(htmlPage(studyDocument)).toBe(page);
  });
});
