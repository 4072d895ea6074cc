import { escapeXml } from './xml-text.js';

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
