import { describe, expect, it } from 'vitest';
import { StudyError } from '../../src/errors.js';
import { parseStudy } from '../../src/study/parse-study.js';

const parse = (text: string) => parseStudy(`version: 1\n${text}`, 'study.yml');

/** The error as the terminal prints it. */
function refusal(text: string): string {
  try {
    parseStudy(text, 'study.yml');
  } catch (error) {
    if (!(error instanceof StudyError)) throw error;
    return `${error.code} ${error.where}: ${error.message}${error.hint === null ? '' : ` ${error.hint}`}`;
  }
  throw new Error('Expected a refusal.');
}

const refused = (text: string): string => refusal(`version: 1\n${text}`);

const SKETCH = `version: 1
title: Secure messaging and diabetes management
participant_id: participant_id
sources:
  survey: { path: survey.csv, sha256: ${'ab'.repeat(32)} }
  usage:  { path: usage.csv, kind: events, participant: participant_id, time: timestamp, feature: feature, timezone: America/Chicago, window: [2011-01-01, 2011-12-31] }
  themes: { path: codings.csv, kind: codings, codebook: codebook.csv }
missing_codes: [-99, "N/A"]
variables:
  hba1c: { label: "HbA1c, %", type: number, unit: "%", range: [3, 20], role: outcome }
  request_appointment: { label: "Request an appointment? (SM)", type: ordinal, levels: { 1: never, 6: very often }, role: feature }
analyses:
  table4: { command: correlate, outcome: hba1c, vars: "feature:*", p: t }
claims:
  - id: abstract-rho
    at: "Abstract, Results"
    quote: "(ρ=-0.29, p=0.04)"
    expect: { "table4[request_appointment].estimate": "-0.29", "table4[request_appointment].p": "0.04" }
`;

