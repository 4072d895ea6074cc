import { decimal, decimalNumber } from '../../numeric/decimal.js';
import type { CheckVerdict } from '../../results/check.js';
import type { PReason, UncheckedReason } from '../../results/check-reasons.js';
import { degreesThatFit } from '../checks/degrees-that-fit.js';
import { comparePs } from '../checks/printed-p.js';
import type { PrintedP } from '../checks/printed-p.js';
import { roundingInterval } from '../checks/rounding.js';
import type { Interval } from '../checks/rounding.js';
import { hasSides, pInterval } from '../checks/test-p.js';
import type { TestDistribution } from '../checks/test-p.js';
import { checkCorrelationSizes } from './check-sizes.js';
import { checkRatio } from './check-ratio.js';
import type { PaperContext } from './check-options.js';
import { NOT_SIGNIFICANT, printedP, statisticInterval, unchecked } from './outcome.js';
import type { Outcome } from './outcome.js';
import type { Statement } from './statements.js';

const CORRELATIONS: ReadonlySet<string | null> = new Set(['pearson', 'spearman', 'kendall']);

/** From here on the approximation by t and the exact p of a rank correlation print alike. */
const LARGE = 30;

/** Recomputes the p of one test, or says what it lacks. */
export function checkStatement(statement: Statement, context: PaperContext): Outcome {
  const { statistic, p, ns } = statement;
  if (statistic.kind === 'ratio') return checkRatio(statement, context);
  const { low, high } = statisticInterval(statistic);
  if (CORRELATIONS.has(statistic.kind) && (low > 1 || high < -1)) return unchecked('correlation');
  const printed = p === null ? (ns ? NOT_SIGNIFICANT : null) : printedP(p);
  const distribution = distributionOf(statement);
  if (distribution === 'n') return checkCorrelationSizes(statement, printed, context);
  if (printed === null) return unchecked('p');
  if (distribution === 'df' && (statistic.kind === 't' || statistic.kind === 'chi-square')) return checkDegrees(statement, statistic.kind, printed, context);
  if (typeof distribution === 'string') return unchecked(distribution);
  return compareWithPrint(statement, distribution, printed, context);
}

/** A χ² or t without its degrees of freedom: those at which it has the p beside it. */
function checkDegrees(statement: Statement, kind: 't' | 'chi-square', printed: PrintedP, context: PaperContext): Outcome {
  const tails = context.tails === 'one' || statement.tails === 'one' ? 1 : 2;
  const found = degreesThatFit(statisticInterval(statement.statistic), kind, printed, tails, context.alpha);
  const most = found === null || !Number.isFinite(found.most) ? null : found.most;
  return {
    kind: 'p',
    verdict: found !== null ? 'consistent' : statement.adjusted || context.adjusted ? 'conditional' : 'inconsistent',
    computed: found === null ? null : { name: 'df', low: found.least, high: most },
    reason: { about: 'degrees', degrees: found === null ? null : { least: found.least, most } },
  };
}

/** The distribution of a statistic, or what it lacks. */
function distributionOf({ statistic, df, n, groups }: Statement): TestDistribution | UncheckedReason['lacks'] {
  const [first, second] = df.map((text) => ({ text, value: Number(text) })).filter(({ value }) => value > 0)
    .map(({ text, value }) => (text.includes('.') ? roundingInterval(decimal(text)) : { low: value, high: value }));
  switch (statistic.kind) {
    case 'z': return { name: 'normal' };
    // Two numbers in the brackets of a t may be anything.
    case 't': return first === undefined ? 'df' : second === undefined ? { name: 't', df: first } : 'one-df';
    case 'f': return second === undefined ? 'df' : { name: 'f', df1: first, df2: second };
    case 'chi-square':
    case 'h':
    case 'q': return first === undefined ? 'df' : { name: 'chi-square', df: first };
    case 'w':
      if (groups !== null) return { name: 'mann-whitney', n1: groups[0], n2: groups[1] };
      // Up to 1 it is the W of Shapiro and Wilk, or of Kendall.
      return first === undefined || Math.abs(statistic.value) <= 1 ? 'z' : { name: 'chi-square', df: first };
    case 'pearson':
    case 'spearman': {
      const freedom = first ?? (n === null || n < 3 ? undefined : { low: n - 2, high: n - 2 });
      return freedom === undefined ? 'n' : { name: 'correlation', df: freedom };
    }
    case 'kendall': return n === null || n < 4 ? 'groups' : { name: 'kendall', n };
    case 'u': return groups === null ? 'z' : { name: 'mann-whitney', n1: groups[0], n2: groups[1] };
    default: return 'z';
  }
}

