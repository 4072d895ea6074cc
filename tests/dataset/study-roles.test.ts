import { describe, expect, it } from 'vitest';
import { defaultFeatures, isDemographicName } from '../../src/dataset/study-roles.js';
import { smallDataset } from './small-dataset.js';

describe('isDemographicName', () => {
  it.each([['age'], ['Sex'], ['race___4'], ['education'], ['year_of_birth']])('%s describes the person', (name) => expect(isDemographicName(name)).toBe(true));
  it.each([['messages'], ['average'], ['use___4'], ['sexual_health']])('%s does not', (name) => expect(isDemographicName(name)).toBe(false));
});

describe('defaultFeatures', () => {
  it('leaves out the outcome, who people are, and what has no part in the analysis', () => {
    const dataset = smallDataset({ hba1c: [7, 8], age: [40, 50], messages: [1, 2], Progress: [100, 50] });
    const columns = dataset.columns.map((column) => (column.name === 'Progress' ? { ...column, role: 'other' as const } : column));
    const { features, demographic, apart } = defaultFeatures({ ...dataset, columns }, columns[0]);
    expect([features, demographic, apart].map((group) => group.map(({ name }) => name))).toEqual([['messages'], ['age'], ['Progress']]);
  });
});
