import { PRESENT, BLANK } from '../../src/dataset/column.js';
import type { Column, ColumnKind } from '../../src/dataset/column.js';
import type { Dataset } from '../../src/dataset/dataset.js';

/** A data set for tests, from columns of plain values; null is a blank cell. */
export function smallDataset(columns: Readonly<Record<string, readonly (number | string | null)[]>>, kinds: Readonly<Record<string, ColumnKind>> = {}): Dataset {
  const rows = Object.values(columns)[0]?.length ?? 0;
  return {
    source: { path: 'survey.csv', sha256: '0'.repeat(64), bytes: 0, rows },
    rows,
    columns: Object.entries(columns).map(([name, values]) => smallColumn(name, values, kinds[name])),
    lines: Uint32Array.from({ length: rows }, (_, row) => row + 2),
    reading: {
      format: { value: 'csv', why: '' }, sheet: null, encoding: { value: 'utf-8', why: 'test' },
      delimiter: { value: ',', why: 'test' },
      decimal: { value: '.', why: 'test' },
      newline: { value: 'LF', why: 'test' },
      compression: null,
      platform: null,
    dictionary: null,
      preamble: [],
      missingCodes: [],
    },
    warnings: [],
  };
}

function smallColumn(name: string, values: readonly (number | string | null)[], wanted: ColumnKind | undefined): Column {
  const missing = Uint8Array.from(values, (value) => (value === null ? BLANK : PRESENT));
  const kind = wanted ?? (values.some((value) => typeof value === 'string') ? 'nominal' : 'number');
  if (kind === 'number' || kind === 'ordinal' || kind === 'date') {
    return { kind, name, missing, values: Float64Array.from(values, (value) => (value === null ? NaN : Number(value))) };
  }
  const texts = values.map((value) => (value === null ? '' : String(value)));
  const levels = [...new Set(texts.filter((_, row) => missing[row] === PRESENT))].sort().map((value) => ({ value }));
  return { kind, name, missing, values: texts, ...(kind === 'nominal' ? { levels } : {}) };
}
