import { readDocx } from '../documents/docx.js';
import { transcript } from './transcript.js';
import type { Transcript } from './transcript.js';
import type { WholeFile } from './whole-file.js';

/**
 * A transcript in a Word document: a line a paragraph, a line a row of a table with its cells apart.
 *
 * @throws StudyError of readDocx.
 */
export function docxTranscript(file: WholeFile): Transcript {
  const lines = readDocx(file.bytes, file.name).blocks.flatMap((block) =>
    (block.kind === 'paragraph' ? [block.text.text] : block.rows.map((cells) => cells.map(({ text }) => text.text.replace(/\s*\n\s*/g, ' ')).join('\t'))));
  return transcript(file, `${lines.join('\n')}\n`, []);
}
