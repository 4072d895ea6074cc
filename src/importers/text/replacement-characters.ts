import type { Warning } from '../../results/warning.js';
import type { ColumnPlace } from '../columns/column-place.js';
import type { TalliedText } from '../columns/column-text.js';
import { counted } from '../wording.js';

/** Warns where the file itself holds U+FFFD: an earlier program put it for a letter it could not read. */
export function replacementCharacters({ texts, counts, firstRows }: TalliedText, column: ColumnPlace): Warning[] {
  const found = texts.flatMap((text, index) => (text.includes('\uFFFD') ? [index] : []));
  if (found.length === 0) return [];
  return [{
    code: 'W_REPLACEMENT_CHARACTER',
    message: `${counted(found.reduce((sum, index) => sum + counts[index], 0), 'cell')} ` +
      'with the replacement character U+FFFD: letters were lost before this file was written. ' +
      'Export it again as UTF-8.',
    where: column.at(firstRows[found[0]]),
  }];
}
