const STRONG_NEGATIVE = new Set([
  -6, -7, -8, -9, -66, -77, -88, -96, -97, -98, -99, -666, -777, -888, -996, -997, -998, -999, -9999,
]);
const WEAK_NEGATIVE = new Set([-1, -2, -3, -4, -5]);
const HIGH = new Set([
  66, 77, 88, 96, 97, 98, 99, 666, 777, 888, 996, 997, 998, 999, 7777, 8888, 9996, 9997, 9998, 9999, 99999, 999999,
]);

const NONE = new Float64Array(0);

/** What a column of numbers says about codes for a missing answer. */
export interface CodeSuspicion {
  /** Values that look like codes, ascending. */
  readonly suspected: readonly number[];
  /** Least and greatest of the other values. */
  readonly range: readonly [number, number] | null;
  /** Values that would be codes in another column and are ordinary here. */
  readonly ordinary: Float64Array;
}

/** @param values the different numbers of a column, ascending. */
export function suspectCodes(values: Float64Array): CodeSuspicion {
  const suspected = isolatedCodes(values);
  const codes = new Set(suspected);
  const rest = values.filter((value) => !codes.has(value));
  const ordinary = rest.filter((value) => isNegativeCode(value) || HIGH.has(value) || (value >= 7 && value <= 9));
  return { suspected, range: rest.length === 0 ? null : [rest[0], rest[rest.length - 1]], ordinary };
}

/**
 * The values of a column that look like codes for a missing answer, because survey software uses them so and
 * they lie apart from all others: negative codes beside values of 0 and more; 99, 888 and the like further
 * above the others than these spread; 7, 8, 9 above the consecutive answers of a scale that ends at 5 or lower.
 *
 * @param sorted the different values, ascending.
 * @example
 * isolatedCodes(Float64Array.of(-99, 1, 2, 3, 4, 5)); // [-99]
 * isolatedCodes(Float64Array.of(1, 2, 7, 9)); // [7, 9]
 */
export function isolatedCodes(sorted: Float64Array): number[] {
  const low = negativeCodes(sorted);
  const rest = sorted.subarray(low.length);
  const high = highCodes(rest);
  return [...low, ...(high.length > 0 ? high : scaleCodes(rest))];
}

function negativeCodes(sorted: Float64Array): Float64Array {
  const [low, rest] = splitAt(sorted, 0);
  if (low.length === 0 || rest.length < 2 || !low.every(isNegativeCode)) return NONE;
  const apart = rest[0] - low[low.length - 1] >= 2 && rest.every(Number.isInteger);
  return low.some((value) => STRONG_NEGATIVE.has(value)) || (low.length === 1 && apart) ? low : NONE;
}

function highCodes(sorted: Float64Array): Float64Array {
  let start = sorted.length;
  while (start > 0 && HIGH.has(sorted[start - 1])) start -= 1;
  for (; start < sorted.length; start += 1) {
    const below = sorted[start - 1];
    if (start >= 2 && sorted[start] - below > Math.max(below - sorted[0], 5)) return sorted.subarray(start);
  }
  return NONE;
}

function scaleCodes(sorted: Float64Array): Float64Array {
  const [scale, codes] = splitAt(sorted, 7);
  const [bottom, top] = [scale[0], scale[scale.length - 1]];
  const isConsecutive = Number.isInteger(bottom) && scale.every((value, index) => value === bottom + index);
  const isScale = scale.length >= 2 && bottom >= 0 && top <= 5 && isConsecutive;
  const areCodes = codes.length > 0 && codes.every((value) => value === 7 || value === 8 || value === 9);
  return isScale && areCodes && codes[0] - top >= 2 && (codes.includes(9) || top <= 2) ? codes : NONE;
}

function isNegativeCode(value: number): boolean {
  return STRONG_NEGATIVE.has(value) || WEAK_NEGATIVE.has(value);
}

/** The values below a limit, and the others. */
function splitAt(sorted: Float64Array, limit: number): [Float64Array, Float64Array] {
  const first = sorted.findIndex((value) => value >= limit);
  const at = first === -1 ? sorted.length : first;
  return [sorted.subarray(0, at), sorted.subarray(at)];
}
