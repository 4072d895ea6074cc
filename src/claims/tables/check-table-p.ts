import type { PlacedText } from '../../dataset/document.js';
import { decimalNumber } from '../../numeric/decimal.js';
import type { CheckedFigure } from '../../results/check-reasons.js';
import { fittingTotals } from '../checks/grim.js';
import { comparePs } from '../checks/printed-p.js';
import type { PrintedP } from '../checks/printed-p.js';
import { roundingInterval } from '../checks/rounding.js';
import type { PaperContext } from '../paper/check-options.js';
import { denominatorsOf } from '../paper/check-share.js';
import { NOT_SIGNIFICANT, unchecked } from '../paper/outcome.js';
import type { Outcome } from '../paper/outcome.js';
import { isNotSignificant, printedNumbers } from '../printed-number.js';
import { countTests } from './count-tests.js';
import { summaryTests } from './summary-tests.js';
import type { TableFigure } from './table-figures.js';
import { tableOutcome } from './table-outcome.js';
import type { ColumnShape, RowShape, SectionShape, TableShape } from './table-shape.js';

/** What could have given a p: counts of whole groups, or means with their SDs. */
type Source = { readonly from: 'counts' | 'means'; readonly tests: readonly { readonly name: string; readonly low: number; readonly high: number }[] };

/** Groups that are the same people at several times, whose p no test of independent groups gives. */
const REPEATED = /\b(?:before|after|pre|post|pre-?test|post-?test|baseline|follow-?up|week|month|year|wave|visit|time|T\d|day)s?\b/i;
/** Tests that the counts of a table do not determine. */
const OTHER_TESTS = /\b(?:match(?:ed|ing)|paired|mcnemar|conditional logistic|mantel|mixed|multilevel|GEE|cluster\w*|log-?rank|regression|adjusted|trend|interaction|corrected)\b/i;

/**
 * Each p of the P column, recomputed from the counts or the means of its row, or from all the categories of its section.
 *
 * @param isChecked whether the p of a row is already held against a statistic beside it
 */
export function checkTablePs(rows: readonly (readonly TableFigure[])[], shape: TableShape, context: PaperContext, isChecked: (row: RowShape) => boolean): CheckedFigure[] {
  const column = shape.columns.find(({ kind }) => kind === 'p');
  const groups = shape.columns.filter(({ kind, total }) => (kind === 'group' || kind === 'count') && !total);
  if (column === undefined || groups.length < 2 || shape.columns.filter(({ kind }) => kind === 'p').length > 1) return [];
  const repeated = groups.filter(({ header }) => REPEATED.test(header)).length > 1;
  const determined = !OTHER_TESTS.test(`${shape.words} ${column.header}`);
  const ofSections = shape.sections.flatMap((section) => check(section.cells[column.index], section.label, () => sectionSources(rows, section, groups)));
  const ofRows = rows.flatMap((row, index) => {
    const { cells, label, section } = shape.rows[index];
    const alone = section !== null && onlyP(shape, section, column) === cells;
    // A p that reaches over several rows is of all of them together.
    const own = shape.rows[index].reaching.has(column.index) ? [] : rowSources(row, groups);
    const found = check(cells[column.index], label, () => [...own, ...(alone ? sectionSources(rows, section, groups) : [])]);
    return isChecked(shape.rows[index]) ? found.filter(({ verdict }) => verdict !== 'not-checkable') : found;
  });
  return [...ofSections, ...ofRows];

  function check(cell: PlacedText | undefined, label: string, sources: () => readonly Source[]): CheckedFigure[] {
    const printed = cell === undefined ? null : pOf(cell.text);
    if (cell === undefined || printed === null) return [];
    return [tableOutcome(cell, label, column!.header, compared(printed, repeated ? [] : sources(), determined, context.alpha))];
  }
}

