import type { AgreementCoefficient, AgreementEstimate, AgreementRecord } from '../../results/agreement.js';
import type { Warning } from '../../results/warning.js';
import { counted, fixed, formatShare } from '../numbers.js';

const NAMES: Readonly<Record<AgreementCoefficient, string>> = {
  percent: 'Agreement',
  'percent-unanimous': 'All agree',
  cohen: 'Cohen κ',
  light: 'Light κ',
  fleiss: 'Fleiss κ',
  conger: 'Conger κ',
  krippendorff: 'Krippendorff α',
  ac1: 'Gwet AC₁',
  ac2: 'Gwet AC₂',
  'brennan-prediger': 'Brennan–Prediger κ',
  'u-alpha': 'u-α',
};

const SHORT: Readonly<Record<AgreementCoefficient, string>> = {
  percent: 'Agree', 'percent-unanimous': 'All agree', cohen: 'κ', light: 'κ (Light)', fleiss: 'κ (Fleiss)', conger: 'κ (Conger)',
  krippendorff: 'α', ac1: 'AC₁', ac2: 'AC₂', 'brennan-prediger': 'κ (BP)', 'u-alpha': 'u-α',
};

type Named = Pick<AgreementEstimate, 'coefficient' | 'weights' | 'level'>;

/** Such as `Krippendorff α, ordinal` or `Cohen κ, quadratic weights`. */
export function coefficientName({ coefficient, weights, level }: Named): string {
  if (coefficient === 'krippendorff') return `${NAMES.krippendorff}${level === 'nominal' ? '' : `, ${level}`}`;
  return `${NAMES[coefficient]}${weights === 'identity' ? '' : `, ${weights} weights`}`;
}

/** The header of a narrow column. */
export function coefficientHeader({ coefficient, weights }: Named): string {
  return `${SHORT[coefficient]}${weights === 'identity' ? '' : ` ${weights}`}`;
}

const BELOW_THE_TABLE = new Set(['W_AGREEMENT_UNDEFINED']);

export function isBelowAgreementTable({ code }: Warning): boolean {
  return BELOW_THE_TABLE.has(code);
}

/** How the coefficients and intervals of a matrix were made. */
export function matrixNotes({ method, estimates: all, n, warnings }: AgreementRecord): string[] {
  const estimates = all.filter(({ pair }) => pair === null);
  const unrated = n.excludedBy['fewer than two ratings'] ?? 0;
  const has = (name: AgreementCoefficient): boolean => estimates.some(({ coefficient }) => coefficient === name);
  const weights = [...new Set(estimates.map((one) => one.weights))].filter((one) => one !== 'identity');
  return [
    [
      unrated === 0 ? '' : `${counted(unrated, 'row')} rated by fewer than two coders ${unrated === 1 ? 'tells' : 'tell'} nothing of agreement.`,
      'Chance: what the coefficient takes off; (observed − chance) / (1 − chance).',
      has('krippendorff') && method.level === 'nominal' ? 'Observed and chance of α are 1 less its disagreements.' : '',
      has('percent-unanimous') && method.tolerance > 0 ? `All agree: within ${method.tolerance}.` : '',
      weights.length === 0 ? '' : `Weights: ${weights.map((one) => WEIGHT_WORDS[one]).join('; ')}.`,
      ...intervalWords(method, estimates),
    ].filter((sentence) => sentence !== '').join(' '),
    ...undefinedNotes(warnings),
  ];
}

const WEIGHT_WORDS = {
  identity: '', linear: 'linear, 1 − distance / range (Cicchetti–Allison)', quadratic: 'quadratic, 1 − distance² / range² (Fleiss–Cohen)',
  ordinal: 'ordinal, by the categories between (Gwet)',
} as const;

function intervalWords({ ci, resamples, coders }: AgreementRecord['method'], estimates: readonly AgreementEstimate[]): string[] {
  if (ci === 'none') return [];
  const drawn = `units resampled ${resamples?.toLocaleString('en-US') ?? ''} times (Zapf et al. 2016)`;
  if (ci === 'bootstrap') return [`CI: ${drawn}.`];
  const found = new Set(estimates.map(({ coefficient }) => coefficient));
  const [cohen, alpha] = [found.delete('cohen'), found.delete('krippendorff')];
  const ways = [
    ...(cohen ? ['Cohen κ by Fleiss, Cohen and Everitt (1969)'] : []),
    ...(found.size === 0 ? [] : [`${cohen ? 'others by' : 'by'} Gwet (2014), Student’s t, ${coders.length === 2 ? 'both' : 'the'} coders fixed`]),
    ...(alpha ? [resamples === null ? 'α by linearisation over units' : `α: ${drawn}`] : []),
  ];
  return [`CI: ${ways.join('; ')}.`];
}

export function undefinedNotes(warnings: readonly Warning[], most = 6): string[] {
  const found = warnings.filter(isBelowAgreementTable).map(({ message }) => message);
  return found.length <= most ? found : [...found.slice(0, most), `${counted(found.length - most, 'more', 'more')} undefined for like reasons.`];
}

/** What a gate found, for the person at the terminal. */
export function gateLines({ gate }: AgreementRecord): string[] {
  if (gate === undefined) return [];
  const name = gate.coefficient;
  if (gate.passed) return [`--min ${gate.min}: reached, by ${name}.`];
  if (gate.below.length === 0) return [`--min ${gate.min}: not reached, because ${name} is undefined throughout.`];
  const misses = gate.below.map(({ code, pair, estimate }) =>
    `${[code, pair].filter((part) => part !== null).join(', ') || 'all'} ${fixed(estimate, 3)}`);
  return [`--min ${gate.min}: not reached, by ${name}: ${misses.slice(0, 12).join('; ')}${misses.length > 12 ? `; and ${misses.length - 12} more` : ''}.`];
}

export function confidenceHeader({ confidence }: AgreementRecord['method']): string {
  return `${formatShare(confidence)} CI`;
}
