/**
 * An element with its attributes and what is in it; attributes without a value are left out.
 *
 * @example xmlElement('User', { guid: 'A', name: 'a & b' }); // '<User guid="A" name="a &amp; b"/>'
 */
export function xmlElement(name: string, attributes: Readonly<Record<string, string | null | undefined>>, content: readonly string[] = []): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === null || value === undefined ? [] : [` ${key}="${xmlAttribute(value)}"`])).join('');
  return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${content.join('')}</${name}>`;
}

/** Text between tags. What XML 1.0 cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

/** A reader makes spaces of the white space in attributes unless it is written as characters. */
function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
