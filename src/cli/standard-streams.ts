import { fstatSync, writeSync } from 'node:fs';
import { StudyError } from '../errors.js';
import { EXIT } from './exit-codes.js';

export type StandardStream = 1 | 2;

/**
 * Whether a standard stream may be a terminal. A pipe or a file never is, and this asks without loading the
 * modules behind `process.stdout`, which cost a tenth of a short run.
 */
export function mayBeTerminal(stream: StandardStream): boolean {
  try {
    return fstatSync(stream).isCharacterDevice();
  } catch {
    return false;
  }
}

/**
 * Writes a text to its end before it returns. A reader that has closed the pipe has had what it wanted, so the
 * process ends as done; one that reads slowly is waited for.
 *
 * @throws StudyError E_OUTPUT, such as when the file it is redirected to fills the disk.
 */
export function writeText(stream: StandardStream, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(stream, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE' && stream === 1) process.exit(EXIT.done);
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw new StudyError('E_OUTPUT', `Standard output cannot be written (${code}).`, { cause: error });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
