import type { SuspectName } from '../results/reproduce.js';

/** Another way of running an analysis: options that replace its own, as the verb takes them. */
export interface RerunSuspect {
  readonly suspect: SuspectName;
  readonly was: string | null;
  readonly is: string | null;
  readonly changes: Readonly<Record<string, unknown>>;
}

type Given = Readonly<Record<string, unknown>>;

/** An exact test that takes longer than this for a pair is no suspect worth waiting for. */
const SECONDS = 0.1;

const TESTS: readonly (readonly string[])[] = [
  ['chi-square', 'chi-square-yates', 'fisher'], ['mann-whitney', 'welch', 'student'], ['kruskal', 'welch-anova', 'anova'], ['wilcoxon', 'paired-t'],
];

/** The usual other ways of an analysis by its verb, the likelier first. */
export function rerunSuspects(command: string, given: Given): RerunSuspect[] {
  return (OTHER_WAYS.get(command) ?? (() => []))(given);
}

const OTHER_WAYS: ReadonlyMap<string, (given: Given) => RerunSuspect[]> = new Map([
  ['correlate', (given: Given) => {
    const method = textOf(given['method'], 'spearman');
    return [
      ...others(['spearman', 'pearson', 'kendall'], method).map((is) => rerun('method', method, is, { method: is, ci: undefined })),
      otherMissing(given),
      ...['partial', 'semiPartial'].filter((option) => given[option] !== undefined).map((option) => rerun('not-partial', 'partial', null, { [option]: undefined })),
      ...(given['p'] === 'exact' ? [rerun('p-kind', 'exact', 't', { p: 't' })] : [rerun('p-kind', textOf(given['p'], 't'), 'exact', { p: 'exact', budget: SECONDS })]),
      ...others(['bonett-wright', 'fieller', 'fisher'], textOf(given['ci'], 'bonett-wright')).map((is) => rerun('interval', textOf(given['ci'], 'bonett-wright'), is, { ci: is })),
      ...withoutWhere(given),
    ];
  }],
  ['describe', (given: Given) => [
    otherMissing(given),
    ...others([7, 6, 2], Number(given['quantileType'] ?? 7)).map((is) => rerun('quantile-type', String(given['quantileType'] ?? 7), String(is), { quantileType: is })),
    ...withoutWhere(given),
  ]],
  ['compare', (given: Given) => {
    const asked = Array.isArray(given['test']) ? (given['test'] as unknown[]).join(', ') : 'auto';
    return [
      ...TESTS.flat().filter((is) => is !== asked).map((is) => rerun('test', asked, is, { test: [is] })),
      ...others(['exact', 'approximate', 'uncorrected'], textOf(given['p'], 'auto')).map((is) => rerun('p-kind', textOf(given['p'], 'auto'), is, { p: is })),
      otherMissing(given),
      ...withoutWhere(given),
    ];
  }],
  ['scale', (given: Given) => [otherMissing(given), ...withoutWhere(given)]],
]);

/** A column whose values divide the rows. */
export interface DividingColumn {
  readonly name: string;
  readonly levels: readonly (string | number)[];
}

/** Columns with more levels are no groups, and more columns than these are no quick look. */
const MOST_LEVELS = 6;
const MOST_GROUPS = 24;

/** The analysis without one group, and with that group alone. */
export function groupSuspects(columns: readonly DividingColumn[], given: Given): RerunSuspect[] {
  const groups = columns.filter(({ name, levels }) => name !== given['by'] && levels.length > 1 && levels.length <= MOST_LEVELS)
    .flatMap(({ name, levels }) => levels.map((level) => ({ name, level }))).slice(0, MOST_GROUPS);
  const where = (condition: string) => ({ where: given['where'] === undefined ? condition : `(${String(given['where'])}) and ${condition}` });
  return groups.flatMap(({ name, level }) => {
    const column = `\`${name}\``;
    const value = typeof level === 'number' ? String(level) : level.includes("'") ? `"${level}"` : `'${level}'`;
    const words = `${name} = ${level}`;
    return name.includes('`') ? [] : [
      rerun('group-left-out', null, words, where(`${column} != ${value}`)),
      rerun('group-alone', null, words, where(`${column} == ${value}`)),
    ];
  });
}

function otherMissing(given: Given): RerunSuspect {
  const was = textOf(given['missing'], 'pairwise');
  const is = was === 'pairwise' ? 'listwise' : 'pairwise';
  return rerun('missing-rule', was, is, { missing: is });
}

function withoutWhere(given: Given): RerunSuspect[] {
  return given['where'] === undefined ? [] : [rerun('all-rows', String(given['where']), null, { where: undefined })];
}

function rerun(suspect: SuspectName, was: string | null, is: string | null, changes: Given): RerunSuspect {
  return { suspect, was, is, changes };
}

function others<T>(all: readonly T[], own: T): T[] {
  return all.filter((one) => one !== own);
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
