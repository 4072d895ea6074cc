/**
 * One question of which a participant may choose several answers, kept as one 0/1 column an answer. Its columns stand
 * among the data set's columns too.
 */
export interface MultiSelect {
  /** Of no column, but for one whose cells list the answers. */
  readonly name: string;
  readonly label?: string;
  readonly options: readonly MultiSelectOption[];
  /** One entry a row: 1 where the participant answered the question, or is known to have seen it. */
  readonly answered: Uint8Array;
  /** How `answered` is known, as the end of a sentence: "of those who chose at least one". */
  readonly among: string;
}

export interface MultiSelectOption {
  /** The column's name. */
  readonly column: string;
  readonly label: string;
}

/** The question to which a column holds one of several answers. */
export function questionOf(column: string, questions: readonly MultiSelect[] = []): MultiSelect | undefined {
  return questions.find(({ options }) => options.some((option) => option.column === column));
}
