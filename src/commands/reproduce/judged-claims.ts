import { claimedFigures, numberAt } from '../../claims/claimed-figure.js';
import type { ClaimedFigure, PrintRules } from '../../claims/claimed-figure.js';
import { evaluate } from '../../claims/expression.js';
import type { Expression } from '../../claims/expression.js';
import type { FigureFinder } from '../../claims/find-figure.js';
import { judgeFigure } from '../../claims/judge-figure.js';
import type { PrintedNumber } from '../../claims/printed-number.js';
import type { FigureJudgement } from '../../results/reproduce.js';
import type { ExpectedFigure, StudyClaim } from '../../study/study.js';

/** One figure of a claim, and what came of it. */
export interface JudgedFigure extends ClaimedFigure {
  readonly claim: StudyClaim;
  readonly expected: ExpectedFigure;
  readonly rules: PrintRules;
  readonly judgement: FigureJudgement;
}

/** What a claim's print is held to; the defaults accept a tie both ways and call p < .05 significant. */
function printRules({ rounding, alpha, stars }: StudyClaim): PrintRules {
  return { rounding: rounding ?? 'either', alpha: alpha ?? 0.05, stars };
}

/**
 * Holds every figure of the claims against the study's records.
 *
 * @throws StudyError of claimedFigures: an address that names nothing, a print that does not fit what it names.
 */
export function judgedClaims(claims: readonly StudyClaim[], find: FigureFinder): JudgedFigure[] {
  const figures = claims.flatMap((claim) => claim.expect.flatMap((expected) =>
    claimedFigures(expected, find, printRules(claim)).map((figure) => ({ claim, expected, rules: printRules(claim), ...figure }))));
  const printed = printedByAddress(figures);
  return figures.map((figure) => ({ ...figure, judgement: judged(figure, find, printed) }));
}

/** One figure again, as other records have it; null where it is not among them or its address means nothing there. */
export function judgedAgain(figure: JudgedFigure, find: FigureFinder): Pick<JudgedFigure, 'computed' | 'judgement'> | null {
  const again = claimedFigures(figure.expected, find, figure.rules).find(({ address, printed }) => address === figure.address && printed === figure.printed);
  return again === undefined ? null : { computed: again.computed, judgement: judged({ ...figure, ...again }, find, new Map()) };
}

/** One figure as another formula computes it. */
export function judgedAs(figure: JudgedFigure, expression: Expression, find: FigureFinder): Pick<JudgedFigure, 'computed' | 'judgement'> {
  const { where } = figure.expected;
  const computed = evaluate(expression, (address) => numberAt(find(address, where), where));
  return { computed, judgement: judged({ ...figure, expression, computed }, find, new Map()) };
}

function judged(
  figure: Omit<JudgedFigure, 'judgement'>, find: FigureFinder, printed: ReadonlyMap<string, PrintedNumber>,
): FigureJudgement {
  const { where } = figure.expected;
  return judgeFigure(figure, figure.rules, ({ text }) => printed.get(text) ?? null, (address) => numberAt(find(address, where), where));
}

/** What each address is printed as, where a claim says so without a relation. */
function printedByAddress(figures: readonly ClaimedFigure[]): Map<string, PrintedNumber> {
  return new Map(figures.flatMap(({ address, test, figure }) =>
    (figure !== null && test.is === 'number' && test.number.relation === '=' ? [[address, test.number] as const] : [])));
}
