/** What the first bytes of a file say it is; `text` is anything that may be text. */
export type FileKind = 'zip' | 'sqlite' | 'xml' | 'text' | 'other';

export function fileKind(bytes: Uint8Array): FileKind {
  const start = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start.startsWith('SQLite format 3\0')) return 'sqlite';
  if (start.startsWith('\xd0\xcf\x11\xe0') || start.startsWith('%PDF-') || start.startsWith('{\\rtf')) return 'other';
  return /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!DOCTYPE|!--|Project\b|CodeBook\b|\w+:(?:Project|CodeBook)\b)/.test(start) || isUtf16Xml(bytes) ? 'xml' : 'text';
}

function isUtf16Xml(bytes: Uint8Array): boolean {
  const [a, b, c, d, e, f] = bytes;
  return (a === 0xff && b === 0xfe && c === 0x3c && d === 0 && e === 0x3f) || (a === 0xfe && b === 0xff && c === 0 && d === 0x3c && f === 0x3f);
}
