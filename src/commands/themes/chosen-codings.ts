import type { CodedText, Coding } from '../../dataset/coded-text.js';
import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import { PATH_MARK, codeNames, codePaths } from '../../qualitative/code-names.js';
import { codeTree } from '../../qualitative/code-tree.js';
import type { TreeCode } from '../../qualitative/code-tree.js';

/** The coders, codes and codings that a request leaves. */
export interface ChosenCodings {
  readonly coders: readonly string[];
  readonly tree: readonly TreeCode[];
  readonly names: ReadonlyMap<string, string>;
  readonly codings: readonly Coding[];
}

/**
 * Codings of the coders and codes that are asked for, in the order of sources and places; a category stands for all
 * that is under it.
 *
 * @throws StudyError E_CODER_MISSING or E_CODE_MISSING with the nearest names, E_CODINGS_NONE where none is left.
 */
export function chosenCodings(coded: CodedText, asked: { readonly coders?: readonly string[]; readonly codes?: readonly string[] }): ChosenCodings {
  const where = coded.inputs[0]?.path ?? '';
  const names = codeNames(coded.codes);
  const coders = asked.coders?.map((name) => coderNamed(name, coded.coders, where)) ?? coded.coders;
  const tree = codeTree(coded.codes);
  const wanted = asked.codes === undefined ? null : new Set(asked.codes.flatMap((name) => [...codeNamed(name, coded, tree, names, where).within]));
  const order = new Map(coded.sources.map(({ id }, place) => [id, place]));
  const codings = coded.codings
    .filter(({ coder, code }) => coders.includes(coder) && (wanted === null || wanted.has(code)))
    .sort((a, b) => (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0) || (a.start ?? 0) - (b.start ?? 0));
  if (codings.length === 0) throw new StudyError('E_CODINGS_NONE', 'No coding is left to count.', { where, hint: 'Give a file with codings, or other --coders and --codes.' });
  return { coders, names, codings, tree: wanted === null ? tree : tree.filter(({ code }) => wanted.has(code.id)) };
}

export function coderNamed(name: string, known: readonly string[], where: string): string {
  const found = known.find((one) => one === name) ?? known.find((one) => one.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const near = nearestNames(name, known);
  throw new StudyError('E_CODER_MISSING', `There is no coder "${name}".`, {
    where, hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Coders: ${known.slice(0, 8).join(', ')}.`,
  });
}

/** The code of that name, or of that path with ` › ` or a slash between its names. */
export function codeNamed(
  name: string, { codes }: CodedText, tree: readonly TreeCode[], names: ReadonlyMap<string, string>, where: string,
): TreeCode {
  const paths = codePaths(codes);
  const fits = ({ code: { id } }: TreeCode): boolean => [names.get(id), paths.get(id)?.join(PATH_MARK), paths.get(id)?.join('/')]
    .some((one) => one?.toLowerCase() === name.toLowerCase());
  const found = tree.find(fits);
  if (found !== undefined) return found;
  const near = nearestNames(name, names.values());
  throw new StudyError('E_CODE_MISSING', `There is no code "${name}".`, {
    where, hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Codes: ${[...names.values()].slice(0, 8).join(', ')}.`,
  });
}
