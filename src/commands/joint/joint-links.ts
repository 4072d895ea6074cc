import { PRESENT } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import { readSurvey } from '../../importers/survey.js';
import type { ExpectedDirection } from '../../integration/fit.js';
import type { InputFile } from '../../results/record.js';

/** A theme and a variable that the analyst put together, and why. */
export interface DeclaredLink {
  readonly theme: string;
  readonly variable: string;
  readonly expected: ExpectedDirection;
  readonly rationale: string | null;
  readonly metaInference: string | null;
  /** `file:line`. */
  readonly where: string;
}

export interface DeclaredLinks {
  readonly links: readonly DeclaredLink[];
  readonly input: InputFile;
}

const EXPECTED: ReadonlyMap<string, ExpectedDirection> = new Map([
  ['positive', 'positive'], ['+', 'positive'], ['higher', 'positive'], ['negative', 'negative'], ['-', 'negative'], ['−', 'negative'],
  ['lower', 'negative'], ['none', 'none'], ['0', 'none'],
]);

const COLUMNS_OF_LINKS = 'theme, variable, expected_direction, rationale';
const COLUMNS_OF_INFERENCES = 'theme, variable, meta_inference';

/**
 * Reads links: a row each with `theme`, `variable`, `expected_direction` (positive, negative or none) and perhaps
 * `rationale` and `meta_inference`.
 *
 * @throws StudyError E_LINKS_COLUMN, E_LINKS_DIRECTION, E_LINKS_REPEATED, E_LINKS_BLANK, each with its line.
 */
export async function readLinks(path: string): Promise<DeclaredLinks> {
  // Nothing in a file of links names a person, so that two rows alike are no duplicates of one.
  const dataset = await readSurvey(path, { duplicates: 'report' });
  const theme = textOf(dataset, 'theme', ['code']);
  const variable = textOf(dataset, 'variable', ['construct', 'column']);
  const direction = textOf(dataset, 'expected_direction', ['expected', 'direction']);
  const rationale = optionalText(dataset, ['rationale', 'why']);
  const inference = optionalText(dataset, ['meta_inference', 'metainference', 'inference']);
  const seen = new Map<string, string>();
  const links = Array.from({ length: dataset.rows }, (_, row): DeclaredLink => {
    const where = `${path}:${dataset.lines[row]}`;
    const link = { theme: theme(row) ?? '', variable: variable(row) ?? '' };
    if (link.theme === '' || link.variable === '') {
      throw new StudyError('E_LINKS_BLANK', 'A link has a theme and a variable, and one of them is blank here.', { where, hint: 'Fill both in, or remove the row.' });
    }
    const key = JSON.stringify([link.theme, link.variable]);
    if (seen.has(key)) throw new StudyError('E_LINKS_REPEATED', `${link.theme} and ${link.variable} are linked twice.`, { where, hint: `The first is in ${seen.get(key)}; keep one.` });
    seen.set(key, where);
    const written = (direction(row) ?? '').trim().toLowerCase();
    const expected = EXPECTED.get(written);
    if (expected === undefined) {
      const [nearest] = written === '' ? [] : nearestNames(written, EXPECTED.keys());
      throw new StudyError('E_LINKS_DIRECTION', `expected_direction is positive, negative or none, ${written === '' ? 'and blank here' : `not "${written}"`}.`, { where, hint: nearest === undefined ? 'Write what was expected before looking.' : `Nearest: ${nearest}.` });
    }
    return { ...link, expected, rationale: rationale(row), metaInference: inference(row), where };
  });
  return { links, input: dataset.source };
}

/**
 * Reads meta-inferences that stand in a file of their own: `theme`, perhaps `variable`, and `meta_inference`. They go
 * before those of the links.
 *
 * @throws StudyError E_LINKS_COLUMN; E_LINKS_UNKNOWN for one of a link that is not declared.
 */
export async function withInferences(declared: DeclaredLinks, path: string): Promise<{ links: DeclaredLink[]; input: InputFile }> {
  const dataset = await readSurvey(path, { duplicates: 'report' });
  const theme = textOf(dataset, 'theme', ['code'], COLUMNS_OF_INFERENCES);
  const variable = optionalText(dataset, ['variable', 'construct']);
  const inference = textOf(dataset, 'meta_inference', ['metainference', 'inference'], COLUMNS_OF_INFERENCES);
  const links = [...declared.links];
  for (let row = 0; row < dataset.rows; row += 1) {
    const wanted = { theme: theme(row) ?? '', variable: variable(row) };
    const places = links.flatMap((link, place) => (link.theme === wanted.theme && (wanted.variable === null || link.variable === wanted.variable) ? [place] : []));
    if (places.length === 0) {
      const near = nearestNames(wanted.theme, links.map((link) => link.theme));
      throw new StudyError('E_LINKS_UNKNOWN', `No link is declared for this meta-inference: ${wanted.theme}${wanted.variable === null ? '' : ` and ${wanted.variable}`}.`, {
        where: `${path}:${dataset.lines[row]}`, hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : 'Add the link first.',
      });
    }
    for (const place of places) links[place] = { ...links[place], metaInference: inference(row) };
  }
  return { links, input: dataset.source };
}

type Cells = (row: number) => string | null;

function textOf(dataset: Dataset, name: string, others: readonly string[], columns = COLUMNS_OF_LINKS): Cells {
  const found = optionalColumn(dataset, [name, ...others]);
  if (found !== null) return found;
  const names = dataset.columns.map((column) => column.name);
  const near = nearestNames(name, names);
  throw new StudyError('E_LINKS_COLUMN', `There is no column "${name}".`, {
    where: `${dataset.source.path}:1`, hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Columns: ${columns}.`,
  });
}

function optionalText(dataset: Dataset, names: readonly string[]): Cells {
  return optionalColumn(dataset, names) ?? (() => null);
}

function optionalColumn(dataset: Dataset, names: readonly string[]): Cells | null {
  const plain = (name: string): string => name.toLowerCase().replace(/[\s-]+/g, '_');
  const column = names.map((name) => dataset.columns.find((one) => plain(one.name) === name)).find((one) => one !== undefined);
  if (column === undefined) return null;
  return (row) => (column.missing[row] === PRESENT ? String(column.values[row]).trim() : null);
}
