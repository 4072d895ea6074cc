import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scalesFromKeys } from '../../../src/commands/scale/scale-keys.js';
import type { Dataset } from '../../../src/dataset/dataset.js';
import { readSurvey } from '../../../src/importers/survey.js';

async function read(name: string, text: string): Promise<Dataset> {
  const path = join(mkdtempSync(join(tmpdir(), 'portal-study-test-')), name);
  writeFileSync(path, text);
  return readSurvey(path, { duplicates: 'report' });
}

async function scales(keys: string, header = 'id,a1,a2,b1,b2,-b3,arm'): Promise<string[]> {
  const dataset = await read('survey.csv', `${header}\nP1,1,2,3,4,5,x\nP2,2,3,4,5,1,x\nP3,3,1,4,2,2,y\nP4,3,1,4,2,2,y\n`);
  const { scales: found } = scalesFromKeys(dataset, await read('keys.csv', keys));
  return found.map(({ name, items, reversed }) => `${name}: ${items.map((item) => (reversed.has(item.name) ? `not ${item.name}` : item.name)).join(' ')}`);
}

describe('scalesFromKeys', () => {
  it('reads a column a scale and a minus before each reversed item, a hyphen or a minus sign', async () => {
    expect(await scales('agree,open\n-a1,b1\na2,−b2\n')).toEqual(['agree: not a1 a2', 'open: b1 not b2']);
  });
  it('passes over a first column that numbers the rows, named or not', async () => {
    expect(await scales('rownames,agree\n1,a1\n2,a2\n')).toEqual(['agree: a1 a2']);
    expect(await scales(',agree\n0,a1\n1,a2\n')).toEqual(['agree: a1 a2']);
  });
  it('takes a first column of items that are called 1, 2 for a scale', async () => {
    expect(await scales('agree,open\n1,a1\n2,a2\n', 'id,1,2,a1,a2,c,arm')).toEqual(['agree: 1 2', 'open: a1 a2']);
  });
  it('takes a scale whose name sounds like an id', async () => {
    expect(await scales('patient,user\na1,b1\na2,b2\n')).toEqual(['patient: a1 a2', 'user: b1 b2']);
  });
  it('ends a shorter scale at its blank cells', async () => {
    expect(await scales('agree,open\na1,b1\na2,b2\n,a1\n')).toEqual(['agree: a1 a2', 'open: b1 b2 a1']);
  });
  it('finds an item that is itself called with a hyphen, and one in other letters', async () => {
    expect(await scales('open\n-b3\n-B1\n')).toEqual(['open: -b3 not b1']);
  });

  it.each([
    ['an item that the survey does not have, at its cell', 'agree\na1\n-a3\n', 'E_COLUMN_MISSING', /keys\.csv:3:agree$/],
    ['an item twice', 'agree\na1\n-a1\n', 'E_KEYS', /keys\.csv:3:agree$/],
    ['a scale of one item', 'agree,open\na1,b1\na2,\n', 'E_SCALE_ITEMS', /keys\.csv$/],
    ['an item that holds names', 'agree\na1\narm\n', 'E_COLUMN_NOT_NUMERIC', /keys\.csv$/],
    ['a header alone', 'agree,open\n', 'E_KEYS', /keys\.csv$/],
  ])('refuses %s', async (_, keys, code, where) => {
    await expect(scales(keys)).rejects.toMatchObject({ code, where: expect.stringMatching(where) as string });
  });
});
