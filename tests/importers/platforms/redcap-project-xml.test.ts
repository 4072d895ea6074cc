import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { questionText } from '../../../src/importers/platforms/question-text.js';
import { readSurvey } from '../../../src/importers/survey.js';
import { SHARED } from '../../cli/portal-study.js';

const PROJECTS = join(SHARED, 'data/redcapr/inst/test-data/projects');
const present = existsSync(PROJECTS);
/** Exports that hold no rows, and one whose XML was saved after some of its rows were deleted. */
const OF_ANOTHER_DAY = new Set(['arm-single-delete', 'empty-rows', 'single-column', 'potentially-problematic-dictionary']);

/** What REDCap's own description of a project (CDISC ODM) says, read with a pattern for each element. */
function described(xml: string) {
  const text = (escaped: string): string => questionText(escaped.replace(/&(amp|lt|gt|quot|#039);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#039': "'" })[name]!));
  const items = [...xml.matchAll(/<ItemDef OID="([^"]+)"[^>]*redcap:FieldType="([^"]+)"[^>]*>\s*<Question><TranslatedText>([\s\S]*?)<\/TranslatedText>/g)]
    .map(([, name, type, question]) => ({ name, type, question: text(question) }));
  const lists = [...xml.matchAll(/<CodeList OID="[^"]+" Name="([^"]+)" DataType="text"[^>]*>([\s\S]*?)<\/CodeList>/g)].map(([, name, body]) => ({
    name,
    choices: [...body.matchAll(/CodedValue="([^"]*)"><Decode><TranslatedText>([\s\S]*?)<\/TranslatedText>/g)].map(([, code, label]) => [code, text(label)]),
  }));
  const subjects = new Set([...xml.matchAll(/<SubjectData SubjectKey="([^"]+)"/g)].map(([, key]) => key));
  return { items, lists, subjects };
}

describe.skipIf(!present)(`against the project as REDCap itself describes it${present ? '' : ' (skipped: ../shared is absent)'}`, () => {
  const projects = present ? readdirSync(PROJECTS).filter((name) => existsSync(join(PROJECTS, name, 'project.xml')) && existsSync(join(PROJECTS, name, 'data.csv'))) : [];

  it.each(projects.filter((name) => !OF_ANOTHER_DAY.has(name)))('%s: questions, answers and participants', async (name) => {
    const { items, lists, subjects } = described(readFileSync(join(PROJECTS, name, 'project.xml'), 'utf8'));
    const dataset = await readSurvey(join(PROJECTS, name, 'data.csv'), { duplicates: 'report' });
    const columns = new Map(dataset.columns.map((column) => [column.name, column]));
    expect(items.length).toBeGreaterThan(0);
    if (dataset.reading.dictionary !== null) {
      for (const { name: field, type, question } of items) {
        const column = columns.get(field);
        if (column === undefined || type === 'checkbox' || field.endsWith('_complete')) continue;
        expect([field, column.label ?? field]).toEqual([field, question]);
      }
      for (const { name: field, choices } of lists) {
        const column = columns.get(field);
        if (column === undefined || !['ordinal', 'nominal'].includes(column.kind)) continue;
        expect([field, column.levels?.map(({ value, label }) => [String(value), label ?? String(value)])]).toEqual([field, choices]);
      }
    }
    const id = dataset.columns.find(({ kind }) => kind === 'id')!;
    expect(new Set(Array.from(id.values, String))).toEqual(subjects);
  });
});
