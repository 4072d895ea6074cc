import { closeSync, openSync, readSync } from 'node:fs';
import { Fingerprint } from './fingerprint.js';

/** The SHA-256 of a file as it lies on disk, in hexadecimal; null where it cannot be read, which its reader will tell. */
export function fileSha256(path: string): string | null {
  const fingerprint = new Fingerprint();
  try {
    const file = openSync(path, 'r');
    try {
      for (;;) {
        const buffer = Buffer.allocUnsafeSlow(2 ** 20);
        const size = readSync(file, buffer, 0, buffer.length, null);
        if (size === 0) return fingerprint.content().sha256;
        fingerprint.add(buffer.subarray(0, size));
      }
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}
