import { knownState } from '../../claims/known-mismatch.js';
import type { LockedFigure } from '../../claims/lock-file.js';
import { KNOWN_DIGITS } from '../../numeric/decimal.js';
import { lockCause } from '../../present/reproduce/lock-words.js';
import { explanationWords, knownWords, whyVerdict } from '../../present/reproduce/reproduce-words.js';
import type { DescribeRecord } from '../../results/describe.js';
import type { LockDifference } from '../../results/lock.js';
import type { InputFile, ResultRecord } from '../../results/record.js';
import type { ClaimEstimate, ClaimStatus, Explanation, KnownState, ReproduceRecord } from '../../results/reproduce.js';
import type { StudyClaim } from '../../study/study.js';
import type { JudgedFigure } from './judged-claims.js';

/** Everything that a run of reproduce found out. */
export interface Reproduction {
  readonly title: string | null;
  readonly figures: readonly JudgedFigure[];
  readonly explanations: ReadonlyMap<JudgedFigure, Explanation>;
  /** Estimates that are no figure of a record: the quotes of the paper. */
  readonly quotes: readonly ClaimEstimate[];
  readonly coverage: ReproduceRecord['coverage'];
  readonly lock: { readonly path: string; readonly figures: readonly LockedFigure[]; readonly differences: readonly LockDifference[] } | null;
  readonly records: ReadonlyMap<string, ResultRecord>;
  readonly today: string;
  readonly tool: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: readonly InputFile[];
}

export function reproduceRecord(run: Reproduction): ReproduceRecord {
  const figures = judgedEstimates(run);
  const estimates = [...figures, ...run.quotes];
  const count = (status: ClaimStatus): number => estimates.filter((one) => one.status === status).length;
  const uncomputable = estimates.filter(({ verdict }) => verdict === 'uncomputable').length;
  return {
    kind: 'reproduce',
    schemaVersion: 1,
    method: { name: 'printed-figures', ties: 'either', knownDigits: KNOWN_DIGITS },
    estimates,
    n: { rows: estimates.length, used: estimates.length - uncomputable, excludedBy: uncomputable === 0 ? {} : { uncomputable } },
    title: run.title,
    summary: {
      figures: figures.length, quotes: run.quotes.length, claims: new Set(estimates.map(({ claim }) => claim)).size,
      passed: count('passed'), failed: count('failed'), known: count('known'), ties: estimates.filter(({ verdict }) => verdict === 'match-by-tie').length,
    },
    lock: run.lock === null ? null : { path: run.lock.path, differences: run.lock.differences },
    coverage: run.coverage,
    warnings: [],
    provenance: { tool: run.tool, command: 'reproduce', options: run.options, seed: null, inputs: run.inputs },
  };
}

function judgedEstimates(run: Reproduction): ClaimEstimate[] {
  const moved = new Map((run.lock?.differences ?? []).flatMap((one) => (one.is === 'figure-moved' ? [[`${one.claim}\n${one.address}`, one] as const] : [])));
  const moves = run.lock === null ? null : lockCause(run.lock.differences);
  const states = new Map(run.figures.map((figure) => [figure, stateOf(figure, run)]));
  const healed = claimsThatPass(run.figures);
  return run.figures.map((figure) => {
    const { claim, expected, address, printed, computed, judgement } = figure;
    const state: KnownState | null = healed.get(claim) === figure ? 'passes-now' : states.get(figure)!;
    const status = state === 'passes-now' ? 'failed' : judgement.passes ? 'passed' : state === 'forgiven' ? 'known' : 'failed';
    const explanation = run.explanations.get(figure);
    const shown = shownOf(figure, run.records);
    const wrong = whyVerdict(shown, figure.rules.alpha);
    const cause = [
      ...(explanation === undefined ? [] : [explanationWords(explanation, shown.place)]),
      ...(state === null ? [] : [knownWords(state, claim.known!)]),
      ...(status === 'failed' && moved.has(`${claim.id}\n${address}`) ? [`Moved since the lock${moves === null ? '.' : `: ${moves}`}`] : []),
    ].filter((part) => part !== '').join(' ');
    return {
      claim: claim.id, at: claim.at, address, printed, accepted: judgement.accepted, computed, verdict: judgement.verdict, status,
      why: [wrong, cause].filter((part) => part !== '').join(' '), cause: cause === '' ? null : cause, expected: judgement.expected,
      units: judgement.units, flip: judgement.flip !== null, where: expected.where,
    };
  });
}

/** The first figure of every claim whose known mismatch is none any more. */
function claimsThatPass(figures: readonly JudgedFigure[]): Map<StudyClaim, JudgedFigure> {
  const failing = new Set(figures.filter(({ judgement }) => !judgement.passes).map(({ claim }) => claim));
  const healed = new Map<StudyClaim, JudgedFigure>();
  for (const figure of figures) {
    if (figure.claim.known !== null && !failing.has(figure.claim) && !healed.has(figure.claim)) healed.set(figure.claim, figure);
  }
  return healed;
}

function stateOf({ claim, address, printed, computed, judgement }: JudgedFigure, { today, lock }: Reproduction): KnownState | null {
  if (claim.known === null) return null;
  const locked = lock?.figures.find((one) => one.claim === claim.id && one.address === address && one.printed === printed);
  return knownState(claim.known, judgement, computed, today, locked?.computed ?? null);
}

function shownOf(figure: JudgedFigure, records: ReadonlyMap<string, ResultRecord>) {
  const { printed, computed, judgement, test } = figure;
  return {
    printed, computed, judgement, isMark: test.is === 'p-range', place: test.is === 'number' ? test.number.place : null,
    isZeroP: test.is === 'number' && test.isP && test.number.relation === '=' && test.number.value.digits === 0n,
    undefinedBecause: judgement.verdict === 'uncomputable' ? undefinedBecause(figure, records) : null,
  };
}

/** What the record warns of the entry that has no value. */
function undefinedBecause({ figure }: JudgedFigure, records: ReadonlyMap<string, ResultRecord>): string | null {
  if (figure === null) return null;
  const names = ['x', 'y', 'variable', 'scale'].flatMap((field) => (typeof figure.entry[field] === 'string' ? [figure.entry[field]] : []));
  const { warnings, hidden = [] } = records.get(figure.address.analysis.name)! as ResultRecord & Partial<Pick<DescribeRecord, 'hidden'>>;
  const { entry, field } = figure;
  const isHidden = hidden.some(({ variable, level, group, fields }) =>
    variable === entry['variable'] && level === entry['level'] && group === entry['group'] && (fields as readonly string[]).includes(field ?? ''));
  if (isHidden) return 'The analysis hides it, because it tells of too few people.';
  return warnings.find(({ code, message }) => code.includes('UNDEFINED') && names.some((name) => message.includes(name)))?.message ?? null;
}
