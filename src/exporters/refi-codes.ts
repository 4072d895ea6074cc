import type { Code } from '../dataset/coded-text.js';
import { guidOf } from './guid.js';
import { xmlElement, xmlText } from './xml-element.js';

const COLOUR = /^#(?:[\dA-Fa-f]{6}|[\dA-Fa-f]{3})$/;

/** The codes as nested elements, in their order. */
export function refiCodes(codes: readonly Code[]): string[] {
  const children = new Map<string | null, Code[]>();
  for (const code of codes) {
    const siblings = children.get(code.parent);
    if (siblings === undefined) children.set(code.parent, [code]);
    else siblings.push(code);
  }
  const written = (parent: string | null): string[] => (children.get(parent) ?? []).map(({ id, name, description, colour, isCodable }) =>
    xmlElement('Code', { guid: guidOf('code', id), name, isCodable: String(isCodable), color: colour !== null && COLOUR.test(colour) ? colour : null }, [
      ...(description === null ? [] : [xmlElement('Description', {}, [xmlText(description)])]),
      ...written(id),
    ]));
  return written(null);
}
