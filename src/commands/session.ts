import type { Report } from '../reporters/index.js';

/** How far a long run is. */
export interface Progress {
  readonly done: number;
  /** Null where nobody knows, as of a pipe. */
  readonly total: number | null;
  /** What is counted, where a rate of it tells something. */
  readonly unit?: 'bytes';
}

/** What a verb may ask of the world around it; the command line gives the real one, a test gives its own. */
export interface Session {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** The program's name and version, for provenance. */
  readonly tool: string;
  /** The packages built into the program that have a say in numbers, with their versions; absent where none are. */
  readonly libraries?: Readonly<Record<string, string>>;
  /** The day in UTC, YYYY-MM-DD: whether what a study file forgives has run out is the only thing that asks for it. */
  readonly today: string;
  /** Says on standard error what was chosen or noticed; silent under `--quiet`. */
  note(text: string): void;
  /** Awaited between the steps of a long run: lets an interrupt through and shows how far the run is. */
  pause(progress: Progress): Promise<void>;
  /** Prints a report on standard output, or writes it to the files asked for, whole or not at all. */
  deliver(report: Report, target: OutputTarget): Promise<void>;
  /**
   * Writes files that are no report, whole or not at all; `-` is standard output, and `inputs` may not be overwritten.
   * `folder` is made where it is not there.
   */
  write(files: readonly WrittenFile[], inputs: readonly string[], folder?: string): Promise<void>;
}

export interface WrittenFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Where a report goes: `--format`, every `--output` and `--plot`, as typed; `inputs` may not be overwritten. */
export interface OutputTarget {
  readonly format: string | undefined;
  readonly output: readonly string[];
  /** A picture beside whatever else is asked for. */
  readonly plot?: string | undefined;
  readonly inputs: readonly string[];
}
