import type { Warning } from './warning.js';

/**
 * What every analysis answers: numbers at full precision, how they were made, from which bytes.
 * It serialises to JSON and holds no timestamp, so the same input gives the same bytes on every run.
 */
export interface ResultRecord<Kind extends string = string, Method = unknown, Estimate = unknown> {
  readonly kind: Kind;
  readonly schemaVersion: 1;
  readonly method: Method;
  readonly estimates: readonly Estimate[];
  readonly n: SampleSize;
  readonly warnings: readonly Warning[];
  readonly provenance: Provenance;
}

/** Rows read, rows that entered the analysis, and the rows that did not, by reason. */
export interface SampleSize {
  readonly rows: number;
  readonly used: number;
  readonly excludedBy: Readonly<Record<string, number>>;
}

export interface Provenance {
  /** Name and version, such as `portal-study 0.1.0`. */
  readonly tool: string;
  readonly command: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** The seed of every random stream, or null where nothing was drawn. */
  readonly seed: number | null;
  readonly inputs: readonly InputFile[];
}

/** One file as it lay on disk: `sha256` and `bytes` are of the stored bytes, before any decompression. */
export interface InputFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Null of a file that is no table. */
  readonly rows: number | null;
}
