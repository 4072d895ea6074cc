import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { joint, projectFile, quantitize, readCodedText, readLinks, readStudy, themes } from '../src/index.js';
import type { CodedText } from '../src/index.js';
import { STUDY, portalStudy } from './cli/portal-study.js';

const beside = (name: string): string => join(STUDY, name);

let coded: CodedText;
beforeAll(async () => {
  coded = await readCodedText([beside('codings.csv')], {
    codebook: beside('codebook.csv'), speakers: beside('speakers.csv'), transcripts: [beside('transcripts')],
  });
});

describe('the library', () => {
  it('makes the joint display that the command prints', async () => {
    const { survey } = await readStudy(beside('study.yml'));
    const { estimates, method } = await joint(survey, coded, {}, await readLinks(beside('links.csv')));
    const printed = JSON.parse(portalStudy(['joint', beside('study.yml'), '--format', 'json', '--quiet']).stdout) as { estimates: unknown; method: unknown };
    expect(JSON.parse(JSON.stringify({ estimates, method }))).toEqual({ estimates: printed.estimates, method: printed.method });
  });

  it('turns themes into the numbers that the command prints', () => {
    const printed = JSON.parse(portalStudy(['quantitize', beside('codings.csv'), '--as', 'words', '--format', 'json', '--quiet']).stdout) as { estimates: unknown };
    expect(JSON.parse(JSON.stringify(quantitize(coded, 'words').estimates))).toEqual(printed.estimates);
  });

  it('writes a project whose themes are those of the text it was made from', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'portal-study-')), 'study.qdpx');
    writeFileSync(file, await projectFile(coded, 'study'));
    const counts = (text: CodedText) => themes(text).estimates.map(({ code, segments, participants }) => ({ code, segments, participants }));
    expect(counts(await readCodedText([file]))).toEqual(counts(coded));
  });
});
