import type { CodedText } from '../dataset/coded-text.js';
import type { TreeCode } from '../qualitative/code-tree.js';
import type { Observed } from '../qualitative/observed-participants.js';
import type { Segment } from '../qualitative/segments.js';
import type { ThemeMeasure } from './theme-measure.js';
import { WordsOfParticipants } from './words.js';

/** One theme, a value for each participant asked for: null for those who were not observed or have no such measure. */
export interface ThemeValues {
  readonly theme: TreeCode;
  readonly values: readonly (number | null)[];
}

/**
 * Themes as numbers (quantitized; Sandelowski, Voils & Knafl 2009): a value for each participant and theme. A category
 * holds all that is under it. Who was not observed has no value, never 0; so has, for words and shares, who is observed
 * in sources without text, and for shares who never speaks.
 *
 * @param participants ids in the order in which values are wanted
 * @param segments of the codings that count
 */
export function themeValues(
  coded: CodedText,
  themes: readonly TreeCode[],
  segments: readonly Segment[],
  observed: Observed,
  participants: readonly (string | null)[],
  measure: ThemeMeasure,
): ThemeValues[] {
  const words = measure === 'words' || measure === 'share' ? new WordsOfParticipants(coded) : null;
  return themes.map((theme) => {
    const own = segments.filter(({ code }) => theme.within.has(code));
    const byParticipant = new Map<string, Segment[]>();
    for (const segment of own) {
      for (const participant of segment.participants) byParticipant.set(participant, [...(byParticipant.get(participant) ?? []), segment]);
    }
    const value = (participant: string | null): number | null => {
      const places = participant === null ? undefined : observed.get(participant);
      if (participant === null || places === undefined) return null;
      const those = byParticipant.get(participant) ?? [];
      switch (measure) {
        case 'presence': return those.length > 0 ? 1 : 0;
        case 'count': return those.length;
        case 'words': return words!.within(participant, places, those);
        case 'share': {
          const spoken = words!.spoken(participant, places);
          const coded = words!.within(participant, places, those);
          return spoken === null || spoken === 0 || coded === null ? null : coded / spoken;
        }
      }
    };
    return { theme, values: participants.map(value) };
  });
}
