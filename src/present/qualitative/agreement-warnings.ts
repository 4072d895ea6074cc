import type { AgreementEstimate } from '../../results/agreement.js';
import type { Warning } from '../../results/warning.js';
import { coefficientName } from './agreement-words.js';

/** Why a coefficient is undefined, once for every code and pair. */
export function agreementWarnings(estimates: readonly AgreementEstimate[], where: string): Warning[] {
  const reasons = new Map<string, string[]>();
  for (const estimate of estimates) {
    if (estimate.estimate !== null || estimate.document !== null) continue;
    const subject = [estimate.code, estimate.pair].filter((part) => part !== null).join(', ');
    const key = `${subject}|${whyUndefined(estimate)}`;
    reasons.set(key, [...(reasons.get(key) ?? []), coefficientName(estimate)]);
  }
  return Array.from(reasons, ([key, names]) => {
    const [subject, why] = key.split(/\|(?=[^|]*$)/);
    return { code: 'W_AGREEMENT_UNDEFINED', message: `${[...new Set(names)].join(', ')}${subject === '' ? '' : ` of ${subject}`}: undefined, because ${why}.`, where };
  });
}

function whyUndefined({ units, coefficient }: AgreementEstimate): string {
  if (coefficient === 'u-alpha') return 'nothing is marked, or everything';
  return units === 0 ? 'no unit was rated by two coders' : 'all ratings are the same, so that chance alone would agree as well';
}
