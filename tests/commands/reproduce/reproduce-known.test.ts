import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { STUDY, copyOfStudy, scratchFolder } from '../../cli/portal-study.js';
import { reproduced } from '../in-process.js';

const HEAD = readFileSync(join(STUDY, 'study.yml'), 'utf8').replace(/\nclaims:[^]*/, '\n');
let folder = '';
beforeAll(() => {
  folder = scratchFolder();
  copyOfStudy(folder);
});

async function claim(printed: string, known: string, { today = '2026-06-01', address = 'table1[sex=female].percent' } = {}) {
  const { code, record } = await reproduced(`${HEAD}claims:\n  - { id: a, expect: { ${JSON.stringify(address)}: ${JSON.stringify(printed)} }, known: ${known} }\n`, { folder, today });
  const [{ status, verdict, why }] = record.estimates;
  return { code, status, verdict, why };
}

// 35 of 54 are female: 64.81 %.
describe('a mismatch that is known', () => {
  it('is forgiven until its last day', async () => {
    const known = '{ reason: "a misprint, see the erratum", until: 2026-06-01 }';
    expect(await claim('66%', known)).toMatchObject({ code: 0, status: 'known', verdict: 'mismatch', why: expect.stringContaining('Known until 2026-06-01: a misprint, see the erratum') });
    expect(await claim('66%', known, { today: '2026-06-02' })).toMatchObject({ code: 1, status: 'failed', why: expect.stringContaining('only until 2026-06-01') });
  });
  it('fails once it matches', async () => {
    expect(await claim('65%', '{ reason: a misprint, until: 2026-12-31 }')).toMatchObject({ code: 1, status: 'failed', verdict: 'match', why: expect.stringContaining('there is none any more: remove it') });
  });
  it('fails once something else is computed than it is known for', async () => {
    expect(await claim('66%', '{ reason: a misprint, until: 2026-12-31, computed: 65% }')).toMatchObject({ code: 0, status: 'known' });
    expect(await claim('66%', '{ reason: a misprint, until: 2026-12-31, computed: 64% }')).toMatchObject({ code: 1, status: 'failed', why: expect.stringContaining('what is computed has changed') });
  });
  it('is never forgiven where significance flips', async () => {
    expect(await claim('p=0.06', '{ reason: a misprint, until: 2026-12-31 }', { address: 'table4[request_appointment].p' })).toMatchObject({ code: 1, status: 'failed', why: expect.stringContaining('never forgiven') });
  });
});
