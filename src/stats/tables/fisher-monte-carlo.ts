import type { RandomStream } from '../../numeric/random.js';
import { clopperPearson } from './clopper-pearson.js';
import { fisherProblem } from './fisher-problem.js';

export interface MonteCarloP {
  /** (extreme + 1) / (draws + 1), never 0 (Phipson & Smyth 2010). */
  readonly p: number;
  /** Clopper & Pearson's (1934) 95 % interval for the exact p. */
  readonly low: number;
  readonly high: number;
  readonly draws: number;
  /** How many tables were no likelier than the observed one. */
  readonly extreme: number;
}

/**
 * The p of Fisher's exact test by random tables with the same margins, filled cell by cell: given the cells before
 * it, a cell is hypergeometric (Patefield 1981, "Algorithm AS 159"). The time does not grow with the counts, only
 * with the square root of the largest.
 *
 * @param table counts; two rows and columns at least, none of which adds up to 0
 */
export function fisherMonteCarlo(
  table: readonly (readonly number[])[],
  stream: RandomStream,
  draws: number,
): MonteCarloP {
  const { rows, columns, logFactorial, units, limit } = fisherProblem(table);
  const n = logFactorial.length - 1;
  const last = columns.length - 1;
  const left = new Int32Array(columns.length);
  let extreme = 0;
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0;
    let total = n;
    left.set(columns);
    for (let row = 0; row < rows.length - 1; row++) {
      let toPlace = rows[row];
      let open = total;
      for (let j = 0; j < last; j++) {
        const count = hypergeometric(stream, logFactorial, open, left[j], toPlace);
        open -= left[j];
        toPlace -= count;
        left[j] -= count;
        sum += units[count];
      }
      left[last] -= toPlace;
      sum += units[toPlace];
      total -= rows[row];
    }
    for (const count of left) sum += units[count];
    if (sum >= limit) extreme++;
  }
  return { p: (extreme + 1) / (draws + 1), ...clopperPearson(extreme, draws, 0.95), draws, extreme };
}

/**
 * How many of `drawn` balls out of `total` are among the `marked`: by inversion, outwards from the likeliest number,
 * so that it takes about as many steps as the standard deviation.
 */
function hypergeometric(
  stream: RandomStream,
  logFactorial: Float64Array,
  total: number,
  marked: number,
  drawn: number,
): number {
  const least = Math.max(0, drawn + marked - total);
  const most = Math.min(drawn, marked);
  if (least === most) return least;
  const likeliest = Math.floor(((drawn + 1) * (marked + 1)) / (total + 2));
  const plain = total - marked;
  const peak = Math.exp(
    logFactorial[marked] - logFactorial[likeliest] - logFactorial[marked - likeliest]
      + logFactorial[plain] - logFactorial[drawn - likeliest] - logFactorial[plain - drawn + likeliest]
      - logFactorial[total] + logFactorial[drawn] + logFactorial[total - drawn],
  );
  let rest = (stream.below(2 ** 26) * 2 ** 27 + stream.below(2 ** 27)) / 2 ** 53 - peak;
  let up = likeliest;
  let down = likeliest;
  let above = peak;
  let below = peak;
  while (rest >= 0 && (up < most || down > least)) {
    if (up < most) {
      above *= ((marked - up) * (drawn - up)) / ((up + 1) * (plain - drawn + up + 1));
      up++;
      rest -= above;
      if (rest < 0) return up;
    }
    if (down > least) {
      below *= (down * (plain - drawn + down)) / ((marked - down + 1) * (drawn - down + 1));
      down--;
      rest -= below;
      if (rest < 0) return down;
    }
  }
  return likeliest;
}
