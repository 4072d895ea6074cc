import { operands } from '../../claims/expression.js';
import type { FigureFinder } from '../../claims/find-figure.js';
import { otherFormulas } from '../../claims/formula-suspects.js';
import { RECORD_SUSPECTS, exchangedNames } from '../../claims/record-suspects.js';
import type { RecordSuspect } from '../../claims/record-suspects.js';
import { groupSuspects, rerunSuspects } from '../../claims/rerun-suspects.js';
import type { DividingColumn, RerunSuspect } from '../../claims/rerun-suspects.js';
import { StudyError } from '../../errors.js';
import type { ResultRecord } from '../../results/record.js';
import type { Explanation } from '../../results/reproduce.js';
import { judgedAgain, judgedAs } from './judged-claims.js';
import type { JudgedFigure } from './judged-claims.js';
import type { PreparedAnalysis } from './run-analysis.js';

/** What diagnosis may ask for: the records as they are, and an analysis run with other options. */
export interface Diagnosis {
  readonly records: ReadonlyMap<string, ResultRecord>;
  readonly analyses: ReadonlyMap<string, PreparedAnalysis>;
  /** What finds figures among other records of these analyses. */
  finder(records: ReadonlyMap<string, ResultRecord>): FigureFinder;
  rerun(analysis: PreparedAnalysis, changes: Readonly<Record<string, unknown>>): Promise<ResultRecord>;
  /** The columns that may divide an analysis's rows, and codes that may mean missing. */
  columns(analysis: PreparedAnalysis): Promise<{ readonly dividing: readonly DividingColumn[]; readonly oddCodes: readonly string[]; readonly declaredCodes: boolean }>;
}

/** A suspect that gives some figures as they are printed, and counts only where it gives a fair part of them. */
interface Fit {
  readonly explains: ReadonlyMap<JudgedFigure, number | null>;
  /** Counts figures that a number pins down; a mark or a bound alone is met by half of all suspects. */
  readonly weight: number;
  readonly suspect: Pick<Explanation, 'suspect' | 'was' | 'is'>;
}

/** Beyond so many the pairs of names are no longer a quick look. */
const MOST_NAMES = 14;

/**
 * Tries the usual suspects on figures that do not match and answers, for each that one explains, the one that explains
 * the most figures with it; of equals the likelier.
 */
export async function diagnose(failing: readonly JudgedFigure[], diagnosis: Diagnosis): Promise<Map<JudgedFigure, Explanation>> {
  const found = new Map(failing.flatMap((figure) => otherFormula(figure, diagnosis.finder(diagnosis.records))));
  for (const name of diagnosis.analyses.keys()) {
    const own = failing.filter((figure) => !found.has(figure) && operands(figure.expression).some(({ analysis }) => analysis.name === name));
    if (own.length === 0) continue;
    // Among many figures that fail together, some suspect hits some of them by chance.
    const least = Math.ceil(own.filter(isPinned).length / 3);
    const fits = (await fitsOf(name, own, diagnosis)).filter(({ weight }) => weight >= least).sort((a, b) => b.weight - a.weight);
    for (const figure of own) {
      const [best, ...others] = fits.filter(({ explains }) => explains.has(figure));
      if (best === undefined) continue;
      found.set(figure, { ...best.suspect, computed: best.explains.get(figure)!, others: others.filter(({ weight }) => weight === best.weight).length });
    }
  }
  return found;
}

/** A figure's own formula with another test of the same table, where that gives the print. */
function otherFormula(figure: JudgedFigure, find: FigureFinder): (readonly [JudgedFigure, Explanation])[] {
  const fits = otherFormulas(figure.expression).flatMap(({ expression, ...suspect }) => {
    const { computed, judgement } = judgedAs(figure, expression, find);
    return judgement.passes && typeof computed === 'number' ? [{ ...suspect, computed }] : [];
  });
  return fits.length === 0 ? [] : [[figure, { ...fits[0], others: fits.length - 1 }]];
}

