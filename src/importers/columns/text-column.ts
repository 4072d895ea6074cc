import { PRESENT } from '../../dataset/column.js';
import type { TextColumn } from '../../dataset/column.js';
import type { Warning } from '../../results/warning.js';
import { answerOrder } from './answer-order.js';
import type { ColumnPlace } from './column-place.js';
import { eachRow } from './column-text.js';
import type { ReadText } from './evidence.js';

type PresentText = Omit<ReadText, 'number'>;

/**
 * A column of texts. Text is kept as written; ids and group names lose the spaces around them. Groups that differ
 * only by such spaces become one, with a warning.
 */
export function textColumn(
  texts: readonly PresentText[], codes: Uint32Array, kind: TextColumn['kind'], column: ColumnPlace,
): { column: TextColumn; warnings: Warning[] } {
  const value = texts.map(({ text, missing }) => (missing !== PRESENT ? '' : kind === 'text' ? text : text.trim()));
  const groups = kind === 'nominal' ? new Set(value.filter((_, index) => texts[index].missing === PRESENT)) : null;
  return {
    column: {
      kind,
      name: column.name,
      values: Array.from(codes, (code) => value[code]),
      missing: eachRow(codes, Uint8Array.from(texts, ({ missing }) => missing), new Uint8Array(codes.length)),
      ...(groups === null ? {} : { levels: inOrder([...groups]).map((group) => ({ value: group })) }),
    },
    warnings: kind === 'nominal' ? [...mergedGroups(texts, value, column), ...groupsByCase(texts, value, column)] : [],
  };
}

function mergedGroups(texts: readonly PresentText[], value: readonly string[], column: ColumnPlace): Warning[] {
  const written = new Set(texts.map(({ text }) => text));
  const spaced = texts.filter(({ text, missing }, index) =>
    missing === PRESENT && text !== value[index] && written.has(value[index]));
  if (spaced.length === 0) return [];
  const cells = spaced.reduce((sum, { count }) => sum + count, 0);
  return [{
    code: 'W_GROUP_SPACES',
    message: `${cells === 1 ? '1 cell differs' : `${cells} cells differ`} ` +
      'from another group only by spaces around the text, and count to it.',
    where: column.at(spaced[0].firstRow),
  }];
}

/** Software that ignores capitals merges these groups, and a person may have meant one. */
function groupsByCase(texts: readonly PresentText[], value: readonly string[], column: ColumnPlace): Warning[] {
  const spellings = new Map<string, Map<string, number>>();
  texts.forEach(({ missing, firstRow }, index) => {
    if (missing !== PRESENT) return;
    const folded = value[index].toLowerCase();
    const same = spellings.get(folded) ?? new Map<string, number>();
    spellings.set(folded, same.set(value[index], Math.min(firstRow, same.get(value[index]) ?? firstRow)));
  });
  const differing = [...spellings.values()].filter(({ size }) => size > 1);
  if (differing.length === 0) return [];
  const shown = differing.slice(0, 3).map((same) => [...same.keys()].map((group) => `"${group}"`).join(', ')).join('; ');
  return [{
    code: 'W_GROUP_CAPITALS',
    message: `Groups differ only by capital letters, and count apart: ${shown}. Write them alike in a copy where they are one.`,
    where: column.at(Math.min(...differing[0].values())),
  }];
}

/** Answers on a scale in its order, any other names by code unit. */
function inOrder(groups: readonly string[]): readonly string[] {
  return answerOrder(groups) ?? [...groups].sort(byCodeUnits);
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
