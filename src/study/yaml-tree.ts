import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Alias, Document, Node, YAMLMap } from 'yaml';
import { StudyError } from '../errors.js';

/** A text without a value after its key. */
export const NOTHING = null;

/** What a YAML text holds: every scalar as it was written, because `no`, `1.10` and `007` are words of the study. */
export type Tree = string | typeof NOTHING | readonly Tree[] | ReadonlyMap<string, Tree>;

/** A YAML text as a tree, and where each part of it stands. */
export interface PlacedTree {
  readonly root: Tree;
  /** `file:line:column` of the value at a path, or of the key; of the nearest part above where there is none. */
  at(path: readonly (string | number)[], part?: 'key' | 'value'): string;
}

/** A study file is written by hand; more than this is something else, or an alias in an alias in an alias. */
const MOST_CHARACTERS = 4 * 2 ** 20;
const MOST_PARTS = 200_000;
const DEEPEST = 24;

/**
 * Parses YAML with its positions. Aliases and `<<` are followed, as far as the whole stays of a size that a study has.
 *
 * @throws StudyError E_STUDY_YAML, E_STUDY_LARGE.
 */
export function yamlTree(text: string, path: string): PlacedTree {
  if (text.length > MOST_CHARACTERS) throw tooLarge(path, 'is longer than 4 MiB');
  const lines = new LineCounter();
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  const document = parsed(text, path, lines);
  refuseFaults(document, place);
  const places = new Map<string, number>();
  const repeated = anchorsOf(document);
  let parts = 0;

  const follow = (node: unknown, at: readonly (string | number)[], above: readonly unknown[]): Tree => {
    parts += 1;
    if (parts > MOST_PARTS) throw tooLarge(path, `holds more than ${MOST_PARTS} values, counting what aliases repeat`);
    const target = isAlias(node) ? repeated(node) : node;
    const offset = offsetOf(node);
    if (isAlias(node) && target === null) {
      throw new StudyError('E_STUDY_YAML', 'This alias repeats an anchor that does not stand above it.', { where: place(offset) });
    }
    if (target === undefined || target === null) return NOTHING;
    if (above.length > DEEPEST || above.includes(target)) {
      const why = above.includes(target) ? 'An alias stands inside what it repeats.' : `Values are nested deeper than ${DEEPEST} levels.`;
      throw new StudyError('E_STUDY_YAML', why, { where: place(offset) });
    }
    if (!places.has(keyOf(at))) places.set(keyOf(at), offset);
    if (isSeq(target)) return target.items.map((item, index) => follow(item, [...at, index], [...above, target]));
    if (isMap(target)) return entriesOf(target, at, [...above, target]);
    const scalar = target as { value?: unknown; type?: string; source?: string };
    return scalar.type === 'PLAIN' && scalar.source === '' ? NOTHING : String(scalar.value);
  };
  const entriesOf = (map: YAMLMap, at: readonly (string | number)[], above: readonly unknown[]): Map<string, Tree> => {
    const own = new Map<string, Tree>();
    const pairs = map.items.map(({ key, value }) => {
      if (!isScalar(key)) throw new StudyError('E_STUDY_YAML', 'A key is a word, not a list or a map.', { where: place(offsetOf(key)) });
      return { key, name: String(key.value), value, isMerge: key.value === MERGE && key.type === 'PLAIN' };
    });
    // First, so that the places of the map's own keys go before those of keys it takes over.
    const merge = pairs.find(({ isMerge }) => isMerge);
    const taken = merge === undefined ? new Map<string, Tree>() : mergedEntries(follow(merge.value, at, above), place(offsetOf(merge.key)));
    for (const { key, name, value, isMerge } of pairs) {
      if (own.has(name) || (isMerge && key !== merge?.key)) {
        throw new StudyError('E_STUDY_YAML', `The key "${name}" stands twice in one map.`, { where: place(offsetOf(key)), hint: 'Keep one of them.' });
      }
      if (isMerge) continue;
      places.set(keyOf(['key', ...at, name]), offsetOf(key));
      places.set(keyOf([...at, name]), value === null ? offsetOf(key) : offsetOf(value));
      own.set(name, follow(value, [...at, name], above));
    }
    return new Map([...taken, ...own]);
  };

  const root = document.contents === null ? NOTHING : follow(document.contents, [], []);
  return {
    root,
    at(at, part = 'value') {
      const above = Array.from({ length: at.length + 1 }, (_, length) => keyOf(at.slice(0, at.length - length)));
      const found = [...(part === 'key' ? [keyOf(['key', ...at])] : []), ...above].find((key) => places.has(key));
      return place(found === undefined ? 0 : places.get(found) as number);
    },
  };
}

