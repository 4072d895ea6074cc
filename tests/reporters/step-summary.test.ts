import { describe, expect, it } from 'vitest';
import { stepSummary } from '../../src/reporters/step-summary.js';
import { SOME } from './sample-findings.js';
import { smallTable } from './sample-tables.js';

const rows = (count: number) => Array.from({ length: count }, (_, index) => [{ text: `row ${index} ${'é'.repeat(400)}` }, { text: String(index), value: index }]);

describe('stepSummary', () => {
  it('is a heading, the sentence and the tables', () => {
    const text = stepSummary([smallTable({ caption: 'First' }), smallTable({ caption: 'Second' })], SOME);
    expect(text).toMatch(/^## Secure messaging\n\n3 printed figures: 1 reproduced, 2 not\.\n\n\*\*First\*\*[^]*\*\*Second\*\*/);
  });
  it('leaves out rows from the end where it would not fit into 1 MiB, and says how many', () => {
    const text = stepSummary([smallTable({ caption: 'Long', rows: rows(1500) }), smallTable({ caption: 'Last' })], SOME);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2 ** 20);
    expect(Buffer.byteLength(text)).toBeGreaterThan(2 ** 20 - 3000);
    const left = Number(/(\d+) more rows are left out/.exec(text)![1]);
    expect(text).toContain(`row ${1500 + smallTable({}).rows.length - left - 1} `);
    expect(text).not.toContain('**Last**');
  });
});
