import { xmlText } from './xml-encoding.js';
import { XmlReader } from './xml-reader.js';

/** An element as it opens or closes. */
export interface XmlElement {
  /** Its namespace, '' for none. */
  readonly uri: string;
  /** Its name without a prefix. */
  readonly local: string;
  /** By their names as written; without a prototype. */
  readonly attributes: Readonly<Record<string, { readonly uri: string; readonly local: string; readonly value: string }>>;
  /** The value of an attribute by its name without a prefix and its namespace, '' for none. */
  attribute(local: string, uri: string): string | undefined;
}

/** `at` tells where the element or text starts, as `file:line:column`, for the errors of the one who listens. */
export interface XmlHandlers {
  open?(element: XmlElement, at: () => string): void;
  /** Text between two tags, CDATA included; long text may come in several calls. */
  text?(text: string, at: () => string): void;
  close?(element: XmlElement, at: () => string): void;
}

export interface XmlLimits {
  /** Elements inside each other. */
  readonly depth: number;
  /** Characters of one text or comment. */
  readonly token: number;
  /** Characters of one tag with its attributes. */
  readonly tag: number;
}

export const XML_LIMITS: XmlLimits = { depth: 256, token: 2 ** 22, tag: 2 ** 18 };

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
  const reader = new XmlReader(file, handlers, limits);
  for (const piece of xmlText(content instanceof Uint8Array ? [content] : content, file)) reader.push(piece);
  reader.end();
}

/**
 * The value of an attribute, by its name without a prefix.
 *
 * @param uri its namespace; '' for an attribute without a prefix, as most are.
 */
export function attributeOf(element: XmlElement, local: string, uri = ''): string | undefined {
  return element.attribute(local, uri);
}
