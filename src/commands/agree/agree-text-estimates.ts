import { randomStream } from '../../numeric/random.js';
import { bootstrapDocuments } from '../../qualitative/bootstrap-documents.js';
import type { Agreement } from '../../qualitative/chance-corrected.js';
import type { ChosenCoefficient } from '../../qualitative/coefficient.js';
import { pairsOf } from '../../qualitative/light-kappa.js';
import type { PatternCounts } from '../../qualitative/pattern-counts.js';
import { pooledAgreement } from '../../qualitative/pooled-agreement.js';
import { asEstimate, ratingsAgreement, scopeAgreements, scopePrevalence } from '../../qualitative/text-estimates.js';
import type { CodedUnits, Scope } from '../../qualitative/text-estimates.js';
import type { AgreementEstimate, AgreementMethod } from '../../results/agreement.js';
import type { ComparedText } from './agree-documents.js';
import type { AgreeOptions } from './agree-request.js';

export const DEFAULT_DOCUMENT_RESAMPLES = 1000;

export type Pause = (progress: { readonly done: number; readonly total: number }) => Promise<void> | void;

interface Resampling {
  readonly method: AgreementMethod;
  readonly seed: number;
  readonly pause: Pause | undefined;
}

/** Every code, pair and document, and all of them together. */
export async function textEstimates(
  text: CodedUnits, { coders, documents, names }: ComparedText, chosen: readonly ChosenCoefficient[], options: AgreeOptions, resampling: Resampling,
): Promise<AgreementEstimate[]> {
  const everyone = coders.map((_, coder) => coder);
  const everywhere = documents.map((_, document) => document);
  const together = chosen.filter(({ name }) => coders.length === 2 || name !== 'cohen');
  const whole: Scope = { coders: everyone, documents: everywhere };
  const intervals = resampling.method.ci === 'bootstrap' ? await bootstrapped(text, together, resampling) : null;
  const pairs = coders.length === 2 ? [] : pairsOf(coders.length);
  return [
    ...scopeEstimates(text, whole, together, { pair: null, document: null }, names, true, intervals),
    ...pairs.flatMap((pair) => scopeEstimates(text, { coders: pair, documents: everywhere }, pairwise(chosen, options),
      { pair: pair.map((coder) => coders[coder]).join(' & '), document: null }, names, true)),
    ...(documents.length === 1 ? [] : documents.flatMap(({ source, coded }, document) => {
      const here = everyone.filter((coder) => coded[coder]);
      return scopeEstimates(text, { coders: here, documents: [document] }, together, { pair: null, document: source.name }, names, options.perDocument === true);
    })),
  ];
}

/** Between two coders Cohen's κ is what people report; Fleiss' and Conger's are for more. */
function pairwise(chosen: readonly ChosenCoefficient[], { coefficient }: AgreeOptions): ChosenCoefficient[] {
  if (coefficient !== undefined) return [...chosen];
  return chosen.filter(({ name }) => name !== 'conger').map((one) => (one.name === 'fleiss' ? { ...one, name: 'cohen' } : one));
}

type Intervals = (code: string | null, coefficient: ChosenCoefficient) => Pick<Agreement, 'ciLow' | 'ciHigh'>;

function scopeEstimates(
  text: CodedUnits, scope: Scope, chosen: readonly ChosenCoefficient[], of: Pick<AgreementEstimate, 'pair' | 'document'>,
  names: ReadonlyMap<string, string>, perCode: boolean, intervals: Intervals | null = null,
): AgreementEstimate[] {
  const found = chosen.map((coefficient) => ({ coefficient, ...scopeAgreements(text, scope, coefficient) }));
  const withInterval = (agreement: Agreement, code: string | null, coefficient: ChosenCoefficient): Agreement =>
    (intervals === null ? agreement : { ...agreement, ...intervals(code, coefficient) });
  const ofCode = (code: string, place: number): AgreementEstimate[] => {
    const prevalence = scopePrevalence(text, [code], scope);
    return found.map(({ coefficient, codes }) => asEstimate(
      coefficient, withInterval(codes[place], code, coefficient), scope.coders.length, prevalence, { code: names.get(code) ?? code, ...of }));
  };
  const prevalence = scopePrevalence(text, text.codes, scope);
  return [
    ...(perCode ? text.codes.flatMap(ofCode) : []),
    ...found.map(({ coefficient, pooled }) => asEstimate(
      coefficient, withInterval(pooled, null, coefficient), scope.coders.length, prevalence, { code: null, ...of })),
  ];
}

async function bootstrapped(
  text: CodedUnits, chosen: readonly ChosenCoefficient[], { method: { resamples, confidence }, seed, pause }: Resampling,
): Promise<Intervals> {
  const ours = chosen.filter(({ name }) => name !== 'u-alpha');
  const counts = text.codes.map((code) => text.counts.map((document): PatternCounts => document.get(code) ?? new Map()));
  const steps = bootstrapDocuments(counts, text.coders, (codes) => ours.flatMap((coefficient) => {
    const found = codes.map((patterns) => ratingsAgreement({ coders: text.coders, categories: [0, 1], patterns }, coefficient));
    return [...found, pooledAgreement(found)].map(({ estimate }) => estimate);
  }), { resamples: resamples ?? DEFAULT_DOCUMENT_RESAMPLES, confidence, stream: randomStream(seed, 'agreement', 'documents') });
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) await pause?.(step.value);
  const found = step.value;
  const places = [...text.codes, null];
  return (code, coefficient) => {
    const place = ours.indexOf(coefficient);
    return place < 0 ? { ciLow: null, ciHigh: null } : found[place * places.length + places.indexOf(code)];
  };
}
