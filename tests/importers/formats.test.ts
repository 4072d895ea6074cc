import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { StudyError } from '../../src/errors.js';
import { readSurvey } from '../../src/importers/survey.js';
import type { ReadOptions } from '../../src/importers/survey.js';
import { valuesOf } from './reading.js';

const FOLDER = fileURLToPath(new URL('../../fixtures/formats/', import.meta.url));
const FILES = readdirSync(FOLDER).filter((file) => /\.(?:csv|tsv|csv\.gz)$/.test(file));

/** What the JSON beside a fixture says: how it is read, or the error it gives. */
interface Golden {
  readonly options?: ReadOptions;
  readonly reading?: Readonly<Record<string, unknown>>;
  readonly columns?: Readonly<Record<string, unknown>>[];
  readonly lines?: number[];
  readonly warnings?: string[];
  readonly error?: string;
}

describe('fixtures/formats: each small file is read as the JSON beside it says', () => {
  it.each(FILES)('%s', async (file) => {
    const golden = JSON.parse(readFileSync(`${FOLDER}${file.replace(/\..*$/, '.json')}`, 'utf8')) as Golden;
    expect(await answer(file, golden.options ?? {})).toEqual(golden);
  });

  it('leaves no JSON without its file', () => {
    const expected = FILES.map((file) => file.replace(/\..*$/, '.json')).sort();
    expect(readdirSync(FOLDER).filter((file) => file.endsWith('.json')).sort()).toEqual(expected);
  });
});

async function answer(file: string, options: ReadOptions): Promise<Golden> {
  const given = Object.keys(options).length === 0 ? {} : { options };
  try {
    const dataset = await readSurvey(`${FOLDER}${file}`, options);
    const { encoding, delimiter, decimal, newline, platform, preamble, dictionary } = dataset.reading;
    return {
      ...given,
      reading: {
        encoding: encoding.value, delimiter: delimiter?.value, decimal: decimal.value, newline: newline?.value,
        platform: platform?.value ?? null, preamble: [...preamble],
        ...(dictionary === null || dictionary === undefined ? {} : { dictionary: dictionary.value.replace(FOLDER, '') }),
      },
      lines: [...dataset.lines],
      columns: dataset.columns.map((column) => ({
        name: column.name, kind: column.kind, ...(column.unit === undefined ? {} : { unit: column.unit }),
        ...(column.label === undefined ? {} : { label: column.label }),
        ...(column.levels?.some(({ label }) => label !== undefined) ? { levels: column.levels.map(({ value, label }) => [value, label]) } : {}),
        values: valuesOf(dataset, column.name),
      })),
      ...(dataset.multiSelects?.length ? {
        multiSelects: dataset.multiSelects.map(({ name, label, options, answered }) =>
          ({ name, ...(label === undefined ? {} : { label }), options: options.map((one) => [one.column, one.label]), answered: [...answered] })),
      } : {}),
      warnings: dataset.warnings.map(({ code, where }) => `${code} ${where.replace(FOLDER, '')}`),
    };
  } catch (error) {
    if (!(error instanceof StudyError)) throw error;
    return { ...given, error: `${error.code} ${(error.where ?? '').replace(FOLDER, '')}` };
  }
}
