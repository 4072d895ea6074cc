import type { AgreementEstimate, AgreementLevel } from '../results/agreement.js';
import type { CodedDocument } from './coded-documents.js';
import { marksByCode } from './character-units.js';
import { undefinedAgreement } from './chance-corrected.js';
import type { Agreement } from './chance-corrected.js';
import { computeCoefficient, levelOf } from './coefficient.js';
import type { ChosenCoefficient } from './coefficient.js';
import { addAll, binaryRatings } from './pattern-counts.js';
import type { PatternCounts } from './pattern-counts.js';
import { pairsOf } from './light-kappa.js';
import { pooledAgreement } from './pooled-agreement.js';
import { categoryShares, ofCoders } from './ratings.js';
import type { Ratings } from './ratings.js';
import type { CountsByDocument } from './text-agreement.js';
import { unitizedAlpha, unitizedDisagreement } from './unitized-alpha.js';
import type { Continuum } from './unitized-alpha.js';

/** Coders and documents to look at, by their places. */
export interface Scope {
  readonly coders: readonly number[];
  readonly documents: readonly number[];
}

export interface CodedUnits {
  readonly documents: readonly CodedDocument[];
  readonly counts: CountsByDocument;
  readonly codes: readonly string[];
  /** How many coders in all. */
  readonly coders: number;
}

const SETTINGS = { level: 'nominal' as AgreementLevel, tolerance: 0, confidence: null };

/** One coefficient of each code in a scope, in the order of the codes, and of all of them pooled. */
export function scopeAgreements(text: CodedUnits, scope: Scope, coefficient: ChosenCoefficient): { codes: Agreement[]; pooled: Agreement } {
  const codes = text.codes.map((code) => codeAgreement(text, code, scope, coefficient));
  if (coefficient.name === 'u-alpha') return { codes, pooled: unitized(text, text.codes, scope) };
  return { codes, pooled: coefficient.name === 'light' ? pooledLight(text, scope, coefficient) : pooledAgreement(codes) };
}

/** The mean over pairs of coders of their pooled κ, as Light's is of one code. */
function pooledLight(text: CodedUnits, scope: Scope, { weights }: ChosenCoefficient): Agreement {
  const pairs = pairsOf(scope.coders.length).map((pair) => pooledAgreement(text.codes.map((code) =>
    codeAgreement(text, code, { ...scope, coders: pair.map((place) => scope.coders[place]) }, { name: 'cohen', weights }))));
  const units = Math.max(0, ...pairs.map((one) => one.units));
  const missing = pairs.find(({ estimate }) => estimate === null);
  if (missing !== undefined) return undefinedAgreement(missing.reason ?? 'too-few', units);
  const estimate = pairs.reduce((sum, one) => sum + (one.estimate ?? 0), 0) / pairs.length;
  return { estimate, se: null, ciLow: null, ciHigh: null, observed: null, expected: null, units, reason: null };
}

function codeAgreement(text: CodedUnits, code: string, scope: Scope, coefficient: ChosenCoefficient): Agreement {
  if (coefficient.name === 'u-alpha') return unitized(text, [code], scope);
  const ratings = binaryRatings(mergedCounts(text, code, scope), text.coders);
  return ratingsAgreement(scope.coders.length === text.coders ? ratings : ofCoders(ratings, scope.coders), coefficient);
}

/** A coefficient of one code's ratings, 0 without it and 1 with it. */
export function ratingsAgreement(ratings: Ratings, coefficient: ChosenCoefficient): Agreement {
  return computeCoefficient(coefficient, ratings, SETTINGS);
}

function mergedCounts({ counts }: CodedUnits, code: string, { documents }: Pick<Scope, 'documents'>): PatternCounts {
  const merged: PatternCounts = new Map();
  for (const document of documents) addAll(merged, counts[document].get(code) ?? new Map());
  return merged;
}

/** Of the scope's ratings the share that have the code; of several codes their mean. */
export function scopePrevalence(text: CodedUnits, codes: readonly string[], scope: Scope): number | null {
  const ratings = codes.map((code) => ofCoders(binaryRatings(mergedCounts(text, code, scope), text.coders), scope.coders));
  const shares = ratings.map(categoryShares).filter(([no, yes]) => no + yes > 0);
  return shares.length === 0 ? null : shares.reduce((sum, [, yes]) => sum + yes, 0) / shares.length;
}

/** u-α over the documents that every coder of the scope coded. */
function unitized({ documents }: CodedUnits, codes: readonly string[], scope: Scope): Agreement {
  const shared = scope.documents.map((place) => documents[place])
    .filter(({ coded, length }) => length !== null && scope.coders.every((coder) => coded[coder]));
  const units = shared.reduce((sum, { length }) => sum + (length ?? 0), 0);
  if (units === 0) return undefinedAgreement('too-few', 0);
  const marked = shared.map((document) => marksByCode(document, true));
  const disagreements = codes.map((code) => unitizedDisagreement(shared.map(({ length }, place): Continuum => ({
    length: length ?? 0, coders: scope.coders.map((coder) => marked[place].get(code)?.[coder] ?? []),
  }))));
  const { estimate, reason } = unitizedAlpha(disagreements);
  return { estimate, se: null, ciLow: null, ciHigh: null, observed: null, expected: null, units, reason };
}

/** An agreement as a record's estimate. */
export function asEstimate(
  { name, weights }: ChosenCoefficient, found: Agreement, coders: number, prevalence: number | null,
  of: Pick<AgreementEstimate, 'code' | 'document' | 'pair'>,
): AgreementEstimate {
  return {
    code: of.code, document: of.document, pair: of.pair, coefficient: name, level: levelOf({ name, weights }, 'nominal'), weights,
    estimate: found.estimate, ciLow: found.ciLow, ciHigh: found.ciHigh, se: null, z: null, p: null, observed: found.observed, expected: found.expected,
    units: found.units, coders, prevalence,
  };
}
