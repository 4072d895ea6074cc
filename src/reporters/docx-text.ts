import { replaceUnseen, visibleText } from './visible.js';

/** What XML 1.0 can hold, raw or as a reference. */
const HELD = /[^\p{Cc}\p{Cs}\ufffe\uffff]|[\t\n\r]/u;
/** Forbidden in XML though Unicode has them. */
const NON_CHARACTERS = /[\ufffe\uffff]/g;

const ENTITIES = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ["'", '&apos;']]);

/** Text for XML content or a quoted attribute; what XML cannot hold is shown as `visibleText` shows it. */
export function escapeXml(text: string): string {
  const held = visibleText(text, { kept: HELD }).replace(NON_CHARACTERS, (unit) => `\\u{${unit.charCodeAt(0).toString(16)}}`);
  const escaped = held.replace(/[&<>"']/g, (character) => ENTITIES.get(character)!);
  return replaceUnseen(escaped, (character) => `&#x${character.codePointAt(0)!.toString(16)};`);
}

export interface RunStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly muted?: boolean;
}

/** A run of text; line breaks inside it stay line breaks. */
export function run(text: string, { bold = false, italic = false, muted = false }: RunStyle = {}): string {
  const properties = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}${muted ? '<w:color w:val="6B6B6B"/>' : ''}`;
  const lines = text.split(/\r\n?|\n/).map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${lines.join('<w:br/>')}</w:r>`;
}

/** A paragraph of runs in a named style; `properties` are further ones, in the schema's order after the style. */
export function paragraph(runs: string, style?: string, properties = ''): string {
  const named = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
  const all = `${named}${properties}`;
  return `<w:p>${all === '' ? '' : `<w:pPr>${all}</w:pPr>`}${runs}</w:p>`;
}
