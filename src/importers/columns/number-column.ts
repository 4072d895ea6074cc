import { DECLARED_MISSING, PRESENT, UNREADABLE } from '../../dataset/column.js';
import type { NumericColumn } from '../../dataset/column.js';
import { isHba1cName } from '../../dataset/hba1c-name.js';
import type { Warning } from '../../results/warning.js';
import type { ColumnPlace } from './column-place.js';
import { eachRow } from './column-text.js';
import type { Evidence } from './evidence.js';
import { judgeHba1c } from './hba1c.js';
import type { CountedValue } from './hba1c.js';
import { suspectCodes } from './isolated-codes.js';
import type { CodeSuspicion } from './isolated-codes.js';
import type { DecimalMark, NumberRules } from './numbers.js';
import { unreadableNumbers } from './odd-numbers.js';
import { counted } from '../wording.js';

/** A number or ordinal column, its suspected missing codes, and one warning for each other thing that is odd. */
export interface NumberReadings {
  readonly column: NumericColumn;
  readonly codes: CodeSuspicion;
  readonly warnings: Warning[];
}

/** Reads a column of measured or counted numbers, or of a scale. HbA1c is a number however short its range. */
export function numberColumn(
  evidence: Evidence, codes: Uint32Array, kind: 'number' | 'ordinal', column: ColumnPlace,
  how: { decimal: DecimalMark; rules: NumberRules },
): NumberReadings {
  const { texts } = evidence;
  const value = new Float64Array(texts.length).fill(NaN);
  const reason = new Uint8Array(texts.length).fill(PRESENT);
  texts.forEach(({ number, missing }, index) => {
    if (number === null) reason[index] = missing;
    else if (number.value === null) reason[index] = number.missing ? DECLARED_MISSING : UNREADABLE;
    else value[index] = number.value;
  });
  const values = differentNumbers(value);
  const hba1c = isHba1cName(column.name) ? judgeHba1c(cellsOf(evidence), column.at) : null;
  const finalKind = hba1c === null ? kind : 'number';
  return {
    column: {
      kind: finalKind,
      name: column.name,
      values: eachRow(codes, value, new Float64Array(codes.length)),
      missing: eachRow(codes, reason, new Uint8Array(codes.length)),
      ...(finalKind === 'ordinal' ? { levels: Array.from(values, (one) => ({ value: one })) } : {}),
      ...(hba1c === null || hba1c.unit === null ? {} : { unit: hba1c.unit }),
    },
    codes: suspectCodes(values),
    warnings: [
      ...unreadableNumbers(texts, column, how.decimal),
      ...readByRule(texts, column, how.rules),
      ...(hba1c?.warnings ?? []),
    ],
  };
}

/** Ascending, without NaN. */
function differentNumbers(values: Float64Array): Float64Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  return sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
}

function cellsOf({ texts }: Evidence): CountedValue[] {
  return texts.flatMap(({ number, count, firstRow }) =>
    (number === null || number.value === null ? [] : [{ value: number.value, count, firstRow }]));
}

function readByRule(texts: Evidence['texts'], column: ColumnPlace, rules: NumberRules): Warning[] {
  return (['censored', 'percent'] as const).flatMap((form) => {
    if (rules[form] === null) return [];
    const found = texts.filter(({ number }) => number?.form === form && (number.value !== null || number.missing));
    if (found.length === 0) return [];
    const cells = counted(found.reduce((sum, { count }) => sum + count, 0), 'cell');
    const read = rules[form] === 'missing' ? 'left out as missing'
      : form === 'censored' ? 'read as the limit' : 'read as the number before the sign';
    return [{
      code: form === 'censored' ? 'W_NUMBER_CENSORED' : 'W_NUMBER_PERCENT',
      message: `${cells} such as ${found[0].text.trim()} ${read}.`,
      where: column.at(found[0].firstRow),
    } as const];
  });
}
