import type { Warning } from '../../results/warning.js';

/** A present number of a column, how many cells hold it, and the first row that does. */
export interface CountedValue {
  readonly value: number;
  readonly count: number;
  readonly firstRow: number;
}

/** No HbA1c in % lies above this, and none in mmol/mol below. */
const BETWEEN_UNITS = 20;

/**
 * The unit of an HbA1c column by its values, and warnings where it is mmol/mol or both units occur. Values are
 * never converted. NGSP master equation: % = 0.09148 × mmol/mol + 2.152 (ngsp.org/ifccngsp.asp).
 *
 * @param at where a row's cell stands.
 */
export function judgeHba1c(
  values: readonly CountedValue[], at: (row: number) => string,
): { unit: '%' | 'mmol/mol' | null; warnings: Warning[] } {
  const low = values.filter(({ value }) => value >= 3 && value <= BETWEEN_UNITS);
  const high = values.filter(({ value }) => value > BETWEEN_UNITS && value <= 200);
  const middle = median(values);
  if (middle === null) return { unit: null, warnings: [] };
  const warnings: Warning[] = [];
  if (low.length > 0 && high.length > 0) {
    const fewer = cells(low) < cells(high) ? low : high;
    warnings.push({
      code: 'W_HBA1C_MIXED',
      message: `HbA1c seems to mix units: ${cells(low)} of 20 or less (%), ${cells(high)} above 20 (mmol/mol). ` +
        'Convert one of them first: % = 0.09148 × mmol/mol + 2.152.',
      where: at(Math.min(...fewer.map(({ firstRow }) => firstRow))),
    });
  }
  if (middle > BETWEEN_UNITS) {
    warnings.push({
      code: 'W_HBA1C_MMOL',
      message: `HbA1c is in mmol/mol (median ${Number(middle.toFixed(1))}) and is kept so; ` +
        '% = 0.09148 × mmol/mol + 2.152 (NGSP).',
      where: at(Math.min(...values.map(({ firstRow }) => firstRow))),
    });
  }
  const mixed = warnings.some(({ code }) => code === 'W_HBA1C_MIXED');
  return { unit: mixed ? null : middle > BETWEEN_UNITS ? 'mmol/mol' : '%', warnings };
}

function cells(values: readonly CountedValue[]): number {
  return values.reduce((sum, { count }) => sum + count, 0);
}

function median(values: readonly CountedValue[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const half = cells(sorted) / 2;
  let seen = 0;
  for (const [index, { value, count }] of sorted.entries()) {
    seen += count;
    if (seen > half) return value;
    if (seen === half) return (value + sorted[index + 1].value) / 2;
  }
  return null;
}
