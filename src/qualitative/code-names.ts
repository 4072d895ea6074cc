import type { Code } from '../dataset/coded-text.js';

/** A code's names from the top down. */
export type CodePath = readonly string[];

/** Between the names of a path, where it is printed. */
export const PATH_MARK = ' › ';

/** Every code's path by its id, in the order of the codebook. */
export function codePaths(codes: readonly Code[]): Map<string, CodePath> {
  const byId = new Map(codes.map((code) => [code.id, code]));
  return new Map(codes.map((code) => {
    const path: string[] = [];
    // A reader refuses cycles; the bound keeps a model made by hand from hanging.
    for (let at: Code | undefined = code; at !== undefined && path.length < 1000; at = at.parent === null ? undefined : byId.get(at.parent)) {
      path.unshift(at.name);
    }
    return [code.id, path];
  }));
}

/** What to call each code: its name, or its path where another code has the same name. */
export function codeNames(codes: readonly Code[]): Map<string, string> {
  const paths = codePaths(codes);
  const uses = new Map<string, number>();
  for (const { name } of codes) uses.set(name, (uses.get(name) ?? 0) + 1);
  return new Map(codes.map(({ id, name }) => [id, (uses.get(name) ?? 0) > 1 ? (paths.get(id) ?? [name]).join(PATH_MARK) : name]));
}
