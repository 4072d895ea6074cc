import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/reporters/display-width.js';
import { terminalTable } from '../../src/reporters/terminal.js';
import type { Paint } from '../../src/reporters/paint.js';
import { visibleText } from '../../src/reporters/visible.js';
import type { Cell, Table } from '../../src/results/table.js';
import { fromVisible, hostileSource, hostileTexts } from './hostile-texts.js';
import { correlations, smallTable, tableOf } from './sample-tables.js';

const same = (text: string): string => text;
const plain: Paint = { strong: same, muted: same, caption: same, rule: same };
const print = (table: Table, width: number | null): string => terminalTable(table, { width, paint: plain });

describe('terminalTable', () => {
  it('prints caption, rules, aligned numbers, groups and notes, unwrapped into a pipe', () => {
    expect(`\n${print(correlations, null)}`).toMatchInlineSnapshot(`
      "
      Spearman correlations with hba1c (survey.csv, 54 rows)
      ──────────────────────────────────────────────────────────────────────────
      Feature                          n      ρ          95% CI      p  p (Holm)
      ──────────────────────────────────────────────────────────────────────────
      focus group
        request_appointment           53  -0.29  -0.52 to -0.01   .038      .378
        予約を確認する                54   0.19  -0.09 to  0.44   .170      .900
      survey only
        access_maps                   54  -0.50  -0.69 to -0.25  <.001      .001
        access_insurance_information   2      –               –      –         –
      ──────────────────────────────────────────────────────────────────────────
      ρ on mid-ranks (ties); p: t approximation, two-sided; CI: Bonett–Wright; pairwise deletion.
      "
    `);
  });

  it('fits 80 columns', () => {
    expect(`\n${print(correlations, 80)}`).toMatchInlineSnapshot(`
      "
      Spearman correlations with hba1c (survey.csv, 54 rows)
      ──────────────────────────────────────────────────────────────────────────
      Feature                          n      ρ          95% CI      p  p (Holm)
      ──────────────────────────────────────────────────────────────────────────
      focus group
        request_appointment           53  -0.29  -0.52 to -0.01   .038      .378
        予約を確認する                54   0.19  -0.09 to  0.44   .170      .900
      survey only
        access_maps                   54  -0.50  -0.69 to -0.25  <.001      .001
        access_insurance_information   2      –               –      –         –
      ──────────────────────────────────────────────────────────────────────────
      ρ on mid-ranks (ties); p: t approximation, two-sided; CI: Bonett–Wright;
      pairwise deletion.
      "
    `);
  });

  it('wraps labels and then deals columns to panels at 40 columns', () => {
    expect(`\n${print(correlations, 40)}`).toMatchInlineSnapshot(`
      "
      Spearman correlations with hba1c
      (survey.csv, 54 rows)
      ────────────────────────────────────────
      Feature         n      ρ          95% CI
      ────────────────────────────────────────
      focus group
        request_     53  -0.29  -0.52 to -0.01
        appointment
        予約を確認   54   0.19  -0.09 to  0.44
          する
      survey only
        access_maps  54  -0.50  -0.69 to -0.25
        access_       2      –               –
        insurance_
        information
      ────────────────────────────────────────

      ────────────────────────────────────
                                         p
      Feature                    p  (Holm)
      ────────────────────────────────────
      focus group
        request_appointment   .038    .378
        予約を確認する        .170    .900
      survey only
        access_maps          <.001    .001
        access_insurance_        –       –
          information
      ────────────────────────────────────
      ρ on mid-ranks (ties); p: t
      approximation, two-sided; CI:
      Bonett–Wright; pairwise deletion.
      "
    `);
  });

  it('sets labels above values that cannot stand beside them', () => {
    const columns = [
      { key: 'a', header: 'Feature', align: 'left' }, { key: 'b', header: 'n', align: 'right' },
      { key: 'c', header: '95% CI', align: 'right' },
    ] as const;
    const rows = [['request_appointment', '53', '-0.52 to -0.01'], ['予約を確認する', '54', '-0.09 to 0.44']];
    const table = smallTable({ columns, rows: rows.map((texts) => texts.map((text) => ({ text }))) });
    expect(`\n${print(table, 15)}`).toMatchInlineSnapshot(`
      "
      Caption
      ────
         n
      ────
      request_
        appointment
        53
      予約を確認する
        54
      ────

      ──────────
          95% CI
      ──────────
      request_
        appointment
        -0.52 to
           -0.01
      予約を確認する
        -0.09 to
            0.44
      ──────────
      "
    `);
  });

  it('wraps headers of numbers before it wraps labels', () => {
    const columns = [
      { key: 'a', header: 'Feature', align: 'left' }, { key: 'b', header: 'Mean of the group', align: 'right' },
    ] as const;
    const table = smallTable({ caption: '', columns, rows: [[{ text: 'request_appointment' }, { text: '3.25' }]] });
    expect(`\n${print(table, 30)}`).toMatchInlineSnapshot(`
      "
      ──────────────────────────────
                             Mean of
      Feature              the group
      ──────────────────────────────
      request_appointment       3.25
      ──────────────────────────────
      "
    `);
  });

  it('wraps prose at 80 columns beside a narrow table on a wide terminal', () => {
    const note = 'word '.repeat(30).trim();
    const lines = print(smallTable({ notes: [note] }), 200).split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBe(79);
    expect(print(smallTable({ notes: [note] }), null)).toContain(`\n${note}\n`);
  });

  it('paints texts and rules, never the space around them', () => {
    const mark = (name: string) => (text: string): string => `<${name}>${text}</${name}>`;
    const paint = { strong: mark('b'), muted: mark('i'), caption: mark('h'), rule: mark('r') };
    const rows: Cell[][] = [
      [{ text: 'one', emphasis: 'strong' }, { text: '1' }], [{ text: 'two' }, { text: '–', emphasis: 'muted' }],
      [{ text: 'three' }, { text: '100' }],
    ];
    expect(`\n${terminalTable(smallTable({ rows, notes: ['Note.'] }), { width: 80, paint })}`).toMatchInlineSnapshot(`
      "
      <h>Caption</h>
      <r>──────────</r>
      Name     n
      <r>──────────</r>
      <b>one</b>      1
      two      <i>–</i>
      three  100
      <r>──────────</r>
      <i>Note.</i>
      "
    `);
  });

  it('prints a header alone where there are no rows', () => {
    expect(print(smallTable({ rows: [] }), 80)).toBe('Caption\n───────\nName  n\n───────\n───────\n');
  });

  it(`lets no text steer the terminal: ${hostileSource}`, () => {
    for (const text of hostileTexts) {
      expect(print(tableOf(text), null)).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/u);
      expect(print(tableOf(text), 30)).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/u);
    }
  });

  it(`keeps every text, but for spaces at the end of a line: ${hostileSource}`, () => {
    for (const text of hostileTexts) {
      const kept = text.replace(/ +$/, '');
      const columns = [{ key: 'a', header: text, align: 'left' }] as const;
      const table = smallTable({ caption: text, columns, rows: [[{ text }]], notes: [text] });
      const lines = print(table, null).split('\n').map((line) => fromVisible(line).replace(/ +$/, ''));
      if (text === '') lines.unshift('');
      expect([lines[0], lines[2], lines[4], lines[6]]).toEqual([kept, kept, kept, kept]);
      expect(lines).toHaveLength(8);
    }
  });

  it('keeps within the width wherever each word is at most a third of it', () => {
    fc.assert(fc.property(tableWithWidth(), ({ table, width }) =>
      print(table, width).split('\n').every((line) => displayWidth(line) <= width)), { numRuns: 150 });
  });

  it('prints every number whole, however narrow the terminal', () => {
    const number = fc.double({ min: -99999, max: 99999, noNaN: true }).map((value) => value.toFixed(3));
    const someNumbers = fc.array(number, { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(someNumbers, fc.integer({ min: 1, max: 30 }), (numbers, width) => {
      const columns = ['label', ...numbers].map((header, index) =>
        ({ key: String(index), header, align: index === 0 ? 'left' : 'right' }) as const);
      const rows = [[{ text: 'a label of words' }, ...numbers.map((text) => ({ text }))]];
      const words = print(smallTable({ columns, rows }), width).split(/\s+/);
      return numbers.every((text) => words.includes(text));
    }));
  });
});

