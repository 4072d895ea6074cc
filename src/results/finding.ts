/** One thing that was checked, as continuous integration reports it. */
export interface Finding {
  /** What belongs together, such as a claim. */
  readonly group: string;
  /** Unlike any other name of its group. */
  readonly name: string;
  /** A kind of finding, such as `mismatch`. */
  readonly rule: string;
  readonly level: 'pass' | 'note' | 'warning' | 'error';
  /** One line. */
  readonly message: string;
  /** More lines for a reader of the log; empty for none. */
  readonly detail: string;
  /** Null where it stands in no file. */
  readonly place: FindingPlace | null;
  /** Why an error is forgiven; null where it is not. */
  readonly forgiven: string | null;
}

export interface FindingPlace {
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** Everything that one run checked, the worst first. */
export interface FindingsReport {
  readonly title: string;
  /** Name and version, such as `portal-study 0.1.0`. */
  readonly tool: string;
  readonly command: string;
  readonly findings: readonly Finding[];
  /** What each rule means, one sentence. */
  readonly rules: ReadonlyMap<string, string>;
  /** One sentence that sums up. */
  readonly summary: string;
}

/** `study.yml:12:7` taken apart. A column number may be missing, a colon in a file's name stays there. */
export function placeOf(where: string): FindingPlace {
  const [, path, line, column] = /^(.*?)(?::(\d+)(?::(\d+))?)?$/s.exec(where)!;
  return { path, line: line === undefined ? null : Number(line), column: column === undefined ? null : Number(column) };
}
