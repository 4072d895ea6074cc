import { PRESENT, UNREADABLE, isQuantity } from '../../dataset/column.js';
import type { Column, Level } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { hba1cColumns, isDemographicName } from '../../dataset/study-roles.js';
import { summarizeColumn } from '../../dataset/summarize-column.js';
import type { VariableDraft, VariableEntry } from '../../study/study-draft.js';
import { yamlText } from '../../study/yaml-text.js';

/** Lists of more answers are longer than a person would check; they are read from the cells as before. */
const MOST_LEVELS = 60;

/**
 * What a study file says of the columns: what the file itself or its platform says of them, and roles guessed from
 * names and kinds.
 *
 * @param skipped columns that get no entry, such as ids
 */
export function draftVariables(dataset: Dataset, skipped: ReadonlySet<Column>): VariableDraft[] {
  const outcome = guessOutcome(dataset, skipped);
  return dataset.columns.filter((column) => !skipped.has(column)).map((column) => {
    const { n, min, max } = summarizeColumn(dataset, column);
    const levels = levelsOf(column);
    const isMeasured = (column.kind === 'ordinal' && levels === null) || column.kind === 'number';
    const span = !isMeasured || min === null ? undefined : min === max ? `always ${min}` : `${min} to ${max}`;
    const role = roleOf(column, outcome);
    const entries: VariableEntry[] = [
      ...(column.label === undefined || column.label === column.name || column.label.trim() === '' ? [] : [{ key: 'label', value: yamlText(column.label) }]),
      ...(isUnread(column) ? [] : [{ key: 'type', value: column.kind, remark: n === 0 ? 'all cells are blank' : span }]),
      ...(levels === null ? [] : [{ key: 'levels', value: levels }]),
      ...(column.unit === undefined ? [] : [{ key: 'unit', value: yamlText(column.unit) }]),
      ...(column.range === undefined || column.kind !== 'number' || !holds(column, column.range) ? [] : [{ key: 'range', value: `[${column.range.join(', ')}]` }]),
      ...(role === null ? [] : [role]),
    ];
    return { name: column.name, entries, remarks: oddities(dataset, column) };
  });
}

/** What was odd about a column, without any of its texts. */
function oddities({ warnings }: Dataset, { name }: Column): string[] {
  return warnings.filter(({ where }) => where.endsWith(`:${name}`)).map(({ code, message }) => {
    const codes = [...message.matchAll(/(-?[\d.]+) \(\d+ cells?\)/g)].map(([, value]) => value);
    if (code === 'W_MISSING_CODE') return `missing: [${codes.join(', ')}] would leave out values that stand apart, if they mean that there is none.`;
    return /^W_(?:HBA1C|UNIT)/.test(code) ? message : `${message.split(':')[0].replace(/\.?$/, '')}; portal-study inspect says more.`;
  });
}

/** No cell could be read as what the column is said to be, so that its type is better left open. */
function isUnread({ missing }: Column): boolean {
  return missing.includes(UNREADABLE) && !missing.includes(PRESENT);
}

function holds({ values, missing }: Column, [least, greatest]: readonly [number, number]): boolean {
  return missing.every((reason, row) => reason !== PRESENT || (Number(values[row]) >= least && Number(values[row]) <= greatest));
}

/**
 * Labelled levels, or names of groups in their order, as YAML; null where there is nothing to say. Levels that occur
 * without being declared are among them, and a column with cells of none has no levels: what is written would refuse
 * them.
 */
function levelsOf(column: Column): string | null {
  if ((column.kind !== 'ordinal' && column.kind !== 'nominal') || column.missing.includes(UNREADABLE)) return null;
  const declared = column.levels ?? [];
  const isLabelled = declared.some(({ label }) => label !== undefined && label.trim() !== '');
  if (column.kind === 'ordinal' && !isLabelled) return null;
  const known = new Set(declared.map(({ value }) => value));
  const others = [...new Set(Array.from(column.missing.keys()).filter((row) => column.missing[row] === PRESENT).map((row) => column.values[row]))]
    .filter((value) => !known.has(value)).sort((a, b) => (a < b ? -1 : 1));
  const levels: Level[] = [...declared, ...others.map((value) => ({ value }))];
  if (levels.length === 0 || levels.length > MOST_LEVELS) return null;
  const value = (level: Level): string => yamlText(String(level.value), true);
  if (!isLabelled) return `[${levels.map(value).join(', ')}]`;
  const pair = (level: Level): string => `${value(level)}: ${level.label === undefined || level.label.trim() === '' ? '' : yamlText(level.label)}`.trimEnd();
  const isOpen = column.kind === 'nominal' || isConsecutive(levels);
  return isOpen ? `{ ${levels.map(pair).join(', ')} }` : `[${levels.map(pair).join(', ')}]`;
}

function isConsecutive(levels: readonly Level[]): boolean {
  const values = levels.map(({ value }) => Number(value)).sort((a, b) => a - b);
  return values.every((value, index) => Number.isInteger(value) && (index === 0 || value === values[index - 1] + 1));
}

/** The outcome by name, else the last measurement, which studies tend to put after what it depends on. */
function guessOutcome(dataset: Dataset, skipped: ReadonlySet<Column>): { column: Column; why: string } | null {
  const [hba1c, ...more] = hba1cColumns(dataset).filter((column) => !skipped.has(column));
  if (hba1c !== undefined) return { column: hba1c, why: more.length === 0 ? 'the one column that looks like HbA1c' : 'the first column that looks like HbA1c' };
  const measured = dataset.columns.filter((column) => !skipped.has(column) && column.role === undefined && !isDemographicName(column.name) && varies(column));
  const numbers = measured.filter(({ kind }) => kind === 'number');
  const last = numbers.at(-1) ?? measured.filter(isQuantity).at(-1);
  return last === undefined ? null : { column: last, why: 'no column looks like HbA1c; this is the last measurement' };
}

const GROUP = /^(?:arm|group|treatment|condition|cohort|trt|tx|allocation|randomi[sz]ed?(?:_to)?|study[_ ]?arm)(?:[_ .-](?:name|group|code))?$/i;

function roleOf(column: Column, outcome: { column: Column; why: string } | null): VariableEntry | null {
  const guess = (value: string, why?: string): VariableEntry => ({ key: 'role', value, remark: why === undefined ? 'guess' : `guess: ${why}` });
  if (column === outcome?.column) return guess('outcome', outcome.why);
  if (column.role !== undefined) return { key: 'role', value: column.role };
  if (GROUP.test(column.name) && (column.kind === 'nominal' || column.kind === 'ordinal')) return guess('group');
  if (isDemographicName(column.name) && (isQuantity(column) || column.kind === 'nominal')) return guess('covariate');
  if (isQuantity(column) && varies(column)) return guess('feature');
  return null;
}

/** What is the same for everybody correlates with nothing. */
function varies({ kind, values, missing }: Column): boolean {
  if (kind !== 'number' && kind !== 'ordinal') return false;
  const present = Array.from(missing.keys()).filter((row) => missing[row] === PRESENT);
  return present.some((row) => values[row] !== values[present[0]]);
}
