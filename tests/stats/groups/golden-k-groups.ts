type Cells = (number | null)[];

export interface KGroupSet {
  x: Cells;
  y: Cells;
  expect: { kruskal?: Kruskal };
}

interface Kruskal {
  groups: number[];
  H: number;
  df: number;
  p: number;
  anova_F: number;
  anova_p: number;
  anova_df: [number, number];
}

/** The data sets that R split in three, with the complete pairs' y. */
export function kruskalSets(sets: Record<string, KGroupSet>): { values: number[]; kruskal: Kruskal }[] {
  return Object.values(sets).flatMap(({ x, y, expect: { kruskal } }) => {
    const values = y.filter((value, i) => value !== null && x[i] !== null) as number[];
    return kruskal === undefined ? [] : [{ values, kruskal }];
  });
}

/** The values of each code, from 1. */
export function byCode(values: readonly number[], codes: readonly number[]): Float64Array[] {
  return [...new Set(codes)].sort((a, b) => a - b).map((code) =>
    Float64Array.from(values.filter((_, i) => codes[i] === code)));
}
