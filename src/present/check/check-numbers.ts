/** A recomputed p at four decimals, without its leading zero: a p to be compared needs more digits than one to be read. */
export function shortP(p: number): string {
  if (p < 0.0001) return '<.0001';
  return p > 0.9999 ? '1' : p.toFixed(4).replace(/^0/, '').replace(/0{1,2}$/, '');
}

/** The p values that a print allows: `.0358 to .0366`. */
export function pWords({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [shortP(low), shortP(high)];
  return from === to ? from : `${from === '<.0001' ? '0' : from} to ${to}`;
}

/** `19` of `54` as a percentage, with one decimal more than is printed. */
export function percentOf(count: number, n: number, decimals: number): string {
  return ((100 * count) / n).toFixed(decimals + 1);
}

export function between(low: number | string, high: number | string): string {
  return low === high ? String(low) : `${low} to ${high}`;
}
