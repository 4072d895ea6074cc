import { PRESENT, UNREADABLE } from '../../dataset/column.js';
import type { Column, ColumnKind } from '../../dataset/column.js';
import type { ColumnDeclaration } from '../../dataset/declaration.js';
import { breach, declareColumn, linesOf } from '../../dataset/declare-column.js';
import { isHba1cName } from '../../dataset/hba1c-name.js';
import type { Warning } from '../../results/warning.js';
import type { ColumnPlace } from './column-place.js';
import type { TalliedText } from './column-text.js';
import { dateColumn } from './date-column.js';
import { ambiguousDates, isDates, orderOf } from './date-evidence.js';
import type { DeclaredOrder } from './date-evidence.js';
import { codedCells } from './declared-levels.js';
import { presenceOf, weighEvidence } from './evidence.js';
import type { Evidence } from './evidence.js';
import { idWarnings } from './ids.js';
import type { CodeSuspicion } from './isolated-codes.js';
import { isNumeric, keptAsText, kindByContent, kindOfTexts } from './kinds.js';
import { codesForIds, declaredMissing } from './missing.js';
import type { DecimalMark, NumberRules } from './numbers.js';
import { numberColumn } from './number-column.js';
import { numbersKeptAsText } from './odd-numbers.js';
import { serialDates } from './serial-dates.js';
import { textColumn } from './text-column.js';

/** How the cells of one column are to be read. */
export interface ColumnRules {
  /** The participant's id, another identifier, or (null) data. */
  readonly identifies: 'participant' | 'other' | null;
  readonly decimal: DecimalMark;
  readonly numbers: NumberRules;
  /** Codes that the user declared as missing. */
  readonly missingCodes: readonly string[];
  /** The order of day and month that was declared. */
  readonly dateOrder?: DeclaredOrder | null;
  /** What study.yml or a dictionary says of the column. */
  readonly declared?: ColumnDeclaration | undefined;
}

export interface ColumnReading {
  readonly column: Column;
  /** Of a number or ordinal column: values that may be codes for a missing answer. */
  readonly codes: CodeSuspicion | null;
  readonly warnings: readonly Warning[];
}

/**
 * Decides the kind of a column and reads its cells, with the warnings about it. What is declared of the column goes
 * before what its cells look like.
 *
 * @throws StudyError E_VALUE_LEVELS, E_VALUE_RANGE or E_VALUE_TYPE where cells break what the study declares.
 */
export function readColumn(tallied: TalliedText, column: ColumnPlace, rules: ColumnRules): ColumnReading {
  const { declared } = rules;
  if (declared === undefined) return readCells(tallied, column, rules);
  const { levels, range } = declared;
  const coded = levels === undefined || rules.identifies === 'participant' ? { cells: tallied, warnings: [] }
    : codedCells(tallied, column.name, levels, declared, column.origin, {
      decimal: rules.decimal, isMissing: declaredMissing(rules.missingCodes, rules.decimal),
    });
  const reading = readCells(coded.cells, column, rules);
  const mistyped = noneOfItsType(reading.column, declared, column);
  const said = declareColumn(reading.column, { ...declared, missing: rules.missingCodes }, column.origin);
  // Where the study declares every possible value, none that is left can be a code for a missing one. Software that
  // lists the answers also lists "refused".
  const isClosed = (levels !== undefined || range !== undefined) && declared.lenient?.includes('levels') !== true;
  const codes = reading.codes === null || !isClosed ? reading.codes : { ...reading.codes, suspected: [] };
  return { column: said.column, codes, warnings: [...coded.warnings, ...mistyped, ...reading.warnings, ...said.warnings] };
}

