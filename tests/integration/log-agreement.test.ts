import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { agreementWithLog } from '../../src/commands/correlate/agreement-with-log.js';
import { enrolmentOf } from '../../src/commands/usage/enrolment.js';
import { withUsageColumns } from '../../src/commands/usage/usage-columns.js';
import { usageRecord } from '../../src/commands/usage/usage-record.js';
import { readLog } from '../../src/importers/events/read-log.js';
import { participantColumn } from '../../src/importers/columns/participant-column.js';
import { readSurvey } from '../../src/importers/survey.js';
import { frequencyClasses } from '../../src/integration/frequency-classes.js';

interface Golden { item: string; feature: string; n: number; rho: number; kappa: number | null; kappaLow: number | null; kappaHigh: number | null; sd: number; low: number; high: number }
const fixtures = new URL('../../fixtures/', import.meta.url);
const golden = JSON.parse(readFileSync(new URL('golden/log-agreement.json', fixtures), 'utf8')) as Golden[];
const path = (file: string): string => fileURLToPath(new URL(`studies/secure-messaging-2013/${file}`, fixtures));

describe('self-reports of the fixture study against its log (log-agreement.R: R 4.2.2, vcd 1.4.11)', async () => {
  const survey = await readSurvey(path('survey.csv'));
  const log = await readLog([path('usage.csv')], { timezone: 'America/Chicago' });
  const enrolment = enrolmentOf(survey, participantColumn(survey), undefined);
  const dataset = withUsageColumns(enrolment, usageRecord(log, {}, { tool: 'test' }, enrolment));
  const found = agreementWithLog(dataset, golden.map(({ item, feature }) => `${item}=${feature}`), {});

  it.each(golden.map((one, index) => ({ ...one, index })))('$item and $feature', ({ index, n, rho, kappa, kappaLow, kappaHigh, sd, low, high }) => {
    const ours = found[index];
    expect(ours.n).toBe(n);
    expect(ours.rho).toBeCloseTo(rho, 12);
    if (kappa === null || kappaLow === null || kappaHigh === null) {
      expect([ours.measure, ours.kappa]).toEqual(['bland-altman-ranks', null]);
      expect(ours.sd).toBeCloseTo(sd, 10);
      expect(ours.limitLow).toBeCloseTo(low, 10);
      expect(ours.limitHigh).toBeCloseTo(high, 10);
    } else {
      expect([ours.measure, ours.sd]).toEqual(['weighted-kappa', null]);
      expect(ours.kappa).toBeCloseTo(kappa, 12);
      expect(ours.kappaLow).toBeCloseTo(kappaLow, 10);
      expect(ours.kappaHigh).toBeCloseTo(kappaHigh, 10);
    }
  });

  it('takes pairs of one name where none is named', () => {
    expect(agreementWithLog(dataset, true, {}).map(({ item, usage }) => [item, usage])).toEqual(golden.slice(0, 10).map(({ item, feature }) => [item, feature]));
  });

  it('refuses what is no pair, naming what there is', () => {
    expect(() => agreementWithLog(survey, true, {})).toThrow(expect.objectContaining({ code: 'E_LOG_NEEDED' }));
    expect(() => agreementWithLog(dataset, ['message_doctor=mesage_doctor'], {})).toThrow(expect.objectContaining({ hint: expect.stringContaining('usage.message_doctor') }));
    expect(() => agreementWithLog(dataset, ['sex=message_doctor'], {})).toThrow(expect.objectContaining({ code: 'E_COLUMN_NOT_NUMERIC' }));
  });
});

describe('frequency classes', () => {
  const people = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 40 });

  it('never fall as counts rise, are one for equal counts, and are answers that somebody gave', () => {
    fc.assert(fc.property(people, (pairs) => {
      const [counts, answers] = [0, 1].map((side) => Float64Array.from(pairs, (pair) => pair[side]));
      const classes = frequencyClasses(counts, answers);
      for (const [i, a] of counts.entries()) {
        expect(answers).toContain(classes[i]);
        for (const [j, b] of counts.entries()) if (a <= b) expect(classes[i]).toBeLessThanOrEqual(classes[j]);
      }
    }));
  });

  it('are the answers themselves where counts rank as they do', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 30 }), (list) => {
      const answers = Float64Array.from(list);
      expect(frequencyClasses(answers.map((answer) => 3 * answer), answers)).toEqual(answers);
    }));
  });
});
