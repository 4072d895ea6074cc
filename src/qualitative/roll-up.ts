import type { Code, CodedText } from '../dataset/coded-text.js';

/**
 * The same text with each code counted as the category above it that stands `depth` deep, 1 being the top: so that
 * coders who chose different codes of one theme agree on the theme. Codes that stand higher stay as they are.
 */
export function rolledUp(coded: CodedText, depth: number): CodedText {
  const byId = new Map(coded.codes.map((code) => [code.id, code]));
  const chains = new Map(coded.codes.map((code) => [code.id, chainOf(code, byId)]));
  const shown = (id: string): string => chains.get(id)?.[depth - 1] ?? id;
  return {
    ...coded,
    codes: coded.codes.filter(({ id }) => (chains.get(id)?.length ?? 0) <= depth),
    codings: coded.codings.map((coding) => ({ ...coding, code: shown(coding.code) })),
  };
}

/** Ids from the top down to the code. */
function chainOf(code: Code, byId: ReadonlyMap<string, Code>): string[] {
  const chain: string[] = [];
  for (let at: Code | undefined = code; at !== undefined && chain.length <= byId.size; at = at.parent === null ? undefined : byId.get(at.parent)) {
    chain.unshift(at.id);
  }
  return chain;
}
