import { strToU8, zipSync } from 'fflate';

const NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

/** A Word document with this body, and whatever other parts are given. */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const wrapped = (root: string, content: string): Uint8Array => strToU8(`<?xml version="1.0"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`);
  const others = Object.entries(parts).map(([name, content]) => [`word/${name}.xml`, wrapped(name, content)] as const);
  return zipSync({ 'word/document.xml': wrapped('document', `<w:body>${body}</w:body>`), ...Object.fromEntries(others) });
}

export function paragraph(...runs: string[]): string {
  return `<w:p>${runs.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`;
}

export function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string => row.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}
