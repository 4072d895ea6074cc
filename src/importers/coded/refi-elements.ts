import { attributeOf, readXml } from '../containers/xml.js';
import type { XmlElement, XmlLimits } from '../containers/xml.js';
import { XML_LIMITS } from '../containers/xml.js';
import { StudyError } from '../../errors.js';

/** An element with what is in it, as far as somebody asked for it whole. */
export interface RefiElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly RefiElement[];
  readonly text: string;
}

export interface RefiHandlers {
  /** An element opens; answers whether it is wanted whole, with all that is in it. */
  open(name: string, attributes: ReadonlyMap<string, string>): boolean;
  /** An element that was wanted whole, or the text of any other that has no elements in it. */
  whole(element: RefiElement): void;
  close(name: string): void;
}

/** The text of a long interview comes in one piece. */
const LIMITS: XmlLimits = { ...XML_LIMITS, token: 2 ** 26 };
const NAMESPACE = /^urn:QDA-XML:(?:project|codebook):/i;

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: RefiElement[];
  readonly isWhole: boolean;
  readonly parts: string[];
}

/**
 * Reads REFI-QDA XML, project or codebook, of whatever version of the namespace. Elements of other namespaces are
 * passed over with all that is in them.
 *
 * @throws StudyError of readXml; E_REFI_ROOT where the document is something else.
 */
export function readRefi(content: Uint8Array | Iterable<Uint8Array>, file: string, handlers: RefiHandlers): void {
  const stack: Open[] = [];
  let foreign = 0;
  readXml(content, file, {
    open(element) {
      if (foreign > 0 || !NAMESPACE.test(element.uri)) {
        if (stack.length === 0 && foreign === 0) throw notRefi(element, file);
        foreign += 1;
        return;
      }
      const attributes = attributesOf(element);
      const inside = stack.at(-1)?.isWhole === true;
      const isWhole = inside || handlers.open(element.local, attributes);
      stack.push({ name: element.local, attributes, children: [], isWhole, parts: [] });
    },
    text(text) {
      if (foreign === 0) stack.at(-1)?.parts.push(text);
    },
    close() {
      if (foreign > 0) {
        foreign -= 1;
        return;
      }
      const closed = stack.pop();
      if (closed === undefined) return;
      const { name, attributes, children, parts, isWhole } = closed;
      const above = stack.at(-1);
      if (above?.isWhole === true) above.children.push({ name, attributes, children, text: parts.join('') });
      else {
        const text = parts.join('');
        if (isWhole || text.trim() !== '') handlers.whole({ name, attributes, children, text });
        handlers.close(name);
      }
    },
  }, LIMITS);
}

function attributesOf(element: XmlElement): Map<string, string> {
  return new Map(Object.values(element.attributes).filter(({ uri }) => uri === '').map(({ local }) => [local, attributeOf(element, local) ?? '']));
}

/** Children of one name. */
export function childrenOf(element: RefiElement, name: string): RefiElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The GUIDs that the references of one name point to. */
export function targetsOf(element: RefiElement, name: string): string[] {
  return childrenOf(element, name).flatMap(({ attributes }) => {
    const target = attributes.get('targetGUID');
    return target === undefined ? [] : [guid(target)];
  });
}

/** GUIDs come with braces or without, in either case. */
export function guid(written: string): string {
  return written.trim().replace(/^\{(.*)\}$/, '$1');
}

function notRefi(element: XmlElement, file: string): StudyError {
  return new StudyError('E_REFI_ROOT', `Expected REFI-QDA (urn:QDA-XML:project or codebook), found the element ${element.local.slice(0, 40)}${element.uri === '' ? '' : ` of ${element.uri.slice(0, 80)}`}.`, {
    where: file, hint: 'Export the project as REFI-QDA (.qdpx) or the codes as .qdc.',
  });
}
