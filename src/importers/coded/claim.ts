/** What a file says of one stretch of a document: its offsets, and its text if the file gives that. */
export interface Claim {
  readonly start: number;
  readonly end: number;
  readonly quote: string | null;
  /** A quote must stand at the offsets; a name may be a quote or a label. */
  readonly kind: 'quote' | 'name';
  /** `file:line`, or another place that finds it. */
  readonly where?: string;
}
