/** What a file of labelled data says of one variable. */
export interface LabelledVariable {
  readonly name: string;
  readonly label: string | null;
  /** `date` is milliseconds since 1970-01-01T00:00Z. */
  readonly type: 'number' | 'date' | 'string';
  /** The level of measurement that is declared; null where none is. */
  readonly measure: 'nominal' | 'ordinal' | 'scale' | null;
  /** By value; keys are numbers for numbers and dates. */
  readonly labels: ReadonlyMap<number | string, string>;
  /** Whether a value is declared to mean that there is none. */
  isMissing(value: number | string): boolean;
}
