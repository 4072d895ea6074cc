import type { CodedText } from '../dataset/coded-text.js';
import { StudyError } from '../errors.js';
import { randomStream } from '../numeric/random.js';
import { agreementWarnings } from '../present/agreement-warnings.js';
import { LEAST_DOCUMENTS, bootstrapDocuments } from '../qualitative/bootstrap-documents.js';
import type { Agreement } from '../qualitative/chance-corrected.js';
import type { ChosenCoefficient } from '../qualitative/coefficient.js';
import { pairsOf } from '../qualitative/light-kappa.js';
import type { PatternCounts } from '../qualitative/pattern-counts.js';
import { pooledAgreement } from '../qualitative/pooled-agreement.js';
import { SEGMENT_OVERLAP, countsByDocument } from '../qualitative/text-agreement.js';
import { asEstimate, ratingsAgreement, scopeAgreements, scopePrevalence } from '../qualitative/text-estimates.js';
import type { CodedUnits, Scope } from '../qualitative/text-estimates.js';
import type { AgreementEstimate, AgreementMethod, AgreementRecord } from '../results/agreement.js';
import type { Warning } from '../results/warning.js';
import { listedDisagreements } from './agree-disagreements.js';
import { comparedText } from './agree-documents.js';
import type { ComparedText } from './agree-documents.js';
import { agreementGate } from './agree-gate.js';
import { chosenCoefficients, gateCoefficient } from './agree-request.js';
import type { AgreeOptions } from './agree-request.js';
import { DEFAULT_SEED } from './correlation-request.js';

export const DEFAULT_DOCUMENT_RESAMPLES = 1000;

interface Surroundings {
  readonly tool: string;
  /** How the text was read, for provenance. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly pause?: (progress: { readonly done: number; readonly total: number }) => Promise<void> | void;
}

/**
 * How far coders agree on text: for every code, pair and document and over all of them.
 *
 * @throws StudyError where fewer than two coders, no shared document or no text is found, or an option does not fit text.
 */
export async function textAgreementRecord(coded: CodedText, options: AgreeOptions, surroundings: Surroundings): Promise<AgreementRecord> {
  refuseMatrixOptions(options);
  const compared = comparedText(coded, options);
  const method = methodOf(options, compared);
  const choice = { unit: options.unit ?? 'character', overlap: options.overlap ?? null, excludeUncoded: method.excludeUncoded };
  const text: CodedUnits = {
    documents: compared.documents, counts: countsByDocument(compared.documents, compared.codes, choice),
    codes: compared.codes, coders: compared.coders.length,
  };
  const chosen = chosenCoefficients(options, compared.coders.length);
  const seed = options.seed ?? DEFAULT_SEED;
  const estimates = await allEstimates(text, compared, chosen, options, { method, seed, pause: surroundings.pause });
  const where = coded.inputs[0]?.path ?? '';
  return {
    kind: 'agreement',
    schemaVersion: 1,
    method,
    estimates,
    n: { rows: coded.sources.length, used: compared.documents.length, excludedBy: excluded(coded, compared) },
    ...(options.disagreements === true ? { disagreements: listedDisagreements(compared, choice) } : {}),
    ...agreementGate(options.min, gateCoefficient(options), estimates),
    warnings: [...coded.warnings, ...compared.warnings, ...fewDocuments(method, compared, where), ...agreementWarnings(estimates, where)],
    provenance: {
      tool: surroundings.tool, command: 'agree', options: { ...options, ...surroundings.options },
      seed: method.ci === 'bootstrap' ? seed : null, inputs: coded.inputs,
    },
  };
}

function methodOf(options: AgreeOptions, { coders, documents, codes, names }: ComparedText): AgreementMethod {
  const ci = options.ci ?? 'none';
  return {
    unit: options.unit ?? 'character', coders, level: 'nominal', ci, confidence: options.confidence ?? 0.95,
    resamples: ci === 'bootstrap' ? options.resamples ?? DEFAULT_DOCUMENT_RESAMPLES : null,
    overlap: options.overlap ?? (options.unit === 'segment' ? SEGMENT_OVERLAP : null),
    excludeUncoded: options.excludeUncoded === true, tolerance: 0,
    documents: documents.map(({ source }) => source.name), codes: codes.map((code) => names.get(code) ?? code), pooled: 'de-vries',
  };
}

interface Resampling {
  readonly method: AgreementMethod;
  readonly seed: number;
  readonly pause: Surroundings['pause'];
}

async function allEstimates(
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
      return scopeEstimates(text, { coders: here, documents: [document] }, here.length === 2 ? pairwise(chosen, options) : together,
        { pair: null, document: source.name }, names, options.perDocument === true);
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

function excluded(coded: CodedText, { documents }: ComparedText): Record<string, number> {
  const left = coded.sources.length - documents.length;
  return left > 0 ? { 'not coded by two coders': left } : {};
}

function fewDocuments({ ci }: AgreementMethod, { documents }: ComparedText, where: string): Warning[] {
  if (ci !== 'bootstrap' || documents.length >= LEAST_DOCUMENTS) return [];
  return [{
    code: 'W_FEW_DOCUMENTS', where,
    message: `No interval: it draws documents, and ${documents.length} ${documents.length === 1 ? 'is' : 'are'} fewer than ${LEAST_DOCUMENTS}.`,
  }];
}

function refuseMatrixOptions({ level, categories, tolerance, where, ci }: AgreeOptions): void {
  const clash = (message: string, hint: string): never => { throw new StudyError('E_OPTIONS_CLASH', message, { hint }); };
  if (level !== undefined && level !== 'nominal') clash('A code is there or not: text has no level but nominal.', '--level belongs to --layout matrix.');
  const matrixOnly = Object.entries({ '--categories': categories, '--tolerance': tolerance, '--where': where }).find(([, value]) => value !== undefined);
  if (matrixOnly !== undefined) clash(`${matrixOnly[0]} belongs to --layout matrix.`, `Leave out ${matrixOnly[0]}, or type --layout matrix.`);
  if (ci === 'formula') clash('Formulas take units to be independent, and those of one text are not.', 'Type --ci bootstrap, which draws whole documents.');
}
