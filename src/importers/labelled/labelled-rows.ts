import type { ColumnDeclaration, Declarations } from '../../dataset/declaration.js';
import { ColumnText } from '../columns/column-text.js';
import type { TalliedText } from '../columns/column-text.js';
import { nameColumns } from '../rows/header.js';
import type { Rows } from '../rows/rows.js';
import { declarationOf } from './declare-variable.js';
import type { LabelledVariable } from './labelled-variable.js';

/** Different values of a column whose texts are remembered. */
const REMEMBERED = 4096;

/**
 * Takes the cells of labelled data and makes the rectangle that text files also become, with what the file declares
 * of each column. Numbers stand in it in the shortest form that reads back as the same double, dates as ISO 8601.
 */
export class LabelledRows {
  private readonly columns: LabelledColumn[];
  private rows = 0;

  constructor(private readonly file: string, variables: readonly LabelledVariable[]) {
    this.columns = variables.map((variable) => new LabelledColumn(variable));
  }

  /**
   * Puts a cell into the row that is being filled; null is a cell without a value.
   *
   * @param index of the variable
   */
  set(index: number, value: number | string | null): void {
    this.columns[index].set(this.rows, value);
  }

  endRow(): void {
    this.rows += 1;
  }

  finish(): { rows: Rows; declarations: Declarations } {
    const { file, columns, rows } = this;
    const header = nameColumns(columns.map(({ variable }) => variable.name), file, 1);
    const lines = Array.from({ length: rows }, (_, row) => row + 1);
    const all = Uint32Array.from(lines, (line) => line - 1);
    const tallied = (column: LabelledColumn) => (): TalliedText => column.cells.tally(all);
    const warnings = rows > 0 ? header.warnings
      : [...header.warnings, { code: 'W_ROWS_NONE', message: 'The file has variables and no rows.', where: file } as const];
    return {
      rows: { header, columns: columns.map(({ cells }) => cells), lines, firstRecords: [header.names], warnings },
      declarations: new Map(columns.map((column, index): [string, ColumnDeclaration] =>
        [header.names[index], declarationOf(column.variable, header.names[index], tallied(column), column.missing)])),
    };
  }
}

class LabelledColumn {
  readonly cells = new ColumnText();
  /** Texts of the values that mean missing. */
  readonly missing = new Set<string>();
  /** Null once there are so many different values that looking for them costs more than writing them. */
  private texts: Map<number | string, string> | null = new Map();

  constructor(readonly variable: LabelledVariable) {}

  set(row: number, value: number | string | null): void {
    this.cells.set(row, value === null ? '' : this.texts?.get(value) ?? this.newText(value));
  }

  private newText(value: number | string): string {
    const { variable, missing, texts } = this;
    const text = typeof value === 'string' ? value : variable.type === 'date' ? dateText(value) : String(value);
    if (variable.isMissing(value)) missing.add(text);
    if (texts?.set(value, text).size === REMEMBERED) this.texts = null;
    return text;
  }
}

/** Days without a time stand without one; what no calendar holds stays a number, which is no date. */
function dateText(milliseconds: number): string {
  const date = new Date(Math.round(milliseconds));
  return Number.isNaN(date.getTime()) ? String(milliseconds) : date.toISOString().replace(/T00:00:00\.000Z$/, '');
}
