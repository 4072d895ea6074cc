/** Rows read between two steps: one to four milliseconds of work. */
const ROWS_PER_STEP = 2 ** 17;

/**
 * A long calculation that stops to breathe: it yields how many resamples are done and returns its result.
 * Whoever runs it may show progress, wait for the event loop (a signal is not heard while a loop runs) or drop
 * it; where it stops depends on counts alone, never on a clock, and changes no draw.
 *
 * @example
 * let step = steps.next();
 * while (!step.done) {
 *   await setImmediate();
 *   step = steps.next();
 * }
 * step.value; // the result
 */
export type Steps<Result> = Generator<number, Result, void>;

/** Runs every step at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** How many resamples of `rows` rows make one step. */
export function resamplesPerStep(rows: number): number {
  return Math.max(1, Math.floor(ROWS_PER_STEP / Math.max(1, rows)));
}
