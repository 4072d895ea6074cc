import type { TextSource } from '../dataset/coded-text.js';
import type { Observed } from './observed-participants.js';
import type { Segment } from './segments.js';

export interface ThemeCounts {
  readonly segments: number;
  readonly documents: number;
  /** Null where no participant is known at all. */
  readonly participants: number | null;
  /** Null where no source belongs to a group. */
  readonly groups: number | null;
}

/** What a theme's segments count to. `segments` are of one code or of all codes of a category. */
export function themeCounts(segments: readonly Segment[], sources: ReadonlyMap<string, TextSource>, observed: Observed): ThemeCounts {
  const groups = new Set(segments.map(({ source }) => sources.get(source)?.group).filter((group) => typeof group === 'string'));
  return {
    segments: segments.length,
    documents: new Set(segments.map(({ source }) => source)).size,
    participants: observed.size === 0 ? null : new Set(segments.flatMap(({ participants }) => [...participants])).size,
    groups: [...sources.values()].some(({ group }) => group !== null) ? groups.size : null,
  };
}
