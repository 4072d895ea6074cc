import type { AdjustmentName, BinaryCorrelation, CorrelationEstimate } from '../../results/correlation.js';
import { adjustP } from '../adjust-p.js';
import { binaryCorrelation, isBinary } from './biserial.js';
import type { ChosenMethods } from './chosen-methods.js';
import { columnFindings, pairFinding, sizeFindings } from './correlation-findings.js';
import type { CorrelationFinding } from './correlation-findings.js';
import type { Coefficient, Interval, PValue, Stepwise } from './correlation-methods.js';
import { completePair } from './pairs.js';
import type { CompletePair } from './pairs.js';
import type { Sample } from './sample.js';

/** The rows of one level, or all. */
export interface Group {
  readonly by: string | null;
  /** Each column where it is present among the group's rows. */
  readonly samples: readonly Sample[];
  /** Positions in `samples`. */
  readonly pairs: readonly (readonly [x: number, y: number])[];
}

export interface GroupCorrelations {
  readonly estimates: readonly CorrelationEstimate[];
  readonly findings: readonly CorrelationFinding[];
  readonly binary: readonly BinaryCorrelation[];
  /** Pairs in which a value occurs more than once. */
  readonly tiedPairs: number;
}

/** An estimate whose adjusted p waits for the rest of its family. */
type Unadjusted = Omit<CorrelationEstimate, 'pAdjusted'> & { pAdjusted: number | null };

const PAIRS_PER_STEP = 1000;

/** The estimates of one group, which are one family for the adjustment. Yields how many pairs are done. */
export function* correlateGroup(
  { by, samples, pairs }: Group,
  methods: ChosenMethods,
  adjustment: AdjustmentName,
): Generator<number, GroupCorrelations, void> {
  const estimates: Unadjusted[] = [];
  const findings = columnFindings(samples, by);
  const undefinedColumns = new Set(findings.map(({ column }) => column));
  const forPairs: CorrelationFinding[] = [];
  const binary: BinaryCorrelation[] = [];
  let tiedPairs = 0;
  for (const [x, y] of pairs) {
    const done = estimates.length;
    const pair = completePair(samples[x], samples[y], by);
    const coefficient = methods.coefficient(pair);
    let tested: PValue | null = null;
    let interval: Interval | null = null;
    if (coefficient.reason === null) {
      const p = methods.p(pair, coefficient.estimate);
      tested = isSteps(p) ? yield* result(p, done) : p;
      const bounds = methods.interval?.(pair, coefficient.estimate) ?? null;
      interval = isSteps(bounds) ? yield* result(bounds, done) : bounds;
      const other = methods.plain && (isBinary(pair.x) || isBinary(pair.y)) ? binaryOf(pair, methods, coefficient.estimate, interval) : null;
      if (other !== null) binary.push(other);
    }
    estimates.push(estimateOf(pair, coefficient, tested, interval));
    const finding = pairFinding(pair, coefficient, interval, undefinedColumns);
    if (finding !== null) forPairs.push(finding);
    if (pair.tied) tiedPairs++;
    if (done % PAIRS_PER_STEP === 0) yield done;
  }
  if (adjustment !== 'none') {
    adjustP(estimates.map(({ p }) => p), adjustment).forEach((p, i) => (estimates[i].pAdjusted = p));
  }
  return { estimates, findings: [...findings, ...forPairs, ...sizeFindings(estimates, by)], binary, tiedPairs };
}

function binaryOf(pair: CompletePair, methods: ChosenMethods, estimate: number, interval: Interval | null): BinaryCorrelation | null {
  return binaryCorrelation(pair, methods.name, { estimate, low: interval?.low ?? null, high: interval?.high ?? null }, methods.confidence);
}

function isSteps<Result>(answer: Stepwise<Result>): answer is Generator<number, Result, void> {
  return typeof answer === 'object' && answer !== null && 'next' in answer;
}

/** Runs a long method, telling at each of its steps how many pairs are done, the share of this one included. */
function* result<Result>(steps: Generator<number, Result, void>, done: number): Generator<number, Result, void> {
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield done + step.value;
  return step.value;
}

function estimateOf(
  { x, y, by, n }: CompletePair,
  { estimate }: Coefficient,
  tested: PValue | null,
  interval: Interval | null,
): Unadjusted {
  return {
    x: x.name,
    y: y.name,
    by,
    n,
    estimate,
    ciLow: interval?.low ?? null,
    ciHigh: interval?.high ?? null,
    statistic: tested?.statistic ?? null,
    df: tested?.df ?? null,
    p: tested?.p ?? null,
    pMethod: tested?.method ?? null,
    pError: tested?.error ?? null,
    pAdjusted: null,
  };
}