function readCells(tallied: TalliedText, column: ColumnPlace, rules: ColumnRules): ColumnReading {
  if (rules.identifies === 'participant') return readIds(tallied, column, rules);
  const isDeclared = declaredMissing(rules.missingCodes, rules.decimal);
  const evidence = weighEvidence(tallied, rules.decimal, rules.numbers, isDeclared);
  const order = orderOf(evidence, rules.dateOrder ?? null);
  const found = rules.identifies === 'other' ? kindOfTexts(evidence) : isDates(evidence, order, rules.dateOrder ?? null) ? 'date' : kindByContent(evidence);
  const kind = rules.declared?.type ?? (rules.declared?.levels === undefined ? found : kindOfLevels(found));
  switch (kind) {
    case 'number':
    case 'ordinal': {
      const read = numberColumn(evidence, tallied.codes, kind, column, { decimal: rules.decimal, rules: rules.numbers });
      return rules.declared?.type === undefined ? { ...read, warnings: [...read.warnings, ...serialDates(read.column, column)] } : read;
    }
    case 'date':
      return { ...dateColumn(evidence, tallied.codes, column, order), codes: null };
    default: {
      const read = textColumn(evidence.texts, tallied.codes, kind, column);
      const isFound = rules.identifies === null && rules.declared?.type === undefined;
      const notes = isFound ? textNotes(evidence, column, rules.decimal) : [];
      return { column: read.column, codes: null, warnings: [...read.warnings, ...notes] };
    }
  }
}

/** What has levels is a scale or a list of names, however many of either there are. */
function kindOfLevels(found: ColumnKind): ColumnKind {
  return found === 'number' || found === 'ordinal' ? 'ordinal' : 'nominal';
}

const TYPE_WORDS: Readonly<Partial<Record<ColumnKind, string>>> = {
  number: 'a number', ordinal: 'a number or one of its levels', date: 'a date that can be read in one way only (2011-04-03)',
};

/** Some cells may be odd, and are warned of; that every one is means that the declared type is wrong. */
function noneOfItsType({ missing }: Column, declared: ColumnDeclaration, { name, origin }: ColumnPlace): Warning[] {
  const word = declared.type === undefined ? undefined : TYPE_WORDS[declared.type];
  if (word === undefined || missing.includes(PRESENT)) return [];
  const rows = Array.from(missing.keys()).filter((row) => missing[row] === UNREADABLE);
  if (rows.length === 0) return [];
  return breach('type', `No cell of this column is ${word}: ${linesOf(rows, origin)}.`, name, rows[0], declared, origin);
}

function readIds(tallied: TalliedText, column: ColumnPlace, { missingCodes, decimal }: ColumnRules): ColumnReading {
  const isDeclared = declaredMissing(codesForIds(missingCodes), decimal);
  const { counts, firstRows } = tallied;
  const texts = tallied.texts.map((text, index) =>
    ({ text, count: counts[index], firstRow: firstRows[index], missing: presenceOf(text, isDeclared) }));
  const read = textColumn(texts, tallied.codes, 'id', column);
  return { column: read.column, codes: null, warnings: idWarnings(tallied, column.at) };
}

/** Why a column that looks like numbers or dates is text all the same. */
function textNotes(evidence: Evidence, column: ColumnPlace, decimal: DecimalMark): Warning[] {
  const { texts, present, numbers, nearNumbers, dayMonthYears } = evidence;
  if (present === 0) return [];
  const first = texts.find(({ number }) => number !== null)?.firstRow ?? 0;
  if (isNumeric(evidence)) {
    const message = keptAsText(evidence) === 'long'
      ? 'Read as text: its whole numbers are too long to be kept exactly, so they look like ids.'
      : 'Read as text: its numbers start with zeros, which would vanish.';
    return [{ code: 'W_NUMBER_DIGITS', message, where: column.at(first) }];
  }
  if (dayMonthYears * 2 > present) return [ambiguousDates(evidence, column, first)];
  const looksLikeNumbers = nearNumbers > 0 && (numbers + nearNumbers) * 2 > present;
  const isHba1c = nearNumbers > 0 && isHba1cName(column.name);
  return looksLikeNumbers || isHba1c ? [numbersKeptAsText(texts, column, decimal)] : [];
}
