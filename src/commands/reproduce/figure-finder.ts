import { findFigure } from '../../claims/find-figure.js';
import type { FigureFinder } from '../../claims/find-figure.js';
import type { ResultRecord } from '../../results/record.js';
import type { Study } from '../../study/study.js';

/** Finds figures among the records of a study's analyses, by the values in its data as by their labels. */
export function figureFinder(records: ReadonlyMap<string, ResultRecord>, { variables }: Study): FigureFinder {
  const aliases = new Map(variables.map(({ name, levels = [] }) =>
    [name, new Map(levels.flatMap(({ value, label }) => (label === undefined ? [] : [[String(value), label] as const])))]));
  return (address, where) => findFigure(records, address, where, aliases);
}