function parsed(text: string, path: string, lineCounter: LineCounter): Document {
  try {
    return parseDocument(text.replace(/^\uFEFF/, ''), { schema: 'failsafe', lineCounter, prettyErrors: false, uniqueKeys: false, version: '1.2' });
  } catch (cause) {
    // The parser calls itself for each bracket that opens.
    throw new StudyError('E_STUDY_YAML', 'This is no YAML that a study file could hold.', { where: path, cause });
  }
}

function refuseFaults({ errors, warnings }: Document, place: (offset: number) => string): void {
  const [fault] = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  if (fault !== undefined) {
    const [message, hint] = FAULTS.get(fault.code) ?? [`This is no valid YAML: ${fault.message.split('\n')[0].replace(/\.?$/, '.')}`, undefined];
    throw new StudyError('E_STUDY_YAML', message, { where: place(fault.pos[0]), hint });
  }
  if (warnings.length > 0) {
    throw new StudyError('E_STUDY_YAML', 'Tags such as !!int and %YAML directives have no meaning here.', { where: place(warnings[0].pos[0]), hint: 'Remove it.' });
  }
}

const FAULTS = new Map<string, readonly [string, string | undefined]>([
  ['TAB_AS_INDENT', ['A tab cannot indent YAML.', 'Indent with spaces.']],
  ['MULTIPLE_DOCS', ['A second YAML document starts here.', 'Keep one in the file.']],
  ['BAD_INDENT', ['This line is indented to no level of what stands above.', 'Put keys of one map below one another.']],
  ['MISSING_CHAR', ['A quote, bracket or comma is missing, or a text with ": " or " #" in it stands without quotes.', 'Put the text in double quotes.']],
  ['BLOCK_AS_IMPLICIT_KEY', ['A key and its value follow on a value here.', 'Put a text that holds ": " in double quotes.']],
]);

/** What aliases repeat: the last node of that anchor before each. One walk, where yaml's own answer takes one an alias. */
function anchorsOf(document: Document): (alias: Alias) => Node | null {
  const nodes = new Map<string, Node[]>();
  visit(document, {
    Node: (_, node) => {
      const anchor = isAlias(node) ? undefined : node.anchor;
      if (anchor !== undefined) nodes.set(anchor, [...(nodes.get(anchor) ?? []), node]);
    },
  });
  return (alias) => nodes.get(alias.source)?.findLast((node) => offsetOf(node) < offsetOf(alias)) ?? null;
}

const MERGE = '<<';

/** What `<<` brings: a map, or maps of which the first speaks. */
function mergedEntries(merged: Tree, where: string): Map<string, Tree> {
  const maps = Array.isArray(merged) ? merged as readonly Tree[] : [merged];
  return new Map(maps.toReversed().flatMap((map) => {
    if (!(map instanceof Map)) throw new StudyError('E_STUDY_YAML', 'Expected a map after <<.', { where });
    return [...map as Map<string, Tree>];
  }));
}

function offsetOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}

function keyOf(at: readonly (string | number)[]): string {
  return JSON.stringify(at);
}

function tooLarge(path: string, how: string): StudyError {
  return new StudyError('E_STUDY_LARGE', `The file ${how}, which no study file does.`, { where: path, hint: 'Check that this is the study file.' });
}
