import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { correlate, readStudy } from '../../src/index.js';

const STUDY = fileURLToPath(new URL('../../fixtures/studies/secure-messaging-2013/study.yml', import.meta.url));

describe('readStudy', () => {
  it('gives the library what the command reads: labels, levels and the study’s outcome and features', async () => {
    const { study, survey } = await readStudy(STUDY);
    expect(study.title).toBe('Secure messaging and diabetes management');
    expect(survey.columns.find(({ name }) => name === 'request_appointment')).toMatchObject({
      label: 'Request an appointment? (SM)', kind: 'ordinal', role: 'feature', range: [1, 6],
    });
    const { estimates } = await correlate(survey);
    expect(estimates).toHaveLength(10);
    expect(estimates[3]).toMatchObject({ x: 'request_appointment', y: 'hba1c', n: 53 });
    expect(estimates[3].estimate).toBeCloseTo(-0.286725, 6);
  });
});
