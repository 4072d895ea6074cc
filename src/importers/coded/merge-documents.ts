import { StudyError } from '../../errors.js';
import type { Warning } from '../../results/warning.js';
import { documentKey } from './document-key.js';
import type { Draft, DraftDocument } from './draft.js';
import { squashed } from './quote-match.js';
import type { StoredText } from './stored-text.js';

/** A document of the study, as all the files that name it know it. */
export interface MergedDocument {
  readonly id: string;
  readonly name: string;
  readonly text: StoredText | null;
  readonly group: string | null;
  readonly speakers: ReadonlySet<string>;
}

export interface MergedDocuments {
  readonly documents: readonly MergedDocument[];
  /** For each draft, in their order: the merged document of each id of its documents. */
  readonly of: readonly ReadonlyMap<string, MergedDocument>[];
  readonly warnings: readonly Warning[];
}

/**
 * Brings together what several files say of one document. Files of coders that differ in its text cannot be compared
 * and are refused; a transcript that differs from the text in a project gives way to it, with a warning.
 *
 * @param transcripts texts that were given beside the coded files.
 * @throws StudyError E_DOCUMENT_DIFFERS.
 */
export function mergeDocuments(drafts: readonly Draft[], transcripts: readonly DraftDocument[]): MergedDocuments {
  const merged = new Map<string, MergedDocument>();
  const ids = new Set<string>();
  const keysOf = drafts.map((draft) => {
    const own = new Map<string, string>();
    const used = new Set<string>();
    for (const document of draft.documents) {
      const key = used.has(documentKey(document.name)) ? `${documentKey(document.name)}\n${document.id}` : documentKey(document.name);
      used.add(key);
      own.set(document.id, key);
      const known = merged.get(key);
      merged.set(key, known === undefined ? fresh(document, ids) : together(known, document, draft));
    }
    return own;
  });
  const warnings: Warning[] = [];
  for (const transcript of transcripts) {
    const key = documentKey(transcript.name);
    const known = merged.get(key);
    if (known !== undefined && known.text !== null && transcript.text !== null && !sameWords(known.text, transcript.text)) {
      warnings.push({
        code: 'W_TRANSCRIPT_DIFFERS', where: transcript.name,
        message: 'The transcript differs from the text in the project; the offsets hold in the project\'s text, which is used.',
      });
    }
    merged.set(key, known === undefined ? fresh(transcript, ids) : {
      ...known, text: known.text ?? transcript.text, speakers: new Set([...known.speakers, ...(transcript.speakers ?? [])]),
    });
  }
  const of = keysOf.map((own) => new Map([...own].flatMap(([id, key]) => {
    const document = merged.get(key);
    return document === undefined ? [] : [[id, document] as const];
  })));
  return { documents: [...merged.values()], of, warnings };
}

function fresh(document: DraftDocument, ids: Set<string>): MergedDocument {
  let id = document.id;
  for (let number = 2; ids.has(id); number += 1) id = `${document.id} (${number})`;
  ids.add(id);
  return { ...document, id, speakers: document.speakers ?? new Set() };
}

function together(known: MergedDocument, document: DraftDocument, draft: Draft): MergedDocument {
  if (known.text !== null && document.text !== null && known.text.text !== document.text.text) {
    throw new StudyError('E_DOCUMENT_DIFFERS', `The text of "${document.name}" differs between the files.`, {
      where: draft.inputs[0]?.path, hint: 'Compare coders on the same text, or analyse the files one by one.',
    });
  }
  return {
    ...known,
    text: known.text ?? document.text,
    group: known.group ?? document.group,
    speakers: new Set([...known.speakers, ...(document.speakers ?? [])]),
  };
}

function sameWords(a: StoredText, b: StoredText): boolean {
  return a.text === b.text || squashed(a.text) === squashed(b.text);
}
