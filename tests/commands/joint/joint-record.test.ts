import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CodedText } from '../../../src/dataset/coded-text.js';
import type { Dataset } from '../../../src/dataset/dataset.js';
import { jointData } from '../../../src/commands/joint/joint-data.js';
import { readLinks, withInferences } from '../../../src/commands/joint/joint-links.js';
import type { DeclaredLink } from '../../../src/commands/joint/joint-links.js';
import { jointRecord } from '../../../src/commands/joint/joint-record.js';
import type { JointOptions } from '../../../src/commands/joint/joint-request.js';
import { readCodedText } from '../../../src/importers/coded-text.js';
import { readSurvey } from '../../../src/importers/survey.js';
import type { Convergence, JointCase, SideBySide, StatisticsByTheme, ThemeSide, ThreadStep } from '../../../src/results/joint.js';
import { ROOT, STUDY, scratchFile } from '../../cli/portal-study.js';

interface Golden {
  links: { theme: string; variable: string; mentioned: Record<string, number>; notMentioned: Record<string, number>; statistic: number; p: number; estimate: number }[];
  holm: number[];
  bh: number[];
}
const golden = JSON.parse(readFileSync(join(ROOT, 'fixtures/golden/joint.json'), 'utf8')) as Golden;

let survey: Dataset;
let coded: CodedText;
let links: readonly DeclaredLink[];
beforeAll(async () => {
  survey = await readSurvey(join(STUDY, 'survey.csv'));
  coded = await readCodedText([join(STUDY, 'codings.csv')], {
    codebook: join(STUDY, 'codebook.csv'), speakers: join(STUDY, 'speakers.csv'), transcripts: [join(STUDY, 'transcripts')],
  });
  ({ links } = await readLinks(join(STUDY, 'links.csv')));
});

async function made<T>(options: JointOptions, declared: readonly DeclaredLink[] | null = links): Promise<T[]> {
  const { estimates } = await jointRecord(jointData(survey, coded, undefined), declared, options, { tool: 'test' });
  return estimates as unknown as T[];
}

describe('statistics by themes', () => {
  it('agree with R: medians, quartiles, U, the exact p of coin::wilcox_test given the ties, rank-biserial, Holm and BH', async () => {
    const found = await made<StatisticsByTheme>({ type: 'statistics-by-themes', explore: true, resamples: 99 });
    for (const expected of golden.links) {
      const own = found.find(({ theme, variable }) => theme === expected.theme && variable === expected.variable)!;
      for (const side of ['mentioned', 'notMentioned'] as const) {
        for (const [name, value] of Object.entries(expected[side])) expect(own[side][name as keyof ThemeSide]).toBeCloseTo(value, 12);
      }
      expect(own.statistic).toBe(expected.statistic);
      expect(own.p).toBeCloseTo(expected.p, 10);
      expect(own.effect.estimate).toBeCloseTo(expected.estimate, 12);
      expect(own.pMethod).toBe('exact');
    }
    golden.holm.forEach((p, index) => expect(found[index].pHolm).toBeCloseTo(p, 10));
    golden.bh.forEach((p, index) => expect(found[index].pBh).toBeCloseTo(p, 10));
  });

  it('adjust over what was declared alone: what is only looked at is exploratory and changes nothing', async () => {
    const declared = await made<StatisticsByTheme>({ type: 'statistics-by-themes', resamples: 99 });
    const all = await made<StatisticsByTheme>({ type: 'statistics-by-themes', resamples: 99, explore: true });
    expect(all.slice(0, declared.length)).toEqual(declared);
    for (const { declared: isDeclared, pHolm, pBh, expected } of all.slice(declared.length)) expect([isDeclared, pHolm, pBh, expected]).toEqual([false, null, null, null]);
  });

  it('count nobody who was not in the transcripts as not mentioning a theme', async () => {
    for (const { mentioned, notMentioned, variable } of await made<StatisticsByTheme>({ type: 'statistics-by-themes', resamples: 99 })) {
      expect(mentioned.n + notMentioned.n).toBe(variable === 'request_appointment' ? 38 : 39);
    }
  });

  it('shuffle within focus groups: a theme that whole groups mention or not has one shuffle, and p = 1', async () => {
    const groupOf = new Map(coded.sources.map(({ id, group }) => [id, group]));
    const wholeGroups: CodedText = {
      ...coded,
      codings: coded.sources.filter(({ group }) => group === 'FG1' || group === 'FG2').flatMap((source) => source.turns.filter(({ participant }) => participant !== null)
        .map((turn, index) => ({ ...coded.codings[0], id: `${source.id} ${index}`, source: source.id, start: turn.start, end: turn.end, participant: turn.participant, quote: null }))),
    };
    expect([...groupOf.values()]).toContain('FG1');
    const theme = coded.codes.find(({ id }) => id === coded.codings[0].code)!.name;
    const { estimates } = await jointRecord(jointData(survey, wholeGroups, undefined), [{ ...links[0], theme, variable: 'hba1c' }], { type: 'statistics-by-themes', resamples: 999 }, { tool: 'test' });
    const [{ pWithinGroups, p }] = estimates as StatisticsByTheme[];
    expect(pWithinGroups).toBe(1);
    expect(p).toBeLessThan(1);
  });
});

