import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { STUDY, copyOfStudy, scratchFolder } from '../../cli/portal-study.js';
import { reproduced } from '../in-process.js';

const HEAD = readFileSync(join(STUDY, 'study.yml'), 'utf8').replace(/\nclaims:[^]*/, '\n').replace(/ {2}path: printed-figures\.md\n/, '');
let folder = '';
beforeAll(() => {
  folder = scratchFolder();
  copyOfStudy(folder);
  writeFileSync(join(folder, 'model.json'), '[{"term": "age", "estimate": 0.0123, "p": 0.04}, {"term": "sex", "estimate": -0.2, "p": null}]');
  writeFileSync(join(folder, 'model.csv'), 'term,estimate\nage,0.0123\nsex,-0.2\n');
  writeFileSync(join(folder, 'one.json'), '{"r2": 0.31}');
});

describe('a claim can be of any verb’s numbers', () => {
  it.each([
    ['{ command: usage }', 'a[P01].events', 22],
    ['{ command: usage }', 'a[P01].events.find_doctor', 2],
    ['{ command: themes }', 'a[Benefits].participants', 36],
    ['{ command: agree }', 'a[krippendorff, Feeling heard].coders', 2],
    ['{ command: saturation }', 'a.n.used', 6],
    ['{ command: scale, items: "sm=review_lab_results..pay_bills" }', 'a.scales[sm].nComplete', 53],
    ['{ command: compare, by: sex, vars: [age, hba1c] }', 'a[age].groups[female].n', 35],
    ['{ command: inspect }', 'a[hba1c].n', 54],
    ['{ command: describe, vars: sex, where: "arm == \'focus group\'" }', 'a.n.excludedBy.where', 15],
    ['{ command: values, path: model.json }', 'a[age].p', 0.04],
    ['{ command: values, path: model.csv }', 'a[term=sex].estimate', -0.2],
    ['{ command: values, path: one.json }', 'a.r2', 0.31],
  ])('%s: %s', async (analysis, address, value) => {
    const { record: { estimates: [one] } } = await reproduced(`${HEAD}  a: ${analysis}\nclaims: [{ id: c, expect: { ${JSON.stringify(address)}: "${value}" } }]\n`, { folder });
    expect(one).toMatchObject({ verdict: 'match', computed: value });
  });

  it.each([
    ['{ command: values }', 'E_VALUES_PATH'], ['{ command: values, path: gone.json }', 'E_FILE_MISSING'], ['{ command: values, path: survey.csv }', 'E_ADDRESS_UNKNOWN'],
    ['{ command: describe, format: json }', 'E_STUDY_OPTION'], ['{ command: describe, source: nowhere }', 'E_STUDY_SOURCE'], ['{ command: check }', 'E_STUDY_SOURCE'],
  ])('%s is refused with %s', async (analysis, code) => {
    await expect(reproduced(`${HEAD}  a: ${analysis}\nclaims: [{ id: c, expect: { "a[nobody].p": "1" } }]\n`, { folder })).rejects.toMatchObject({ code });
  });

  it('runs each analysis once, and only those that claims speak of', async () => {
    const { record } = await reproduced(`${HEAD}  bad: { command: correlate, outcome: nothing }\nclaims: [{ id: c, expect: { "table1[age].n": "54", "table1[age].mean": "57.1" } }]\n`, { folder });
    expect(record.provenance.inputs.map(({ path }) => path.replace(`${folder}/`, ''))).toEqual(['study.yml', 'survey.csv']);
  });

  it('holds each file to the hash that the study states', async () => {
    const head = HEAD.replace('path: codings.csv,', `path: codings.csv, sha256: ${'0'.repeat(64)},`);
    await expect(reproduced(`${head}claims: [{ id: c, expect: { "themes-found[Benefits].participants": "36" } }]\n`, { folder })).rejects.toMatchObject({ code: 'E_SOURCE_CHANGED' });
  });
});
