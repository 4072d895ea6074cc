import { isQuantity } from './column.js';
import type { Column, ColumnRole } from './column.js';
import type { Dataset } from './dataset.js';
import { isHba1cName } from './hba1c-name.js';

/**
 * Names by which a column describes the person rather than what the person did or felt. A correlation table
 * asked for without `--vars` leaves these out, and says so.
 */
const DEMOGRAPHIC = /^(age|sex|gender|race|ethnicity|education|income|employment|marital[ _.]?status|imd[ _.]?decile)([ _.-]?(years?|yrs?|group|cat(egory)?|code|at.*))?$|^(year[ _.]?of[ _.]?birth|birth[ _.]?year|yob|zip([ _.]?code)?|postal[ _.]?code)$/i;

export function isDemographicName(name: string): boolean {
  // One of several answers, such as race___4, is of the same kind as the question.
  return DEMOGRAPHIC.test(name.trim().replace(/___\w+$/, ''));
}

/** The columns that hold an HbA1c by their name and are numbers. */
export function hba1cColumns(dataset: Dataset): Column[] {
  return dataset.columns.filter((column) => isHba1cName(column.name) && isQuantity(column));
}

/** The columns of a role by the study file that can be correlated. */
export function quantitiesOfRole(dataset: Dataset, role: ColumnRole): Column[] {
  return dataset.columns.filter((column) => column.role === role && isQuantity(column));
}

/**
 * Every number or ordinal column but the outcome, split into what is tabled by default and what is left out: columns
 * that describe the person, and those of no part in the analysis, such as how long somebody took to answer.
 */
export function defaultFeatures(dataset: Dataset, outcome: Column | null): { features: Column[]; demographic: Column[]; apart: Column[] } {
  const quantities = dataset.columns.filter((column) => isQuantity(column) && column !== outcome);
  const inPart = quantities.filter((column) => !isApart(column));
  return {
    features: inPart.filter((column) => !isDemographicName(column.name)),
    demographic: inPart.filter((column) => isDemographicName(column.name)),
    apart: quantities.filter(isApart),
  };
}

/** Whether the study or the survey software gives a column no part in the analysis; it can still be named. */
export function isApart({ role }: Column): boolean {
  return role === 'other';
}
