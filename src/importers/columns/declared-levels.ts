import type { ColumnDeclaration, DeclaredLevel } from '../../dataset/declaration.js';
import { breach, linesOf } from '../../dataset/declare-column.js';
import type { ColumnOrigin } from '../../dataset/declare-column.js';
import type { Warning } from '../../results/warning.js';
import type { TalliedText } from './column-text.js';
import { isBlank } from './missing.js';
import { plainNumber } from './numbers.js';
import type { DecimalMark } from './numbers.js';

/** Cells with the codes of their levels, and a warning where some are of none. */
export interface CodedCells {
  readonly cells: TalliedText;
  readonly warnings: readonly Warning[];
}

/**
 * Puts the level's value for a cell that holds its label, so that a file of answers in words reads as one of codes.
 * A cell that is a level's value stays, whatever labels say; case and spaces around do not count.
 *
 * @param isMissing whether a text is a declared missing code, which needs no level
 * @throws StudyError E_VALUE_LEVELS naming the lines of cells that are of none of the study's levels.
 */
export function codedCells(
  tallied: TalliedText, name: string, levels: readonly DeclaredLevel[], declaration: ColumnDeclaration, origin: ColumnOrigin,
  { decimal, isMissing }: { readonly decimal: DecimalMark; isMissing(text: string): boolean },
): CodedCells {
  const values = new Set(levels.map(({ value }) => String(value)));
  const numbers = new Map(levels.flatMap(({ value }) => {
    const number = plainNumber(String(value), '.');
    return number === null ? [] : [[number, String(value)]];
  }));
  const byName = new Map(levels.flatMap(({ value, label = String(value), written = label }) =>
    [written, label].map((name) => [folded(name), String(value)] as const)).reverse());
  const outside = new Set<number>();
  const texts = tallied.texts.map((text, index) => {
    const trimmed = text.trim();
    if (values.has(trimmed) || isBlank(text) || isMissing(text)) return text;
    const number = plainNumber(trimmed, decimal);
    const code = (number === null ? undefined : numbers.get(number)) ?? byName.get(folded(trimmed));
    if (code === undefined) outside.add(index);
    return code === undefined || isMissing(code) ? (code ?? text) : code;
  });
  const cells = { ...tallied, texts };
  if (outside.size === 0) return { cells, warnings: [] };
  const rows = Array.from(tallied.codes.keys()).filter((row) => outside.has(tallied.codes[row]));
  const message = `${rows.length === 1 ? '1 value is' : `${rows.length} values are`} none of the declared levels, ${shown(levels)}`;
  return { cells, warnings: breach('levels', `${message}: ${linesOf(rows, origin)}.`, name, rows[0], declaration, origin) };
}

function folded(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

const SHOWN_LEVELS = 8;

function shown(levels: readonly DeclaredLevel[]): string {
  const first = levels.slice(0, SHOWN_LEVELS)
    .map(({ value, label }) => (label === undefined || label === String(value) ? value : `${value} ${label}`)).join(', ');
  return levels.length > SHOWN_LEVELS ? `${first} and ${levels.length - SHOWN_LEVELS} more` : first;
}
