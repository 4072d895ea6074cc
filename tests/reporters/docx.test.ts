import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { docxPackage } from '../../src/reporters/docx-package.js';
import { docxDocument } from '../../src/reporters/docx-document.js';
import { docxTables } from '../../src/reporters/docx.js';
import { fromVisible, hostileSource, hostileTexts } from './hostile-texts.js';
import { documentOf, studyDocument } from './sample-document.js';
import { correlations, smallTable, tableOf } from './sample-tables.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** Every part of a document, parsed; a part that is not well-formed fails here. */
function parts(bytes: Uint8Array): Map<string, Element> {
  return new Map(Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xml|rels)$/.test(name)).map(([name, content]) => [name, parsed(strFromU8(content))]));
}

function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => { open.pop(); });
  parser.on('text', (text) => { open.at(-1)!.children.push(text); });
  parser.on('error', (error) => { throw error; });
  parser.write(xml).close();
  return root;
}

function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)]));
}

function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : child.name === 'w:br' ? '\n' : textOf(child))).join('');
}

const body = (bytes: Uint8Array): Element => parts(bytes).get('word/document.xml')!;

describe('docxTables', () => {
  it('holds every cell, caption, group and note as text of a real table', () => {
    const document = body(docxTables([correlations]));
    const rows = all(document, 'w:tr').map((row) => all(row, 'w:tc').map(textOf));
    expect(rows[0]).toEqual(['Feature', 'n', 'ρ', '95% CI', 'p', 'p (Holm)']);
    expect(rows[1]).toEqual(['focus group']);
    expect(rows[2]).toEqual(['request_appointment', '53', '−0.29', '−0.52 to −0.01', '.038', '.378']);
    expect(rows).toHaveLength(1 + correlations.rows.length + 2);
    const paragraphs = all(document, 'w:p').map(textOf);
    expect(paragraphs).toContain(correlations.caption);
    expect(paragraphs).toContain(correlations.notes[0]);
  });

  it('repeats the header on every page and cuts no row', () => {
    const [header, ...rows] = all(body(docxTables([correlations])), 'w:tr');
    expect(all(header, 'w:tblHeader')).toHaveLength(1);
    for (const row of rows) expect([all(row, 'w:tblHeader').length, all(row, 'w:cantSplit').length]).toEqual([0, 1]);
  });

  it('gives every row of a table as many cells as its grid, or one that spans them', () => {
    const document = body(docxTables([correlations, smallTable()]));
    for (const table of all(document, 'w:tbl')) {
      const columns = all(table, 'w:gridCol').length;
      for (const row of all(table, 'w:tr')) {
        const spans = all(row, 'w:tc').map((cell) => Number(all(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1));
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns);
      }
    }
  });

  it(`keeps every text as text: ${hostileSource}`, () => {
    const document = body(docxTables(hostileTexts.map(tableOf)));
    const found = all(document, 'w:tbl').map((table) => textOf(all(all(table, 'w:tr')[2], 'w:tc')[0]));
    expect(found.map(fromVisible)).toEqual(hostileTexts.map((text) => text.replace(/\r\n?/g, '\n')));
  });

  it('turns the page for a table that would wrap its numbers upright, and only then', () => {
    const orientation = (columns: number): string | undefined => {
      const wide = smallTable({
        columns: Array.from({ length: columns }, (_, i) => ({ key: `c${i}`, header: `c${i}`, align: 'right' as const })),
        rows: [Array.from({ length: columns }, () => ({ text: '-0.29**' }))],
      });
      return all(body(docxTables([wide])), 'w:pgSz')[0].attributes['w:orient'];
    };
    expect([orientation(8), orientation(14)]).toEqual([undefined, 'landscape']);
  });

  it('names every part in its content types and every relation in its parts', () => {
    const found = parts(docxPackage('', { figures: [{ svg: '<svg/>', width: 10, height: 10, description: '' }] }));
    const types = found.get('[Content_Types].xml')!;
    const extensions = all(types, 'Default').map(({ attributes }) => attributes['Extension']);
    const overrides = all(types, 'Override').map(({ attributes }) => attributes['PartName']);
    for (const name of Object.keys(unzipSync(docxPackage('', { figures: [{ svg: '<svg/>', width: 10, height: 10, description: '' }] })))) {
      expect(extensions.includes(name.split('.').at(-1)!) || overrides.includes(`/${name}`)).toBe(true);
    }
    const targets = all(found.get('word/_rels/document.xml.rels')!, 'Relationship').map(({ attributes }) => attributes['Target']);
    expect(targets).toEqual(['styles.xml', 'media/fallback.png', 'media/figure1.svg']);
  });
});

describe('docxDocument', () => {
  const document = body(docxDocument(studyDocument));

  it('has a heading for every section and every kind of block as text', () => {
    const styled = (style: string): string[] => all(document, 'w:p')
      .filter((one) => all(one, 'w:pStyle')[0]?.attributes['w:val'] === style).map(textOf);
    expect(styled('Heading1')).toEqual([studyDocument.title, ...studyDocument.sections.map(({ heading }) => heading)]);
    expect(styled('Quote')[0]).toBe('I send a message\nand they answer.');
    expect(all(document, 'w:tbl')).toHaveLength(3);
  });

  it('turns the page for the wide table alone', () => {
    expect(all(document, 'w:pgSz').map(({ attributes }) => attributes['w:orient'])).toEqual([undefined, 'landscape', undefined]);
  });

  it('draws pictures within the margins and describes them', () => {
    const [extent] = all(document, 'wp:extent').map(({ attributes }) => Number(attributes['cx']));
    expect(extent).toBeLessThanOrEqual(9026 * 635);
    expect(all(document, 'wp:docPr')[0].attributes['descr']).toBe('One cell.');
  });

  it(`keeps every text as text: ${hostileSource}`, () => {
    for (const text of hostileTexts) {
      const paragraphs = all(body(docxDocument(documentOf(text))), 'w:p').map(textOf).map(fromVisible);
      expect(paragraphs.filter((one) => one === text.replace(/\r\n?/g, '\n')).length).toBeGreaterThan(5);
    }
  });
});