async function fitsOf(name: string, figures: readonly JudgedFigure[], diagnosis: Diagnosis): Promise<Fit[]> {
  const analysis = diagnosis.analyses.get(name)!;
  const record = diagnosis.records.get(name)!;
  const fits: Fit[] = [];
  const tryRecord = (suspect: Fit['suspect'], altered: ResultRecord): void => {
    const explains = explainedBy(figures, diagnosis.finder(new Map([...diagnosis.records, [name, altered]])));
    const weight = [...explains.keys()].filter(isPinned).length;
    if (weight > 0 || (explains.size > 0 && METHODS.has(suspect.suspect))) fits.push({ explains, weight, suspect });
  };
  for (const suspect of RECORD_SUSPECTS) tryRecord(suspect, suspect.alter(record));
  for (const suspect of await possibleReruns(analysis, diagnosis)) {
    if (!isRelevant(suspect, figures, record)) continue;
    const altered = await diagnosis.rerun(analysis, suspect.changes).catch(refusal);
    if (altered !== null) tryRecord(suspect, altered);
  }
  for (const suspect of exchangedPairs(figures)) tryRecord(suspect, suspect.alter(record));
  return fits;
}

/** Some suspects change only some fields, and an exact p for every pair of a matrix takes longer than anybody waits. */
function isRelevant({ suspect, is }: RerunSuspect, figures: readonly JudgedFigure[], { estimates }: ResultRecord): boolean {
  const fields = new Set(figures.map(({ figure }) => figure?.field ?? 'formula'));
  const some = (...names: string[]): boolean => names.some((name) => fields.has(name));
  if (suspect === 'p-kind') return some('p', 'pAdjusted', 'formula') && (is !== 'exact' || estimates.length <= MOST_EXACT);
  if (suspect === 'interval') return some('ciLow', 'ciHigh');
  return suspect !== 'quantile-type' || some('q1', 'q3', 'median', 'formula');
}

const MOST_EXACT = 12;

/** What a mark or a bound may be explained by all the same. */
const METHODS: ReadonlySet<string> = new Set(['one-tailed', 'method', 'test', 'p-kind', 'missing-rule', 'adjusted-p', 'unadjusted-p', 'codes-kept', 'codes-dropped']);

async function possibleReruns(analysis: PreparedAnalysis, diagnosis: Diagnosis): Promise<RerunSuspect[]> {
  const { dividing, oddCodes, declaredCodes } = await diagnosis.columns(analysis);
  return [
    ...rerunSuspects(analysis.command, analysis.given),
    ...(declaredCodes ? [{ suspect: 'codes-kept' as const, was: null, is: null, changes: { keepCodes: true } }] : []),
    ...(oddCodes.length === 0 ? [] : [{ suspect: 'codes-dropped' as const, was: null, is: oddCodes.join(', '), changes: { na: [...(analysis.given['na'] as string[] | undefined ?? []), ...oddCodes] } }]),
    ...groupSuspects(dividing, analysis.given),
  ];
}

/** Variables that failing figures are of, each two taken for each other. */
function exchangedPairs(figures: readonly JudgedFigure[]): RecordSuspect[] {
  const names = [...new Set(figures.flatMap(({ figure }) => (figure === null ? [] : ['x', 'y', 'variable'].flatMap((field) => (typeof figure.entry[field] === 'string' ? [figure.entry[field]] : [])))))];
  return names.length > MOST_NAMES ? [] : names.flatMap((a, index) => names.slice(index + 1).map((b) => exchangedNames(a, b)));
}

function explainedBy(figures: readonly JudgedFigure[], find: FigureFinder): Map<JudgedFigure, number | null> {
  const explains = new Map<JudgedFigure, number | null>();
  for (const figure of figures) {
    const again = attempt(() => judgedAgain(figure, find));
    if (again?.judgement.passes === true && again.computed !== figure.computed) explains.set(figure, typeof again.computed === 'number' ? again.computed : null);
  }
  return explains;
}

function isPinned({ test }: JudgedFigure): boolean {
  return test.is === 'number' && test.number.relation === '=';
}

/** A suspect may lead to an analysis that cannot be made, or to a record without the figure. */
function refusal(error: unknown): null {
  if (error instanceof StudyError) return null;
  throw error;
}

function attempt<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    return refusal(error);
  }
}
