import { describe, expect, it } from 'vitest';
import { columnOf, readText, valuesOf } from '../reading.js';

/** A Google Forms export of one question. */
const forms = (...answers: string[]): Promise<Awaited<ReturnType<typeof readText>>> =>
  readText(['Timestamp,Q', ...answers.map((answer, row) => `1/${row + 13}/2011 9:30:00,"${answer}"`)].join('\n'));
const options = async (...answers: string[]): Promise<string[] | undefined> => (await forms(...answers)).multiSelects?.[0]?.options.map(({ label }) => label);

describe('cells that list several answers', () => {
  it('become a column an answer, in the order in which they are offered', async () => {
    const dataset = await forms('Phone, Fax', 'Portal', 'Portal, Fax', 'Portal, Phone, Fax', '');
    expect(dataset.multiSelects).toMatchObject([{ name: 'Q', options: [{ label: 'Portal' }, { label: 'Phone' }, { label: 'Fax' }], answered: new Uint8Array([1, 1, 1, 1, 0]) }]);
    expect(valuesOf(dataset, 'Q: Fax')).toEqual([1, 0, 1, 1, '[blank]']);
    expect(columnOf(dataset, 'Q')).toMatchObject({ kind: 'text' });
    expect(valuesOf(dataset, 'Q')[3]).toBe('Portal, Phone, Fax');
  });

  it('may have semicolons between them, as a download has', async () => {
    expect(await options('Portal;Phone', 'Phone;Fax', 'Portal;Fax')).toEqual(['Portal', 'Phone', 'Fax']);
  });

  it('are none where a part stands in one kind of cell only, such as in "Yes, often"', async () => {
    expect(await options('Yes, often', 'No, never', 'Yes, often', 'No, never', 'Yes, rarely')).toBeUndefined();
  });

  it('are none where two parts change places, as in prose', async () => {
    expect(await options('tired, sad', 'sad, tired', 'tired', 'sad')).toBeUndefined();
  });

  it('keep free text that starts with NA', async () => {
    const dataset = await forms('NA - I never used it', 'NA', 'None, thanks');
    expect(valuesOf(dataset, 'Q')).toEqual(['NA - I never used it', '[blank]', 'None, thanks']);
    expect(dataset.multiSelects).toEqual([]);
  });

  it('are no numbers with a decimal comma', async () => {
    const text = ['StartDate,EndDate,ResponseId,Q', ...['1,5', '2,5', '1,3', '2,3'].map((cell, row) => `2011-03-01 09:3${row}:00,2011-03-01 09:40:00,R_${row},"${cell}"`)].join('\n');
    expect((await readText(text)).multiSelects).toEqual([]);
  });
});
