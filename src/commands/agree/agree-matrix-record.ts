import type { Dataset } from '../../dataset/dataset.js';
import { warningsOn } from '../../dataset/warnings-on.js';
import { normalTwoSided } from '../../numeric/normal.js';
import { randomStream } from '../../numeric/random.js';
import { agreementWarnings } from '../../present/qualitative/agreement-warnings.js';
import { bootstrapAgreement } from '../../qualitative/bootstrap-agreement.js';
import type { Agreement } from '../../qualitative/chance-corrected.js';
import { cohenKappa } from '../../qualitative/cohen-kappa.js';
import { computeCoefficient, levelOf } from '../../qualitative/coefficient.js';
import type { ChosenCoefficient, CoefficientSettings } from '../../qualitative/coefficient.js';
import { fleissKappaOf, fleissZ } from '../../qualitative/fleiss-kappa.js';
import { pairsOf } from '../../qualitative/light-kappa.js';
import { specificAgreement } from '../../qualitative/percent-agreement.js';
import { categoryShares, countsByCategory, ofCoders, pairableUnits } from '../../qualitative/ratings.js';
import type { Ratings } from '../../qualitative/ratings.js';
import type { AgreementEstimate, AgreementMethod, AgreementRecord, CategoryAgreement } from '../../results/agreement.js';
import { agreementGate } from './agree-gate.js';
import type { ReliabilityMatrix } from './agree-matrix.js';
import { chosenCoefficients, gateCoefficient } from './agree-request.js';
import type { AgreeOptions } from './agree-request.js';
import { DEFAULT_SEED } from '../correlate/correlation-request.js';

const DEFAULT_AGREEMENT_RESAMPLES = 2000;
/** Draws that take a second or two; beyond them α has the interval of its standard error, which is as good then. */
const MOST_DRAWS = 200_000_000;

/**
 * The agreement of the coders of a reliability matrix: of all of them, and of more than two of every pair.
 *
 * @throws StudyError E_AGREE_CODERS where κ of Cohen is asked of more than two coders in a gate.
 */
export function matrixAgreementRecord(
  dataset: Dataset, options: AgreeOptions, surroundings: { readonly tool: string; readonly options?: Readonly<Record<string, unknown>> },
  matrix: ReliabilityMatrix,
): AgreementRecord {
  const { coders, ratings } = matrix;
  const method: AgreementMethod = {
    unit: 'row', coders, level: options.level ?? 'nominal', ci: options.ci ?? 'formula', confidence: options.confidence ?? 0.95,
    resamples: null, overlap: null, excludeUncoded: false, tolerance: options.tolerance ?? 0,
    documents: null, codes: null, rollUp: null, pooled: null,
  };
  const chosen = chosenCoefficients(options, coders.length);
  const seed = options.seed ?? DEFAULT_SEED;
  const pairs = coders.length === 2 ? [] : pairsOf(coders.length);
  const resamples = options.resamples ?? DEFAULT_AGREEMENT_RESAMPLES;
  const affordable = options.resamples !== undefined || resamples * matrix.rows.used * (pairs.length + 1) <= MOST_DRAWS;
  const drawn = method.ci === 'bootstrap' || (method.ci === 'formula' && affordable && chosen.some(({ name }) => name === 'krippendorff'));
  const estimatesOf = (data: Ratings, pair: string | null, those: readonly ChosenCoefficient[]): AgreementEstimate[] =>
    those.map((one) => estimateOf(one, data, pair, { ...method, resamples: drawn ? resamples : null }, seed));
  const together = chosen.filter(({ name }) => coders.length === 2 || name !== 'cohen');
  const ofPairs = chosen.some(({ name }) => name === 'cohen') || options.coefficient !== undefined ? chosen : pairwise(chosen);
  const estimates = [
    ...estimatesOf(ratings, null, together),
    ...pairs.flatMap((pair) => estimatesOf(ofCoders(ratings, pair), pair.map((coder) => coders[coder]).join(' & '), ofPairs)),
  ];
  const units = pairableUnits(ratings);
  return {
    kind: 'agreement',
    schemaVersion: 1,
    method: { ...method, resamples: drawn ? resamples : null },
    estimates,
    n: { rows: matrix.rows.read, used: units, excludedBy: leftOut(matrix, units) },
    categories: categoriesOf(ratings),
    ...agreementGate(options.min, gateCoefficient(options), estimates),
    warnings: [
      ...warningsOn(dataset, coders.map((name) => ({ name }))),
      ...agreementWarnings(estimates, dataset.source.path),
    ],
    provenance: {
      tool: surroundings.tool, command: 'agree', options: { layout: 'matrix', ...options, ...surroundings.options },
      seed: drawn ? seed : null, inputs: [dataset.source],
    },
  };
}

