import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STUDY, scratchFile } from '../cli/portal-study.js';
import { runVerb } from '../commands/run-verb.js';
import { drawn } from './drawn.js';

const survey = join(STUDY, 'survey.csv');
const coded = join(STUDY, 'codings.csv');
const study = join(STUDY, 'study.yml');

const READ = 'Reading survey.csv by study.yml, as its source "survey"; --no-study reads it without.';
const CODED = 'Reading codings.csv by study.yml; --no-study reads without it.';
const OUTCOME = "Outcome: hba1c, the study's; --outcome takes another.";
const FEATURES = "Features: the study's, 10 columns; --vars takes others.";
const JOINT = ['Reading survey.csv, the source "survey" of study.yml.', OUTCOME];

const LINKS = scratchFile('links.csv', 'theme,variable,expected_direction\nFeeling heard,hba1c,negative\nNo reply,hba1c,positive\n');

/** What every verb draws of the fixture study, and all that it may say meanwhile. */
const PICTURES: readonly (readonly [picture: string, command: readonly string[], notes: readonly string[]])[] = [
  ['correlate-forest', ['correlate', survey], [READ, OUTCOME, FEATURES]],
  ['correlate-by-arm', ['correlate', survey, '--by', 'arm'], [READ, OUTCOME, FEATURES]],
  ['correlate-matrix', ['correlate', survey, '--matrix'], [READ, OUTCOME, FEATURES]],
  ['correlate-pair', ['correlate', survey, '--vars', 'request_appointment'], [READ, OUTCOME]],
  ['describe', ['describe', survey], [READ, 'Neither numbers nor levels, so left out: participant_id (id).']],
  ['compare-one', ['compare', survey, '--by', 'arm', '--vars', 'hba1c'], [READ]],
  ['compare-several', ['compare', survey, '--by', 'arm'], [READ, 'Left out, because it has values in one group only: focus_group.']],
  ['scale', ['scale', survey, '--items', 'use=feature:*', '--min', '1', '--max', '6', '--minimum-answered', '80%'], [READ]],
  ['usage-months', ['usage', join(STUDY, 'usage.csv')], ['Reading usage.csv by study.yml, as its source "usage"; --no-study reads it without.', 'Columns by their names: duration duration_s.']],
  ['usage-weeks', ['usage', join(STUDY, 'usage.csv'), '--from', '2011-02-01', '--to', '2011-04-10'], ['Reading usage.csv by study.yml, as its source "usage"; --no-study reads it without.', 'Columns by their names: duration duration_s.']],
  ['themes', ['themes', coded], [CODED, READ]],
  ['themes-by-sex', ['themes', coded, '--by', 'sex'], [CODED, READ]],
  ['themes-together', ['themes', coded, '--co-occurrence', 'turn'], [CODED, READ]],
  ['saturation', ['saturation', coded], [CODED]],
  ['agree', ['agree', coded, '--unit', 'sentence', '--ci', 'bootstrap', '--resamples', '200', '--min', '0.5'], [CODED, '--min 0.5: reached, by krippendorff.']],
  ['joint-statistics', ['joint', study, '--type', 'statistics-by-themes'], JOINT],
  ['joint-one-variable', ['joint', study, '--type', 'statistics-by-themes', '--links', LINKS], JOINT],
  ['joint-side-by-side', ['joint', study, '--type', 'side-by-side'], JOINT],
  ['joint-convergence', ['joint', study, '--type', 'convergence'], JOINT],
];

describe('the pictures of the fixture study', () => {
  it.each(PICTURES)('%s', async (name, [verb, ...args], expected) => {
    const { code, notes, reports } = await runVerb(verb, ...args);
    expect(code).toBe(0);
    // A warning that nobody expects is a change that nobody meant.
    expect(notes.map((note) => note.replaceAll(`${STUDY}/`, ''))).toEqual(expected);
    const svg = await reports[0].figure!();
    const { title, description } = drawn(svg);
    expect([title, description].every((text) => text.length > 4)).toBe(true);
    await expect(svg).toMatchFileSnapshot(`golden/study/${name}.svg`);
  });
});

describe('what cannot be drawn is refused with what can', () => {
  it.each<readonly [command: readonly string[], hint: RegExp]>([
    [['usage', join(STUDY, 'usage.csv'), '--from', '2019-01-01', '--to', '2019-12-31'], /Widen the window/],
    [['themes', coded, '--codes', 'Feeling heard', '--co-occurrence'], /--co-occurrence turn/],
    [['scale', survey, '--items', 'age,hba1c'], /compare … --plot/],
    [['joint', study, '--type', 'cases'], /--type statistics-by-themes, side-by-side or convergence/],
    [['describe', survey, '--vars', 'age,sex'], /compare … --plot/],
  ])('%j', async ([verb, ...args], hint) => {
    const { reports } = await runVerb(verb, ...args);
    await expect((async () => reports[0].figure!())()).rejects.toMatchObject({ code: 'E_FIGURE_NONE', hint: expect.stringMatching(hint) });
  });
});
