import type { Code } from '../../dataset/coded-text.js';
import { DEEPEST_CODE, codesTooDeep } from './code-tree.js';

/** What separates a code from the ones above it, in ids of codes that are known by their path alone. */
export const PATH_MARK = ' > ';

/**
 * `Benefits > Access` and `Benefits\Access` name a code and the ones above it, as MAXQDA and NVivo write them.
 *
 * @param where it is written, for the error.
 * @throws StudyError E_CODE_DEEP.
 * @example pathOf('Benefits > Access', 'codings.csv:2'); // ['Benefits', 'Access']
 */
export function pathOf(written: string, where: string): string[] {
  return notTooDeep(written.split(/\s+>\s+|\\+/), where).map((name) => name.trim()).filter((name) => name !== '');
}

/**
 * Taguette shows tags as a tree by the points in their names.
 *
 * @throws StudyError E_CODE_DEEP.
 * @example dottedPath('barriers.login', 'highlights.csv:2'); // ['barriers', 'barriers.login']
 */
export function dottedPath(tag: string, where: string): string[] {
  return notTooDeep(tag.split('.'), where).map((_, index, parts) => parts.slice(0, index + 1).join('.'));
}

function notTooDeep(parts: string[], where: string): string[] {
  if (parts.length > DEEPEST_CODE) throw codesTooDeep(where);
  return parts;
}

/** Codes as a file names them one after the other; what stands above one is made where it is missing. */
export class CodesByPath {
  private readonly codes = new Map<string, Code>();

  /** @returns the id of the code at a path. */
  at(path: readonly string[], detail: Partial<Pick<Code, 'description' | 'colour'>> = {}): string {
    const id = path.join(PATH_MARK);
    const known = this.codes.get(id);
    if (known === undefined || detail.description !== undefined) {
      const parent = path.length > 1 ? this.at(path.slice(0, -1)) : null;
      this.codes.set(id, {
        id, name: path.at(-1) ?? id, parent, description: detail.description ?? null, colour: detail.colour ?? null, isCodable: true,
      });
    }
    return id;
  }

  all(): Code[] {
    return [...this.codes.values()];
  }
}
