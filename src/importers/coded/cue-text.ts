/** What a subtitle file says, as a transcript: the lines of its cues, with a label where the speaker changes. */
export interface CueText {
  readonly text: string;
  /** Names given as such (`<v Name>`). */
  readonly speakers: ReadonlySet<string>;
}

const VTT_TIME = /^(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}/;
const SRT_TIME = /^\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}[ \t]+-->[ \t]+\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}/;

/** @param text with LF. */
export function isVtt(text: string): boolean {
  return /^WEBVTT(?:[ \t\n]|$)/.test(text);
}

/** @param text with LF. */
export function isSrt(text: string): boolean {
  const lines = text.trimStart().split('\n', 2);
  return /^\d+\s*$/.test(lines[0]) && SRT_TIME.test(lines[1] ?? '');
}

/**
 * WebVTT (W3C) and SubRip. Blocks without a time (header, NOTE, STYLE, REGION) say nothing; tags are taken off, and
 * what `<v Name>` names becomes the label of the line where the name changes.
 *
 * @param text with LF.
 */
export function cueText(text: string): CueText {
  const lines: string[] = [];
  const speakers = new Set<string>();
  let current: string | null = null;
  for (const block of text.split(/\n(?:[ \t]*\n)+/)) {
    const rows = block.split('\n');
    const time = rows.findIndex((row) => VTT_TIME.test(row) || SRT_TIME.test(row));
    if (time === -1 || time > 1) continue;
    for (const row of rows.slice(time + 1)) {
      for (const { voice, words } of spoken(row)) {
        if (words === '') continue;
        if (voice !== null) speakers.add(voice);
        lines.push(voice === null || voice === current ? words : `${voice}: ${words}`);
        current = voice ?? current;
      }
    }
  }
  return { text: lines.length === 0 ? '' : `${lines.join('\n')}\n`, speakers };
}

/** A row of a cue, split where another voice starts. */
function spoken(row: string): { voice: string | null; words: string }[] {
  const parts = row.split(/<v(?:\.[^\s>]+)*[ \t]+([^>]+)>/);
  return parts.flatMap((part, index) => (index % 2 === 1 ? [] : [{
    voice: index === 0 ? null : unescaped(parts[index - 1]).trim().replace(/\s+/g, ' '),
    words: unescaped(part.replace(/<[^<>]*>|\{\\[^{}]*\}/g, '')).trim(),
  }]));
}

const ENTITIES = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['nbsp', '\u00A0'], ['lrm', ''], ['rlm', ''], ['quot', '"'], ['apos', "'"]]);

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole;
  });
}
