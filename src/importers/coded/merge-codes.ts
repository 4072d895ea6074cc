import type { Code } from '../../dataset/coded-text.js';
import { nearestNames } from '../../dataset/nearest-names.js';
import type { Warning } from '../../results/warning.js';
import { firstOf } from '../wording.js';
import { PATH_MARK } from './code-paths.js';
import { refuseBrokenTree } from './code-tree.js';
import type { Draft } from './draft.js';

export interface MergedCodes {
  readonly codes: readonly Code[];
  /** For each draft, in their order: the merged id of each of its codes. */
  readonly idsOf: readonly ReadonlyMap<string, string>[];
  readonly warnings: readonly Warning[];
}

/**
 * One list of codes from those of several files: codes with the same path are one, and a code that a sheet names
 * without its parents is the one of that name in the codebook.
 *
 * @param codebook what the user gave as such; a code it does not name is warned of.
 * @throws StudyError of refuseBrokenTree.
 */
export function mergeCodes(drafts: readonly Draft[], codebook: Draft | null): MergedCodes {
  const all = codebook === null ? drafts : [codebook, ...drafts];
  const merged: Code[] = [];
  const ids = new Set<string>();
  const unknown: string[] = [];
  const idsOf = all.map((draft) => {
    refuseBrokenTree(draft.codes, draft.inputs[0]?.path ?? draft.software);
    // Codes of one file stay apart even where their paths are the same; codes of earlier files are met again.
    const earlier = new KnownCodes(merged);
    const own = new Map<string, string>();
    const paths = pathsOf(draft.codes);
    const pathOf = (code: Code): readonly string[] => paths.get(code.id) ?? [code.name];
    for (const code of [...draft.codes].sort((a, b) => pathOf(a).length - pathOf(b).length)) {
      const known = earlier.find(pathOf(code), draft.spans === 'any');
      if (known !== undefined) {
        own.set(code.id, known);
        continue;
      }
      const id = ids.has(code.id) ? unusedId(pathOf(code).join(PATH_MARK), ids) : code.id;
      ids.add(id);
      own.set(code.id, id);
      merged.push({ ...code, id, parent: code.parent === null ? null : (own.get(code.parent) ?? null) });
      if (codebook !== null && draft !== codebook) unknown.push(pathOf(code).join(PATH_MARK));
    }
    return own;
  });
  return {
    codes: inTreeOrder(merged), idsOf: codebook === null ? idsOf : idsOf.slice(1), warnings: unknownCodes(unknown, codebook),
  };
}

/** The codes of earlier files, by path and, where that is unique, by name. */
class KnownCodes {
  private readonly byPath = new Map<string, string>();
  private readonly byName = new Map<string, string | null>();

  constructor(codes: readonly Code[]) {
    const paths = pathsOf(codes);
    for (const { id, name } of codes) {
      this.byPath.set(KnownCodes.key(paths.get(id) ?? [name]), id);
      const known = name.toLowerCase();
      this.byName.set(known, this.byName.has(known) ? null : id);
    }
  }

  find(path: readonly string[], alsoByName: boolean): string | undefined {
    const byPath = this.byPath.get(KnownCodes.key(path));
    if (byPath !== undefined || !alsoByName || path.length > 1) return byPath;
    return this.byName.get(path[0].toLowerCase()) ?? undefined;
  }

  private static key(path: readonly string[]): string {
    return path.join('\n').toLowerCase();
  }
}

function unusedId(base: string, ids: ReadonlySet<string>): string {
  let id = base;
  for (let number = 2; ids.has(id); number += 1) id = `${base} (${number})`;
  return id;
}

/** The names from the top to each code. */
export function pathsOf(codes: readonly Code[]): Map<string, readonly string[]> {
  const byId = new Map(codes.map((code) => [code.id, code]));
  return new Map(codes.map((code) => {
    const names: string[] = [];
    for (let at: Code | undefined = code; at !== undefined; at = at.parent === null ? undefined : byId.get(at.parent)) names.unshift(at.name);
    return [code.id, names];
  }));
}

/** Each code after its parent and before its parent's next child, children in the order they came. */
function inTreeOrder(codes: readonly Code[]): Code[] {
  const children = new Map<string | null, Code[]>();
  for (const code of codes) {
    const siblings = children.get(code.parent);
    if (siblings === undefined) children.set(code.parent, [code]);
    else siblings.push(code);
  }
  const walk = (parent: string | null): Code[] => (children.get(parent) ?? []).flatMap((code) => [code, ...walk(code.id)]);
  return walk(null);
}

function unknownCodes(unknown: readonly string[], codebook: Draft | null): Warning[] {
  if (codebook === null || unknown.length === 0) return [];
  const names = codebook.codes.map(({ name }) => name);
  const listed = unknown.map((path) => {
    const [near] = nearestNames(path, names);
    return near === undefined ? `"${path}"` : `"${path}" (nearest: ${near})`;
  });
  return [{
    code: 'W_CODE_UNKNOWN',
    message: `Not in the codebook: ${firstOf(listed, 5)}.`,
    where: codebook.inputs[0]?.path ?? 'the codebook',
  }];
}
