import type { Code } from '../dataset/coded-text.js';

export interface TreeCode {
  readonly code: Code;
  readonly depth: number;
  /** Its own id and those of every code under it. */
  readonly within: ReadonlySet<string>;
}

/** The codes as a tree is read: each above what is under it, in the order of the codebook. */
export function codeTree(codes: readonly Code[]): TreeCode[] {
  const known = new Set(codes.map(({ id }) => id));
  const below = new Map<string | null, Code[]>();
  for (const code of codes) {
    const parent = code.parent !== null && known.has(code.parent) ? code.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), code]);
  }
  const listed: { code: Code; depth: number; end: number }[] = [];
  // Not by recursion: a codebook may be deeper than a stack.
  const open = (below.get(null) ?? []).map((code) => ({ code, depth: 0 })).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { code, depth } = next;
    listed.push({ code, depth, end: 0 });
    open.push(...(below.get(code.id) ?? []).map((child) => ({ code: child, depth: depth + 1 })).reverse());
  }
  return listed.map(({ code, depth }, place) => {
    const within = [code.id];
    for (let at = place + 1; at < listed.length && listed[at].depth > depth; at++) within.push(listed[at].code.id);
    return { code, depth, within: new Set(within) };
  });
}
