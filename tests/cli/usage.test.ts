import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SHARED, STUDY, portalStudy, scratchFile, scratchFolder } from './portal-study.js';

const LOG = join(STUDY, 'usage.csv');
const usage = (...args: string[]) => portalStudy(['usage', '--no-study', ...args]);
const json = (...args: string[]) => {
  const { code, stdout, stderr } = usage(...args, '--format', 'json');
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};
const MOODLE = join(SHARED, 'data/la-moodle/Events.csv.gz');

describe('usage of the fixture study', () => {
  it('prints features and measures, and never every participant unasked', () => {
    const { code, stdout, stderr } = usage(LOG, '--timezone', 'America/Chicago');
    expect(code).toBe(0);
    expect(stdout).toContain('Use by feature (usage.csv: ');
    expect(stdout).toMatch(/review_lab_results +\d+/);
    expect(stdout).toContain('Session: events with no gap longer than 30 minutes. Days: America/Chicago.');
    expect(stdout).not.toContain('P01');
    expect(stderr).toContain('Columns by their names: participant participant_id, time timestamp, feature feature, duration duration_s.');
    expect(usage(LOG, '--rows').stdout).toContain('P01');
  });

  it('writes every participant as CSV, the same bytes each time', () => {
    const [first, second] = [1, 2].map(() => {
      const file = join(scratchFolder(), 'per-participant.csv');
      expect(usage(LOG, '--output', file).stdout).toBe('');
      return readFileSync(file, 'utf8');
    });
    expect(first.split('\n')[0]).toMatch(/^participant,events,events\.access_billing,.*,sessions,active_days,first,last,tenure_days,median_gap_hours,duration$/);
    expect(first.trim().split('\n')).toHaveLength(1 + 54);
    expect(second).toBe(first);
  });
});

describe('the study beside a log', () => {
  it('says how it is read, and is said to', () => {
    const { stdout, stderr } = portalStudy(['usage', LOG, '--format', 'json']);
    expect(JSON.parse(stdout).method).toMatchObject({ timezone: { value: 'America/Chicago', why: expect.stringMatching(/study\.yml says so$/) }, from: '2011-01-01', to: '2011-12-31' });
    expect(stderr).toMatch(/Reading .*usage\.csv by .*study\.yml, as its source "usage"; --no-study reads it without\./);
  });
});

describe('several files, a glob, gzip and standard input', () => {
  const [comment, header, ...rows] = readFileSync(LOG, 'utf8').trimEnd().split('\n');
  const part = (from: number, to: number): string => `${[comment, header, ...rows.slice(from, to)].join('\n')}\n`;
  const folder = scratchFolder();
  writeFileSync(join(folder, 'part-1.csv'), part(0, 1000));
  writeFileSync(join(folder, 'part-2.csv.gz'), gzipSync(part(1000, 2000)));
  // Two members, as `cat a.gz b.gz` makes them; the second begins in the middle of the text.
  const last = part(2000, rows.length);
  writeFileSync(join(folder, 'part-3.csv.gz'), Buffer.concat([gzipSync(last.slice(0, 5000)), gzipSync(last.slice(5000))]));
  const whole = json(LOG).estimates;

  it('give together what the whole gives', () => {
    expect(json(...[1, 2, 3].map((number) => join(folder, `part-${number}.csv${number === 1 ? '' : '.gz'}`))).estimates).toEqual(whole);
    const record = json(join(folder, 'part-*'));
    expect(record.estimates).toEqual(whole);
    expect(record.provenance.inputs).toHaveLength(3);
    const { stdout } = portalStudy(['usage', '-', '--format', 'json'], { input: gzipSync(readFileSync(LOG)) });
    expect(JSON.parse(stdout).estimates).toEqual(whole);
  });

  it('are refused where one is cut, and nothing is written', () => {
    const cut = gzipSync(readFileSync(LOG));
    const out = scratchFolder();
    const { code, stdout, stderr } = usage(join(folder, 'part-1.csv'), scratchFile('cut.csv.gz', cut.subarray(0, cut.length - 50)), '--output', join(out, 'out.csv'));
    expect([code, stdout, readdirSync(out)]).toEqual([2, '', []]);
    expect(stderr).toMatch(/error: .*cut\.csv\.gz: The gzip file ends before its content does\./);
  });

  it('are refused where one is given twice, or a glob catches nothing', () => {
    expect(usage(LOG, LOG).stderr).toContain('given twice');
    expect(usage(join(folder, 'none-*.csv'))).toMatchObject({ code: 2, stderr: expect.stringContaining('No file matches.') });
  });

  it('are refused where the second has other columns', () => {
    const other = scratchFile('other.csv', 'participant_id,when,feature,duration_s\nP01,2011-01-01,x,1\n');
    expect(usage(LOG, other)).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no column "timestamp" to take as time.') });
  });
});

describe.skipIf(!existsSync(MOODLE))('la-moodle/Events.csv.gz (../shared; skipped where it is absent)', () => {
  it('gives 130 of 130 users the published counts and active days', () => {
    const [header, ...rows] = readFileSync(join(SHARED, 'data/la-moodle/expected_per_user.csv'), 'utf8').trim().split('\n').map((line) => line.replaceAll('"', '').split(','));
    const { estimates, n } = json(MOODLE, '--feature', 'Action');
    expect(n).toMatchObject({ rows: 95_626, used: 95_626 });
    const published = rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
    const ours = new Map(estimates.map((estimate: Record<string, unknown>) => [estimate['participant'], estimate]));
    expect(ours.size).toBe(130);
    for (const { user, events_total: total, active_days: days, Course_view: views, Group_work: group, Practicals: practicals, Assignment: assignment } of published) {
      expect(ours.get(user)).toMatchObject({
        events: Number(total), active_days: Number(days), 'events.Course_view': Number(views), 'events.Group_work': Number(group),
        'events.Practicals': Number(practicals), 'events.Assignment': Number(assignment),
      });
    }
  });

  it('gives the same from standard input, unpacked', () => {
    const { stdout } = portalStudy(['usage', '-', '--feature', 'Action', '--format', 'csv'], { input: gunzipSync(readFileSync(MOODLE)) });
    expect(stdout).toBe(usage(MOODLE, '--feature', 'Action', '--format', 'csv').stdout);
  });
});
