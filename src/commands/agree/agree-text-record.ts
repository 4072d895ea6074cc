import type { CodedText } from '../../dataset/coded-text.js';
import { StudyError } from '../../errors.js';
import { agreementWarnings } from '../../present/qualitative/agreement-warnings.js';
import { LEAST_DOCUMENTS } from '../../qualitative/bootstrap-documents.js';
import { rolledUp } from '../../qualitative/roll-up.js';
import { SEGMENT_OVERLAP, countsByDocument } from '../../qualitative/text-agreement.js';
import type { CodedUnits } from '../../qualitative/text-estimates.js';
import type { AgreementMethod, AgreementRecord } from '../../results/agreement.js';
import type { Warning } from '../../results/warning.js';
import { listedDisagreements } from './agree-disagreements.js';
import { comparedText } from './agree-documents.js';
import type { ComparedText } from './agree-documents.js';
import { agreementGate } from './agree-gate.js';
import { chosenCoefficients, gateCoefficient } from './agree-request.js';
import type { AgreeOptions } from './agree-request.js';
import { DEFAULT_DOCUMENT_RESAMPLES, textEstimates } from './agree-text-estimates.js';
import type { Pause } from './agree-text-estimates.js';
import { DEFAULT_SEED } from '../correlate/correlation-request.js';

interface Surroundings {
  readonly tool: string;
  /** How the text was read, for provenance. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly pause?: Pause;
}

/**
 * How far coders agree on text: for every code, pair and document and over all of them.
 *
 * @throws StudyError where fewer than two coders, no shared document or no text is found, or an option does not fit text.
 */
export async function textAgreementRecord(given: CodedText, options: AgreeOptions, surroundings: Surroundings): Promise<AgreementRecord> {
  refuseMatrixOptions(options);
  const coded = options.rollUp === undefined ? given : rolledUp(given, options.rollUp);
  const compared = comparedText(coded, options);
  const method = methodOf(options, compared);
  const choice = { unit: options.unit ?? 'character', overlap: options.overlap ?? null, excludeUncoded: method.excludeUncoded };
  const text: CodedUnits = {
    documents: compared.documents, counts: countsByDocument(compared.documents, compared.codes, choice),
    codes: compared.codes, coders: compared.coders.length,
  };
  const chosen = chosenCoefficients(options, compared.coders.length);
  const seed = options.seed ?? DEFAULT_SEED;
  const estimates = await textEstimates(text, compared, chosen, options, { method, seed, pause: surroundings.pause });
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
    documents: documents.map(({ source }) => source.name), codes: codes.map((code) => names.get(code) ?? code), rollUp: options.rollUp ?? null, pooled: 'de-vries',
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
