import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../src/importers/text/bytes.js';
import { SURVEY_LIMITS } from '../../../src/importers/limits.js';
import { openSource } from '../../../src/importers/source.js';
import { readSurveyText } from '../../../src/importers/rows/survey-text.js';
import { readSurvey } from '../../../src/importers/survey.js';
import { failure, warningCodes } from '../reading.js';

const SHARED = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const SPECTRUM = `${SHARED}csv-spectrum/`;
const TEST_DATA = `${SHARED}csv-test-data/`;
const skipped = (folder: string) => (existsSync(folder) ? '' : ' (skipped: ../shared is absent)');

/** The names and each row's cells, before any cell is read as a number. */
async function cellsOf(path: string): Promise<string[][]> {
  const bytes = await readBytes(await openSource(path, SURVEY_LIMITS.bytes), SURVEY_LIMITS);
  const { header, columns, lines } = readSurveyText(bytes, 'utf-8', SURVEY_LIMITS).rows;
  return [[...header.names], ...lines.map((_, row) => columns.map((column) => column.at(row)))];
}

/** csv-spectrum writes one record as an object, more as a list of them. */
function objectsAsRows(json: unknown): string[][] {
  const objects = (Array.isArray(json) ? json : [json]) as Record<string, string>[];
  return [Object.keys(objects[0]), ...objects.map((object) => Object.values(object))];
}

describe.skipIf(!existsSync(SPECTRUM))(`csv-spectrum${skipped(SPECTRUM)}`, () => {
  const names = existsSync(SPECTRUM) ? readdirSync(`${SPECTRUM}csvs`).map((file) => file.replace('.csv', '')) : [];

  it.each(names.filter((name) => name !== 'location_coordinates'))('%s gives the cells of its JSON', async (name) => {
    expect(await cellsOf(`${SPECTRUM}csvs/${name}.csv`))
      .toEqual(objectsAsRows(JSON.parse(readFileSync(`${SPECTRUM}json/${name}.json`, 'utf8'))));
  });

  // Its JSON has another phone number than its CSV, and both have U+FFFD where degree signs were.
  it('location_coordinates keeps quotes inside unquoted cells, and warns of them and of U+FFFD', async () => {
    const dataset = await readSurvey(`${SPECTRUM}csvs/location_coordinates.csv`);
    expect((await cellsOf(`${SPECTRUM}csvs/location_coordinates.csv`))[1])
      .toEqual(['2095257564', '37\uFFFD36\'37.8"N 121\uFFFD2\'17.9"W', 'Modesto', 'Stanislaus']);
    expect(warningCodes(dataset)).toEqual(['W_QUOTE_STRAY', 'W_REPLACEMENT_CHARACTER']);
  });
});

describe.skipIf(!existsSync(TEST_DATA))(`csv-test-data${skipped(TEST_DATA)}`, () => {
  const names = existsSync(TEST_DATA) ? readdirSync(`${TEST_DATA}json`).map((file) => file.replace('.json', '')) : [];
  const asArrays = names.filter((name) => !['all-empty', 'header-simple', 'header-no-rows'].includes(name));

  it.each(asArrays)('%s gives the cells of its JSON', async (name) => {
    expect(await cellsOf(`${TEST_DATA}csv/${name}.csv`))
      .toEqual(JSON.parse(readFileSync(`${TEST_DATA}json/${name}.json`, 'utf8')));
  });

  it('header-simple gives the cells of its JSON', async () => {
    expect(await cellsOf(`${TEST_DATA}csv/header-simple.csv`))
      .toEqual(objectsAsRows(JSON.parse(readFileSync(`${TEST_DATA}json/header-simple.json`, 'utf8'))));
  });

  it('header-no-rows gives no rows and says so', async () => {
    const dataset = await readSurvey(`${TEST_DATA}csv/header-no-rows.csv`);
    expect(dataset.columns.map(({ name }) => name)).toEqual(['foo', 'bar', 'baz']);
    expect(dataset.rows).toBe(0);
    expect(warningCodes(dataset)).toEqual(['W_ROWS_NONE']);
  });

  it('bad-header-wrong-header is a header like any other, without rows', async () => {
    expect(await cellsOf(`${TEST_DATA}csv/bad-header-wrong-header.csv`)).toEqual([['qux', 'quux', 'quuz']]);
  });

  it('bad-unescaped-quote keeps the cell as written and warns, as the quote harms nobody', async () => {
    const dataset = await readSurvey(`${TEST_DATA}csv/bad-unescaped-quote.csv`);
    expect((await cellsOf(`${TEST_DATA}csv/bad-unescaped-quote.csv`))[1])
      .toEqual(['1', 'This "quotes" must be escaped', '3']);
    expect(dataset.warnings).toMatchObject([{ code: 'W_QUOTE_STRAY',
      where: `${TEST_DATA}csv/bad-unescaped-quote.csv:2:bar` }]);
  });

  it.each([
    ['all-empty', 'E_HEADER_MISSING', '', 'only blank lines'],
    ['bad-header-no-header', 'E_FILE_EMPTY', '', 'empty'],
    ['bad-header-less-fields', 'E_ROW_RAGGED', ':2', 'has 2 cells where the header has 3'],
    ['bad-header-more-fields', 'E_ROW_RAGGED', ':2', 'has 4 cells where the header has 3'],
    ['bad-missing-quote', 'E_QUOTE_UNCLOSED', ':2:3', 'never closed'],
    ['bad-quotes-with-unescaped-quote', 'E_QUOTE_STRAY', ':2:3', 'csv:2:18 with text after it'],
  ])('%s is refused as %s with its place and reason', async (name, code, where, reason) => {
    const path = `${TEST_DATA}csv/${name}.csv`;
    const error = await failure(readSurvey(path));
    expect(error).toMatchObject({ code, where: `${path}${where}` });
    expect(error.message).toContain(reason);
  });
});
