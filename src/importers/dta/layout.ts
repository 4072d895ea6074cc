/** Sizes that differ between releases of the format, in bytes. */
export interface DtaLayout {
  /** Whether sections stand between tags, as from release 117 on. */
  readonly isTagged: boolean;
  readonly name: number;
  readonly format: number;
  readonly label: number;
  /** One entry of the sort order. */
  readonly sort: number;
  /**
   * Bytes of a reference to a long text that name its variable; the others of eight name its row. Release 119 has 3 of
   * them, and files that other programs write as 119 have 2.
   */
  readonly reference: readonly number[];
  readonly isUnicode: boolean;
}

/** By release: 113 is Stata 8, 114 Stata 10, 115 Stata 12, 117 Stata 13, 118 Stata 14, 119 more than 32767 variables. */
const LAYOUTS: Readonly<Record<number, DtaLayout>> = {
  113: { isTagged: false, name: 33, format: 12, label: 81, sort: 2, reference: [4], isUnicode: false },
  114: { isTagged: false, name: 33, format: 49, label: 81, sort: 2, reference: [4], isUnicode: false },
  115: { isTagged: false, name: 33, format: 49, label: 81, sort: 2, reference: [4], isUnicode: false },
  117: { isTagged: true, name: 33, format: 49, label: 81, sort: 2, reference: [4], isUnicode: false },
  118: { isTagged: true, name: 129, format: 57, label: 321, sort: 2, reference: [2], isUnicode: true },
  119: { isTagged: true, name: 129, format: 57, label: 321, sort: 4, reference: [3, 2], isUnicode: true },
};

/** The layout of a release; undefined for those that are not read. */
export function dtaLayout(release: number): DtaLayout | undefined {
  return LAYOUTS[release];
}

/** How the cells of a variable are stored. */
export type StorageType =
  | { readonly is: 'byte' | 'int' | 'long' | 'float' | 'double' | 'strL'; readonly size: number }
  | { readonly is: 'string'; readonly size: number };

const NUMERIC = ['byte', 'int', 'long', 'float', 'double'] as const;
const SIZES = { byte: 1, int: 2, long: 4, float: 4, double: 8 } as const;

/** The type behind a type's number; null for a number that is none. */
export function storageType(code: number, { isTagged }: DtaLayout): StorageType | null {
  const index = isTagged ? 65_530 - code : code - 251;
  const numeric = NUMERIC[index];
  if (numeric !== undefined) return { is: numeric, size: SIZES[numeric] };
  if (isTagged && code === 32_768) return { is: 'strL', size: 8 };
  return code >= 1 && code <= (isTagged ? 2045 : 244) ? { is: 'string', size: code } : null;
}
