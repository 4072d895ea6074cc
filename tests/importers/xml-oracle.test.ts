import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { StudyError } from '../../src/errors.js';
import { openArchive } from '../../src/importers/archive.js';
import { readXml } from '../../src/importers/xml.js';
import { SHARED } from '../cli/portal-study.js';

type Attributes = Readonly<Record<string, { readonly uri: string; readonly value: string }>>;

/** What a document holds, in order, in one text; null for a document that is refused. */
class Events {
  private readonly all: string[] = [];
  private text = '';

  open(uri: string, local: string, attributes: Attributes): void {
    // The one parser trims the names of namespaces, which the standard compares as they are.
    this.add(`<${uri.trim()}|${local}${Object.entries(attributes).map(([name, one]) => ` ${name}|${one.uri.trim()}=${JSON.stringify(one.value)}`).join('')}>`);
  }

  close(local: string): void {
    this.add(`</${local}>`);
  }

  addText(text: string): void {
    this.text += text;
  }

  toString(): string {
    return this.all.join('');
  }

  private add(event: string): void {
    this.all.push(this.text, event);
    this.text = '';
  }
}

function ours(xml: Uint8Array): string | null {
  const events = new Events();
  try {
    readXml(xml, 'x.xml', {
      open: ({ uri, local, attributes }) => { events.open(uri, local, attributes); },
      text: (text) => { events.addText(text); },
      close: ({ local }) => { events.close(local); },
    });
  } catch (error) {
    if (error instanceof StudyError) return null;
    throw error;
  }
  return events.toString();
}

function theirs(xml: string): string | null {
  const events = new Events();
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (): never => { throw new RangeError('refused'); };
  let depth = 0;
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ uri, local, attributes }) => {
    depth += 1;
    events.open(uri, local, attributes);
  });
  const text = (part: string): void => { if (depth > 0) events.addText(part); };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ local }) => {
    depth -= 1;
    events.close(local);
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  return events.toString();
}

const DOCUMENT = '<?xml version="1.0"?>\n<a xmlns="u" xmlns:p="v" k="1 &lt; 2">t &amp; x<!-- c --><p:b p:k=\'z\'/><![CDATA[ q ]]><?pi x?></a>\n';
const PIECES = ['<', '>', '/', '"', "'", '&', ';', '=', ' ', '!', '-', ']', '?', ':', 'a', 'p', 'x', '#', '\n', '1', 'é', '--', ']]>', '<!--', '&lt;', 'xmlns="w"', ''];
/** Where saxes is laxer than Namespaces in XML 1.0: a local name that starts like a number; or blank names of namespaces. */
const LAX = /:[-.\d]|<\?\w*:|xmlns(?::p)?="\s*"|xmlns:p="\s/;

describe('readXml', () => {
  it('accepts, refuses and reads twenty thousand damaged documents as saxes does', () => {
    let state = 20130501;
    const below = (limit: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % limit;
    };
    let accepted = 0;
    for (let round = 0; round < 20_000; round += 1) {
      let xml = DOCUMENT;
      for (let change = below(3); change >= 0; change -= 1) {
        const at = below(xml.length);
        xml = xml.slice(0, at) + PIECES[below(PIECES.length)] + xml.slice(at + below(4));
      }
      if (LAX.test(xml)) continue;
      const expected = theirs(xml);
      if (expected !== null) accepted += 1;
      expect({ xml, read: ours(Buffer.from(xml)) }).toEqual({ xml, read: expected });
    }
    expect(accepted).toBeGreaterThan(1000);
  });

  it.skipIf(!existsSync(SHARED))(`reads every part of the workbooks of others as saxes does${existsSync(SHARED) ? '' : ' (skipped: ../shared is absent)'}`, () => {
    const files = readdirSync(`${SHARED}data/medicaldata`).filter((file) => file.endsWith('.xlsx'));
    for (const file of files) {
      const archive = openArchive(readFileSync(`${SHARED}data/medicaldata/${file}`), file);
      for (const name of archive.names.filter((one) => /\.(?:xml|rels)$/.test(one))) {
        const bytes = archive.read(name);
        expect({ file, name, read: ours(bytes) }).toEqual({ file, name, read: theirs(Buffer.from(bytes).toString()) });
      }
    }
  });
});
