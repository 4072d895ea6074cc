const MARK = '\uFEFF';

/** A document's text as its file holds it: decoded, with its line breaks and its mark of byte order if it has one. */
export interface StoredText {
  readonly stored: string;
  /** Line breaks are LF; no mark of byte order. */
  readonly text: string;
  readonly hasMark: boolean;
  readonly lineBreaks: 'LF' | 'CRLF' | 'mixed';
}

/** @example storedText('\uFEFFa\r\nb').text; // 'a\nb' */
export function storedText(stored: string): StoredText {
  const hasMark = stored.startsWith(MARK);
  const body = hasMark ? stored.slice(1) : stored;
  if (!body.includes('\r')) return { stored, text: body, hasMark, lineBreaks: 'LF' };
  return { stored, text: unifyLines(body), hasMark, lineBreaks: /(?:^|[^\r])\n|\r(?!\n)/.test(body) ? 'mixed' : 'CRLF' };
}

/** CRLF and CR become LF. */
export function unifyLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
