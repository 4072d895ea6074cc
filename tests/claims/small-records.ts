import type { ResultRecord } from '../../src/results/record.js';

function record(kind: string, estimates: readonly object[], more: object = {}): ResultRecord {
  return {
    kind, schemaVersion: 1, method: { name: kind }, estimates, n: { rows: 54, used: 53, excludedBy: { where: 1 } }, warnings: [],
    provenance: { tool: 'portal-study 0.0.0', command: kind, options: {}, seed: null, inputs: [] }, ...more,
  };
}

const pair = (x: string, y: string, estimate: number | null, p: number | null): object => ({
  x, y, by: null, n: 53, estimate, ciLow: -0.51, ciHigh: -0.02, statistic: -2.1, df: 51, p, pMethod: 't', pError: null, pAdjusted: 0.3,
});
const row = (variable: string, level: string | null, group: string | null, more: object): object => ({
  variable, level, group, n: 54, denominator: 54, percent: null, mean: null, sd: null, median: null, q1: null, q3: null, missing: 0, smd: null, ...more,
});

/** Records shaped as the verbs make them, with a few entries each. */
export const RECORDS: ReadonlyMap<string, ResultRecord> = new Map([
  ['table4', record('correlation', [
    pair('message_doctor', 'request_appointment', 0.3569, 0.0087), pair('message_doctor', 'hba1c', -0.2571, 0.0606), pair('request_appointment', 'hba1c', -0.2861, 0.0378),
    pair('constant', 'hba1c', null, null), pair('clinic_maps', 'hba1c', -0.1, 0.47),
  ])],
  ['table-1', record('describe', [
    row('age', null, null, { mean: 57.0926, sd: 10.24, median: 57, q1: 50, q3: 64.5 }),
    row('age', null, 'focus group', { mean: 58, sd: 9, n: 39 }), row('age', null, 'survey only', { mean: 55, sd: 11, n: 15 }),
    row('sex', null, null, {}), row('sex', 'female', null, { n: 35, percent: 64.81481481481481 }), row('sex', 'male', null, { n: 19, percent: 35.18518518518518 }),
    row('sex', 'female', 'focus group', { n: 25, denominator: 39, percent: 64.1025641025641 }), row('sex', 'female', 'survey only', { n: 10, denominator: 15, percent: 66.66666666666667 }),
  ], { by: { name: 'arm', label: 'Arm' }, groups: [{ level: null, n: 54 }, { level: 'focus group', n: 39 }] })],
  ['groups', record('compare', [
    {
      variable: 'age', by: 'arm', test: 'welch', statistic: 1.2, df: 20, p: 0.24, pMethod: 't', pAdjusted: null, effect: { name: 'hedges-g', estimate: 0.3, ciLow: -0.2, ciHigh: 0.8 },
      groups: [{ level: 'focus group', n: 39, mean: 58 }, { level: 'survey only', n: 15, mean: 55 }],
    },
  ], { by: { name: 'arm', label: 'Arm' }, counts: [{ variable: 'sex', level: 'focus group', value: 'female', n: 25, denominator: 39, percent: 64.1 }, { variable: 'sex', level: 'survey only', value: 'female', n: 10, denominator: 15, percent: 66.7 }] })],
  ['usage', record('usage', [{ participant: 'P001', 'events.request_appointment': 4, sessions: 12 }, { participant: 'P002', 'events.request_appointment': 0, sessions: 1 }])],
]);
