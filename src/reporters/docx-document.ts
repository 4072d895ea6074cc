import type { Block, Figure, StudyDocument } from '../results/document.js';
import type { Table } from '../results/table.js';
import { LANDSCAPE, PORTRAIT, docxPackage, sectionEnd } from './docx-package.js';
import type { DocxFigure } from './docx-package.js';
import { docxTable, naturalWidth } from './docx-table.js';
import { paragraph, run } from './docx-text.js';
import { escapeXml } from './xml-text.js';

/** English Metric Units to a pixel at 96 to the inch, and to a twentieth of a point. */
const EMU_PER_PIXEL = 9525;
const EMU_PER_TWIP = 635;

/** A document as a Word file: headings that Word can list, tables that can be edited, pictures as SVG. */
export function docxDocument({ title, subtitle, sections }: StudyDocument): Uint8Array {
  const figures: DocxFigure[] = [];
  const blockXml = (block: Block): string => {
    switch (block.is) {
      case 'text': return paragraph(run(block.text));
      case 'heading': return paragraph(run(block.text), 'Heading2');
      case 'notice': return paragraph(run(block.text, { italic: true }));
      case 'list': return block.items.map((item) => paragraph(run(`• ${item}`))).join('');
      case 'table': return tableXml(block.table);
      case 'fold': return `${paragraph(run(block.summary), 'Heading2')}${block.blocks.map(blockXml).join('')}`;
      case 'quote': return `${paragraph(run(block.text), 'Quote')}${paragraph(run(block.source, { muted: true }), 'Quote')}`;
      case 'figure': {
        figures.push(figureOf(block));
        return `${paragraph(picture(figures.at(-1)!, figures.length))}${block.caption === '' ? '' : paragraph(run(block.caption), 'Caption')}`;
      }
    }
  };
  const body = [
    paragraph(run(title), 'Heading1'),
    subtitle === '' ? '' : paragraph(run(subtitle, { muted: true })),
    ...sections.flatMap(({ heading, blocks }) => [paragraph(run(heading), 'Heading1'), ...blocks.map(blockXml)]),
  ];
  return docxPackage(body.join(''), { figures });
}

/** A table that would not fit an upright page has turned pages of its own. */
function tableXml(table: Table): string {
  if (naturalWidth(table) <= PORTRAIT.text) return `${docxTable(table, PORTRAIT.text)}${paragraph('')}`;
  return `${sectionEnd(PORTRAIT)}${docxTable(table, LANDSCAPE.text)}${sectionEnd(LANDSCAPE)}`;
}

function figureOf({ svg, caption }: Figure): DocxFigure {
  const [, width = '600', height = '400'] = /<svg\b[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const described = /<desc>([^<]*)<\/desc>/.exec(svg)?.[1] ?? caption;
  return { svg, width: Number(width), height: Number(height), description: described };
}

/** An inline picture: the SVG for programs that draw it, one white pixel for others. */
function picture({ width, height, description }: DocxFigure, number: number): string {
  const scale = Math.min(1, (PORTRAIT.text * EMU_PER_TWIP) / (width * EMU_PER_PIXEL));
  const [cx, cy] = [width, height].map((side) => Math.round(side * scale * EMU_PER_PIXEL));
  // The description was escaped for SVG, by the same five entities.
  const described = escapeXml(unescaped(description).slice(0, 2000));
  return [
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">',
    `<wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${number}" name="Figure ${number}" descr="${described}"/>`,
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>',
    `<pic:nvPicPr><pic:cNvPr id="${number}" name="Figure ${number}"/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="fallback"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip r:embed="figure${number}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
  ].join('');
}

const ENTITIES = new Map([['&lt;', '<'], ['&gt;', '>'], ['&quot;', '"'], ['&#39;', "'"], ['&amp;', '&']]);

function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES.get(entity)!);
}
