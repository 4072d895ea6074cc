/** A manuscript or a transcript as it was read: its paragraphs and tables, in their order. */
export type Block = Paragraph | TextTable;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** A title of the document or of a part of it, where the file says so. */
  readonly heading: boolean;
  readonly text: PlacedText;
}

export interface TextTable {
  readonly kind: 'table';
  /** Every row has a cell for every column. */
  readonly rows: readonly (readonly TableCell[])[];
  /** The table's own caption, where the file marks it as such. */
  readonly caption: PlacedText | null;
}

export interface TableCell {
  readonly text: PlacedText;
  /** The text belongs to a cell further left or above that reaches to here. */
  readonly spanned: boolean;
}

/** A text without its markup, and where it stands in the file. */
export interface PlacedText {
  readonly text: string;
  /** The lines and columns, from 1, at which stretches of the text start; or a name such as `paragraph 12`. */
  readonly at: string | readonly Anchor[];
}

export interface Anchor {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/**
 * Where in its file a place in a text is.
 *
 * @param offset in UTF-16 units
 * @example placeIn({ text: 'p = .04', at: [{ offset: 0, line: 12, column: 30 }] }, 4); // '12:34'
 */
export function placeIn({ at }: PlacedText, offset: number): string {
  if (typeof at === 'string') return at;
  const anchor = at.findLast((one) => one.offset <= offset) ?? at[0];
  return anchor === undefined ? '1:1' : `${anchor.line}:${anchor.column + offset - anchor.offset}`;
}

/** What replaces a stretch of a text; edits are in order and do not overlap. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with some stretches replaced, in which everything else keeps its place in the file. */
export function editPlaced(placed: PlacedText, edits: readonly Edit[]): PlacedText {
  if (edits.length === 0) return placed;
  const parts: PlacedText[] = [];
  let from = 0;
  for (const { start, end, text } of edits) {
    parts.push(slicePlaced(placed, from, start), { text, at: slicePlaced(placed, start, end).at });
    from = end;
  }
  return joinPlaced([...parts, slicePlaced(placed, from, placed.text.length)]);
}

/** A part of a text, which keeps its place. */
export function slicePlaced({ text, at }: PlacedText, start: number, end: number): PlacedText {
  const part = text.slice(start, end);
  if (typeof at === 'string') return { text: part, at };
  const before = at.findLast((one) => one.offset <= start);
  const first = before === undefined ? [] : [{ ...before, offset: 0, column: before.column + start - before.offset }];
  const inside = at.filter(({ offset }) => offset > start && offset < end).map((one) => ({ ...one, offset: one.offset - start }));
  return { text: part, at: [...first, ...inside] };
}

/** Texts one after the other; where one is named rather than counted, the first name holds for all. */
export function joinPlaced(parts: readonly PlacedText[], between = ''): PlacedText {
  const named = parts.find(({ at }) => typeof at === 'string');
  const anchors: Anchor[] = [];
  let text = '';
  for (const [index, part] of parts.entries()) {
    if (index > 0) text += between;
    if (typeof part.at !== 'string') for (const one of part.at) anchors.push({ ...one, offset: one.offset + text.length });
    text += part.text;
  }
  return { text, at: named === undefined ? anchors : named.at };
}

/** A text without the white space around it. */
export function trimPlaced(placed: PlacedText): PlacedText {
  const start = placed.text.length - placed.text.trimStart().length;
  return slicePlaced(placed, start, Math.max(start, placed.text.trimEnd().length));
}
