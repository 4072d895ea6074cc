import type { SourceKind } from './study.js';

const TEXT_FILE = ['encoding', 'delimiter'] as const;
const TABLE_FILE = [
  ...TEXT_FILE, 'decimal', 'thousands', 'na', 'percent', 'censored', 'sheet', 'platform', 'dictionary', 'instrument', 'participant', 'duplicates', 'dateFormat',
] as const;

/** What may be said of a source besides path, kind and sha256, by its kind. */
export const SOURCE_OPTIONS: Readonly<Record<SourceKind, readonly string[]>> = {
  survey: [...TABLE_FILE, 'event'],
  table: [...TABLE_FILE, 'event'],
  events: [...TEXT_FILE, 'participant', 'time', 'feature', 'duration', 'timezone', 'dateFormat', 'window', 'from', 'to', 'gap', 'dropDuplicates'],
  codings: [
    ...TEXT_FILE, 'platform', 'sheet', 'codebook', 'participant', 'document', 'code', 'quote', 'coder', 'start', 'end', 'group', 'memo', 'columns',
    'offsets', 'links', 'speakers', 'transcripts',
  ],
  transcripts: [...TEXT_FILE, 'participant', 'speakers', 'links'],
  links: [...TEXT_FILE, 'document', 'participant', 'speaker'],
  speakers: [...TEXT_FILE, 'document', 'speaker', 'participant', 'role'],
  codebook: [...TEXT_FILE, 'code', 'parent', 'description'],
};

export const SOURCE_KINDS = Object.keys(SOURCE_OPTIONS) as readonly SourceKind[];

/** The kind of a source that names none: by the names that DESIGN's sketch gives its sources, else a table. */
export function kindByName(name: string): SourceKind {
  const known = SOURCE_KINDS.find((kind) => kind === name);
  return known ?? (name === 'usage' || name === 'log' ? 'events' : name === 'themes' ? 'codings' : 'table');
}

/** `semi-partial` and `semi_partial` are both `semiPartial`. */
export function optionName(key: string): string {
  return key.replace(/[-_]+([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
}
