import type { Warning } from '../results/warning.js';

/** Codes whose message belongs under the table, because it explains a cell of it; the rest go to standard error. */
const BELOW_THE_TABLE = new Set(['W_CORRELATION_UNDEFINED', 'W_P_UNDEFINED', 'W_SMD_UNDEFINED', 'W_HBA1C_MMOL', 'W_HBA1C_MIXED']);

/** The warnings that a reader of the printed table needs to read its cells. */
export function warningNotes(warnings: readonly Warning[]): string[] {
  return warnings.filter((warning) => BELOW_THE_TABLE.has(warning.code)).map((warning) => warning.message);
}

/** The warnings for the person at the terminal, one line each. */
export function warningLines(warnings: readonly Warning[]): string[] {
  return warnings.filter((warning) => !BELOW_THE_TABLE.has(warning.code)).map((warning) => `${warning.where}: ${warning.message}`);
}
