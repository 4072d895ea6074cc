import type { ColumnKind, ColumnRole, Level } from './column.js';

/**
 * What a data dictionary, a survey platform or study.yml says of a column beyond what its cells show. Everything
 * left out is read from the cells.
 */
export interface ColumnDeclaration {
  readonly label?: string;
  readonly type?: ColumnKind;
  /** Every allowed value, in order; of an ordinal column numbers, of any other as the cells show them. */
  readonly levels?: readonly DeclaredLevel[];
  readonly unit?: string;
  /** Least and greatest possible value, both allowed. */
  readonly range?: readonly [number, number];
  /** Values that mean missing, as they stand in the file. */
  readonly missing?: readonly string[];
  /** How its numbers are written, where that is not as in the rest of the file. */
  readonly decimal?: '.' | ',';
  readonly role?: ColumnRole;
  /** Whether a high answer means little of what the scale measures. */
  readonly reversed?: boolean;
  /** Whether the software marks it as naming a person. */
  readonly identifies?: boolean;
  /** Where this is declared, as `file:line:column`. */
  readonly where?: string;
  /**
   * What is said by software rather than by the study: cells that break it are warned of and kept, where cells that
   * break the study's own word are refused.
   */
  readonly lenient?: readonly StrictKey[];
}

/** A level, and how the cells write it where that is neither its value nor its label. */
export interface DeclaredLevel extends Level {
  readonly written?: string;
}

/** What cells can break. */
export type StrictKey = 'type' | 'levels' | 'range';

/** By the column's name. */
export type Declarations = ReadonlyMap<string, ColumnDeclaration>;

export type { ColumnRole } from './column.js';

/**
 * Both declarations of every column as one: key by key the stronger speaks, such as study.yml before a platform's
 * dictionary.
 */
export function mergeDeclarations(weaker: Declarations | undefined, stronger: Declarations | undefined): Declarations {
  const merged = new Map(weaker);
  for (const [name, declaration] of stronger ?? []) {
    const before = merged.get(name);
    merged.set(name, before === undefined ? declaration : merge(before, declaration));
  }
  return merged;
}

function merge(weaker: ColumnDeclaration, stronger: ColumnDeclaration): ColumnDeclaration {
  const lenient = [
    ...(weaker.lenient ?? []).filter((key) => stronger[key] === undefined),
    ...(stronger.lenient ?? []).filter((key) => stronger[key] !== undefined),
  ];
  // Another type has other levels: those of a list of codes are none of a measurement.
  const { levels, ...others } = weaker;
  const isRetyped = stronger.type !== undefined && weaker.type !== undefined && stronger.type !== weaker.type;
  return { ...others, ...(levels === undefined || isRetyped ? {} : { levels }), ...stronger, lenient };
}
