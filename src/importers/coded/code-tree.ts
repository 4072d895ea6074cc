import type { Code } from '../../dataset/coded-text.js';
import { StudyError } from '../../errors.js';

/** Deeper than any codebook that people made; what is deeper was made to exhaust a reader. */
export const DEEPEST_CODE = 64;

/**
 * Refuses a list of codes that is no tree: every code is reached from the top, once, within a bounded depth.
 *
 * @throws StudyError E_CODE_CYCLE, E_CODE_DEEP, E_CODE_PARENT, E_CODE_TWICE.
 */
export function refuseBrokenTree(codes: readonly Code[], where: string): void {
  const byId = new Map<string, Code>();
  for (const code of codes) {
    if (byId.has(code.id)) throw new StudyError('E_CODE_TWICE', `Two codes have the id "${code.id}".`, { where });
    byId.set(code.id, code);
  }
  const depths = new Map<string, number>();
  for (const code of codes) {
    const way: string[] = [];
    const onWay = new Set<string>();
    let at: Code | undefined = code;
    while (at !== undefined && !depths.has(at.id)) {
      if (onWay.has(at.id)) {
        throw new StudyError('E_CODE_CYCLE', `The code "${at.name}" stands above itself.`, { where, hint: 'Correct its parent in the software it was made in.' });
      }
      onWay.add(at.id);
      way.push(at.id);
      if (at.parent === null) break;
      const above = byId.get(at.parent);
      if (above === undefined) throw new StudyError('E_CODE_PARENT', `The code "${at.name}" stands under one that is not there.`, { where });
      at = above;
    }
    let depth = at === undefined ? 0 : (depths.get(at.id) ?? 0);
    for (const id of way.reverse()) {
      depth += 1;
      depths.set(id, depth);
    }
    if (depth > DEEPEST_CODE) {
      throw codesTooDeep(where);
    }
  }
}

export function codesTooDeep(where: string): StudyError {
  return new StudyError('E_CODE_DEEP', `The codes stand more than ${DEEPEST_CODE} deep, which no codebook needs.`, { where });
}
