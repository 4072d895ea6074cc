import type { XmlElement } from './xml.js';

/** An opening tag as it is written, its attributes not yet decoded. */
export interface WrittenTag {
  readonly name: string;
  readonly names: string[];
  readonly values: string[];
  readonly isSelfClosing: boolean;
  /** Index after its `>`. */
  readonly end: number;
}

const TAB = 0x09;
const LF = 0x0a;
const SPACE = 0x20;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const LESS = 0x3c;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/**
 * Takes an opening tag apart.
 *
 * @param start index of its `<`
 * @returns null where the text ends before the tag does, a message where it is no tag.
 */
export function writtenTag(text: string, start: number): WrittenTag | string | null {
  const nameEnd = endOfName(text, start + 1);
  const name = text.slice(start + 1, nameEnd);
  const names: string[] = [];
  const values: string[] = [];
  for (let at = nameEnd; ;) {
    const next = afterSpaces(text, at);
    const code = text.charCodeAt(next);
    if (Number.isNaN(code)) return null;
    if (code === GREATER) return { name, names, values, isSelfClosing: false, end: next + 1 };
    if (code === SLASH) {
      const last = text.charCodeAt(next + 1);
      if (Number.isNaN(last)) return null;
      return last === GREATER ? { name, names, values, isSelfClosing: true, end: next + 2 } : 'a "/" inside a tag';
    }
    if (next === at) return 'attributes without a space between them';
    const attributeEnd = endOfName(text, next);
    const equals = afterSpaces(text, attributeEnd);
    const opening = afterSpaces(text, equals + 1);
    const quote = text.charCodeAt(opening);
    if (equals >= text.length) return null;
    if (text.charCodeAt(equals) !== EQUALS || attributeEnd === next) return 'an attribute without a value';
    if (Number.isNaN(quote)) return null;
    if (quote !== QUOTE && quote !== APOSTROPHE) return 'a value without quotes';
    const closing = text.indexOf(quote === QUOTE ? '"' : "'", opening + 1);
    if (closing === -1) return null;
    names.push(text.slice(next, attributeEnd));
    values.push(text.slice(opening + 1, closing));
    at = closing + 1;
  }
}

function endOfName(text: string, start: number): number {
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === GREATER || code === EQUALS || code === SLASH || code === LF || code === TAB || code === LESS || Number.isNaN(code)) return at;
  }
}

function afterSpaces(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code === SPACE || code === LF || code === TAB; code = text.charCodeAt(at)) at += 1;
  return at;
}

/** An element with its attributes, which are looked up in a list: most have one or two. */
export class XmlTag implements XmlElement {
  constructor(
    readonly uri: string, readonly local: string, readonly written: string,
    private readonly names: readonly string[], private readonly values: readonly string[],
    /** Namespaces of the attributes; null where none has a prefix. */
    private readonly uris: readonly string[] | null,
  ) {}

  attribute(local: string, uri: string): string | undefined {
    const { names, values, uris } = this;
    for (let index = 0; index < names.length; index += 1) {
      if (uris === null ? uri === '' && names[index] === local : uris[index] === uri && localName(names[index]) === local) return values[index];
    }
    return undefined;
  }

  get attributes(): XmlElement['attributes'] {
    const { names, values, uris } = this;
    const all = Object.create(null) as Record<string, XmlElement['attributes'][string]>;
    names.forEach((name, index) => { all[name] = { uri: uris?.[index] ?? '', local: localName(name), value: values[index] }; });
    return all;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
