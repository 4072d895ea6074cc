import type { Warning } from '../../results/warning.js';
import type { TableOneVariable } from '../../stats/table-one/table-one.js';

/** What the reader of a Table 1 should know of its columns, in words. */
export function describeWarnings(
  told: readonly TableOneVariable[],
  { frequent, below, path }: { frequent: number | null; below: number | null; path: string },
): Warning[] {
  return [
    ...(below === null ? [] : [suppressed(path)]),
    ...told.filter(({ groups }) => groups[0].n === 0).map(({ column }): Warning => ({
      code: 'W_COLUMN_EMPTY', message: `${column.name} has no value in these rows.`, where: `${path}:${column.name}`,
    })),
    ...(below === null ? noDifference(told, path) : []),
    ...(frequent === null ? [] : told.flatMap((variable) => neverFrequent(variable, frequent, path))),
  ];
}

function suppressed(path: string): Warning {
  return {
    code: 'W_SUPPRESSED',
    message: 'Small counts are hidden in the table; n and provenance of the JSON record still count the rows of the file.',
    where: path,
  };
}

/** Between two groups every variable has a standardised difference, or a reason why not. */
function noDifference(told: readonly TableOneVariable[], path: string): Warning[] {
  return told.filter(({ smd, groups }) => smd === null && groups.length === 3 && groups[0].n > 0).map(({ column, groups, summary }): Warning => {
    const least = Math.min(...groups.slice(1).map(({ n }) => n));
    const counts = summary === 'levels' || summary === 'frequent' || summary === 'answers';
    const why = least === 0 ? 'a group has no value' : counts ? 'the groups share no answer' : least === 1 ? 'a group has one value' : 'no value differs within the groups';
    return { code: 'W_SMD_UNDEFINED', message: `${column.name}: no standardised difference, because ${why}.`, where: `${path}:${column.name}` };
  });
}

/** A threshold that nobody reaches may be meant for another scale. */
function neverFrequent({ column, summary, groups, levels }: TableOneVariable, frequent: number, path: string): Warning[] {
  const where = `${path}:${column.name}`;
  if (summary === 'frequent' && groups[0].n > 0 && groups[0].counts[0] === 0) {
    return [{ code: 'W_FREQUENT_NEVER', message: `No answer of ${column.name} reaches ${frequent}.`, where }];
  }
  if (column.kind === 'ordinal' && summary === 'levels' && levels.length <= 2 && levels.every((level) => Number(level) < frequent)) {
    return [{ code: 'W_FREQUENT_NEVER', message: `No answer of ${column.name} reaches ${frequent}; it has two values at most, so both are counted.`, where }];
  }
  return [];
}