/** Between two coders Cohen's κ is what people report; Fleiss' and Conger's are for more. */
function pairwise(chosen: readonly ChosenCoefficient[]): ChosenCoefficient[] {
  return chosen.filter(({ name }) => name !== 'conger' && name !== 'light')
    .map((one) => (one.name === 'fleiss' ? { ...one, name: 'cohen' } : one));
}

function estimateOf(
  chosen: ChosenCoefficient, data: Ratings, pair: string | null, method: AgreementMethod, seed: number,
): AgreementEstimate {
  const settings: CoefficientSettings = { level: method.level, tolerance: method.tolerance, confidence: method.confidence };
  const found = computeCoefficient(chosen, data, settings);
  const shares = categoryShares(data);
  const z = zOf(chosen, data);
  return {
    code: null, document: null, pair,
    coefficient: chosen.name, level: levelOf(chosen, method.level), weights: chosen.weights,
    estimate: found.estimate, ...interval(chosen, data, found, pair, method, settings, seed),
    se: found.se, z, p: z === null ? null : normalTwoSided(z), observed: found.observed, expected: found.expected,
    units: found.units, coders: data.coders, prevalence: shares.length === 0 ? null : Math.max(...shares),
  };
}

/** Of complete data, as the formulas for chance need. */
function zOf({ name, weights }: ChosenCoefficient, data: Ratings): number | null {
  if (name === 'cohen') return cohenKappa(data, weights).z;
  return name === 'fleiss' && weights === 'identity' ? fleissZ(data) : null;
}

function interval(
  chosen: ChosenCoefficient, data: Ratings, found: Agreement, pair: string | null,
  { ci, confidence, resamples }: AgreementMethod, settings: CoefficientSettings, seed: number,
): Pick<AgreementEstimate, 'ciLow' | 'ciHigh'> {
  if (ci === 'none' || found.estimate === null) return { ciLow: null, ciHigh: null };
  if (resamples === null || (ci === 'formula' && chosen.name !== 'krippendorff')) return { ciLow: found.ciLow, ciHigh: found.ciHigh };
  const stream = randomStream(seed, 'agreement', chosen.name, chosen.weights, pair ?? '');
  const { ciLow, ciHigh } = bootstrapAgreement(
    data, (drawn) => computeCoefficient(chosen, drawn, { ...settings, confidence: null }).estimate, { resamples, confidence, stream },
  );
  return { ciLow, ciHigh };
}

function leftOut({ rows }: ReliabilityMatrix, units: number): Record<string, number> {
  const reasons = { where: rows.read - rows.used, 'fewer than two ratings': rows.used - units };
  return Object.fromEntries(Object.entries(reasons).filter(([, count]) => count > 0));
}

function categoriesOf(data: Ratings): CategoryAgreement[] {
  const shares = categoryShares(data);
  const counts = new Float64Array(shares.length);
  for (const pattern of data.patterns) {
    countsByCategory(pattern, shares.length).forEach((count, place) => { counts[place] += count * pattern.count; });
  }
  return data.categories.map((category, place) => ({
    category, ratings: counts[place], share: shares[place], kappa: fleissKappaOf(place, data), specific: specificAgreement(data, place),
  }));
}
