import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import type { ChosenCoefficient } from '../../qualitative/coefficient.js';
import type { AgreementCoefficient, AgreementLevel, AgreementUnit, AgreementWeights } from '../../results/agreement.js';

/** What is asked of agreement; everything left out takes the default of the command line. */
export interface AgreeOptions {
  /** Such as `krippendorff`, `cohen-quadratic`, `ac1`; the first is the one that `min` looks at. */
  readonly coefficient?: readonly string[];
  readonly level?: AgreementLevel;
  readonly ci?: 'formula' | 'bootstrap' | 'none';
  readonly confidence?: number;
  readonly resamples?: number;
  readonly seed?: number;
  /** The gate: the lowest estimate that passes. */
  readonly min?: number;
  /** Of a matrix: the coders' columns; of coded text: the coders' names. */
  readonly coders?: readonly string[];
  /** Of a matrix: the categories in their order, lowest first, with those that nobody used. */
  readonly categories?: readonly string[];
  readonly tolerance?: number;
  /** Of a matrix: a condition on rows. */
  readonly where?: string;
  readonly unit?: Exclude<AgreementUnit, 'row'>;
  readonly overlap?: number;
  readonly excludeUncoded?: boolean;
  /** Documents in which a coder marked nothing count as read and left uncoded; otherwise as not coded. */
  readonly countUncodedDocuments?: boolean;
  readonly codes?: readonly string[];
  /** Counts each code as its category at this depth, 1 being the top. */
  readonly rollUp?: number;
  readonly documents?: readonly string[];
  /** Adds an estimate for each code in each document. */
  readonly perDocument?: boolean;
  readonly disagreements?: boolean;
}

const NAMES: readonly AgreementCoefficient[] = [
  'percent', 'percent-unanimous', 'cohen', 'light', 'fleiss', 'conger', 'krippendorff', 'ac1', 'ac2', 'brennan-prediger', 'u-alpha',
];
const WITH_WEIGHTS: ReadonlySet<AgreementCoefficient> = new Set(['percent', 'cohen', 'light', 'fleiss', 'conger', 'ac2', 'brennan-prediger']);
const SUFFIXES: readonly AgreementWeights[] = ['linear', 'quadratic', 'ordinal'];
const ALIASES = new Map<string, AgreementCoefficient>([
  ['kappa', 'cohen'], ['cohens-kappa', 'cohen'], ['cohen-kappa', 'cohen'], ['alpha', 'krippendorff'], ['krippendorff-alpha', 'krippendorff'],
  ['krippendorffs-alpha', 'krippendorff'], ['gwet', 'ac1'], ['gwet-ac1', 'ac1'], ['gwet-ac2', 'ac2'], ['scott', 'fleiss'], ['scott-pi', 'fleiss'],
  ['fleiss-kappa', 'fleiss'], ['conger-kappa', 'conger'], ['light-kappa', 'light'], ['bp', 'brennan-prediger'], ['percent-agreement', 'percent'],
  ['unanimous', 'percent-unanimous'], ['ualpha', 'u-alpha'], ['unitized-alpha', 'u-alpha'],
]);

/**
 * The coefficients that are asked for, each once, or those that fit the level and the count of coders.
 *
 * @throws StudyError E_OPTION_VALUE with the nearest names.
 */
export function chosenCoefficients({ coefficient, level = 'nominal' }: AgreeOptions, coders: number): ChosenCoefficient[] {
  if (coefficient !== undefined) {
    const named = coefficient.map((text) => coefficientNamed(text, level));
    return named.filter(({ name, weights }, place) => named.findIndex((one) => one.name === name && one.weights === weights) === place);
  }
  const kappa = coders === 2 ? 'cohen' : 'fleiss';
  const names = {
    nominal: ['percent', kappa, ...(coders > 2 ? ['conger'] : []), 'krippendorff', 'ac1', 'brennan-prediger'],
    ordinal: ['percent', `${kappa}-linear`, 'krippendorff', 'ac2-ordinal'],
    interval: ['percent', `${kappa}-quadratic`, 'krippendorff', 'ac2-quadratic'],
    ratio: ['percent', 'krippendorff'],
  }[level];
  return names.map((text) => coefficientNamed(text, level));
}

function coefficientNamed(text: string, level: AgreementLevel): ChosenCoefficient {
  const typed = text.trim().toLowerCase().replaceAll('_', '-').replace(/['’ ]/g, '');
  const suffix = SUFFIXES.find((weights) => typed.endsWith(`-${weights}`));
  const bare = suffix === undefined ? typed : typed.slice(0, -suffix.length - 1);
  const name = ALIASES.get(bare) ?? NAMES.find((known) => known === bare);
  if (name === undefined || (suffix !== undefined && !WITH_WEIGHTS.has(name))) throw unknownCoefficient(text, name, suffix);
  if (name === 'ac2') return { name, weights: suffix ?? (level === 'ordinal' ? 'ordinal' : 'quadratic') };
  return { name, weights: suffix ?? 'identity' };
}

function unknownCoefficient(text: string, name: AgreementCoefficient | undefined, suffix: AgreementWeights | undefined): StudyError {
  if (name !== undefined && suffix !== undefined) {
    const hint = name === 'krippendorff' ? `Type --coefficient krippendorff --level ${suffix === 'ordinal' ? 'ordinal' : 'interval'}.`
      : name === 'ac1' ? `Type --coefficient ac2-${suffix}.` : `Type --coefficient ${name}.`;
    return new StudyError('E_OPTION_VALUE', `${name} takes no weights.`, { hint });
  }
  const near = nearestNames(text, [...NAMES, ...ALIASES.keys()]);
  return new StudyError('E_OPTION_VALUE', `There is no coefficient "${text}".`, {
    hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Coefficients: ${NAMES.join(', ')}; with weights: cohen-linear, cohen-quadratic, ac2-ordinal.`,
  });
}

/** The coefficient that `--min` looks at: the first that is asked for, otherwise Krippendorff's α. */
export function gateCoefficient({ coefficient, level = 'nominal' }: AgreeOptions): ChosenCoefficient {
  return coefficientNamed(coefficient?.[0] ?? 'krippendorff', level);
}

/** Reads .80 and 80% alike. @throws StudyError E_OPTION_VALUE. */
export function share(option: string, example: string): (text: string) => number {
  return (text) => {
    const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim());
    const value = percent === null ? Number(text) : Number(percent[1]) / 100;
    if (text.trim() !== '' && value > 0 && value <= 1) return value;
    throw new StudyError('E_OPTION_VALUE', `${option} takes a share above 0 and up to 1, not "${text}".`, {
      hint: `For example: ${option} ${example}.`,
    });
  };
}
