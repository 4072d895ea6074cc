import type { SourceKind } from './study.js';

/** A study file before it is written: what files say, and what was guessed from them. */
export interface StudyDraft {
  readonly title: string;
  readonly participantId: string | null;
  readonly missingCodes: readonly string[];
  readonly sources: readonly SourceDraft[];
  readonly variables: readonly VariableDraft[];
  /** Columns without an entry, and why; ready for a remark. */
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
  readonly analyses: readonly { readonly name: string; readonly options: readonly (readonly [string, string | readonly string[]])[] }[];
}

export interface SourceDraft {
  readonly name: string;
  readonly kind: SourceKind;
  /** Relative to the study file. */
  readonly path: string;
  readonly sha256: string | null;
  readonly options: readonly (readonly [key: string, value: string | readonly string[], remark?: string])[];
  /** Why it is only proposed, in a remark; null where it is in use. */
  readonly unused: string | null;
}

export interface VariableDraft {
  readonly name: string;
  readonly entries: readonly VariableEntry[];
  /** Remarks of their own, such as what was odd when the column was read. */
  readonly remarks: readonly string[];
}

export interface VariableEntry {
  readonly key: string;
  /** YAML. */
  readonly value: string;
  readonly remark?: string | undefined;
}
