import type { NSource } from '../../results/check-reasons.js';
import type { Atom } from './atoms.js';

/** A mean of a text, with its SD and its n as far as they stand with it. */
export interface PrintedAverage {
  readonly mean: Atom;
  readonly sd: Atom | null;
  readonly n: NSource | null;
  readonly start: number;
  readonly end: number;
}

/** A median with the two ends of its range, which it should lie between. */
export interface PrintedMedian {
  readonly median: Atom;
  readonly low: Atom;
  readonly high: Atom;
}

/** Means of a text: `M = 5.19, SD = 1.2`, `57.1 ± 10.2`, `57.1 (SD 10.2)`, `mean (SD) 57.1 (10.2)`, `mean age 57.1`. */
export function averagesOf(text: string, atoms: readonly Atom[]): PrintedAverage[] {
  return atoms.flatMap((mean, index) => {
    const next = atoms[index + 1] as Atom | undefined;
    const gap = next === undefined ? '' : text.slice(mean.end, next.start);
    const isNamed = mean.kind === 'mean' && !mean.number.percent && mean.number.relation === '=';
    const hasSd = next !== undefined && (next.kind === 'sd' ? /^[^.;]{0,30}$/.test(gap)
      : isNamed && next.kind === null && /^\s?[([]\s?$/.test(gap) && /\bS\.?D\.?\b|standard deviation/.test(text.slice(Math.max(0, mean.start - 20), mean.end)));
    if (!isNamed && !(hasSd && next.kind === 'sd' && mean.kind === null && !mean.number.percent)) return [];
    const sd = hasSd ? next : null;
    return [{ mean, sd, n: nBeside(text, atoms, index, sd === null ? index : index + 1), start: mean.start, end: (sd ?? mean).end }];
  });
}

/** `median 7.2 (IQR 6.5–8.1)`, `median [range] 7 [5, 9]`. */
export function mediansOf(text: string, atoms: readonly Atom[]): PrintedMedian[] {
  return atoms.flatMap((median, index) => {
    const [low, high] = atoms.slice(index + 1, index + 3);
    if (median.kind !== 'median' || low === undefined || high === undefined || low.kind !== null || high.kind !== null) return [];
    if (!/^\s?[,;([][^\d.;]{0,24}$/.test(text.slice(median.end, low.start)) || /[.;]\s/.test(text.slice(low.end, high.start))) return [];
    return [{ median, low, high }];
  });
}

/** An n within the same few words, behind the SD or just before the mean. */
function nBeside(text: string, atoms: readonly Atom[], index: number, last: number): NSource | null {
  const behind = atoms[last + 1] as Atom | undefined;
  const before = atoms[index - 1] as Atom | undefined;
  const isN = (atom: Atom | undefined): atom is Atom => atom?.kind === 'n' && /^n$/i.test(atom.label?.name ?? '') && Number.isInteger(atom.value) && atom.value > 1;
  if (isN(behind) && /^[^.]{0,20}$/.test(text.slice(atoms[last].end, behind.start))) return { n: behind.value, from: 'beside' };
  if (isN(before) && /^[^.;]{0,40}$/.test(text.slice(before.end, atoms[index].start))) return { n: before.value, from: 'beside' };
  return null;
}
