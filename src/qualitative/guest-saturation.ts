export interface SaturationRule {
  /** Units whose codes everything new is measured against. */
  readonly base: number;
  /** Units whose new codes are taken together. */
  readonly run: number;
  /** The largest share of new codes at which a run brings nothing new any more. */
  readonly threshold: number;
}

export interface GuestSaturation {
  readonly baseCodes: number;
  /** A unit each: new codes of the run that ends there over those of the base; null before the first run ends. */
  readonly newInformation: readonly (number | null)[];
  /** Units before the first run at or below the threshold: what is reported as, say, 6+2. Null where there is none. */
  readonly units: number | null;
}

/**
 * Saturation by base size, run length and new-information threshold. Runs overlap: 5 and 6, then 6 and 7, and so on.
 *
 * Source: Guest, Namey & Chen (2020), PLoS ONE 15(5):e0232076.
 *
 * @param newCodes new codes of each unit in its order
 * @example guestSaturation([20, 9, 5, 3, 4, 3, 0, 1, 0], { base: 4, run: 2, threshold: 0.05 }).units // 6
 */
export function guestSaturation(newCodes: readonly number[], { base, run, threshold }: SaturationRule): GuestSaturation {
  const sum = (from: number, to: number): number => newCodes.slice(from, to).reduce((total, count) => total + count, 0);
  const baseCodes = sum(0, base);
  const newInformation = newCodes.map((_, place) => {
    const end = place + 1;
    return end < base + run || baseCodes === 0 ? null : sum(end - run, end) / baseCodes;
  });
  // A share such as 1/20 and a threshold typed as .05 are the same number, whatever their last bits say.
  const stop = newInformation.findIndex((share) => share !== null && share <= threshold + 1e-12);
  return { baseCodes, newInformation, units: stop < 0 ? null : stop + 1 - run };
}
