import type { RandomStream } from '../numeric/random.js';
import { orderStatistics } from '../stats/resampling/bootstrap-endpoints.js';
import { newCodesOf } from './code-accumulation.js';
import { guestSaturation } from './guest-saturation.js';
import type { SaturationRule } from './guest-saturation.js';

export interface SaturationOrders {
  readonly orders: number;
  readonly are: 'all' | 'drawn';
  /** Codes of the first 1, 2, … units in the middle share of the orders. */
  readonly band: readonly { readonly low: number; readonly high: number }[];
  /** By rule: share of orders in which it is met, and the median of the units that takes; null where never. */
  readonly met: readonly { readonly share: number; readonly medianUnits: number | null }[];
}

/** Up to so many units every order is taken: 7! is 5,040. */
const ALL_ORDERS_UP_TO = 7;

/** What other orders of the same units would have shown: all of them where they are few, otherwise `draws` drawn ones. */
export function saturationOrders(
  units: readonly ReadonlySet<string>[], rules: readonly SaturationRule[],
  { draws, confidence, stream }: { readonly draws: number; readonly confidence: number; readonly stream: RandomStream },
): SaturationOrders {
  const all = units.length <= ALL_ORDERS_UP_TO;
  const orders = all ? permutations(units.length) : Array.from({ length: draws }, () => shuffled(units.length, stream));
  const cumulative = units.map(() => new Float64Array(orders.length));
  const points = rules.map((): number[] => []);
  orders.forEach((order, place) => {
    const counts = newCodesOf(order.map((unit) => units[unit])).map((codes) => codes.length);
    let sum = 0;
    counts.forEach((count, at) => {
      sum += count;
      cumulative[at][place] = sum;
    });
    rules.forEach((rule, at) => {
      const { units: point } = guestSaturation(counts, rule);
      if (point !== null) points[at].push(point);
    });
  });
  const tail = (1 - confidence) / 2;
  return {
    orders: orders.length,
    are: all ? 'all' : 'drawn',
    band: cumulative.map((counts) => {
      const { low, high } = orderStatistics(counts.sort(), tail, tail);
      return { low, high };
    }),
    met: points.map((found) => ({ share: found.length / orders.length, medianUnits: median(found) })),
  };
}

function permutations(size: number): number[][] {
  if (size === 0) return [[]];
  return permutations(size - 1).flatMap((order) => Array.from({ length: size }, (_, place) => [...order.slice(0, place), size - 1, ...order.slice(place)]));
}

function shuffled(size: number, stream: RandomStream): number[] {
  const order = Array.from({ length: size }, (_, unit) => unit);
  for (let last = size - 1; last > 0; last--) {
    const other = stream.below(last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
