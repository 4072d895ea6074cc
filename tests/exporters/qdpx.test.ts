import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, Code, CodedText, Coding, TextSource } from '../../src/dataset/coded-text.js';
import { qdpx } from '../../src/exporters/qdpx.js';
import { refiCodebook, refiProject } from '../../src/exporters/refi-project.js';
import { readCodedText } from '../../src/importers/coded-text.js';
import { readXml } from '../../src/importers/containers/xml.js';
import { SHARED, STUDY, scratchFile, scratchFolder } from '../cli/portal-study.js';

const study = await readCodedText([join(STUDY, 'codings.csv')], {
  transcripts: [join(STUDY, 'transcripts')], codebook: join(STUDY, 'codebook.csv'), speakers: join(STUDY, 'speakers.csv'),
});

/** A project with everything that is awkward in it. */
const AWKWARD_TEXT = 'Zoë "Q": 👩‍⚕️ e\u0301 & <b>\nMod: \tok?\nZoë "Q": no…\n';
const awkward: CodedText = {
  sources: [
    { id: 'one', name: 'a & "b".txt', text: AWKWARD_TEXT, turns: [], group: 'Clinic <A>' },
    { id: 'two', name: 'b', text: null, turns: [], group: null },
  ],
  codes: [
    { id: 'c', name: 'Cares > "and" <more>', parent: null, description: 'line\nline & line', colour: '#abc', isCodable: false },
    { id: 'd', name: 'same', parent: 'c', description: null, colour: 'red', isCodable: true },
    { id: 'e', name: 'same', parent: null, description: null, colour: null, isCodable: true },
  ],
  codings: [
    coding({ id: '1', start: 9, end: 15, code: 'd', quote: [...AWKWARD_TEXT].slice(9, 15).join(''), memo: 'why?\n<because>' }),
    coding({ id: '2', start: 9, end: 15, code: 'e', coder: 'ben & co', quote: [...AWKWARD_TEXT].slice(9, 15).join('') }),
    coding({ id: '3', start: null, end: null, code: 'e', quote: null }),
  ],
  cases: [{ id: 'k', name: 'P01', attributes: new Map<string, string | number | null>([['age', 57], ['hba1c', 7.25], ['sex', 'female'], ['tiny', 1e-9], ['unknown', null]]), sources: ['two'] }],
  notes: [{ id: 'n', name: 'Journal', text: 'Day 1\nGood.', author: 'anna' }],
  coders: ['anna', 'ben & co'],
  convention: '', inputs: [], warnings: [],
};

function coding(own: Partial<Coding>): Coding {
  return { id: '', source: 'one', start: null, end: null, code: '', coder: 'anna', quote: null, participant: null, memo: null, ...own };
}

async function writtenAndRead(coded: CodedText): Promise<CodedText> {
  return readCodedText([scratchFile('study.qdpx', Buffer.from(qdpx(coded, 'study', 'test')))]);
}

