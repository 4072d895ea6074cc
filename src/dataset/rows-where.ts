import { StudyError } from '../errors.js';
import { PRESENT } from './column.js';
import type { Column } from './column.js';
import type { Dataset } from './dataset.js';
import { findColumn } from './find-column.js';
import { parseCondition } from './where-syntax.js';
import type { Comparison, Condition, Literal } from './where-syntax.js';

/** True, false, or unknown where a cell is missing (Kleene's three values; unknown rows are not taken). */
type Truth = boolean | null;
type RowTest = (row: number) => Truth;

/**
 * The rows, from 0 and in file order, on which a condition is true.
 *
 * @throws StudyError E_WHERE_SYNTAX, E_COLUMN_MISSING, E_WHERE_TYPE (text against a number, `<` on names), or
 *   E_WHERE_EMPTY when no row is left, naming the levels of the columns it asks for.
 * @example
 * rowsWhere(dataset, "arm == 'focus group'");
 */
export function rowsWhere(dataset: Dataset, text: string): Uint32Array {
  const condition = parseCondition(text);
  const test = compile(dataset, condition);
  const rows: number[] = [];
  for (let row = 0; row < dataset.rows; row += 1) if (test(row) === true) rows.push(row);
  if (rows.length === 0) {
    throw new StudyError('E_WHERE_EMPTY', 'No row satisfies the condition.', {
      where: `--where "${text}"`,
      hint: columnsOf(condition).map((name) => describeLevels(findColumn(dataset, name))).join(' '),
    });
  }
  return Uint32Array.from(rows);
}

/** The rows of a condition, or all of them where there is none. */
export function chosenRows(dataset: Dataset, where: string | undefined): Uint32Array {
  return where === undefined ? Uint32Array.from({ length: dataset.rows }, (_, row) => row) : rowsWhere(dataset, where);
}

function compile(dataset: Dataset, condition: Condition): RowTest {
  switch (condition.is) {
    case 'and': {
      const [left, right] = [compile(dataset, condition.left), compile(dataset, condition.right)];
      return (row) => {
        const [a, b] = [left(row), right(row)];
        return a === false || b === false ? false : a === null || b === null ? null : true;
      };
    }
    case 'or': {
      const [left, right] = [compile(dataset, condition.left), compile(dataset, condition.right)];
      return (row) => {
        const [a, b] = [left(row), right(row)];
        return a === true || b === true ? true : a === null || b === null ? null : false;
      };
    }
    case 'not': {
      const inner = compile(dataset, condition.inner);
      return (row) => {
        const truth = inner(row);
        return truth === null ? null : !truth;
      };
    }
    case 'missing': {
      const column = findColumn(dataset, condition.column);
      return (row) => column.missing[row] !== PRESENT;
    }
    case 'in': {
      const column = findColumn(dataset, condition.column);
      const tests = condition.values.map((value) => compare(column, '==', value));
      return (row) => (column.missing[row] === PRESENT ? tests.some((test) => test(row) === true) : null);
    }
    case 'compare':
      return compare(findColumn(dataset, condition.column), condition.operator, condition.value);
  }
}

function compare(column: Column, operator: Comparison, literal: Literal): RowTest {
  const { values, missing } = column;
  const wanted = comparable(column, literal);
  if (typeof wanted === 'string' && operator !== '==' && operator !== '!=') {
    throw new StudyError('E_WHERE_TYPE', `"${column.name}" holds names, which have no order for ${operator}.`, {
      where: '--where', hint: `${describeLevels(column)} Use == or in (…).`,
    });
  }
  return (row) => (missing[row] === PRESENT ? holds(values[row], operator, wanted) : null);
}

function comparable(column: Column, literal: Literal): Literal {
  if (column.kind === 'nominal' || column.kind === 'text' || column.kind === 'id') {
    const labelled = column.levels?.find((level) => level.label === literal);
    return String(labelled?.value ?? literal);
  }
  const labelled = column.levels?.find((level) => level.label !== undefined && level.label === literal);
  const number = labelled !== undefined ? Number(labelled.value)
    : typeof literal === 'number' ? literal
      : column.kind === 'date' ? Date.parse(literal) : Number(literal.trim() === '' ? NaN : literal);
  if (!Number.isNaN(number)) return number;
  throw new StudyError('E_WHERE_TYPE', `"${column.name}" holds ${column.kind === 'date' ? 'dates' : 'numbers'}, not "${literal}".`, {
    where: '--where', hint: describeLevels(column),
  });
}

function holds(found: number | string, operator: Comparison, wanted: Literal): boolean {
  switch (operator) {
    case '==': return found === wanted;
    case '!=': return found !== wanted;
    case '<': return found < wanted;
    case '<=': return found <= wanted;
    case '>': return found > wanted;
    case '>=': return found >= wanted;
  }
}

function columnsOf(condition: Condition): string[] {
  switch (condition.is) {
    case 'and':
    case 'or': return [...new Set([...columnsOf(condition.left), ...columnsOf(condition.right)])];
    case 'not': return columnsOf(condition.inner);
    default: return [condition.column];
  }
}

/** Levels are a question's answers and may be shown; the values of ids, texts and measurements may not. */
function describeLevels(column: Column): string {
  const levels = (column.levels ?? []).slice(0, 8)
    .map(({ value, label }) => (label !== undefined ? `'${label}'` : typeof value === 'number' ? String(value) : `'${value}'`));
  return levels.length === 0 ? `"${column.name}" is of kind ${column.kind}.` : `"${column.name}" holds ${levels.join(', ')}.`;
}
