import { decodeWindows1252 } from '../text/windows-1252.js';

/**
 * Decodes texts one at a time. What is not of the encoding becomes U+FFFD, which is warned of where cells are read.
 *
 * @param encoding a name of the WHATWG Encoding Standard
 */
export function textDecoder(encoding: string): (bytes: Uint8Array) => string {
  if (encoding === 'windows-1252') return decodeWindows1252;
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}
