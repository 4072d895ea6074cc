import type { Draft } from './draft.js';
import { documentKey } from './document-key.js';

/** The one name for a coder whom nothing names. */
const UNNAMED = 'coder';

/** Who coded a segment: the file's word, else the user's, else the file itself where there are several. */
export function codersOf(drafts: readonly Draft[], declared: string | null): (written: string | null, draft: number) => string {
  const coded = drafts.filter(({ segments }) => segments.length > 0).length;
  return (written, draft) => {
    if (written !== null) return written;
    if (declared !== null) return declared;
    const path = drafts[draft].inputs[0]?.path;
    return coded > 1 && path !== undefined ? documentKey(path) : UNNAMED;
  };
}
