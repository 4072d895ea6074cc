export interface ByteOrderMark {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32';
  /** Bytes of the mark. */
  readonly length: number;
}

/** The encoding that the first bytes of a text declare, or null where they declare none. */
export function byteOrderMark(head: Uint8Array): ByteOrderMark | null {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32', length: 4 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32', length: 4 };
  return null;
}

export function isUtf16(encoding: string | undefined): boolean {
  return encoding !== undefined && /^utf-?(16|32)/i.test(encoding);
}
