import type { CodedDocument, Mark } from './coded-documents.js';
import { marksByCode } from './character-units.js';
import { addUnits, patternKey } from './pattern-counts.js';
import type { PatternCounts } from './pattern-counts.js';
import { firstEndingAfter } from './stretches.js';
import type { Stretch } from './stretches.js';

/** Units of one document, and for each code which coders gave it to which of them. */
export interface UnitCodes {
  readonly units: readonly Stretch[];
  /** By code, then by the unit's place: a bit a coder; units that nobody gave the code are left out. */
  readonly masks: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/**
 * Sentences, turns or any other disjoint units in order: a coder gave a unit a code where the coder's marks cover at
 * least `overlap` of it; without one, where they touch it at all.
 */
export function codesOfUnits(document: CodedDocument, units: readonly Stretch[], overlap: number | null): UnitCodes {
  const masks = new Map<string, Map<number, number>>();
  for (const [code, coders] of marksByCode(document)) {
    const found = new Map<number, number>();
    coders.forEach((stretches, coder) => {
      for (const [unit, covered] of coveredUnits(stretches, units)) {
        const { start, end } = units[unit];
        // .8 of 5 characters is 4, whatever its last bit says.
        if (overlap === null || covered >= overlap * (end - start) - 1e-9) found.set(unit, (found.get(unit) ?? 0) | (1 << coder));
      }
    });
    masks.set(code, found);
  }
  return { units, masks };
}

function coveredUnits(stretches: readonly Stretch[], units: readonly Stretch[]): Map<number, number> {
  const covered = new Map<number, number>();
  for (const { start, end } of stretches) {
    for (let unit = firstEndingAfter(units, start); unit < units.length && units[unit].start < end; unit++) {
      const shared = Math.min(end, units[unit].end) - Math.max(start, units[unit].start);
      covered.set(unit, (covered.get(unit) ?? 0) + shared);
    }
  }
  return covered;
}

/**
 * Units made by the coders themselves: two marks are the same segment where they share at least `overlap` of the longer
 * one. Marks are taken by start, the longer first, and each joins the open segment that it shares most with.
 */
export function codesOfSegments({ marks }: CodedDocument, overlap: number): UnitCodes {
  const units: Stretch[] = [];
  const masks = new Map<string, Map<number, number>>();
  let open: number[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    open = open.filter((unit) => units[unit].end > mark.start);
    let unit = nearest(mark, open, units, overlap);
    if (unit === null) {
      unit = units.push({ start: mark.start, end: mark.end }) - 1;
      open.push(unit);
    }
    const found = masks.get(mark.code) ?? new Map<number, number>();
    found.set(unit, (found.get(unit) ?? 0) | (1 << mark.coder));
    masks.set(mark.code, found);
  }
  return { units, masks };
}

function nearest(mark: Mark, open: readonly number[], units: readonly Stretch[], overlap: number): number | null {
  let best: number | null = null;
  let most = overlap - 1e-9;
  for (const unit of open) {
    const { start, end } = units[unit];
    const shared = (Math.min(end, mark.end) - Math.max(start, mark.start)) / Math.max(end - start, mark.end - mark.start);
    if (shared >= most && (best === null || shared > most)) {
      best = unit;
      most = shared;
    }
  }
  return best;
}

/** Each code's units counted by which coders gave them the code. */
export function unitCounts({ units, masks }: UnitCodes, coded: readonly boolean[], excludeUncoded: boolean): Map<string, PatternCounts> {
  const total = excludeUncoded ? new Set([...masks.values()].flatMap((found) => [...found.keys()])).size : units.length;
  return new Map(Array.from(masks, ([code, found]) => {
    const counts: PatternCounts = new Map();
    for (const mask of found.values()) addUnits(counts, patternKey(coded, mask), 1);
    addUnits(counts, patternKey(coded, 0), total - found.size);
    return [code, counts];
  }));
}
