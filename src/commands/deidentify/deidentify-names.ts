import { StudyError } from '../../errors.js';
import { namesSheet } from '../../importers/coded/names-sheet.js';
import { readSheet } from '../../importers/coded/read-sheet.js';
import { inputOf, readWhole } from '../../importers/coded/whole-file.js';
import { place } from '../../importers/place.js';
import { foldedText } from '../../qualitative/folded-text.js';
import { nameMatcher } from '../../qualitative/name-matcher.js';
import type { NameMatch } from '../../qualitative/name-matcher.js';
import type { InputFile } from '../../results/record.js';

/** The names to be replaced, ready to be looked for. */
export interface NameMap {
  readonly names: number;
  readonly input: InputFile;
  find(text: string): NameMatch[];
}

/**
 * Reads the map and refuses one that could not be followed: a name with two replacements, or a replacement that holds
 * another of the names, which would still stand there afterwards.
 *
 * @throws StudyError of namesSheet; E_NAMES_NONE, E_NAMES_TWICE, E_NAMES_CHAIN. No message tells a name.
 */
export async function readNames(path: string, matchCase: boolean): Promise<NameMap> {
  const file = await readWhole(path);
  const rows = namesSheet(await readSheet(file));
  if (rows.length === 0) throw new StudyError('E_NAMES_NONE', 'The map holds no names.', { where: path });
  const lines = new Map<string, number>();
  for (const [index, { name, replacement, line }] of rows.entries()) {
    const key = foldedText(name).folded.replace(/ +/g, ' ').trim();
    const before = rows[lines.get(key) ?? index];
    if (before.replacement !== replacement) {
      throw new StudyError('E_NAMES_TWICE', `The name has another replacement in line ${before.line}.`, { where: place(path, line), hint: 'Keep one of the two rows.' });
    }
    if (!lines.has(key)) lines.set(key, index);
  }
  const find = nameMatcher(rows, matchCase);
  for (const { replacement, line } of rows) {
    const [inside] = find(replacement);
    if (inside === undefined) continue;
    const other = rows.find((row) => row === inside.mapped)?.line ?? line;
    throw new StudyError('E_NAMES_CHAIN', `The replacement holds a name of the map, that of line ${other}, so it would be left behind.`, {
      where: place(path, line), hint: 'Choose a replacement that is nobody\'s name.',
    });
  }
  return { names: lines.size, input: inputOf(file, rows.length), find };
}
