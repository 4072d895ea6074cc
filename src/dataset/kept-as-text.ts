import type { Dataset } from './dataset.js';

/** Where the reader kept numbers as text, why, and what to type: for a verb that leaves these columns out. */
export function numbersKeptAsText(dataset: Dataset, leftOut: readonly { readonly name: string }[]): string[] {
  return dataset.warnings
    .filter(({ code, where }) => code === 'W_NUMBER_RULE' && leftOut.some(({ name }) => where.endsWith(`:${name}`)))
    .map(({ where, message }) => `${where}: ${message}`);
}