/** What is said, whatever the ids. */
function content({ sources, codes, codings, cases, notes, coders }: CodedText): unknown {
  const source = (id: string): string => sources.find((one) => one.id === id)?.name ?? id;
  const path = (id: string | null): string[] => {
    const code = codes.find((one) => one.id === id);
    return code === undefined ? [] : [...path(code.parent), code.name];
  };
  return {
    sources: sources.map(({ name, text, group }) => ({ name, text, group })),
    codes: codes.map(({ id, description, isCodable, colour }) => ({ path: path(id), description, isCodable, colour })),
    codings: codings.map((one) => ({ ...one, id: '', source: source(one.source), code: path(one.code) })).map((one) => JSON.stringify(one)).sort(),
    cases: cases.map(({ name, attributes, sources: ids }) => ({ name, attributes: [...attributes].sort(), sources: ids.map(source).sort() }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    notes: notes.map(({ name, text, author }) => ({ name, text, author })),
    coders: [...coders].sort(),
  };
}

describe('a project that is written reads back identical', () => {
  it('the fixture study, with the participants that its list of speakers names', async () => {
    expect(content(await writtenAndRead(study))).toEqual(content(study));
  });

  it('names with markup, emoji, combining marks, memos, notes, groups, attributes, codings of whole documents', async () => {
    const read = await writtenAndRead(awkward);
    expect(content(read)).toEqual(content({ ...awkward, codes: awkward.codes.map((code) => ({ ...code, colour: code.colour === 'red' ? null : code.colour })) }));
    expect(await writtenAndRead(read)).toEqual({ ...read, inputs: expect.anything(), warnings: read.warnings.map((warning) => ({ ...warning, where: expect.anything() })) });
  });

  it('any texts, codes and codings', async () => {
    await fc.assert(fc.asyncProperty(projects(), async (coded) => {
      expect(content(await writtenAndRead(coded))).toEqual(content(coded));
    }), { numRuns: 25 });
  });

  const demo = join(SHARED, 'qual/qc/demo.qdpx');
  it.skipIf(!existsSync(demo))(`262 nested codes, 158 selections and 205 codings of another program, ids and order included${existsSync(demo) ? '' : ' (skipped: ../shared is absent)'}`, async () => {
    const first = await readCodedText([demo]);
    expect([first.codes.length, new Set(first.codings.map(({ source, start, end }) => `${source} ${start} ${end}`)).size, first.codings.length]).toEqual([262, 158, 205]);
    const second = await writtenAndRead(first);
    const { inputs: _, ...rest } = first;
    expect(second).toEqual({ ...rest, inputs: expect.anything() });
  });
});

describe('a project is written', () => {
  it('the same for the same study, byte for byte', () => {
    expect(Buffer.compare(Buffer.from(qdpx(study, 'study', 'test')), Buffer.from(qdpx(study, 'study', 'test')))).toBe(0);
  });

  it.each([['the fixture study', study], ['an awkward one', awkward], ['an empty one', { ...awkward, sources: [], codes: [], codings: [], cases: [], notes: [], coders: [] }]])(
    'with its parts in the order of the schema, none empty, every reference met: %s', (_, coded) => {
      const { order, empty, guids, targets } = structure(refiProject(coded, 'study', 'test'));
      const schema = ['Users', 'CodeBook', 'Variables', 'Cases', 'Sources', 'Notes', 'Links', 'Sets', 'Graphs'];
      expect(order).toEqual(schema.filter((name) => order.includes(name)));
      expect(empty).toEqual([]);
      expect(new Set(guids).size).toBe(guids.length);
      expect(targets.filter((target) => !guids.includes(target))).toEqual([]);
      expect([...guids, ...targets].filter((guid) => !/^[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}$/.test(guid))).toEqual([]);
    });

  const schemas = join(SHARED, 'qual');
  const lacks = !existsSync(schemas) ? ' (skipped: ../shared is absent)' : spawnSync('xmllint', ['--version']).error !== undefined ? ' (skipped: there is no xmllint)' : '';
  it.skipIf(lacks !== '')(`valid against the REFI-QDA schemas${lacks}`, async () => {
    const folder = scratchFolder();
    const demo = await readCodedText([join(schemas, 'qc/demo.qdpx')]);
    for (const [name, coded] of Object.entries({ study, awkward, demo })) {
      writeFileSync(join(folder, `${name}.qde`), refiProject(coded, name, 'test'));
      writeFileSync(join(folder, `${name}.qdc`), refiCodebook(coded, 'test'));
      expect(validity(join(schemas, 'Project.xsd'), join(folder, `${name}.qde`))).toBe('validates');
      expect(validity(join(schemas, 'Codebook.xsd'), join(folder, `${name}.qdc`))).toBe('validates');
    }
  });
});

function validity(schema: string, file: string): string {
  const { stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, file], { encoding: 'utf8' });
  return stderr.trim().replace(`${file} `, '');
}

function structure(xml: string) {
  const order: string[] = [];
  const empty: string[] = [];
  const guids: string[] = [];
  const targets: string[] = [];
  const depth: { name: string; children: number }[] = [];
  readXml(Buffer.from(xml), 'project.qde', {
    open({ local, attributes }) {
      if (depth.length === 1) order.push(local);
      const above = depth.at(-1);
      if (above !== undefined) above.children += 1;
      depth.push({ name: local, children: 0 });
      const guid = attributes['guid']?.value;
      if (guid !== undefined) guids.push(guid);
      for (const key of ['targetGUID', 'creatingUser']) {
        const target = attributes[key]?.value;
        if (target !== undefined) targets.push(target);
      }
    },
    close() {
      const closed = depth.pop();
      if (closed?.children === 0 && /^(?:Users|CodeBook|Codes|Variables|Cases|Sources|Notes|Sets)$/.test(closed.name)) empty.push(closed.name);
    },
  });
  return { order, empty, guids, targets };
}

function projects(): fc.Arbitrary<CodedText> {
  const name = fc.string({ unit: fc.constantFrom('a', 'B', '&', '<', '"', ' x', 'é', '👍'), minLength: 1, maxLength: 6 }).filter((text) => text === text.trim());
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'é', 'e\u0301', '👍', '<'), minLength: 3, maxLength: 30 });
  return fc.record({
    texts: fc.array(text, { minLength: 1, maxLength: 3 }),
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 5, selector: (one) => one.toLowerCase() }),
    marks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.constantFrom('anna', 'ben')), { maxLength: 12 }),
  }).map(({ texts, names, marks }): CodedText => {
    const sources = texts.map((content, index): TextSource => ({ id: `s${index}`, name: `doc ${index}`, text: content, turns: [], group: null }));
    const codes = names.map((one, index): Code => ({ id: `c${index}`, name: one, parent: index % 3 === 2 ? `c${index - 1}` : null, description: null, colour: null, isCodable: true }));
    const codings = marks.map(([where, from, length, which, coder], index): Coding => {
      const source = sources[where % sources.length]!;
      const points = [...(source.text ?? '')];
      const start = from % points.length;
      const end = start + 1 + (length % (points.length - start));
      return coding({ id: `${index}`, source: source.id, start, end, code: codes[which % codes.length]!.id, coder, quote: points.slice(start, end).join('') });
    });
    return { sources, codes, codings, cases: [] as Case[], notes: [], coders: [...new Set(codings.map(({ coder }) => coder))], convention: '', inputs: [], warnings: [] };
  });
}
