/** A text as names are looked for in it, and for each unit of that the place in the text it came from. */
export interface FoldedText {
  readonly folded: string;
  /** One entry more than units: the last is the end of the text. */
  readonly places: Uint32Array;
}

/** Characters that are not seen: they may stand inside a name without making it another. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/u;
/** A run of plain characters, each its own letter, or one letter with its marks. */
const CLUSTER = /(?:[ -~](?!\p{M}))+|[\s\S]\p{M}*/gu;

/**
 * Folds a text so that a name is found however it is written: letters small and composed, any apostrophe, hyphen or
 * space as the plain one, nothing invisible.
 *
 * @example foldedText('JOSE\u0301 O’Hara').folded; // 'josé o\'hara'
 */
export function foldedText(text: string): FoldedText {
  const places: number[] = [];
  const parts: string[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const isRun = /^[ -~]/.test(cluster) && !/[^ -~]/.test(cluster);
    const part = isRun ? cluster.toLowerCase().replaceAll('`', '\'') : foldedCluster(cluster);
    parts.push(part);
    for (let unit = 0; unit < part.length; unit += 1) places.push(isRun ? index + unit : index);
  }
  places.push(text.length);
  return { folded: parts.join(''), places: Uint32Array.from(places) };
}

function foldedCluster(cluster: string): string {
  if (INVISIBLE.test(cluster)) return cluster.length === 1 ? '' : foldedCluster(cluster.slice(1));
  if (/^\s/u.test(cluster)) return ' ';
  if (/^['’‘ʼ＇`´]/u.test(cluster)) return '\'';
  if (/^[-‐‑‒–—−]/u.test(cluster)) return '-';
  // By way of capitals, so that ß and ss, ς and σ are one.
  return cluster.normalize('NFC').toUpperCase().toLowerCase();
}
