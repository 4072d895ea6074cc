import type { CodedDocument } from './coded-documents.js';
import { marksByCode } from './character-units.js';
import type { UnitCodes } from './unit-codes.js';

/** A stretch on which coders differ, with each coder's codes there; null for one who did not code the document. */
export interface DifferingStretch {
  readonly start: number;
  readonly end: number;
  readonly codes: readonly (readonly string[] | null)[];
}

/**
 * Every longest run of characters in which the coders' codes stay as they are and differ between two of them, in the
 * order of the text; the marks' ends are swept once for all codes together.
 */
export function differingRuns(document: CodedDocument): DifferingStretch[] {
  const everyone = document.coded.reduce((mask, coded, coder) => (coded ? mask | (1 << coder) : mask), 0);
  const ends = Array.from(marksByCode(document), ([code, coders]) => coders.flatMap((stretches, coder) =>
    stretches.flatMap(({ start, end }) => [{ at: start, code, coder }, { at: end, code, coder }]))).flat();
  ends.sort((a, b) => a.at - b.at);
  const masks = new Map<string, number>();
  const found: DifferingStretch[] = [];
  let differing = 0;
  let before = 0;
  for (const { at, code, coder } of ends) {
    if (at > before && differing > 0) found.push({ start: before, end: at, codes: codesByCoder(masks, document.coded) });
    before = at;
    const mask = masks.get(code) ?? 0;
    const next = mask ^ (1 << coder);
    differing += Number(next !== 0 && next !== everyone) - Number(mask !== 0 && mask !== everyone);
    if (next === 0) masks.delete(code);
    else masks.set(code, next);
  }
  return found;
}

/** The units that two coders gave different codes. */
export function differingUnits({ units, masks }: UnitCodes, coded: readonly boolean[]): DifferingStretch[] {
  const everyone = coded.reduce((mask, has, coder) => (has ? mask | (1 << coder) : mask), 0);
  const byUnit = new Map<number, Map<string, number>>();
  for (const [code, found] of masks) {
    for (const [unit, mask] of found) {
      const codes = byUnit.get(unit) ?? new Map<string, number>();
      byUnit.set(unit, codes.set(code, mask));
    }
  }
  return [...byUnit]
    .filter(([, codes]) => [...codes.values()].some((mask) => mask !== everyone))
    .sort(([a], [b]) => a - b)
    .map(([unit, codes]) => ({ ...units[unit], codes: codesByCoder(codes, coded) }));
}

function codesByCoder(masks: ReadonlyMap<string, number>, coded: readonly boolean[]): (string[] | null)[] {
  return coded.map((has, coder) => (has ? [...masks].filter(([, mask]) => ((mask >> coder) & 1) === 1).map(([code]) => code) : null));
}
