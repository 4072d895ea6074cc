import { isQuantity } from '../../dataset/column.js';
import type { Column, NumericColumn } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { findColumn } from '../../dataset/find-column.js';
import { numbersKeptAsText } from '../../dataset/kept-as-text.js';
import { selectColumns } from '../../dataset/select-columns.js';
import { defaultFeatures, hba1cColumns, quantitiesOfRole } from '../../dataset/study-roles.js';
import { StudyError } from '../../errors.js';

/** What a correlation is asked of: the features, the outcome or null for a matrix without one, and what was decided. */
export interface CorrelationColumns {
  readonly features: readonly NumericColumn[];
  readonly outcome: NumericColumn | null;
  /** One sentence for every choice the tool made for the user. */
  readonly choices: readonly string[];
}

/**
 * Resolves `--outcome` and `--vars`. Without an outcome the one column that looks like HbA1c is taken; a matrix
 * does without when there is none.
 *
 * @throws StudyError E_OUTCOME_UNKNOWN listing the numeric columns, E_COLUMN_MISSING, E_COLUMN_NOT_NUMERIC,
 *   E_ROWS_NONE, E_VARS_EMPTY.
 */
export function columnsForCorrelation(
  dataset: Dataset,
  asked: { outcome?: string; vars?: readonly string[]; matrix?: boolean; partial?: readonly string[]; semiPartial?: readonly string[] },
): CorrelationColumns {
  const { matrix = false } = asked;
  if (dataset.rows === 0) {
    throw new StudyError('E_ROWS_NONE', 'The file has a header and no rows.', { where: dataset.source.path, hint: 'Export it again, with its data.' });
  }
  const choices: string[] = [];
  const outcome = outcomeColumn(dataset, asked.outcome, matrix, choices);
  const candidates = asked.vars === undefined ? guessFeatures(dataset, outcome, choices) : chosenFeatures(dataset, asked.vars, outcome, choices);
  const features = notHeld(dataset, candidates, outcome, asked.semiPartial ?? asked.partial ?? [], choices);
  const needed = matrix && outcome === null ? 2 : 1;
  if (features.length < needed) {
    throw new StudyError('E_VARS_EMPTY', `${needed === 1 ? 'No numeric column is' : 'Fewer than two numeric columns are'} left to correlate.`, {
      where: dataset.source.path,
      hint: nothingLeftHint(dataset, outcome, asked.vars === undefined),
    });
  }
  return { features, outcome, choices };
}

/**
 * The outcome by its name, or the one that the study or the names of the columns tell.
 *
 * @param choices gets the sentence of what was chosen
 * @throws StudyError E_COLUMN_MISSING, E_COLUMN_NOT_NUMERIC; E_OUTCOME_UNKNOWN where none is told, unless `matrix`.
 */
export function outcomeColumn(dataset: Dataset, asked: string | undefined, matrix: boolean, choices: string[]): NumericColumn | null {
  return asked === undefined ? guessOutcome(dataset, matrix, choices) : quantity(dataset, findColumn(dataset, asked));
}

function guessOutcome(dataset: Dataset, matrix: boolean, choices: string[]): NumericColumn | null {
  const stated = quantitiesOfRole(dataset, 'outcome');
  if (stated.length === 1) {
    choices.push(`Outcome: ${stated[0].name}, the study's; --outcome takes another.`);
    return stated[0] as NumericColumn;
  }
  if (stated.length > 1 && !matrix) {
    const names = stated.map((column) => column.name);
    throw new StudyError('E_OUTCOME_UNKNOWN', `The study has ${names.length} outcomes (${names.join(', ')}), so one has to be named.`, {
      where: dataset.source.path, hint: `Type --outcome ${quoted(names[0])}.`,
    });
  }
  const candidates = hba1cColumns(dataset);
  if (candidates.length === 1) {
    choices.push(`Outcome: ${candidates[0].name}, the one column that looks like HbA1c; --outcome takes another.`);
    return candidates[0] as NumericColumn;
  }
  if (matrix) return null;
  const names = candidates.map((column) => column.name);
  throw new StudyError(
    'E_OUTCOME_UNKNOWN',
    candidates.length === 0 ? 'No numeric column looks like HbA1c, so the outcome has to be named.' : `${names.length} columns look like HbA1c (${names.join(', ')}), so the outcome has to be named.`,
    { where: dataset.source.path, hint: candidates.length === 0 ? numericColumnsHint(dataset) : `Type --outcome ${quoted(names[0])}.` },
  );
}