function compareWithPrint(statement: Statement, distribution: TestDistribution, printed: PrintedP, context: PaperContext): Outcome {
  const { statistic } = statement;
  const statisticSizes = statisticInterval(statistic);
  const both = pInterval(statisticSizes, distribution);
  const sided = hasSides(distribution);
  const oneTailed = sided && (context.tails === 'one' || statement.tails === 'one');
  const recomputed = oneTailed ? halved(both) : both;
  const { fits, decisionError } = comparePs(recomputed, printed, context.alpha);
  const fitsAs = (other: Interval): boolean => comparePs(other, printed, context.alpha).fits;
  const otherwise = fits ? null
    : statistic.kind === 'spearman' && fitsAs(byNormal(statisticSizes, distribution)) ? 'normal'
      : sided && fitsAs(oneTailed ? both : halved(both)) ? (oneTailed ? 'two-tailed' : 'one-tailed')
        : isCut(recomputed, printed) ? 'cut' : null;
  const unless = fits ? null
    : distribution.name === 'kendall' || distribution.name === 'mann-whitney' ? 'ties'
      : (statement.adjusted || context.adjusted) && isAbove(printed, recomputed) ? 'adjusted'
        : otherwise === 'one-tailed' && context.mentionsOneTailed ? 'one-tailed-elsewhere'
          : mayBeExact(statement, distribution) && isNear(recomputed, printed) ? 'exact' : null;
  const verdict: CheckVerdict = fits || otherwise === 'normal' ? 'consistent'
    : unless !== null ? 'conditional' : decisionError ? 'decision-error' : 'inconsistent';
  const reason: PReason = {
    about: 'p', statistic: statistic.number.text, recomputed, fits, otherwise, unless, alpha: context.alpha,
    tails: sided ? (oneTailed ? 'one' : 'two') : 'none',
    printedZero: printed.relation !== 'ns' && printed.printed.digits === 0n,
  };
  return { kind: 'p', verdict, computed: { name: 'p', ...recomputed }, reason };
}

function halved({ low, high }: Interval): Interval {
  return { low: low / 2, high: high / 2 };
}

/** The p of ρ by ρ √(n − 1), as some programs print it for large samples. */
function byNormal({ low, high }: Interval, distribution: TestDistribution): Interval {
  const root = distribution.name === 'correlation' ? Math.sqrt(distribution.df.low + 1) : 1;
  return pInterval({ low: low * root, high: high * root }, { name: 'normal' });
}

/** Whether a p is printed that is larger than that of the statistic, as a corrected one is. */
function isAbove({ relation, printed }: PrintedP, { high }: Interval): boolean {
  return relation === 'ns' || (relation !== '<' && decimalNumber(printed) >= high);
}

/** A rank test whose p may be exact: because the words before say so, or a ρ of few. */
function mayBeExact({ statistic, exact }: Statement, distribution: TestDistribution): boolean {
  if (exact && ['z', 'u', 'w', 'h', 'spearman', 'kendall'].includes(statistic.kind ?? '')) return true;
  return statistic.kind === 'spearman' && distribution.name === 'correlation' && distribution.df.high + 2 < LARGE;
}

/** How far an exact p and its approximation lie apart at most, where both are worth printing. */
const EXACT_FACTOR = 3;

function isNear({ low, high }: Interval, { relation, printed }: PrintedP): boolean {
  const value = decimalNumber(printed);
  return relation !== 'ns' && value >= low / EXACT_FACTOR && value <= high * EXACT_FACTOR;
}

/** Whether the printed digits are the first of a recomputed p, with the rest cut off. */
function isCut({ low, high }: Interval, { relation, printed }: PrintedP): boolean {
  return relation === '=' && high >= decimalNumber(printed) && low < decimalNumber({ ...printed, digits: printed.digits + 1n });
}