describe('side by side', () => {
  it('sets the paper’s correlation beside the theme, with the analyst’s own meta-inference and a fit by the rule', async () => {
    const [visits, , satisfaction] = await made<SideBySide>({});
    expect(visits.statistic).toMatchObject({ name: 'spearman', x: 'request_appointment', y: 'hba1c', n: 53 });
    expect(visits.statistic.estimate).toBeCloseTo(-0.29, 2);
    expect([visits.fit, visits.metaInference]).toEqual(['agreement', links[0].metaInference]);
    expect([satisfaction.statistic.name, satisfaction.fit, satisfaction.metaInference]).toEqual(['rank-biserial', 'inconclusive', null]);
  });

  it('quotes letter by letter: every quote is the slice of its transcript that it names', async () => {
    const rows = await made<SideBySide>({ quotes: 20 });
    const texts = new Map(coded.sources.map(({ name, text }) => [name, [...text!]]));
    const quotes = rows.flatMap(({ quotes: own }) => own);
    expect(quotes.length).toBeGreaterThan(80);
    for (const { document, start, end, text } of quotes) expect(texts.get(document)!.slice(start!, end!).join('')).toBe(text);
  });

  it('counts speakers of those who were heard, and groups of those that met', async () => {
    for (const { speakers, groups } of await made<SideBySide>({})) expect([speakers.of, groups?.of]).toEqual([39, 6]);
  });
});

describe('the other displays', () => {
  it('cases: by outcome from high to low, those not observed last and without themes', async () => {
    const cases = await made<JointCase>({ type: 'cases' });
    expect(cases).toHaveLength(54);
    const observed = cases.slice(0, 39);
    expect(observed.map(({ outcome }) => outcome)).toEqual(observed.map(({ outcome }) => outcome).sort((a, b) => b! - a!));
    for (const { themes, group } of cases.slice(39)) expect([...new Set(Object.values(themes)), group]).toEqual([null, null]);
  });

  it('convergence: participants add up to those who mention a theme anywhere', async () => {
    const cells = await made<Convergence>({ type: 'convergence' });
    const rows = await made<SideBySide>({});
    for (const { theme, speakers } of rows) {
      expect(cells.filter((cell) => cell.theme === theme).reduce((sum, { participants }) => sum + participants, 0)).toBe(speakers.n);
    }
  });

  it('thread: from quotes by code and theme to item, result, fit and meta-inference', async () => {
    const steps = await made<ThreadStep>({ type: 'thread', theme: 'Better visits', quotes: 1 });
    expect(steps.map(({ step }) => step)).toEqual(['quote', 'code', 'theme', 'variable', 'result', 'fit', 'meta-inference']);
    await expect(made({ type: 'thread', theme: 'Beter visits' })).rejects.toMatchObject({ code: 'E_CODE_MISSING', hint: expect.stringContaining('Better visits') });
  });
});

describe('a survey of an outcome alone', () => {
  it('is enough: nothing is correlated but themes', async () => {
    const alone = await readSurvey(scratchFile('outcome.csv', 'participant_id,hba1c\nP01,6.9\nP02,6.7\nP03,10.5\nP04,10.8\nP05,6\n'));
    const { estimates, method } = await jointRecord(jointData(alone, coded, undefined), null, { resamples: 99 }, { tool: 'test' });
    expect(method).toMatchObject({ type: 'statistics-by-themes', outcome: 'hba1c', observed: 5 });
    expect(estimates.every((one) => (one as StatisticsByTheme).mentioned.n + (one as StatisticsByTheme).notMentioned.n === 5)).toBe(true);
  });
});

describe('readLinks', () => {
  const header = 'theme,variable,expected_direction,rationale\n';
  it.each([
    ['E_LINKS_DIRECTION', `${header}Better visits,hba1c,downwards,why\n`, ':2'],
    ['E_LINKS_REPEATED', `${header}A,hba1c,none,x\nA,hba1c,none,y\n`, ':3'],
    ['E_LINKS_BLANK', `${header}A,,none,x\n`, ':2'],
    ['E_LINKS_COLUMN', 'theme,variabel,expected_direction\nA,b,none\n', ':1'],
  ])('%s is refused with its line', async (code, content, where) => {
    await expect(readLinks(scratchFile('links.csv', content))).rejects.toMatchObject({ code, where: expect.stringContaining(where) });
  });

  it('a file of meta-inferences is told its own columns', async () => {
    const declared = await readLinks(join(STUDY, 'links.csv'));
    await expect(withInferences(declared, join(STUDY, 'survey.csv'))).rejects.toMatchObject({ code: 'E_LINKS_COLUMN', hint: 'Columns: theme, variable, meta_inference.' });
  });

  it('a blank direction is called blank, and nothing is said to be near it', async () => {
    await expect(readLinks(scratchFile('links.csv', `${header}Better visits,hba1c,,why\n`))).rejects.toMatchObject({
      message: 'expected_direction is positive, negative or none, and blank here.', hint: 'Write what was expected before looking.',
    });
  });

  it('a theme or a column that is not there is refused at its link, with the nearest', async () => {
    await expect(made({}, [{ ...links[0], theme: 'Beter visits' }])).rejects.toMatchObject({ code: 'E_CODE_MISSING', where: links[0].where });
    await expect(made({}, [{ ...links[0], variable: 'request_apointment' }])).rejects.toMatchObject({ code: 'E_COLUMN_MISSING', where: links[0].where });
    await expect(made({}, [{ ...links[0], variable: 'sex' }])).rejects.toMatchObject({ code: 'E_COLUMN_NOT_NUMERIC' });
  });
});
