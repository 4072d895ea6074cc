import type { Paragraph } from '../../dataset/document.js';
import type { NSource } from '../../results/check-reasons.js';
import type { Atom } from './atoms.js';

const PEOPLE = /(?<![\d.,/-])(\d{1,3}(?:,\d{3})+|\d{2,7})\s+(?:[\p{L}-]+\s+){0,3}?(?:participants|patients|respondents|subjects|adults|individuals|people|persons|students|users|women|men)\b/gu;

/** A single n below this is more often that of a group or of repetitions than the study's. */
const FEW = 20;

/**
 * The study's n, where the text is of one mind: the one number behind `N =`, else the one behind `n =`, else the one
 * number of participants. Null where there are several or none.
 */
export function sampleSizeIn(paragraphs: readonly { readonly paragraph: Paragraph; readonly atoms: readonly Atom[] }[]): NSource | null {
  const behind = (name: RegExp): number[] => paragraphs.flatMap(({ atoms }) => atoms.flatMap(({ kind, label, value, number }) =>
    (kind === 'n' && name.test(label?.name ?? '') && number.relation === '=' && Number.isInteger(value) && value > 1 ? [value] : [])));
  const people = (): number[] => paragraphs.flatMap(({ paragraph }) =>
    [...paragraph.text.text.matchAll(PEOPLE)].map((match) => Number(match[1].replace(/,/g, ''))));
  for (const found of [() => behind(/^N$/), () => behind(/^n$/).filter((n) => n >= FEW), people]) {
    const distinct = new Set(found());
    if (distinct.size === 1) return { n: [...distinct][0], from: 'text' };
    if (distinct.size > 1) return null;
  }
  return null;
}
