/** Each coefficient by its definition, in quadratic time: the oracle of resampling tests. NaN for a constant. */
export function correlationByDefinition(
  name: 'spearman' | 'pearson' | 'kendall',
  x: readonly number[],
  y: readonly number[],
): number {
  if (new Set(x).size < 2 || new Set(y).size < 2) return NaN;
  if (name === 'pearson') return products(x, y) / Math.sqrt(products(x, x) * products(y, y));
  if (name === 'spearman') return correlationByDefinition('pearson', ranksByDefinition(x), ranksByDefinition(y));
  return signProducts(x, y) / Math.sqrt(signProducts(x, x) * signProducts(y, y));
}

/** A half, one for each smaller value and a half for each equal one, itself among them. */
export function ranksByDefinition(values: readonly number[]): number[] {
  return values.map((value) => {
    const smaller = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return 0.5 + smaller + equal / 2;
  });
}

/** Over ordered pairs of rows: twice S for two variables, and the pairs not tied for one with itself. */
export function signProducts(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < a.length; j++) sum += Math.sign(a[i]! - a[j]!) * Math.sign(b[i]! - b[j]!);
  }
  return sum;
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

function products(a: readonly number[], b: readonly number[]): number {
  return dot(offMean(a), offMean(b));
}

function offMean(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}
