import { describe, expect, it } from 'vitest';
import { StudyError } from '../../../src/errors.js';
import { attributeOf, readXml } from '../../../src/importers/containers/xml.js';
import { measured } from './memory-of.js';

function refusal(xml: string | Uint8Array): string {
  try {
    readXml(Buffer.from(xml as string), 'x.xml', {});
  } catch (error) {
    if (error instanceof StudyError) return `${error.code} ${error.where}`;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

function events(content: Uint8Array | Iterable<Uint8Array>): string[] {
  const seen: string[] = [];
  readXml(content, 'x.xml', {
    open: ({ uri, local }) => { seen.push(`<${uri === '' ? '' : `${uri}|`}${local}>`); },
    text: (text) => { seen.push(text); },
    close: ({ local }) => { seen.push(`</${local}>`); },
  });
  return seen;
}

describe('readXml', () => {
  it('calls open, text and close in the order of the document, with namespaces', () => {
    const xml = '<?xml version="1.0"?><p:a xmlns:p="urn:p" xmlns="urn:d"><b>x &amp; <![CDATA[<y>]]>&#233;</b><!-- no --><p:c/></p:a>';
    expect(events(Buffer.from(xml))).toEqual(['<urn:p|a>', '<urn:d|b>', 'x & ', '<y>', 'é', '</b>', '<urn:p|c>', '</c>', '</a>']);
  });

  it('gives the same whatever the pieces, line ends as LF, spaces of values as spaces', () => {
    const xml = Buffer.from('\ufeff<?xml version="1.0"?>\r\n<!-- a > b --><?go on?><a one="x&#10;y\tz" two=\'"\'>\r\n1 &lt; 2\r<![CDATA[]] ]]]>]]&gt;&#x1F600;é<b/></a>\r\n');
    const read = (pieces: Iterable<Uint8Array>): [string, string[]] => {
      let text = '';
      const values: string[] = [];
      readXml(pieces, 'x.xml', {
        open: (element) => { values.push(element.local, ...Object.values(element.attributes).map(({ value }) => value)); },
        text: (part) => { text += part; },
      });
      return [text, values];
    };
    const whole = read([xml]);
    expect(whole).toEqual(['\n1 < 2\n]] ]]]&gt;😀é'.replace('&gt;', '>'), ['a', 'x\ny z', '"', 'b']]);
    for (const size of [1, 2, 3, 7]) {
      expect(read(Array.from({ length: Math.ceil(xml.length / size) }, (_, index) => xml.subarray(index * size, (index + 1) * size)))).toEqual(whole);
    }
  });

  it('knows which namespace a prefix means inside each element', () => {
    const xml = '<a xmlns="urn:1" xmlns:p="urn:2"><p:b xmlns:p="urn:3" p:x="1"><c xmlns="" xml:lang="en"/></p:b><p:d/></a>';
    expect(events(Buffer.from(xml)).filter((event) => !event.startsWith('</'))).toEqual(['<urn:1|a>', '<urn:3|b>', '<c>', '<urn:2|d>']);
    readXml(Buffer.from(xml), 'x.xml', {
      open: (element) => {
        if (element.local === 'b') expect([attributeOf(element, 'x', 'urn:3'), attributeOf(element, 'x')]).toEqual(['1', undefined]);
        if (element.local === 'c') expect(attributeOf(element, 'lang', 'http://www.w3.org/XML/1998/namespace')).toBe('en');
      },
    });
  });

  it('tells where an element starts, by line and column', () => {
    const places: string[] = [];
    readXml(Buffer.from('<a>\n  <b/>\n\n<c>é <d/></c></a>').reduce((pieces: Uint8Array[], byte) => [...pieces, Uint8Array.of(byte)], []), 'x.xml', { open: (element, at) => { places.push(`${element.local} ${at()}`); } });
    expect(places).toEqual(['a x.xml:1:1', 'b x.xml:2:3', 'c x.xml:4:1', 'd x.xml:4:6']);
  });

  it('reads attributes by name, and those of a namespace by both', () => {
    readXml(Buffer.from('<a xmlns:r="urn:r" id="1" r:id="2" __proto__="3"/>'), 'x.xml', {
      open: (element) => {
        expect(attributeOf(element, 'id')).toBe('1');
        expect(attributeOf(element, 'id', 'urn:r')).toBe('2');
        expect(attributeOf(element, '__proto__')).toBe('3');
        expect(attributeOf(element, 'toString')).toBeUndefined();
      },
    });
  });

  it('reads UTF-8 and UTF-16, with a mark of byte order or without, split between any two bytes', () => {
    const xml = '<?xml version="1.0" encoding="utf-16"?><a>é 😀</a>';
    const le = Buffer.from(xml, 'utf16le');
    const be = Buffer.from(le).swap16();
    const bytes = [Buffer.from(xml), Buffer.from(`\ufeff${xml}`), le, be, Buffer.concat([Buffer.from([0xff, 0xfe]), le]), Buffer.concat([Buffer.from([0xfe, 0xff]), be])];
    for (const content of bytes) {
      expect(events(content)).toEqual(['<a>', 'é 😀', '</a>']);
      expect(events(Array.from(content, (byte) => Uint8Array.of(byte)))).toEqual(['<a>', 'é 😀', '</a>']);
    }
  });

  it('refuses other encodings and bytes that are not of theirs', () => {
    expect(refusal('<?xml version="1.0" encoding="iso-8859-1"?><a/>')).toBe('E_XML_ENCODING x.xml');
    expect(refusal(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]))).toBe('E_XML_ENCODING x.xml');
  });

  it('refuses a DOCTYPE', () => {
    expect(refusal('<!DOCTYPE a [<!ENTITY x "y">]>\n<a>&x;</a>')).toMatch(/^E_XML_DOCTYPE x\.xml:\d+:\d+$/);
    expect(refusal('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')).toMatch(/^E_XML_DOCTYPE x\.xml:\d+:\d+$/);
  });

  it.each(['x', 'nbsp', 'constructor', 'toString', '__proto__'])('refuses the entity &%s;', (name) => {
    expect(refusal(`<a>\n  &${name};</a>`)).toMatch(/^E_XML_ENTITY x\.xml:2:\d+$/);
    expect(refusal(`<a b="&${name};"/>`)).toMatch(/^E_XML_ENTITY/);
  });

  it.each(['', 'text', '<a>', '<a></b>', '<a b=c/>', '<a/><b/>', '<a/>text', '<a b="1" b="2"/>', '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>', '<a b="<"/>', '<a b="1"c="2"/>', '<a b/>', '<1/>', '<a 1=""/>', '<a><!-- -- --></a>', '<!-- a', '<a><![CDATA[x', '<a/><?xml version="1.0"?>', ' <?xml version="1.0"?><a/>', '<a>&#xD800;</a>', '<a>&#x110000;</a>', '<a>& b</a>', '<a>\u0001</a>', '<a>&#1;</a>', '<![CDATA[x]]><a/>', '<a p:b=""/>', '<a:b:c xmlns:a="u"/>', '</a>', '<a><b></a></b>', '<p:a/>', '<a>&#0;</a>', '<a', '<a>]]></a>'])('refuses %j as no XML', (xml) => {
    expect(refusal(xml)).toMatch(/^E_XML_SYNTAX x\.xml:1:\d+$/);
  });

  it('refuses elements nested a million deep, endless texts and endless tags under 200 MB of memory', async () => {
    const { printed, peak } = await measured({ readXml: 'src/importers/containers/xml.ts' }, `
      function* endless(head, part, count) { yield Buffer.from(head); const p = Buffer.from(part.repeat(10000)); for (let i = 0; i < count; i += 10000) yield p; }
      const tried = [endless('', '<a>', 1e6), endless('<a>', 'text ', 1e8), endless('<a ', 'b="" ', 1e8), endless('<!-- ', 'long ', 1e8), endless('<!DOCTYPE a [', '<!ENTITY a "a">', 1e7)].map((pieces) => {
        try { readXml(pieces, 'x.xml', {}); return 'read'; } catch (error) { return error.code; }
      });
      process.stdout.write(tried.join(' '));`);
    expect(printed).toBe('E_XML_DEPTH E_XML_LONG E_XML_LONG E_XML_LONG E_XML_LONG');
    expect(peak).toBeLessThan(200e6);
  });
});
