import type { Column } from '../../dataset/column.js';
import { inputsOf } from '../../dataset/dataset.js';
import type { Dataset } from '../../dataset/dataset.js';
import { findColumn } from '../../dataset/find-column.js';
import { chosenRows } from '../../dataset/rows-where.js';
import { warningsOn } from '../../dataset/warnings-on.js';
import { StudyError } from '../../errors.js';
import { randomStream } from '../../numeric/random.js';
import { comparisonWarnings } from '../../present/compare/compare-warnings.js';
import type { CompareMethod, CompareRecord } from '../../results/compare.js';
import type { SampleSize } from '../../results/record.js';
import type { Warning } from '../../results/warning.js';
import { adjustP } from '../../stats/adjust-p.js';
import { COMPARISON_RULE } from '../../stats/groups/compare-test.js';
import { compareVariable, postHocComparisons, testFor } from '../../stats/groups/compare-variable.js';
import { comparisonFindings } from '../../stats/groups/comparison-findings.js';
import { comparedColumns } from './compare-columns.js';
import { countsOf, effectsOf, estimateOf, postHocOf, testOf } from './compare-parts.js';
import type { VariableCompared } from './compare-parts.js';
import { askedTests, refuseOneSided, refuseUnfitTests } from './compare-request.js';
import type { AskedTests, CompareOptions } from './compare-request.js';
import { comparedGroups } from './compared-groups.js';
import { comparedParticipants } from './compared-participants.js';
import type { ComparedParticipants } from './compared-participants.js';
import { DEFAULT_SEED } from '../correlate/correlation-request.js';

/** What surrounds the computation: the tool's name for provenance, and a place to breathe in long runs. */
export interface CompareSurroundings {
  readonly tool: string;
  /** What else was given and belongs in provenance, such as how the file was read. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly pause?: (progress: { readonly done: number; readonly total: number }) => Promise<void> | void;
  /** Called with each choice that the tool made for the user. */
  readonly choice?: (sentence: string) => void;
}

/**
 * The groups of a data set compared, variable by variable, as a record.
 *
 * @throws StudyError where columns, groups or tests do not fit; see comparedGroups, comparedColumns,
 *   comparedParticipants, refuseUnfitTests and rowsWhere.
 */
export async function compareRecord(
  dataset: Dataset, options: CompareOptions, surroundings: CompareSurroundings,
): Promise<CompareRecord> {
  refuseOneSided(options);
  refuseNoRows(dataset);
  const chosen = chosenRows(dataset, options.where);
  const grouping = comparedGroups(dataset, options, chosen);
  const { by, groups } = grouping;
  if (options.by === undefined) surroundings.choice?.(`Groups: ${by.name}, the study's; --by takes another.`);
  const tests = askedTests(dataset, options.test);
  refuseUnfitTests(tests, by.name, groups.length, options.paired !== undefined);
  const { columns, choices } = comparedColumns(dataset, options, grouping, tests);
  for (const sentence of choices) surroundings.choice?.(sentence);
  const participants = comparedParticipants(dataset, options, grouping);

  const method = methodOf(dataset, options, tests);
  const levels = groups.map(({ level }) => level);
  const seed = options.seed ?? DEFAULT_SEED;
  const compared: VariableCompared[] = [];
  for (const [done, column] of columns.entries()) {
    await surroundings.pause?.({ done, total: columns.length });
    const stream = () => randomStream(seed, 'compare', by.name, column.name);
    const settings = { ...method, paired: method.paired !== null, stream };
    const asked = tests.of.get(column.name) ?? tests.all;
    const grouped = participants.values(column);
    const choice = asked === 'auto' ? testFor(column.kind, grouped, settings) : { test: asked, why: 'asked' as const };
    const outcome = compareVariable(choice.test, grouped, settings);
    compared.push({
      column, grouped, ...choice, outcome,
      findings: comparisonFindings(choice.test, grouped, outcome, { exact: method.p === 'exact' }),
      postHoc: postHocComparisons(choice.test, grouped, levels, method.adjust),
    });
  }
  const adjusted = adjustP(compared.map(({ outcome }) => outcome.p), method.adjust);
  const findings = compared.flatMap(({ column, test, findings: own }) =>
    own.map((finding) => ({ ...finding, variable: column.name, test })));
  return {
    kind: 'compare',
    schemaVersion: 1,
    method,
    estimates: compared.map((one, index) => estimateOf(one, by.name, levels, adjusted[index])),
    n: sampleSize(dataset, chosen, participants),
    by: { name: by.name, label: by.label ?? by.name },
    groups: levels.map((level, index) => ({ level, n: participants.sizes[index] })),
    variables: columns.map(({ name, label, unit, kind }) => ({ name, label: label ?? name, unit: unit ?? null, kind })),
    tests: compared.map(testOf),
    effects: compared.flatMap(effectsOf),
    counts: compared.flatMap((one) => countsOf(one, levels)),
    postHoc: compared.flatMap(postHocOf),
    warnings: [
      ...readingWarnings(dataset, [...columns, by], options),
      ...comparisonWarnings(findings, { levels, path: dataset.source.path }),
    ],
    provenance: {
      tool: surroundings.tool,
      command: 'compare',
      options: { ...options, by: by.name, ...surroundings.options },
      seed: findings.some(({ code }) => code === 'drawn') ? seed : null,
      inputs: inputsOf(dataset),
    },
  };
}

function refuseNoRows(dataset: Dataset): void {
  if (dataset.rows > 0) return;
  throw new StudyError('E_ROWS_NONE', 'The file has a header and no rows.', {
    where: dataset.source.path, hint: 'Export it again, with its data.',
  });
}

function methodOf(dataset: Dataset, options: CompareOptions, tests: AskedTests): CompareMethod {
  const { p = 'auto', confidence = 0.95, adjust = 'holm', paired, counts } = options;
  const nameOf = (name?: string): string | null => (name === undefined ? null : findColumn(dataset, name).name);
  return {
    test: tests.all,
    testOf: Object.fromEntries(tests.of),
    rule: COMPARISON_RULE,
    p,
    alternative: 'two-sided',
    confidence,
    adjust,
    paired: nameOf(paired),
    counts: nameOf(counts),
  };
}

function sampleSize(dataset: Dataset, chosen: Uint32Array, { used, excludedBy }: ComparedParticipants): SampleSize {
  const others = Object.values(excludedBy).reduce((total, count) => total + count, 0);
  const reasons = { where: dataset.rows - chosen.length, by: chosen.length - used - others, ...excludedBy };
  const found = Object.entries(reasons).filter(([, count]) => count > 0);
  return { rows: dataset.rows, used, excludedBy: Object.fromEntries(found) };
}

/** The reader's warnings about the whole file and about the columns used; that ids repeat is what pairs are made of. */
function readingWarnings(dataset: Dataset, used: readonly Column[], { paired }: CompareOptions): Warning[] {
  return warningsOn(dataset, used).filter(({ code }) => paired === undefined || code !== 'W_ID_DUPLICATE');
}
