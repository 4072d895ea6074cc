import type { ThemesRecord } from '../../results/themes.js';
import { counted } from '../numbers.js';

/** Such as `codings.csv; 6 documents, 39 participants, 6 groups`. */
export function themesSubject({ method, provenance }: ThemesRecord): string {
  const file = provenance.inputs[0]?.path.split(/[\\/]/).at(-1);
  const parts = [
    counted(method.documents, 'document'),
    ...(method.participants === 0 ? [] : [counted(method.participants, 'participant')]),
    ...(method.groups === 0 ? [] : [counted(method.groups, 'group')]),
  ];
  return `${file === undefined ? '' : `${file}; `}${parts.join(', ')}`;
}

/** What is counted, and of whom. */
export function themesNotes({ method, estimates }: ThemesRecord): string[] {
  const unused = estimates.filter(({ by, segments }) => by === null && segments === 0).map(({ path }) => path);
  const several = method.coders.length > 1
    ? `Codings of ${list(method.coders)} together; where they overlap they are one segment.`
    : '';
  const effect = method.participants === 0 ? '' : `%: of the ${counted(method.participants, 'participant')} in the transcripts, which is the frequency effect size; `;
  return [
    [
      estimates.some(({ isCategory }) => isCategory) ? 'A category counts what is under it, each participant once.' : '', several,
      `${effect}${effect === '' ? 'I' : 'i'}ntensity: share of ${method.segments === 1 ? 'the' : 'all'} ${counted(method.segments, 'segment')} (Onwuegbuzie and Teddlie 2003).`,
    ].filter((sentence) => sentence !== '').join(' '),
    ...(unused.length === 0 ? [] : [`Not used: ${unused.slice(0, 8).join(', ')}${unused.length > 8 ? ` and ${unused.length - 8} more` : ''}.`]),
  ];
}

export function coOccurrenceNotes({ method, coOccurrences = [] }: ThemesRecord, hidden: number): string[] {
  if (coOccurrences.length === 0) return ['No two codes do.'];
  const counts = method.coOccurrence === 'turn'
    ? 'Turns that hold both codes. Jaccard: of the turns with either.'
    : 'Pairs of segments that overlap. Jaccard: characters with both codes, of those with either.';
  return [hidden > 0 ? `${counts} ${counted(hidden, 'more pair')} in the record (--format json).` : counts];
}

export const QUOTE_RULE =
  'Quotes: each from another participant, group and document where there is one; of those the one nearest in length to the code’s median.';

export function list(names: readonly string[]): string {
  if (names.length <= 1) return names.join('');
  if (names.length > 4) return `${names.length} coders`;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