function compared(printed: PrintedP, sources: readonly Source[], determined: boolean, alpha: number): Outcome {
  const tests = sources.flatMap(({ tests }) => tests);
  if (tests.length === 0) return unchecked('whole-p', 'table-p');
  const from = sources.some((source) => source.from === 'counts') ? 'counts' : 'means';
  const results = tests.map((test) => ({ ...test, ...comparePs(test, printed, alpha) }));
  const matching = results.find(({ fits }) => fits);
  const verdict = matching !== undefined ? 'consistent' : from === 'means' || !determined ? 'conditional'
    : results.every(({ decisionError }) => decisionError) ? 'decision-error' : 'inconsistent';
  return {
    kind: 'table-p', verdict,
    computed: { name: 'p', low: Math.min(...tests.map(({ low }) => low)), high: Math.max(...tests.map(({ high }) => high)) },
    reason: { about: 'table-p', tests, matching: matching?.name ?? null, from, determined, alpha },
  };
}

/** Of one row: its counts against the rest of each group, or its means and SDs. */
function rowSources(row: readonly TableFigure[], groups: readonly ColumnShape[]): Source[] {
  const figures = groups.map((column) => row.find((one) => one.column === column));
  const counts = figures.map((one) => countOf(one));
  if (counts.every((one) => one !== null)) {
    const table = [counts.map(({ count }) => count), counts.map(({ count, n }) => n - count)];
    return table[1].every((rest) => rest >= 0) ? [{ from: 'counts', tests: countTests(table) }] : [];
  }
  const means = figures.map((one) => {
    if (one === undefined || one.figure === 'unsure' || one.figure.form !== 'mean' || one.figure.sd === null || one.n === null || one.n.n < 2) return null;
    return { n: one.n.n, mean: roundingInterval(one.figure.mean), sd: roundingInterval(one.figure.sd) };
  });
  return means.every((one) => one !== null) ? [{ from: 'means', tests: summaryTests(means) }] : [];
}

/** Of a section: the counts of its categories in each group. */
function sectionSources(rows: readonly (readonly TableFigure[])[], section: SectionShape, groups: readonly ColumnShape[]): Source[] {
  const members = rows.filter(([first]) => first?.row.section === section);
  const table = members.map((row) => groups.map((column) => countOf(row.find((one) => one.column === column))?.count ?? null));
  if (table.length < 2 || table.some((counts) => counts.includes(null))) return [];
  return [{ from: 'counts', tests: countTests(table as number[][]) }];
}

/** A count with the n that its percentage is of, where one n is; the group's own where there is no percentage. */
function countOf(one: TableFigure | undefined): { readonly count: number; readonly n: number } | null {
  if (one === undefined || one.figure === 'unsure' || one.figure.form !== 'count') return null;
  const { count, percent } = one.figure;
  const n = one.figure.n ?? one.n?.n ?? null;
  if (n === null || percent === null) return n === null ? null : { count, n };
  const { least, most } = fittingTotals(percent, n, { percent: true });
  if (count >= least && count <= most) return { count, n };
  const answered = denominatorsOf(count, percent);
  return answered !== null && answered.low === answered.high && answered.low <= n ? { count, n: answered.low } : null;
}

/** The cells of the one row of a section that has a p, where only one has. */
function onlyP(shape: TableShape, section: SectionShape, { index }: ColumnShape): readonly PlacedText[] | null {
  if (pOf(section.cells[index]?.text ?? '') !== null) return null;
  const having = shape.rows.filter((row) => row.section === section && pOf(row.cells[index].text) !== null);
  return having.length === 1 ? having[0].cells : null;
}

function pOf(text: string): PrintedP | null {
  if (isNotSignificant(text)) return NOT_SIGNIFICANT;
  const [first, second] = printedNumbers(text);
  if (first === undefined || second !== undefined || first.percent) return null;
  const value = decimalNumber(first.value);
  if (value < 0 || value > 1) return null;
  return { relation: first.relation.startsWith('<') ? '<' : first.relation.startsWith('>') ? '>' : '=', printed: first.value };
}
