import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCodedText } from '../../../src/importers/coded-text.js';
import { ROOT, SHARED } from '../../cli/portal-study.js';

interface Golden { codes?: number; selections?: number; codings: number; sha256: string }

const golden = JSON.parse(readFileSync(join(ROOT, 'fixtures/golden/coded-text.json'), 'utf8')) as Record<string, Golden>;
const qual = join(SHARED, 'qual');
const skipNote = existsSync(qual) ? '' : ' (skipped: ../shared is absent)';

describe.skipIf(skipNote !== '')(`real projects read as Python reads them (fixtures/golden/coded-text.py)${skipNote}`, () => {
  const { source: _, ...projects } = golden;
  it.each(Object.entries(projects))('%s: every quote, code and coder', async (path, expected) => {
    const { sources, codes, codings } = await readCodedText([join(qual, path)]);
    const source = new Map(sources.map(({ id, name }) => [id, name]));
    const code = new Map(codes.map(({ id, name }) => [id, name]));
    const lines = codings.map((one) => [source.get(one.source), one.quote, code.get(one.code), one.coder].join('|')).sort();
    expect(codings).toHaveLength(expected.codings);
    expect(createHash('sha256').update(sortedAsPython(lines).join('\n')).digest('hex')).toBe(expected.sha256);
    if (expected.codes !== undefined) expect(codes).toHaveLength(expected.codes);
    if (expected.selections !== undefined) expect(new Set(codings.map((one) => `${one.source} ${one.start} ${one.end}`)).size).toBe(expected.selections);
  });
});

/** By code points, where JavaScript sorts by UTF-16 units. */
function sortedAsPython(lines: readonly string[]): string[] {
  return [...lines].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
