import { strToU8, zipSync } from 'fflate';

/** A picture in a document: its SVG, and its size in pixels at 96 to the inch. */
export interface DocxFigure {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly description: string;
}

/** The same bytes for the same content: every entry carries the first moment a zip archive can name. */
const EPOCH = new Date(1980, 0, 1);

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"',
].join(' ');

/**
 * A Word document (Office Open XML, ECMA-376) around the markup of its body.
 *
 * @param figures the pictures that the body refers to as `figureReference` gives them, in order.
 */
export function docxPackage(body: string, { page = PORTRAIT, figures = [] }: { page?: DocxPage; figures?: readonly DocxFigure[] } = {}): Uint8Array {
  const document = `<w:document ${NAMESPACES}><w:body>${body}${sectionOf(page)}</w:body></w:document>`;
  const relations = [
    relation('styles', 'styles', 'styles.xml'),
    ...(figures.length === 0 ? [] : [relation('fallback', 'image', 'media/fallback.png')]),
    ...figures.map((_, index) => relation(`figure${index + 1}`, 'image', `media/figure${index + 1}.svg`)),
  ];
  const entries: [string, Uint8Array][] = [
    ['[Content_Types].xml', part(CONTENT_TYPES)],
    ['_rels/.rels', part(relationships([relation('document', 'officeDocument', 'word/document.xml')]))],
    ['word/document.xml', part(document)],
    ['word/styles.xml', part(STYLES)],
    ['word/_rels/document.xml.rels', part(relationships(relations))],
    ...(figures.length === 0 ? [] : [['word/media/fallback.png', FALLBACK] as [string, Uint8Array]]),
    ...figures.map(({ svg }, index): [string, Uint8Array] => [`word/media/figure${index + 1}.svg`, strToU8(svg)]),
  ];
  return zipSync(Object.fromEntries(entries), { mtime: EPOCH, level: 6 });
}

function part(xml: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
}

function relationships(all: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

const CONTENT_TYPES = [
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  '<Default Extension="svg" ContentType="image/svg+xml"/>',
  '<Default Extension="png" ContentType="image/png"/>',
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
  '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>',
  '</Types>',
].join('');

/** In twentieths of a point; `text` is the width between the margins. */
export interface DocxPage {
  readonly width: number;
  readonly height: number;
  readonly text: number;
}

/** An inch, and A4 either way. */
const MARGIN = 1440;
export const PORTRAIT: DocxPage = { width: 11906, height: 16838, text: 11906 - 2 * MARGIN };
export const LANDSCAPE: DocxPage = { width: 16838, height: 11906, text: 16838 - 2 * MARGIN };

/** Ends a section whose pages are so; what follows begins a new page. */
export function sectionEnd(page: DocxPage): string {
  return `<w:p><w:pPr>${sectionOf(page)}</w:pPr></w:p>`;
}

function sectionOf({ width, height }: DocxPage): string {
  const turned = width > height ? ' w:orient="landscape"' : '';
  return `<w:sectPr><w:pgSz w:w="${width}" w:h="${height}"${turned}/><w:pgMar w:top="${MARGIN}" w:right="${MARGIN}" w:bottom="${MARGIN}" w:left="${MARGIN}" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>`;
}

function style(type: string, id: string, name: string, content: string, isDefault = false): string {
  return `<w:style w:type="${type}"${isDefault ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`;
}

function heading(level: number, size: number): string {
  return style('paragraph', `Heading${level}`, `heading ${level}`,
    `<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr>`);
}

const STYLES = [
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>',
  '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
  style('paragraph', 'Normal', 'Normal', '<w:qFormat/>', true),
  heading(1, 32),
  heading(2, 26),
  heading(3, 22),
  style('paragraph', 'Caption', 'caption', '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/></w:pPr>'),
  style('paragraph', 'TableNote', 'Table note', '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="60" w:after="0"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>'),
  style('paragraph', 'Quote', 'Quote', '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:ind w:left="480" w:right="480"/></w:pPr><w:rPr><w:i/></w:rPr>'),
  style('table', 'StudyTable', 'Study table', '<w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr><w:tblPr><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'),
  '</w:styles>',
].join('');

/** One white pixel, for programs that show no SVG. */
const FALLBACK = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg==', 'base64');
