import type { AgreementCoefficient, AgreementLevel, AgreementWeights } from '../results/agreement.js';
import { brennanPrediger } from './brennan-prediger.js';
import type { Agreement } from './chance-corrected.js';
import { cohenKappa } from './cohen-kappa.js';
import { congerKappa } from './conger-kappa.js';
import { fleissKappa } from './fleiss-kappa.js';
import { gwetAC } from './gwet-ac.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';
import { lightKappa } from './light-kappa.js';
import { percentAgreement, percentUnanimous } from './percent-agreement.js';
import type { Ratings } from './ratings.js';

/** A coefficient with its weights, as a request names it. */
export interface ChosenCoefficient {
  readonly name: AgreementCoefficient;
  readonly weights: AgreementWeights;
}

export interface CoefficientSettings {
  readonly level: AgreementLevel;
  readonly tolerance: number;
  /** Null: no standard errors and no intervals. */
  readonly confidence: number | null;
}

/** The level that an estimate stands for: α's own, otherwise what its weights take the categories for. */
export function levelOf({ name, weights }: ChosenCoefficient, level: AgreementLevel): AgreementLevel {
  if (name === 'krippendorff') return level;
  return weights === 'identity' ? 'nominal' : weights === 'ordinal' ? 'ordinal' : 'interval';
}

/** Any coefficient but u-α, which takes stretches rather than ratings; κ of Cohen for two coders alone. */
export function computeCoefficient(
  { name, weights }: ChosenCoefficient, data: Ratings, { level, tolerance, confidence }: CoefficientSettings,
): Agreement {
  switch (name) {
    case 'percent': return percentAgreement(data, weights, confidence);
    case 'percent-unanimous': return percentUnanimous(data, tolerance);
    case 'cohen': return cohenKappa(data, weights, confidence);
    case 'light': return lightKappa(data, weights);
    case 'fleiss': return fleissKappa(data, weights, confidence);
    case 'conger': return congerKappa(data, weights, confidence);
    case 'krippendorff': return krippendorffAlpha(data, level, confidence);
    case 'ac1':
    case 'ac2': return gwetAC(data, weights, confidence);
    case 'brennan-prediger': return brennanPrediger(data, weights, confidence);
    case 'u-alpha': throw new RangeError('u-α takes stretches of text, not ratings.');
  }
}
