import type { Warning } from '../../results/warning.js';
import type { InputFile } from '../../results/record.js';
import { cueText, isSrt, isVtt } from './cue-text.js';
import type { DraftDocument } from './draft.js';
import { storedText, unifyLines } from './stored-text.js';
import { decode, inputOf } from './whole-file.js';
import type { WholeFile } from './whole-file.js';

export interface Transcript {
  readonly document: DraftDocument;
  readonly input: InputFile;
  readonly warnings: readonly Warning[];
}

/**
 * A transcript in plain text, or the text of a subtitle file, which is then what offsets count in.
 *
 * @throws StudyError where the file is no text.
 */
export function transcriptOf(file: WholeFile, encoding?: string): Transcript {
  const { text, warnings } = decode(file, encoding);
  const lines = unifyLines(text.replace(/^\uFEFF/, ''));
  const cues = isVtt(lines) || isSrt(lines) ? cueText(lines) : null;
  return transcript(file, cues?.text ?? text, warnings, cues?.speakers);
}

export function transcript(file: WholeFile, text: string, warnings: readonly Warning[], speakers?: ReadonlySet<string>): Transcript {
  const name = file.name.replace(/^.*[/\\]/, '');
  const stored = storedText(text);
  return {
    document: { id: name, name, text: stored, group: null, ...(speakers === undefined ? {} : { speakers }) },
    input: inputOf(file, stored.text.split('\n').length),
    warnings,
  };
}
