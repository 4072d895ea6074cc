import type { ChosenCoefficient } from '../../qualitative/coefficient.js';
import type { AgreementEstimate, AgreementGate } from '../../results/agreement.js';

/**
 * What `--min` says: every code, and all of them pooled, must reach it by one coefficient. A code without variation has
 * no coefficient to fail by; but where nothing at all is defined, nothing was shown and the gate stays shut. Pairs count
 * where the coefficient is one of pairs alone.
 */
export function agreementGate(
  min: number | undefined, { name, weights }: ChosenCoefficient, estimates: readonly AgreementEstimate[],
): { gate?: AgreementGate } {
  if (min === undefined) return {};
  const ours = estimates.filter((one) => one.coefficient === name && one.weights === weights && one.document === null);
  const together = ours.filter(({ pair }) => pair === null);
  const looked = together.length > 0 ? together : ours;
  const below = looked.filter(({ estimate }) => estimate !== null && estimate < min);
  const coefficient = weights === 'identity' || name === 'krippendorff' ? name : `${name}-${weights}`;
  return {
    gate: {
      min, coefficient,
      passed: below.length === 0 && looked.some(({ estimate }) => estimate !== null),
      below: below.map(({ code, pair, estimate }) => ({ code, pair, estimate })),
    },
  };
}
