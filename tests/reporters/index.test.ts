import { describe, expect, it } from 'vitest';
import { formatForFile, formats, render } from '../../src/reporters/index.js';
import type { Report } from '../../src/reporters/index.js';
import { smallTable } from './sample-tables.js';

const same = (text: string): string => text;
const style = { width: null, paint: { strong: same, muted: same, caption: same, rule: same } };
const report: Report = {
  record: {
    kind: 'test', schemaVersion: 1, method: null, estimates: [], n: { rows: 0, used: 0, excludedBy: {} }, warnings: [],
    provenance: { tool: 'portal-study', command: 'test', options: {}, seed: null, inputs: [] },
  },
  tables: [smallTable({ caption: 'First' }), smallTable({ caption: 'Second' })],
  data: () => smallTable({ rows: [[{ text: 'only this' }, { text: '1', value: 1 }]] }),
  figure: () => '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
  findings: () => ({ title: 'Test', tool: 'portal-study 1.0.0', command: 'test', summary: 'One is wrong.', rules: new Map([['mismatch', 'It does not match.']]), findings: [] }),
};

describe('formatForFile', () => {
  it.each([
    ['a.txt', 'table'], ['a.md', 'markdown'], ['a.csv', 'csv'], ['a.json', 'json'], ['a.html', 'html'],
    ['a.HTM', 'html'], ['dir.csv/table4.tex', 'latex'], ['C:\\out\\t.csv', 'csv'],
    ['a.docx', 'docx'], ['figure.svg', 'svg'], ['results.xml', 'junit'], ['results.tap', 'tap'], ['results.sarif', 'sarif'],
  ])('takes %s for %s', (path, format) => {
    expect(formatForFile(path)).toBe(format);
  });

  it.each(['a', 'a.odt', '.csv', 'dir.csv/a', 'a.', 'csv'])('finds no format in %s', (path) => {
    expect(formatForFile(path)).toBeNull();
  });
});

describe('render', () => {
  const prose = ['table', 'markdown', 'html', 'latex'] as const;
  it.each(prose)('prints every table of a report with an empty line between: %s', async (format) => {
    const text = await render(format, report, style);
    expect(text).toContain('First');
    expect(text).toMatch(/\n\n(?:[^\n]+\n)*[^\n]*Second/);
    expect(text).toMatch(/[^\n]\n$/);
  });

  it('writes the data as CSV and the record as JSON', async () => {
    expect(await render('csv', report, style)).toBe('name,n\nonly this,1\n');
    expect(JSON.parse(String(await render('json', report, style)))).toEqual(report.record);
  });

  it('says that a result without a picture has none', async () => {
    const { figure: _, ...plain } = report;
    await expect(render('svg', plain, style)).rejects.toMatchObject({ code: 'E_FIGURE_NONE' });
  });

  it('says that a result which judges nothing has no findings', async () => {
    const { findings: _, ...plain } = report;
    for (const format of ['junit', 'tap', 'sarif', 'github'] as const) await expect(render(format, plain, style)).rejects.toMatchObject({ code: 'E_FINDINGS_NONE' });
  });

  it('renders each format the same on every call', async () => {
    for (const format of formats) expect(await render(format, report, style)).toEqual(await render(format, report, style));
  });
});