function guessFeatures(dataset: Dataset, outcome: NumericColumn | null, choices: string[]): NumericColumn[] {
  const stated = quantitiesOfRole(dataset, 'feature').filter((column) => column !== outcome);
  if (stated.length > 0) {
    choices.push(`Features: the study's, ${stated.length === 1 ? '1 column' : `${stated.length} columns`}; --vars takes others.`);
    return stated as NumericColumn[];
  }
  const { features, demographic, apart } = defaultFeatures(dataset, outcome);
  if (demographic.length > 0) {
    const names = demographic.map((column) => column.name).join(', ');
    choices.push(`Left out as describing the person: ${names}; --vars '*' takes every numeric column.`);
  }
  if (apart.length > 0) choices.push(`Left out as of no part in the analysis: ${apart.map((column) => column.name).join(', ')}.`);
  choices.push(...numbersKeptAsText(dataset, dataset.columns.filter(({ kind }) => kind === 'text')));
  return features as NumericColumn[];
}

function chosenFeatures(dataset: Dataset, vars: readonly string[], outcome: NumericColumn | null, choices: string[]): NumericColumn[] {
  const selected = selectColumns(dataset, vars).filter(({ column }) => column !== outcome);
  const features: NumericColumn[] = [];
  const skipped: Column[] = [];
  for (const { column, named } of selected) {
    if (named || isQuantity(column)) features.push(quantity(dataset, column));
    else skipped.push(column);
  }
  if (skipped.length > 0) choices.push(`Not numeric, so left out: ${skipped.map(({ name, kind }) => `${name} (${kind})`).join(', ')}.`, ...numbersKeptAsText(dataset, skipped));
  return features;
}

/** What is held constant has nothing left to correlate. */
function notHeld(dataset: Dataset, features: NumericColumn[], outcome: NumericColumn | null, patterns: readonly string[], choices: string[]): NumericColumn[] {
  const held = new Set<Column>(selectColumns(dataset, patterns).map(({ column }) => column));
  if (outcome !== null && held.has(outcome)) {
    throw new StudyError('E_OPTIONS_CLASH', `"${outcome.name}" is the outcome, and cannot be held constant as well.`, {
      where: dataset.source.path, hint: 'Hold another column constant, or type another --outcome.',
    });
  }
  const dropped = features.filter((column) => held.has(column)).map((column) => column.name);
  if (dropped.length > 0 && dropped.length === features.length) {
    throw new StudyError('E_VARS_EMPTY', `Every feature is held constant: ${dropped.join(', ')}.`, { where: dataset.source.path, hint: 'Name other features with --vars.' });
  }
  if (dropped.length > 0) choices.push(`Held constant, so left out of the features: ${dropped.join(', ')}.`);
  return features.filter((column) => !held.has(column));
}

function quantity(dataset: Dataset, column: Column): NumericColumn {
  if (isQuantity(column)) return column;
  throw new StudyError('E_COLUMN_NOT_NUMERIC', `"${column.name}" is ${column.kind}, and a correlation needs numbers.`, {
    where: dataset.source.path,
    hint: numericColumnsHint(dataset),
  });
}

function numericColumnsHint(dataset: Dataset): string {
  const names = dataset.columns.filter(isQuantity).map((column) => column.name);
  if (names.length === 0) return `No column is numeric; portal-study inspect ${quoted(dataset.source.path)} shows how each was read.`;
  const shown = names.slice(0, 40).join(', ');
  return `Numeric columns: ${shown}${names.length > 40 ? ` and ${names.length - 40} more` : ''}. Type --outcome ${quoted(names[0])}.`;
}

/** Where the outcome alone holds numbers, the others were read as something else, and inspect says why. */
function nothingLeftHint(dataset: Dataset, outcome: NumericColumn | null, chosenForUser: boolean): string {
  const others = dataset.columns.filter((column) => isQuantity(column) && column !== outcome);
  if (others.length === 0) {
    const only = outcome === null ? 'No column is numeric' : `No column but the outcome, ${outcome.name}, is numeric`;
    return `${only}; portal-study inspect ${quoted(dataset.source.path)} shows how each was read.`;
  }
  return chosenForUser ? "Type --vars '*' to take every numeric column." : `Type --vars ${quoted(others[0].name)}, or --vars '*' to take every numeric column.`;
}

function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `"${text}"`;
}
