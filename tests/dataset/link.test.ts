import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinColumns } from '../../src/dataset/join-columns.js';
import { linkByParticipant } from '../../src/dataset/link.js';
import type { LinkSide } from '../../src/dataset/link.js';
import { StudyError } from '../../src/errors.js';
import { smallDataset } from './small-dataset.js';

const side = (path: string, ids: readonly (string | null)[]): LinkSide => ({ path, column: 'id', ids });
const link = (left: readonly (string | null)[], right: readonly (string | null)[]) => linkByParticipant(side('survey.csv', left), side('log.csv', right));

function refusal(left: readonly (string | null)[], right: readonly (string | null)[]): StudyError {
  try {
    link(left, right);
  } catch (error) {
    if (error instanceof StudyError) return error;
  }
  throw new Error('Expected a refusal.');
}

describe('linkByParticipant', () => {
  it('counts who is in both, on one side only, and the rows that name nobody', () => {
    const { counts, rightRows, warnings } = link(['a', 'b', 'c', '', null], ['b', 'b', ' c ', 'd', '  ']);
    expect(counts).toEqual({ both: 2, leftOnly: 1, rightOnly: 1, leftBlank: 2, rightBlank: 1 });
    expect(rightRows).toEqual([[], [0, 1], [2], [], []]);
    expect(warnings).toMatchObject([{ code: 'W_LINK_PARTIAL', message: 'survey.csv and log.csv by participant: 2 in both, 1 only in survey.csv, 1 only in log.csv; without an id: 2 and 1 rows.' }]);
  });

  it('says nothing where everybody matches', () => expect(link(['a', 'b'], ['b', 'a']).warnings).toEqual([]));

  it('counts add up to the participants of each side, and either side may come first', () => {
    const ids = fc.array(fc.constantFrom<string | null>('a', 'b', 'c', 'd', null), { minLength: 1 });
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'e'), { minLength: 1 }), ids, (left, right) => {
      const known = new Set<string>(right.filter((id) => id !== null));
      fc.pre(left.some((id) => known.has(id)));
      const { counts } = link(left, right);
      expect(counts.both + counts.leftOnly).toBe(left.length);
      expect(counts.both + counts.rightOnly).toBe(known.size);
      expect(link(right, left).counts).toEqual({ ...counts, leftOnly: counts.rightOnly, rightOnly: counts.leftOnly, leftBlank: counts.rightBlank, rightBlank: counts.leftBlank });
    }));
  });

  it('refuses rows that are many on both sides, naming some', () => {
    expect(refusal(['a', 'a', 'b'], ['a', 'b', 'a'])).toMatchObject({
      code: 'E_LINK_MANY', message: '1 participant stands more than once on both sides, so rows cannot be matched: a (survey.csv 2 rows; log.csv 2 rows).',
    });
  });

  it.each([
    [['17850.0', '17851.0'], ['17850', '17851'], '2 are the same but for a final ".0" (17850.0 and 17850).'],
    [['007'], ['7'], '1 is the same but for zeros in front (007 and 7).'],
    [['P1'], ['p1'], '1 is the same but for upper and lower case.'],
    [['P-01'], ['p 01'], '1 is the same but for spaces, hyphens and case.'],
  ])('does not take %j for %j, and says what would match', (left, right, hint) => {
    const error = refusal(left, right);
    expect(error.code).toBe('E_LINK_NONE');
    expect(error.message).toBe(`0 of ${left.length} participants in survey.csv (id) are among the ${right.length} in log.csv (id).`);
    expect(error.hint).toContain(hint);
  });

  it('warns of the same beside ids that match', () => {
    const { counts, warnings } = link(['1', '2', '3.0'], ['1', '2', '3']);
    expect(counts).toMatchObject({ both: 2, leftOnly: 1, rightOnly: 1 });
    expect(warnings[1]).toMatchObject({ code: 'W_LINK_WRITTEN', message: expect.stringContaining('1 is the same but for a final ".0"') });
  });
});

describe('joinColumns', () => {
  const survey = smallDataset({ id: ['a', 'b', 'c'], age: [30, 40, 50] }, { id: 'id' });
  const labs = { ...smallDataset({ person: ['c', 'a', 'x'], hba1c: [7.1, 8.2, 9.3], age: [51, 31, 61], arm: ['u', 'v', 'u'] }, { person: 'id' }), source: { path: 'labs.csv', sha256: '', bytes: 1, rows: 3 } };

  it('puts each participant’s cells on the survey’s rows, blank where there are none', () => {
    const { dataset } = joinColumns(survey, survey.columns[0], labs, labs.columns[0], 'labs');
    expect(dataset.columns.map(({ name }) => name)).toEqual(['id', 'age', 'hba1c', 'labs.age', 'arm']);
    const [, , hba1c, , arm] = dataset.columns;
    expect([...hba1c.values]).toEqual([8.2, NaN, 7.1]);
    expect([...hba1c.missing]).toEqual([0, 1, 0]);
    expect([...arm.values]).toEqual(['v', '', 'u']);
    expect(dataset.warnings.map(({ code }) => code)).toEqual(['W_LINK_PARTIAL', 'W_LINK_NAMES']);
    expect(dataset.alongside?.map(({ path }) => path)).toEqual(['labs.csv']);
  });
});
