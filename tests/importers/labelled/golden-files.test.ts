import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BLANK, DECLARED_MISSING, PRESENT, UNREADABLE } from '../../../src/dataset/column.js';
import { readSurvey } from '../../../src/importers/survey.js';
import { ROOT, SHARED } from '../../cli/portal-study.js';
import { columnOf } from '../reading.js';

/** What R's haven reads of one variable; figures as text, because JSON writers round. */
interface GoldenColumn {
  readonly kind: 'number' | 'date' | 'string';
  /** Letters of the variable's label. */
  readonly label: number;
  readonly labels: number;
  readonly present: number;
  readonly characters?: number;
  readonly blank?: number;
  readonly declared?: number;
  readonly min?: string;
  readonly max?: string;
  /** Sum of value times position, from first to last in doubles. */
  readonly checksum?: string;
}

type Golden = Readonly<Record<string, { readonly rows: number; readonly columns: Readonly<Record<string, GoldenColumn>> }>>;

const golden = JSON.parse(readFileSync(`${ROOT}/fixtures/golden/labelled-files.json`, 'utf8')) as Golden;
const present = existsSync(SHARED);
/** Dates that no calendar of four-digit years holds; the reader warns of each. */
const BEYOND: Readonly<Record<string, number>> = { 'datetime.sav:date.posix': 1 };

describe.skipIf(!present)(`labelled files of others, as R 4.2.2's haven 2.5.1 reads them${present ? '' : ' (skipped: ../shared is absent)'}`, () => {
  it.each(Object.keys(golden))('%s', async (file) => {
    const dataset = await readSurvey(`${SHARED}data/${file}`, { duplicates: 'report' });
    const { rows, columns } = golden[file];
    expect(dataset.rows).toBe(rows);
    expect(dataset.columns.map(({ name }) => name)).toEqual(Object.keys(columns));
    for (const [name, expected] of Object.entries(columns)) {
      const column = columnOf(dataset, name);
      const count = (reason: number): number => column.missing.reduce((sum, one) => sum + (one === reason ? 1 : 0), 0);
      const beyond = BEYOND[`${file.replace(/^.*\//, '')}:${name}`] ?? 0;
      expect({ name, present: count(PRESENT), unreadable: count(UNREADABLE), label: column.label?.length ?? 0 })
        .toEqual({ name, present: expected.present - beyond, unreadable: beyond, label: expected.label });
      if (beyond > 0) {
        expect(dataset.warnings).toContainEqual(expect.objectContaining({ code: 'W_DATE_UNREADABLE', where: expect.stringContaining(`:${name}`) }));
        continue;
      }
      const values = [...column.values].filter((_, row) => column.missing[row] === PRESENT);
      if (expected.kind === 'string') {
        expect(values.reduce((sum: number, value) => sum + String(value).length, 0)).toBe(expected.characters);
        continue;
      }
      const numbers = values.map(Number);
      expect({ name, blank: count(BLANK), declared: count(DECLARED_MISSING) }).toEqual({ name, blank: expected.blank, declared: expected.declared });
      expect({ name, checksum: numbers.reduce((sum, value, index) => sum + value * (index + 1), 0) }).toEqual({ name, checksum: Number(expected.checksum) });
      if (numbers.length > 0) {
        expect({ min: Math.min(...numbers), max: Math.max(...numbers) }).toEqual({ min: Number(expected.min), max: Number(expected.max) });
      }
      if (expected.kind === 'date') expect(column.kind).toBe('date');
    }
  });
});
