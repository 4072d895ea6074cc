/** One thing that is not as it was locked. */
export type LockDifference =
  | { readonly is: 'tool'; readonly before: string; readonly now: string }
  /** A package built into the tool; a null version is that of one that is not. */
  | { readonly is: 'library'; readonly name: string; readonly before: string | null; readonly now: string | null }
  | { readonly is: 'study'; readonly path: string }
  | { readonly is: 'input-added' | 'input-gone'; readonly path: string }
  | { readonly is: 'input-changed'; readonly path: string; readonly rows: readonly [number | null, number | null]; readonly columns: ColumnChanges | null }
  | { readonly is: 'figure-added' | 'figure-gone'; readonly claim: string; readonly address: string }
  | { readonly is: 'figure-moved'; readonly claim: string; readonly address: string; readonly before: string | null; readonly now: string | null };

export interface ColumnChanges {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** Pairs whose values changed places. */
  readonly exchanged: readonly (readonly [string, string])[];
  /** The same columns in another order. */
  readonly reordered: boolean;
}
