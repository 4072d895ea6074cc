import { SaxesParser } from 'saxes';
import { StudyError } from '../../errors.js';
import type { ErrorCode } from '../../errors.js';
import { inMebibytes } from '../limits.js';
import { place } from '../place.js';
import { xmlText } from './xml-encoding.js';

/** An element as it opens or closes. */
export interface XmlElement {
  /** Its namespace, '' for none. */
  readonly uri: string;
  /** Its name without a prefix. */
  readonly local: string;
  /** By their names as written; without a prototype. */
  readonly attributes: Readonly<Record<string, { readonly uri: string; readonly local: string; readonly value: string }>>;
}

/** `at` tells where an element starts, or where its text or end was met, as `file:line:column`, for the errors of the one who listens. */
export interface XmlHandlers {
  open?(element: XmlElement, at: () => string): void;
  /** Text between two tags, CDATA included; long text may come in several calls. */
  text?(text: string, at: () => string): void;
  close?(element: XmlElement, at: () => string): void;
}

export interface XmlLimits {
  /** Elements inside each other. */
  readonly depth: number;
  /** Characters of one text, comment or other token. */
  readonly token: number;
  /** Characters of one tag with its attributes. */
  readonly tag: number;
}

export const XML_LIMITS: XmlLimits = { depth: 256, token: 2 ** 22, tag: 2 ** 18 };

/**
 * The only entities there are. The parser's own table inherits from Object, so it would also know `&constructor;`.
 */
const ENTITIES: readonly (readonly [string, string])[] = [['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"]];

/**
 * Reads an XML document of somebody else's making and calls the handlers in its order. It knows namespaces; it
 * follows nothing: a DOCTYPE is refused, and so is every entity but the five of XML itself.
 *
 * @param content the document, whole or in pieces; UTF-8 or UTF-16.
 * @throws StudyError E_XML_DOCTYPE, E_XML_ENTITY, E_XML_DEPTH, E_XML_LONG, E_XML_ENCODING, E_XML_SYNTAX with line and column.
 * @example
 * readXml(archive.pieces('xl/workbook.xml'), 'survey.xlsx:xl/workbook.xml', {
 *   open: (element) => { if (element.local === 'sheet') names.push(attributeOf(element, 'name')); },
 * });
 */
export function readXml(
  content: Uint8Array | Iterable<Uint8Array>, file: string, handlers: XmlHandlers, limits: XmlLimits = XML_LIMITS,
): void {
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.ENTITIES = Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(ENTITIES));
  let start: { line: number; column: number } | null = null;
  const at = (): string => place(file, start?.line ?? parser.line, start?.column ?? Math.max(1, parser.column));
  let depth = 0;
  let inTag = false;
  let since = 0;
  const refuse = (code: ErrorCode, message: string, hint?: string): never => {
    throw new StudyError(code, message, { where: at(), hint });
  };
  parser.on('error', (error) => {
    const what = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    if (what === 'undefined entity') refuse('E_XML_ENTITY', 'The XML uses an entity that it does not define.', 'Only &amp; &lt; &gt; &quot; &apos; and numbers such as &#233; are read.');
    refuse('E_XML_SYNTAX', `The XML cannot be read: ${what}.`);
  });
  parser.on('doctype', () => refuse('E_XML_DOCTYPE', 'The XML has a DOCTYPE, which can pull in other files; it is not read.', 'Export the file again, without one.'));
  parser.on('opentagstart', ({ name }) => {
    depth += 1;
    if (depth > limits.depth) refuse('E_XML_DEPTH', `The XML nests elements more than ${limits.depth} deep.`);
    inTag = true;
    since = 0;
    // The parser stands behind the name and the character that ended it.
    start = { line: parser.line, column: parser.column - name.length - 1 };
  });
  parser.on('opentag', (tag) => {
    inTag = false;
    since = 0;
    handlers.open?.(tag, at);
    start = null;
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    since = 0;
    handlers.close?.(tag, at);
  });
  const text = (part: string): void => {
    since = 0;
    // Space around the root element is no text of it.
    if (depth > 0) handlers.text?.(part, at);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('comment', () => { since = 0; });
  for (const piece of xmlText(content instanceof Uint8Array ? [content] : content, file)) {
    since += piece.length;
    parser.write(piece);
    const limit = inTag ? limits.tag : limits.token;
    if (since > limit) refuse('E_XML_LONG', `The XML holds a ${inTag ? 'tag' : 'text'} longer than ${inMebibytes(limit)}.`);
  }
  parser.close();
}

/**
 * The value of an attribute, by its name without a prefix.
 *
 * @param uri its namespace; '' for an attribute without a prefix, as most are.
 */
export function attributeOf({ attributes }: XmlElement, local: string, uri = ''): string | undefined {
  if (uri === '') return attributes[local]?.uri === '' ? attributes[local].value : undefined;
  for (const attribute of Object.values(attributes)) {
    if (attribute.local === local && attribute.uri === uri) return attribute.value;
  }
  return undefined;
}