describe('a study file', () => {
  it('reads as its sketch says, with the place of everything', () => {
    const study = parseStudy(SKETCH, 'study.yml');
    expect(study).toMatchObject({
      path: 'study.yml', version: 1, title: 'Secure messaging and diabetes management', paper: null,
      participantId: { value: 'participant_id', where: 'study.yml:3:17' },
      missingCodes: ['-99', 'N/A'],
      analyses: [{
        name: 'table4', command: 'correlate', where: 'study.yml:13:3',
        options: [
          { name: 'outcome', value: 'hba1c', where: 'study.yml:13:42' },
          { name: 'vars', value: 'feature:*', where: 'study.yml:13:55' },
          { name: 'p', value: 't', where: 'study.yml:13:71' },
        ],
      }],
      claims: [{
        id: 'abstract-rho', at: 'Abstract, Results', quote: '(ρ=-0.29, p=0.04)', known: null, where: 'study.yml:15:9',
        expect: [
          { address: 'table4[request_appointment].estimate', printed: '-0.29', where: 'study.yml:18:15' },
          { address: 'table4[request_appointment].p', printed: '0.04', where: 'study.yml:18:64' },
        ],
      }],
    });
    expect(study.sources.map(({ name, kind, path, options }) => [name, kind, path.value, options.map((option) => option.name)])).toEqual([
      ['survey', 'survey', 'survey.csv', []],
      ['usage', 'events', 'usage.csv', ['participant', 'time', 'feature', 'timezone', 'window']],
      ['themes', 'codings', 'codings.csv', ['codebook']],
    ]);
    expect(study.sources[1].options.at(-1)?.value).toEqual(['2011-01-01', '2011-12-31']);
    expect(study.variables[0]).toEqual({
      name: 'hba1c', label: 'HbA1c, %', type: 'number', unit: '%', range: [3, 20], role: 'outcome', source: null, where: 'study.yml:10:3',
    });
  });

  it('is plain data: it survives JSON', () => {
    const study = parseStudy(SKETCH, 'study.yml');
    expect(JSON.parse(JSON.stringify(study))).toEqual(study);
  });

  it('fills in the whole numbers between the named ends of a scale', () => {
    const [, variable] = parseStudy(SKETCH, 'study.yml').variables;
    expect(variable.levels).toEqual([
      { value: 1, label: 'never' }, { value: 2 }, { value: 3 }, { value: 4 }, { value: 5 }, { value: 6, label: 'very often' },
    ]);
  });

  it.each([
    ['{ type: ordinal, levels: [1, 3, 5] }', [{ value: 1 }, { value: 3 }, { value: 5 }]],
    ['{ type: ordinal, levels: [low, high] }', [{ value: 1, label: 'low' }, { value: 2, label: 'high' }]],
    ['{ type: ordinal, levels: { l: Low, h: High } }', [{ value: 1, label: 'Low', written: 'l' }, { value: 2, label: 'High', written: 'h' }]],
    ['{ type: ordinal, levels: { 4: often, 1: never, 9: refused }, missing: 9 }', [{ value: 1, label: 'never' }, { value: 2 }, { value: 3 }, { value: 4, label: 'often' }, { value: 9, label: 'refused' }]],
    ['{ type: ordinal, levels: { 1: no, 2: yes, 9: unsure } }', [{ value: 1, label: 'no' }, { value: 2, label: 'yes' }, { value: 9, label: 'unsure' }]],
    ['{ type: ordinal, levels: { 1: never, 3: sometimes, 5: often } }', [{ value: 1, label: 'never' }, { value: 2 }, { value: 3, label: 'sometimes' }, { value: 4 }, { value: 5, label: 'often' }]],
    ['{ type: ordinal, levels: [1: low, 10: high] }', [{ value: 1, label: 'low' }, { value: 10, label: 'high' }]],
    ['{ type: nominal, levels: { 2: male, 1: female } }', [{ value: '2', label: 'male' }, { value: '1', label: 'female' }]],
    ['{ levels: [no, yes, true, null, 007, 1.50] }', ['no', 'yes', 'true', 'null', '007', '1.50'].map((value) => ({ value }))],
  ])('reads levels as they are written: %s', (written, levels) => {
    const [variable] = parse(`variables: { q: ${written} }`).variables;
    expect(variable.levels).toEqual(levels);
  });

  it('keeps printed figures to the last zero, quoted or not', () => {
    const { claims } = parse('claims:\n  - { id: a, expect: { "t[x].p": 0.040, "t[x].q": "<.001", "t[x].r": NS, "t[x].s": 1e3, "t[x].u": -0 } }');
    expect(claims[0].expect.map(({ printed }) => printed)).toEqual(['0.040', '<.001', 'NS', '1e3', '-0']);
  });

  it('takes kebab and snake case alike for options of commands and sources', () => {
    const study = parse('sources: { s: { path: a.csv, kind: events, date-format: x } }\nanalyses: { a: { command: scale, minimum_answered: 80%, semi-partial: [a, b] } }');
    expect(study.analyses[0].options.map(({ name, value }) => [name, value])).toEqual([['minimumAnswered', '80%'], ['semiPartial', ['a', 'b']]]);
    expect(study.sources[0].options[0].name).toBe('dateFormat');
  });

  it('keeps names such as __proto__ and constructor apart from everything else', () => {
    const study = parse('variables: { __proto__: { label: a }, constructor: { label: b } }\nclaims: [{ id: c, expect: { __proto__: 1 } }]');
    expect(study.variables.map(({ name, label }) => [name, label])).toEqual([['__proto__', 'a'], ['constructor', 'b']]);
    expect(study.claims[0].expect[0].address).toBe('__proto__');
    expect(({} as Record<string, unknown>)['label']).toBeUndefined();
  });

  it('repeats what an anchor names, and merges maps with <<', () => {
    const study = parse('variables:\n  a: &item { type: ordinal, levels: { 1: no, 2: yes }, role: feature }\n  b: *item\n  c: { <<: *item, role: other, label: C }\n');
    expect(study.variables.map(({ type, role, levels }) => [type, role, levels?.length])).toEqual([
      ['ordinal', 'feature', 2], ['ordinal', 'feature', 2], ['ordinal', 'other', 2],
    ]);
    expect(study.variables[2].where).toBe('study.yml:5:3');
  });

  it('has a mismatch that is known until a day', () => {
    const { claims } = parse('claims:\n  - id: a\n    expect: { x: 1 }\n    known: { reason: rounding, until: 2026-12-31 }\n');
    expect(claims[0].known).toEqual({ reason: 'rounding', until: '2026-12-31', computed: null, where: 'study.yml:5:12' });
  });

  it('writes a printed table row by row, an empty cell claiming nothing', () => {
    const { claims } = parse([
      'claims:', '  - id: t', '    stars: { "#": 0.08, "*": 0.05 }', '    alpha: 0.1', '    rounding: truncate', '    table:',
      '      cell: "t[{row}, {column}].p"', '      columns: [a, b, c]', '      rows:', '        x: 0.30*', '        y: "NS | | -0.26#"', '        z: [1.0, "", ~]',
    ].join('\n'));
    expect(claims[0].expect.map(({ address, printed, where }) => [address, printed, where])).toEqual([
      ['t[x, a].p', '0.30*', 'study.yml:11:9'], ['t[y, a].p', 'NS', 'study.yml:12:9'],
      ['t[y, c].p', '-0.26#', 'study.yml:12:9'], ['t[z, a].p', '1.0', 'study.yml:13:9'],
      ['t[z, c].p', '~', 'study.yml:13:9'],
    ]);
    expect(claims[0]).toMatchObject({ rounding: 'truncate', alpha: 0.1, stars: [{ mark: '#', below: 0.08 }, { mark: '*', below: 0.05 }] });
  });

  it('may pin a quote alone', () => {
    expect(parse('claims: [{ id: a, quote: no figure }]').claims[0]).toMatchObject({ quote: 'no figure', expect: [] });
  });

  it('takes a paper that is a file for its path, and other text for a citation', () => {
    expect([parse('paper: paper/manuscript.docx').paper, parse('paper: JAMIA 2013;20:519.').paper]).toEqual([{ path: 'paper/manuscript.docx' }, { citation: 'JAMIA 2013;20:519.' }]);
  });
});

