import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StudyError } from '../../src/errors.js';
import { PLATFORMS } from '../../src/importers/platforms/recognise.js';
import { readText } from '../importers/reading.js';
import { quoteRfc4180 } from '../importers/rows/rfc4180.js';

const names = fc.constantFrom(
  'record_id', 'redcap_event_name', 'redcap_repeat_instrument', 'redcap_repeat_instance', 'use___1', 'use___2', '___', 'f_complete', 'f_timestamp', 'Complete?',
  'Use (choice=A)', 'Use (choice=B)', 'Repeat Instrument', 'Event Name', 'V1', 'V2', 'ResponseId', 'StartDate', 'EndDate', 'Status', 'Finished', 'DistributionChannel',
  'Q1_1', 'Q1_2', 'Q1_2_TEXT', 'Q1', '_1', 'Timestamp', 'RespondentID', 'How often?', '', '__proto__', 'constructor', 'Q1: A',
);
const cells = fc.constantFrom(
  '', '0', '1', '2', 'A', 'B', 'A, B', 'B;A', '1,2,3', 'NA', 'Checked', 'Unchecked', 'TRUE', '{"ImportId":"QID1"}', "{'ImportId': 'QID1-1'}", 'Response', 'Open-Ended Response',
  'Survey Preview', 'preview', 'Complete', '3/4/2011 9:30:00', '31/12/2011', '2011-03-04', '25991', '[not completed]', 'ResponseID', 'event_1', 'bp', '<b>x</b>', '=1+1', '\u0000', '1e999',
);

describe('a layout of any software, found or forced, on any table', () => {
  it('gives columns of one length and questions of its own columns, or an error that a user can read', async () => {
    const table = fc.integer({ min: 1, max: 6 }).chain((width) => fc.tuple(fc.array(names, { minLength: width, maxLength: width }), fc.array(fc.array(cells, { minLength: width, maxLength: width }), { maxLength: 7 })));
    const outcomes = new Map<string, number>();
    await fc.assert(fc.asyncProperty(table, fc.constantFrom(undefined, ...PLATFORMS), fc.constantFrom('error', 'report'), async ([header, rows], platform, duplicates) => {
      const text = [header, ...rows].map((record) => record.map((cell) => quoteRfc4180(cell)).join(',')).join('\n');
      const read = await readText(text, { duplicates, ...(platform === undefined ? {} : { platform }) } as const).catch((error: unknown) => error);
      const seen = read instanceof StudyError ? read.code : 'read';
      outcomes.set(seen, (outcomes.get(seen) ?? 0) + 1);
      if (read instanceof StudyError) return;
      const { rows: count, columns, lines, multiSelects = [], reading } = read as Awaited<ReturnType<typeof readText>>;
      expect(lines).toHaveLength(count);
      for (const column of columns) expect([column.name, column.values.length, column.missing.length]).toEqual([column.name, count, count]);
      const own = new Set(columns.map(({ name }) => name));
      expect(own.size).toBe(columns.length);
      for (const { options, answered } of multiSelects) {
        expect(answered).toHaveLength(count);
        expect(options.filter(({ column }) => !own.has(column))).toEqual([]);
      }
      if (platform !== undefined) expect(reading.platform?.why).toMatch(/^asked for/);
    }), { numRuns: 1500, seed: 20130501 });
    expect(outcomes.get('read')).toBeGreaterThan(500);
  });
});
