import type { Warning } from '../../results/warning.js';
import { place } from '../place.js';
import { firstOf } from '../wording.js';

export interface Header {
  /** Unique, one a column. */
  readonly names: readonly string[];
  readonly line: number;
  /** Columns whose header cell was blank. */
  readonly unnamed: ReadonlySet<number>;
  readonly warnings: readonly Warning[];
}

/**
 * Names the columns: trimmed, line breaks inside a name as one space, a blank name as `column_7`, a repeated one
 * as `Comments_2`, with a warning.
 */
export function nameColumns(cells: readonly string[], file: string, line: number): Header {
  const written = cells.map((cell) => cell.replace(/\s*[\r\n]+\s*/g, ' ').trim());
  const unnamed = new Set(written.flatMap((name, index) => (name === '' ? [index] : [])));
  const taken = new Set(written);
  const used = new Set<string>();
  const repeated: string[] = [];
  const names = written.map((name, index) => {
    if (name !== '' && !used.has(name)) {
      used.add(name);
      return name;
    }
    const chosen = name === '' ? unused(`column_${index + 1}`, taken) : unused(name, taken);
    taken.add(chosen);
    used.add(chosen);
    if (name !== '') repeated.push(`"${name}" in column ${index + 1} is ${chosen}`);
    return chosen;
  });
  return {
    names, line, unnamed,
    warnings: repeated.length === 0 ? [] : [{
      code: 'W_HEADER_REPEATED', message: `Columns share a name: ${firstOf(repeated, 5)}.`, where: place(file, line),
    }],
  };
}

/** The first of `base`, `base_2`, `base_3` … that no column has. */
function unused(base: string, taken: ReadonlySet<string>): string {
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base}_${number}`;
  return name;
}