describe('a study file that is wrong', () => {
  it.each([
    ['', 'E_STUDY_SCHEMA study.yml:1:1: Expected a study file, found nothing.'],
    ['just words', 'E_STUDY_SCHEMA study.yml:1:1: Expected a study file, found "just words".'],
    ['title: x', 'E_STUDY_SCHEMA study.yml:1:1: This study file lacks the key version.'],
    ['version: 2', 'E_STUDY_SCHEMA study.yml:1:10: Expected version: 1, found "2".'],
  ])('%j', (text, message) => expect(refusal(text)).toBe(message));

  it.each([
    ['variabels: {}', 'E_STUDY_SCHEMA study.yml:2:1: There is no key "variabels" in a study file. Nearest: variables.'],
    ['variables:\n  a: { lable: x }', 'E_STUDY_SCHEMA study.yml:3:8: There is no key "lable" in a variable. Nearest: label.'],
    ['variables:\n  a: { type: ordnial }', 'E_STUDY_SCHEMA study.yml:3:14: Expected a type: number, ordinal, nominal, date, text, id; found "ordnial". Nearest: ordinal.'],
    ['variables:\n  a: { range: [3] }', 'E_STUDY_SCHEMA study.yml:3:15: Expected a range of two rising numbers, such as [3, 20].'],
    ['variables:\n  a: { range: [3, high] }', 'E_STUDY_SCHEMA study.yml:3:19: Expected a number, found "high".'],
    ['variables:\n  a: { range: [20, 3] }', 'E_STUDY_SCHEMA study.yml:3:15: Expected a range of two rising numbers, such as [3, 20].'],
    ['variables:\n  a: { reversed: maybe }', 'E_STUDY_SCHEMA study.yml:3:18: Expected true or false: true, false, yes, no; found "maybe".'],
    ['variables:\n  a: { label: }', 'E_STUDY_SCHEMA study.yml:3:15: Expected text, found nothing.'],
    ['variables:\n  a: { label: [x] }', 'E_STUDY_SCHEMA study.yml:3:15: Expected text, found a list.'],
    ['variables: [a]', 'E_STUDY_SCHEMA study.yml:2:12: Expected a map of variables, found a list.'],
    ['variables:\n  a: { type: number, levels: [1, 2] }', 'E_STUDY_SCHEMA study.yml:3:22: Levels are of an ordinal or nominal variable, and this one is of type number.'],
    ['variables:\n  a: { levels: { 1: yes, 2: yes } }', 'E_STUDY_SCHEMA study.yml:3:26: Two levels are called "yes".'],
    ['variables:\n  a: { type: nominal, range: [1, 2] }', 'E_STUDY_SCHEMA study.yml:3:23: A range is of a number or an ordinal variable, and this one is of type nominal.'],
    ['sources: { survey: survey.csv }', 'E_STUDY_SCHEMA study.yml:2:20: Expected a source such as { path: survey.csv }, found "survey.csv".'],
    ['sources: { survey: { file: survey.csv } }', 'E_STUDY_SCHEMA study.yml:2:20: A source needs its path. For example: { path: survey.csv }'],
    ['sources: { survey: { path: a.csv, sha256: abc } }', 'E_STUDY_SCHEMA study.yml:2:43: Expected a sha256 of 64 hexadecimal digits, found "abc".'],
    ['sources: { survey: { path: a.csv, delimter: ";" } }', 'E_STUDY_SCHEMA study.yml:2:35: There is no key "delimter" in a source of kind survey. Nearest: delimiter.'],
    ['sources: { u: { path: a.csv, kind: event } }', 'E_STUDY_SCHEMA study.yml:2:36: Expected a kind: survey, table, events, codings, transcripts, links, speakers, codebook; found "event". Nearest: events.'],
    ['analyses: { a: { outcome: x } }', 'E_STUDY_SCHEMA study.yml:2:16: An analysis needs its command. For example: { command: correlate, outcome: hba1c }'],
    ['analyses: { a: { command: corelate } }', 'E_STUDY_SCHEMA study.yml:2:27: Expected a command: correlate, describe, compare, scale, usage, themes, agree, saturation, joint, check, inspect, quotes, values; found "corelate". Nearest: correlate.'],
    ['analyses: { a: { command: scale, min-x: 1, min_x: 2 } }', 'E_STUDY_NAME study.yml:2:44: "min_x" and "min-x" are the same option. Keep one of them.'],
    ['claims:\n  - { id: a, expect: { x: 1 } }\n  - { id: a, expect: { x: 2 } }', 'E_STUDY_NAME study.yml:4:11: Two claims have the id "a"; the other stands at 3:11. Give each an id of its own.'],
    ['claims:\n  - { id: a }', 'E_STUDY_SCHEMA study.yml:3:11: This claim lacks the key expect. For example: expect: { "table4[age].estimate": "-0.29" }'],
    ['claims:\n  - id: a\n    table: { cell: "t[{row}].p", columns: [p], rows: { x: 1 | 2 } }', 'E_STUDY_SCHEMA study.yml:4:56: The row x has 2 cells, and the table 1 column.'],
    ['claims:\n  - id: a\n    table: { cell: "t.p", columns: [p], rows: { x: 1 } }', 'E_STUDY_SCHEMA study.yml:4:20: The address of a cell needs {row}, and {column} where there are several. For example: "table4[{row}, {column}]"'],
    ['claims:\n  - { id: a, expect: { x: 1 }, alpha: 5 }', 'E_STUDY_SCHEMA study.yml:3:39: Expected a level between 0 and 1, found "5".'],
    ['claims:\n  - { id: a, expect: { x: 1 }, rounding: half-upp }', 'E_STUDY_SCHEMA study.yml:3:42: Expected a rounding: either, half-up, half-down, half-even, truncate, operands; found "half-upp". Nearest: half-up.'],
    ['claims:\n  - { id: a, expect: { x: } }', 'E_STUDY_SCHEMA study.yml:3:27: Expected a figure as printed, found nothing.'],
    ['claims:\n  - { id: a, expect: { x: 1 }, known: { reason: r, until: 2026-02-30 } }', 'E_STUDY_SCHEMA study.yml:3:59: Expected a day such as 2026-12-31, found "2026-02-30".'],
    ['variables:\n  a: { source: labs }\nsources: { lab: { path: x.csv } }', 'E_STUDY_NAME study.yml:3:16: There is no source "labs". Nearest: lab.'],
    ['variables:\n  a: { lable: x }\n  b: { type: z }', 'E_STUDY_SCHEMA study.yml:3:8: There is no key "lable" in a variable. Nearest: label. One more error follows.'],
    ['title: a: b', 'E_STUDY_YAML study.yml:2:8: A key and its value follow on a value here. Put a text that holds ": " in double quotes.'],
    ['variables:\n\ta: {}', 'E_STUDY_YAML study.yml:3:1: A tab cannot indent YAML. Indent with spaces.'],
    ['variables:\n  a: {}\n  a: {}', 'E_STUDY_YAML study.yml:4:3: The key "a" stands twice in one map. Keep one of them.'],
    ['title: "open', 'E_STUDY_YAML study.yml:2:13: A quote, bracket or comma is missing, or a text with ": " or " #" in it stands without quotes. Put the text in double quotes.'],
    ['title: !!int 3', 'E_STUDY_YAML study.yml:2:8: Tags such as !!int and %YAML directives have no meaning here. Remove it.'],
    ['title: *nowhere', 'E_STUDY_YAML study.yml:2:8: This alias repeats an anchor that does not stand above it.'],
    ['variables: &v { a: *v }', 'E_STUDY_YAML study.yml:2:20: An alias stands inside what it repeats.'],
    ['? [a, b]\n: 1', 'E_STUDY_YAML study.yml:2:3: A key is a word, not a list or a map.'],
  ])('%j', (text, message) => expect(refused(text)).toBe(message));

  it('is refused, soon, where aliases repeat one another beyond every size', () => {
    const bomb = Array.from({ length: 20 }, (_, level) => `a${level}: &a${level} [${level === 0 ? 'x' : Array(9).fill(`*a${level - 1}`).join(', ')}]`).join('\n');
    expect(refused(bomb)).toContain('E_STUDY_LARGE');
  });

  it.each([
    ['many keys', `variables:\n${Array.from({ length: 10_000 }, (_, index) => `  v${index}: { label: a }`).join('\n')}\n  v1: {}`, 'E_STUDY_YAML study.yml:10003:3'],
    ['many brackets', `title: ${'['.repeat(50_000)}`, 'E_STUDY_YAML'],
    ['many aliases', `title: &a x\nmissing_codes: [${Array(30_000).fill('*a').join(', ')}]\nx: 1`, 'There is no key "x"'],
    ['many characters', `title: ${'x'.repeat(5_000_000)}`, 'E_STUDY_LARGE'],
  ])('is refused where it holds %s', (_, text, message) => expect(refused(text)).toContain(message));
});
