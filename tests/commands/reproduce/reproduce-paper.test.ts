import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { docxTables } from '../../../src/reporters/docx.js';
import { STUDY, copyOfStudy, scratchFolder } from '../../cli/portal-study.js';
import { reproduced } from '../in-process.js';

const HEAD = readFileSync(join(STUDY, 'study.yml'), 'utf8').replace(/\nclaims:[^]*/, '\n').replace(/paper:\n(?: {2}.*\n)+/, '');
const MARKDOWN = '# Results\n\nOf 54, 65% were *female* (mean age 57.1 years).\n\n| Item | ρ |\n|---|---|\n| Appointment | −0.29* |\n';
let folder = '';
beforeAll(() => {
  folder = scratchFolder();
  copyOfStudy(folder);
});

const CLAIMS = [
  '  - { id: sex, quote: 65% were female, expect: { "table1[sex=female].percent": 65% } }',
  '  - { id: age, quote: "mean age 57.1", expect: { "table1[age].mean": 57.1 } }',
  '  - { id: rho, expect: { "table4[request_appointment]": −0.29* } }',
];

async function run(paper: string | null, claims: readonly string[] = CLAIMS, options: Record<string, unknown> = { coverage: true }) {
  const { code, record } = await reproduced(`${paper === null ? '' : `paper: ${paper}\n`}${HEAD}claims:\n${claims.join('\n')}\n`, { folder, options });
  return { code, record, quotes: record.estimates.filter(({ address }) => address === 'quote'), numbers: (record.coverage?.numbers ?? []).map(({ text, by, state }) => `${text.trim()} ${by ?? state}`) };
}

describe('a paper beside the study', () => {
  const expected = ['54 unclaimed', '65% sex', '57.1 age', '−0.29* rho'];
  it.each([
    ['paper.md', MARKDOWN],
    ['paper.txt', 'Of 54, 65% were female (mean age\n57.1 years).\n\nItem         ρ\nAppointment  −0.29*\n'],
    ['paper.html', '<h1>Results</h1><p>Of 54, 65% were <i>female</i> (mean&nbsp;age 57.1 years).</p><table><tr><th>Item</th><th>ρ</th></tr><tr><td>Appointment</td><td>&minus;0.29*</td></tr></table>'],
  ])('%s has its quotes found and its numbers accounted for', async (name, text) => {
    writeFileSync(join(folder, name), text);
    const { code, quotes, numbers } = await run(name);
    expect({ code, numbers }).toEqual({ code: 0, numbers: expected });
    expect(quotes.map(({ verdict, computed }) => [verdict, String(computed).replace(`${folder}/`, '').replace(/:.*$/, '')])).toEqual([['match', name], ['match', name]]);
  });
  it('paper.docx too', async () => {
    const cell = (text: string) => ({ text });
    writeFileSync(join(folder, 'paper.docx'), docxTables([{
      caption: 'Of 54, 65% were female (mean age 57.1 years).', columns: [{ key: 'a', header: 'Item', align: 'left' }, { key: 'b', header: 'ρ', align: 'right' }], rows: [[cell('Appointment'), cell('−0.29*')]], notes: [],
    }]) as Uint8Array);
    const { code, numbers } = await run('paper.docx');
    expect({ code, numbers }).toEqual({ code: 0, numbers: expected });
  });
});

describe('a quote that the paper does not hold', () => {
  beforeAll(() => writeFileSync(join(folder, 'now.md'), MARKDOWN.replace('65%', '66%')));
  it('fails its claim, and what stands there now is said', async () => {
    const { code, quotes: [one] } = await run('now.md', CLAIMS.slice(0, 1), {});
    expect({ code, status: one.status, verdict: one.verdict }).toEqual({ code: 1, status: 'failed', verdict: 'mismatch' });
    expect(one.why.replace(`${folder}/`, '').replace(`${folder}/`, '')).toBe('now.md says other numbers here: "66% were female" (now.md:3:8).');
  });
  it('leaves its number unclaimed', async () => {
    expect((await run('now.md', CLAIMS.slice(0, 1))).numbers[1]).toBe('66% unclaimed');
  });
  it('is not looked for where there is no paper', async () => {
    expect((await run(null, CLAIMS, {})).quotes).toEqual([]);
    await expect(run(null)).rejects.toMatchObject({ code: 'E_PAPER_NEEDED' });
    await expect(run('gone.md')).rejects.toMatchObject({ code: 'E_FILE_MISSING' });
  });
});

describe('words that participants are quoted with', () => {
  const quoting = async (address: string, printed: string) => {
    const { code, record: { estimates: [one] } } = await reproduced(`${HEAD.replace('analyses:', 'analyses:\n  said: { command: quotes }')}claims: [{ id: q, expect: { ${JSON.stringify(address)}: ${JSON.stringify(printed)} } }]\n`, { folder });
    return [code, one.verdict, one.computed];
  };
  it.each([
    ['said', '“I feel like I am a person to her and not a chart.”', [0, 'match', 'FG1']],
    ['said', 'When [my doctor] writes back and mentions my grandson\'s wedding … a person to her', [0, 'match', 'FG1']],
    ['said[FG1]', 'a person to her and not a chart', [0, 'match', 'FG1']],
    ['said[FG2]', 'a person to her and not a chart', [1, 'mismatch', null]],
    ['said', 'a person to her … my grandson’s wedding', [1, 'mismatch', null]],
    ['said', 'nobody ever said this', [1, 'mismatch', null]],
  ])('%s: %s', async (address, printed, expected) => {
    expect(await quoting(address, printed)).toEqual(expected);
  });
});
