import { findColumn } from '../../dataset/find-column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { StudyError } from '../../errors.js';
import type { AdjustmentName } from '../../results/correlation.js';
import type { ComparisonP, ComparisonTestName } from '../../results/compare.js';
import { TEST_SCOPE } from '../../stats/groups/compare-test.js';
import { oneOf } from '../option-values.js';

/** What is asked of a comparison; everything left out takes the default of the command line. */
export interface CompareOptions {
  /** The column whose groups are compared. */
  readonly by?: string;
  /** Names, globs and ranges; without them, every number, scale and category but the grouping column. */
  readonly vars?: readonly string[];
  /** A test for all variables, or `column=test` for one; `auto` takes the rule. */
  readonly test?: readonly string[];
  readonly p?: ComparisonP;
  /** Only two-sided tests are made; another is refused with the reason. */
  readonly alternative?: 'two-sided' | 'less' | 'greater';
  readonly confidence?: number;
  readonly adjust?: AdjustmentName;
  /** The column that matches the rows of two waves. */
  readonly paired?: string;
  /** The level that the others are compared with; it comes last. */
  readonly reference?: string;
  /** A column that says how many participants a row stands for. */
  readonly counts?: string;
  /** A condition on rows, such as `arm == 'focus group'`. */
  readonly where?: string;
  /** Of the tables drawn where an exact p would take too long. */
  readonly seed?: number;
}

export const TEST_NAMES = ['auto', ...Object.keys(TEST_SCOPE)] as readonly ('auto' | ComparisonTestName)[];

/** Which tests were asked for: one for all, and those of single variables. */
export interface AskedTests {
  readonly all: ComparisonTestName | 'auto';
  readonly of: ReadonlyMap<string, ComparisonTestName | 'auto'>;
}

/**
 * Reads `--test welch` and `--test hba1c=welch`.
 *
 * @throws StudyError E_OPTION_VALUE, E_COLUMN_MISSING.
 */
export function askedTests(dataset: Dataset, texts: readonly string[] = []): AskedTests {
  const name = oneOf('--test', TEST_NAMES);
  const of = new Map<string, ComparisonTestName | 'auto'>();
  let all: ComparisonTestName | 'auto' = 'auto';
  for (const text of texts) {
    const split = text.lastIndexOf('=');
    if (split === -1) all = name(text.trim());
    else of.set(findColumn(dataset, text.slice(0, split).trim()).name, name(text.slice(split + 1).trim()));
  }
  return { all, of };
}

/**
 * Only two-sided: a table of tests in which each may have a side of its own cannot be read.
 *
 * @throws StudyError E_ALTERNATIVE.
 */
export function refuseOneSided({ alternative = 'two-sided' }: CompareOptions): void {
  if (alternative === 'two-sided') return;
  const why = 'chi-square, F and H have no sides, and a table must not mix them';
  throw new StudyError('E_ALTERNATIVE', `compare makes two-sided tests only, not ${alternative}: ${why}.`, {
    hint: 'Leave out --alternative; half of a two-sided p of t is the one-sided p in the direction observed.',
  });
}

/** The other name of a rank or mean test, for as many groups as there are. */
const SAME_TEST: Readonly<Partial<Record<ComparisonTestName, Record<'two' | 'several' | 'paired', string>>>> = {
  'mann-whitney': { two: 'mann-whitney', several: 'kruskal', paired: 'wilcoxon' },
  kruskal: { two: 'kruskal', several: 'kruskal', paired: 'wilcoxon' },
  wilcoxon: { two: 'mann-whitney', several: 'kruskal', paired: 'wilcoxon' },
  welch: { two: 'welch', several: 'welch-anova', paired: 'paired-t' },
  'welch-anova': { two: 'welch', several: 'welch-anova', paired: 'paired-t' },
  student: { two: 'student', several: 'anova', paired: 'paired-t' },
  anova: { two: 'student', several: 'anova', paired: 'paired-t' },
  'paired-t': { two: 'welch', several: 'welch-anova', paired: 'paired-t' },
};

/**
 * Refuses a test that is for other groups than there are, naming the one that fits.
 *
 * @throws StudyError E_TEST_UNFIT.
 */
export function refuseUnfitTests({ all, of }: AskedTests, by: string, groups: number, paired: boolean): void {
  const design = paired ? 'paired' : groups === 2 ? 'two' : 'several';
  for (const test of [all, ...of.values()]) {
    if (test === 'auto') continue;
    const scope = TEST_SCOPE[test].design;
    if (scope === design || (scope === 'several' && design === 'two')) continue;
    const fit = SAME_TEST[test]?.[design] ?? (design === 'paired' ? 'mcnemar' : 'chi-square');
    const why = scope === 'paired' ? 'two waves of the same participants, and no column says who they are'
      : design === 'paired' ? 'independent groups, and --paired asks for pairs'
        : `two groups, and "${by}" has ${groups}`;
    throw new StudyError('E_TEST_UNFIT', `${test} compares ${why}.`, {
      hint: scope === 'paired' ? `Add --paired COLUMN, or type --test ${fit}.` : `Type --test ${fit}.`,
    });
  }
}
