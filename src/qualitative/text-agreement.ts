import type { AgreementUnit } from '../results/agreement.js';
import { characterCounts } from './character-units.js';
import type { CodedDocument } from './coded-documents.js';
import { addUnits, patternKey } from './pattern-counts.js';
import type { PatternCounts } from './pattern-counts.js';
import { sentences, turnsOrLines } from './text-units.js';
import { codesOfSegments, codesOfUnits, unitCounts } from './unit-codes.js';
import type { UnitCodes } from './unit-codes.js';

export interface UnitChoice {
  readonly unit: Exclude<AgreementUnit, 'row'>;
  /** Share of a unit that must be marked (null: any of it); of segments the share of the longer one, .9 by default. */
  readonly overlap: number | null;
  readonly excludeUncoded: boolean;
}

export const SEGMENT_OVERLAP = 0.9;

/** By document, then by code: units counted by which coders gave them the code. */
export type CountsByDocument = readonly ReadonlyMap<string, PatternCounts>[];

/**
 * Counts every code's units in every document. A code that nobody used in a document is counted there too: all coders
 * agree that it is absent.
 *
 * @param codes all codes that are compared
 */
export function countsByDocument(documents: readonly CodedDocument[], codes: readonly string[], choice: UnitChoice): CountsByDocument {
  return documents.map((document) => {
    const counts = choice.unit === 'character' && document.length !== null
      ? characterCounts({ ...document, length: document.length }, choice.excludeUncoded)
      : unitCounts(unitCodes(document, choice), document.coded, choice.excludeUncoded);
    const total = totalOf(counts) ?? unitsWithoutMarks(document, choice);
    for (const code of codes) {
      if (!counts.has(code)) counts.set(code, absent(document, total));
    }
    return counts;
  });
}

/** The units of a document that are not single characters. */
export function unitCodes(document: CodedDocument, { unit, overlap }: UnitChoice): UnitCodes {
  switch (unit) {
    case 'sentence': return codesOfUnits(document, sentences(document.source.text ?? ''), overlap);
    case 'turn': return codesOfUnits(document, turnsOrLines(document.source), overlap);
    case 'segment': return codesOfSegments(document, overlap ?? SEGMENT_OVERLAP);
    default: return codesOfUnits(document, [{ start: 0, end: document.length ?? lastEnd(document) }], null);
  }
}

/** Where the text is not known, a document reaches as far as it is marked. */
function lastEnd({ marks }: CodedDocument): number {
  return marks.reduce((last, { end }) => Math.max(last, end), 0);
}

/** Every code's units of a document add up to the same. */
function totalOf(counts: ReadonlyMap<string, PatternCounts>): number | null {
  for (const one of counts.values()) return [...one.values()].reduce((sum, units) => sum + units, 0);
  return null;
}

function unitsWithoutMarks(document: CodedDocument, choice: UnitChoice): number {
  if (choice.excludeUncoded) return 0;
  return choice.unit === 'character' ? document.length ?? 0 : unitCodes(document, choice).units.length;
}

function absent({ coded }: CodedDocument, units: number): PatternCounts {
  const counts: PatternCounts = new Map();
  addUnits(counts, patternKey(coded, 0), units);
  return counts;
}
