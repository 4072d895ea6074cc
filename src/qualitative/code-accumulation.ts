/**
 * The codes that each unit is the first to have, in the order of the units.
 *
 * @example newCodesOf([new Set('ab'), new Set('bc')]) // [['a', 'b'], ['c']]
 */
export function newCodesOf(units: readonly ReadonlySet<string>[]): string[][] {
  const seen = new Set<string>();
  return units.map((codes) => {
    const fresh = [...codes].filter((code) => !seen.has(code));
    for (const code of fresh) seen.add(code);
    return fresh;
  });
}

/**
 * How many codes 1, 2, … of the units have, on average over every order: Σ over codes of 1 − C(N − m, k) / C(N, k), where
 * m of N units have the code.
 *
 * Source: Coleman (1981); Ugland, Gray & Ellingsen (2003), J. Anim. Ecol. 72, equation 2, for species in samples.
 */
export function expectedAccumulation(units: readonly ReadonlySet<string>[]): number[] {
  const having = new Map<string, number>();
  for (const codes of units) for (const code of codes) having.set(code, (having.get(code) ?? 0) + 1);
  return units.map((_, place) => {
    let sum = 0;
    for (const m of having.values()) sum += 1 - shareWithout(units.length, m, place + 1);
    return sum;
  });
}

/** C(n − m, k) / C(n, k) as a product, so that nothing large arises. */
function shareWithout(n: number, m: number, k: number): number {
  let share = 1;
  for (let drawn = 0; drawn < k; drawn++) share *= Math.max(0, n - m - drawn) / (n - drawn);
  return share;
}
