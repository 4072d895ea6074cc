import type { Declarations } from '../dataset/declaration.js';
import type { Study } from './study.js';

/** What the study says of the columns of its survey and the tables linked to it, or of the source of that name. */
export function declarationsOf({ variables }: Study, sourceName: string | null = null): Declarations {
  return new Map(variables
    .filter(({ source }) => source === null || source === sourceName)
    .map((variable) => [variable.name, variable]));
}
