import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CodedText, Coding } from '../../../src/dataset/coded-text.js';
import { readCodedText } from '../../../src/importers/coded-text.js';
import type { CodedTextOptions } from '../../../src/importers/coded-text.js';

/** Files in a folder of their own; answers the path of a name. */
export function filesOf(contents: Readonly<Record<string, string | Uint8Array>>): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-study-test-'));
  for (const [name, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return (name) => join(folder, name);
}

/** Reads one coded file from memory. */
export function readFile(name: string, content: string | Uint8Array, options: CodedTextOptions = {}): Promise<CodedText> {
  return readCodedText([filesOf({ [name]: content })(name)], options);
}

/** A coding in one line: source, place, code's path, coder, participant, quote. */
export function inShort({ codes, codings }: CodedText): string[] {
  const nameOf = (id: string): string => codes.find((code) => code.id === id)?.name ?? `?${id}`;
  const place = ({ start, end }: Coding): string => (start === null ? '-' : `${start}-${end}`);
  return codings.map((coding) => [
    coding.source, place(coding), nameOf(coding.code), coding.coder, coding.participant ?? '-', coding.quote ?? '-',
  ].join(' | '));
}
