import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHARED, STUDY, portalStudy, scratchFolder } from './portal-study.js';
import type { Run } from './portal-study.js';

const LOG = join(STUDY, 'usage.csv');
const SURVEY = join(STUDY, 'survey.csv');
const MOODLE = join(SHARED, 'data/la-moodle');
const recordOf = ({ code, stdout, stderr }: Run) => {
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

describe('a survey with use from a log', () => {
  const joined = portalStudy(['correlate', SURVEY, '--no-study', '--usage', LOG, '--timezone', 'America/Chicago', '--vars', 'usage.*', '--format', 'json']);
  const record = recordOf(joined);

  it('has a column for each feature and measure, every participant in both', () => {
    expect(record.estimates.map(({ x }: { x: string }) => x)).toEqual([
      'access_billing', 'clinic_maps', 'find_doctor', 'insurance_information', 'message_doctor', 'pay_bills', 'request_appointment', 'review_lab_results', 'telephone_directory', 'view_medical_record',
      'events', 'sessions', 'active_days', 'tenure_days', 'median_gap_hours', 'duration',
    ].map((name) => `usage.${name}`));
    expect(new Set(record.estimates.map(({ n }: { n: number }) => n))).toEqual(new Set([54]));
  });

  it('says how many of each side know each other, on standard error and in the record', () => {
    expect(joined.stderr).toContain('54 in both, 0 only in');
    expect(record.provenance.options.usage).toMatchObject({
      timezone: 'America/Chicago', gap: 30, participants: { both: 54, leftOnly: 0, rightOnly: 0, leftBlank: 0, rightBlank: 0 }, events: { rows: 2942, used: 2942 },
    });
    expect(record.provenance.inputs.map(({ path }: { path: string }) => path.split('/').at(-1))).toEqual(['survey.csv', 'usage.csv']);
  });

  it('can be described and compared like any other', () => {
    expect(portalStudy(['describe', SURVEY, '--no-study', '--usage', LOG, '--vars', 'usage.sessions']).stdout).toContain('usage.sessions');
    expect(portalStudy(['compare', SURVEY, '--no-study', '--usage', LOG, '--by', 'arm', '--vars', 'usage.active_days']).stdout).toContain('usage.active_days');
  });

  it('is refused as an output', () => {
    expect(portalStudy(['correlate', SURVEY, '--no-study', '--usage', LOG, '--output', LOG, '--format', 'csv'])).toMatchObject({ code: 2, stderr: expect.stringContaining('input') });
  });
});

describe('a small study', () => {
  const folder = scratchFolder();
  const file = (name: string, lines: readonly string[]): void => { writeFileSync(join(folder, name), `${lines.join('\n')}\n`); };
  // The log covers 2010-06-01 to 2011-06-30.
  file('survey.csv', ['participant_id,a1c,a1c_date', 'A,7.1,2011-03-01', 'B,6.5,2011-03-10', 'C,8.0,', 'D,9.0,2012-06-01', 'E,5.9,2011-06-01', 'F,6.1,2010-06-02']);
  file('log.csv', [
    'id,time,feature', 'A,2011-02-28 23:00:00,message', 'A,2011-03-01 23:59:59,message', 'A,2011-03-02 00:00:00,labs', 'A,2011-01-29 00:00:00,labs', 'A,2011-01-30 00:00:00,labs',
    'C,2011-02-01 10:00:00,labs', 'D,2011-02-01 10:00:00,labs', 'X,2010-06-01 00:00:00,labs', 'X,2011-06-30 12:00:00,labs',
  ]);
  const run = (...args: string[]): Run => portalStudy(args, { cwd: folder });

  it('counts around each date: days inside count, no event is 0, no date or no log is missing, the log’s own people are left out', () => {
    const { estimates, participants, n, warnings } = recordOf(run('usage', 'log.csv', '--relative-to', 'survey.csv:a1c_date', '--days', '-30..0', '--format', 'json'));
    expect(estimates.map((one: Record<string, unknown>) => [one['participant'], one['events'], one['events.labs'], one['sessions'], one['first']])).toEqual([
      ['A', 3, 1, 3, '2011-01-30T00:00:00Z'], ['B', 0, 0, 0, null], ['C', null, null, null, null], ['D', null, null, null, null], ['E', 0, 0, 0, null], ['F', 0, 0, 0, null],
    ]);
    expect(participants).toEqual({ total: 6, withEvents: 1, withoutEvents: 3, withoutDate: 1, outsideLog: 1, partlyOutsideLog: 1, logOnly: 1 });
    expect(n).toEqual({ rows: 9, used: 3, excludedBy: { outsideWindow: 2, unobserved: 2, notEnrolled: 2 } });
    expect(warnings.map(({ code }: { code: string }) => code)).toEqual(['W_WINDOW_DATE', 'W_WINDOW_OUTSIDE', 'W_WINDOW_PARTLY', 'W_LOG_ONLY']);
  });

  it('takes the same window beside the survey, where missing use is missing', () => {
    const { estimates } = recordOf(run('correlate', 'survey.csv', '--outcome', 'a1c', '--usage', 'log.csv', '--relative-to', 'a1c_date', '--days', '-30..0', '--vars', 'usage.events', '--format', 'json'));
    expect(estimates[0].n).toBe(4);
  });

  it('gives 0 to those enrolled without an event, and leaves out everybody else', () => {
    const { estimates, participants } = recordOf(run('usage', 'log.csv', '--enrolled', 'survey.csv', '--format', 'json'));
    expect(estimates.map((one: Record<string, unknown>) => one['events'])).toEqual([5, 0, 1, 1, 0, 0]);
    expect(participants).toMatchObject({ total: 6, withoutEvents: 3, logOnly: 1 });
  });

  it('refuses half a window, a column that holds no dates, and ids that never match, with what to type', () => {
    expect(run('usage', 'log.csv', '--days', '-30..0')).toMatchObject({ code: 2, stderr: expect.stringContaining('Add --relative-to') });
    expect(run('usage', 'log.csv', '--relative-to', 'survey.csv:a1c_date')).toMatchObject({ code: 2, stderr: expect.stringContaining('Add --days') });
    expect(run('usage', 'log.csv', '--relative-to', 'survey.csv:a1c', '--days', '-30..0')).toMatchObject({ code: 2, stderr: expect.stringContaining('read as number') });
    expect(run('usage', 'log.csv', '--relative-to', 'survey.csv:a1c_dat', '--days', '-30..0')).toMatchObject({ code: 2, stderr: expect.stringContaining('Nearest: a1c_date') });
    file('other.csv', ['id,time,feature', 'a.0,2011-01-01,x', '1.0,2011-01-01,x']);
    file('numbers.csv', ['participant_id,x', '1,1', '2,2']);
    expect(run('usage', 'other.csv', '--enrolled', 'numbers.csv')).toMatchObject({ code: 2, stderr: expect.stringMatching(/0 of 2 participants.*final "\.0"/) });
  });

  it('reads a log as the study beside it says', () => {
    file('study.yml', [
      'version: 1', 'participant_id: participant_id', 'sources:', '  survey: { path: survey.csv }',
      '  usage: { path: log.csv, kind: events, participant: id, time: time, feature: feature, timezone: America/Chicago, gap: 2d, window: [2011-02-28, 2011-03-01] }',
    ]);
    const { method, estimates } = recordOf(run('usage', '--format', 'json'));
    expect(method).toMatchObject({ gapMinutes: 2880, timezone: { value: 'America/Chicago' }, from: '2011-02-28', to: '2011-03-01' });
    expect(estimates[0]).toMatchObject({ participant: 'A', events: 2, sessions: 1 });
    expect(recordOf(run('usage', 'log.csv', '--gap', '30m', '--format', 'json')).estimates[0].sessions).toBe(2);
    expect(recordOf(run('usage', 'log.csv', '--no-study', '--format', 'json')).estimates[0].events).toBe(5);
    const { estimates: pairs, provenance } = recordOf(run('correlate', 'survey.csv', '--outcome', 'a1c', '--usage', '--vars', 'usage.events', '--format', 'json'));
    expect(pairs[0].n).toBe(6);
    expect(provenance.inputs.map(({ path }: { path: string }) => path)).toEqual(['survey.csv', 'study.yml', 'log.csv']);
  });
});

describe.skipIf(!existsSync(MOODLE))('la-moodle (../shared; skipped where it is absent)', () => {
  it('total events and final grade: ρ = 0.6109771335 of 130 (reference.json, R 4.2.2)', () => {
    const record = recordOf(portalStudy([
      'correlate', join(MOODLE, 'AllCombined.csv'), '--id', 'User', '--outcome', 'Final_grade', '--usage', join(MOODLE, 'Events.csv.gz'), '--log-feature', 'Action', '--vars', 'usage.events', '--format', 'json',
    ]));
    expect(record.estimates).toHaveLength(1);
    expect(record.estimates[0].n).toBe(130);
    expect(Math.abs(record.estimates[0].estimate - 0.6109771335)).toBeLessThan(1e-10);
  });
});