/** Tables of words, numbers, wide characters, emoji and controls, no cell or header wider than a third of the width. */
function tableWithWidth(): fc.Arbitrary<{ table: Table; width: number }> {
  const part = fc.constantFrom('a', 'bc', ' ', '_', '-', '1', '2.5', '予', '👩‍⚕️', 'e\u0301', '\u001b');
  const parts = fc.array(part, { maxLength: 12 });
  const words = fc.array(fc.constantFrom('word', 'longer_word', ' ', ' ', '予約', '-0.29,'), { maxLength: 30 });
  const prose = words.map((some) => some.join(''));
  const align = fc.constantFrom('left', 'right', 'center');
  const between = (min: number, max: number) => fc.integer({ min, max });
  const sizes = fc.tuple(between(9, 120), between(1, 8), between(0, 5));
  return sizes.chain(([width, columnCount, rowCount]) => {
    const text = parts.map((some) => fitted(some, Math.floor(width / 3)));
    const exactly = (length: number) => ({ minLength: length, maxLength: length });
    const shape = {
      caption: prose,
      columns: fc.array(fc.record({ key: fc.constant('k'), header: text, align }), exactly(columnCount)),
      rows: fc.array(fc.array(fc.record({ text }), exactly(columnCount)), exactly(rowCount)),
      notes: fc.array(prose, { maxLength: 2 }),
    };
    const groups = fc.constant([{ label: 'a group', rows: rowCount }]);
    return fc.record({ table: fc.oneof(fc.record(shape), fc.record({ ...shape, groups })), width: fc.constant(width) });
  });
}

/** The longest start that fits, where a control takes the one cell of its picture. */
function fitted(parts: readonly string[], width: number): string {
  return parts.reduce((text, part) => (displayWidth(visibleText(text + part)) <= width ? text + part : text), '');
}
