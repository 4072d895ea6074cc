import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { joint, readCodedText, readLinks, readSurvey } from '../../../src/index.js';
import type { CodedText, Dataset, DeclaredLinks, JointOptions } from '../../../src/index.js';
import { methodsText } from '../../../src/present/report/methods-text.js';
import { STUDY } from '../../cli/portal-study.js';

const beside = (name: string): string => join(STUDY, name);

let survey: Dataset;
let coded: CodedText;
let links: DeclaredLinks;
beforeAll(async () => {
  survey = await readSurvey(beside('survey.csv'));
  coded = await readCodedText([beside('codings.csv')], { codebook: beside('codebook.csv'), speakers: beside('speakers.csv'), transcripts: [beside('transcripts')] });
  links = await readLinks(beside('links.csv'));
});

async function told(options: JointOptions, declared: DeclaredLinks | null): Promise<string> {
  return methodsText([await joint(survey, coded, { resamples: 99, ...options }, declared)]).join('\n');
}

describe('methods text of a joint display', () => {
  it('counts the links that were declared in advance, not those that were only looked at', async () => {
    expect(await told({ type: 'side-by-side', explore: true }, links)).toContain('5 links of theme and variable were declared in advance');
    expect(await told({ type: 'side-by-side' }, { ...links, links: links.links.slice(0, 1) })).toContain('1 link of theme and variable was declared in advance');
  });

  it('claims no declaration and no adjustment where there was none', async () => {
    for (const type of ['side-by-side', 'statistics-by-themes'] as const) {
      const text = await told({ type }, null);
      expect(text).toMatch(/no link was declared in advance/i);
      expect(text).not.toMatch(/Holm|direction expected/);
    }
    expect(await told({ type: 'statistics-by-themes' }, links)).toContain('Holm and Benjamini–Hochberg over the links declared in advance.');
  });

  it('says what each other display shows', async () => {
    expect(await told({ type: 'convergence' }, links)).toContain('were counted in each group or document');
    expect(await told({ type: 'cases' }, links)).toContain('ordered by the outcome');
    expect(await told({ type: 'thread', theme: 'Better visits' }, links)).toContain('One theme was followed');
  });
});
