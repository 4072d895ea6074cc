import type { AgreementCoefficient, AgreementRecord } from '../../results/agreement.js';
import { undefinedNotes } from './agreement-words.js';
import { counted, formatCount, formatShare } from '../numbers.js';

/** Such as `characters of 2 documents; anna, ben`. */
export function textSubject({ method }: AgreementRecord): string {
  const documents = counted(method.documents?.length ?? 0, 'document');
  const coders = method.coders.length <= 4 ? method.coders.join(', ') : `${method.coders.length} coders`;
  const unit = method.unit === 'document' ? documents : `${method.unit}s of ${documents}`;
  return `${unit}; ${coders}`;
}

/** What a unit is, what counts as coded, and how codes are pooled. */
export function textNotes({ method, estimates, warnings }: AgreementRecord): string[] {
  const found = new Set(estimates.map(({ coefficient }) => coefficient));
  const short: Partial<Record<AgreementCoefficient, string>> = {
    'percent-unanimous': 'All agree: units on which every coder does', cohen: 'κ: Cohen', light: 'κ (Light): mean over pairs of coders', fleiss: 'κ (Fleiss): all coders’ shares together', conger: 'κ (Conger): each coder’s own shares', krippendorff: 'α: Krippendorff, nominal',
    ac1: 'AC₁: Gwet', 'brennan-prediger': 'κ (BP): Brennan–Prediger, chance one half', 'u-alpha': 'u-α: Krippendorff, of unitised text',
  };
  const names = Object.entries(short).filter(([name]) => found.has(name as AgreementCoefficient)).map(([, words]) => words);
  return [
    [
      unitWords(method), method.excludeUncoded ? `${capital(method.unit)}s that no coder gave any code are left out.` : '',
      method.rollUp === null ? '' : rollUpWords(method.rollUp),
      'Prevalence: share of units with the code, averaged over coders.',
      names.length === 0 ? '' : `${names.join('; ')}.`,
      (method.codes?.length ?? 0) > 1 ? 'All codes: observed and chance agreement averaged over codes (de Vries et al. 2008).' : '',
      method.ci === 'bootstrap' ? `CI: documents resampled ${method.resamples?.toLocaleString('en-US') ?? ''} times.` : '',
    ].filter((sentence) => sentence !== '').join(' '),
    ...undefinedNotes(warnings),
  ];
}

function unitWords({ unit, overlap }: AgreementRecord['method']): string {
  const covered = overlap === null ? 'any of it is marked' : `at least ${formatShare(overlap)} of it is marked`;
  switch (unit) {
    case 'character': return 'Unit: each character of the text, code or no code.';
    case 'sentence': return `Unit: sentences by the Unicode rules; one has a code where ${covered}.`;
    case 'turn': return `Unit: speakers’ turns; one has a code where ${covered}.`;
    case 'segment': return `Unit: the coders’ own segments; two are the same where they share at least ${formatShare(overlap ?? 0)} of the longer.`;
    default: return 'Unit: documents; one has a code where any of it is marked.';
  }
}

/** Said where codes are counted as what stands above them. */
export function rollUpWords(depth: number): string {
  return `Codes are counted as their categories ${depth === 1 ? 'at the top' : `at depth ${depth}`}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function disagreementNotes(count: number, shown: number): string[] {
  if (count === 0) return ['The coders differ nowhere.'];
  const rest = count > shown ? [`The first ${formatCount(shown)} of ${formatCount(count)} stretches; --format csv has them all.`] : [];
  return ['Line of the text, and code points from 0 with the end exclusive; – no code.', ...rest];
}
