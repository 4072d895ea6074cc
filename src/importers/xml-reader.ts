import { StudyError } from '../errors.js';
import type { ErrorCode } from '../errors.js';
import { inMebibytes } from './limits.js';
import { place } from './place.js';
import type { XmlHandlers, XmlLimits } from './xml.js';
import { XmlElements } from './xml-elements.js';
import { XmlNames } from './xml-names.js';
import { writtenTag } from './xml-tag.js';
import type { WrittenTag } from './xml-tag.js';
import { FORBIDDEN, dereferenced } from './xml-text.js';

const ONLY_SPACES = /^[ \t\n]*$/;
const DECLARATION = /^xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*$/;
const DOCTYPE = '<!DOCTYPE';
const CDATA = '<![CDATA[';

/**
 * Reads the text of a document as it comes, piece by piece, and keeps no more of it than the markup it is in. Checks
 * what XML 1.0 and its namespaces ask of a document without a DOCTYPE.
 */
export class XmlReader {
  /** What is not yet read: `text` from `next` on. */
  private text = '';
  private next = 0;
  /** Where the text starts in the document. */
  private line = 1;
  private column = 1;
  private inside: 'content' | 'comment' | 'cdata' = 'content';
  private carriageReturn = '';
  /** Characters of the text or comment so far. */
  private length = 0;
  private readonly names = new XmlNames();
  private readonly elements: XmlElements;
  private readonly at = (): string => this.placeOf(this.next);

  constructor(private readonly file: string, private readonly handlers: XmlHandlers, private readonly limits: XmlLimits) {
    this.elements = new XmlElements(this.names, (what) => this.syntax(what), (raw) => this.decoded(raw, null));
  }

  push(piece: string): void {
    let added = this.carriageReturn + piece;
    this.carriageReturn = '';
    if (added.endsWith('\r')) {
      this.carriageReturn = '\r';
      added = added.slice(0, -1);
    }
    if (added.includes('\r')) added = added.replace(/\r\n?/g, '\n');
    this.leaveBehind();
    const forbidden = added.search(FORBIDDEN);
    this.text += added;
    if (forbidden !== -1) throw this.refusal('E_XML_SYNTAX', 'The XML holds a character that no XML may hold.', this.text.length - added.length + forbidden);
    this.read();
  }

  end(): void {
    if (this.carriageReturn !== '') {
      this.carriageReturn = '';
      this.push('\n');
    }
    if (this.inside !== 'content') throw this.syntax(`a ${this.inside === 'comment' ? 'comment' : 'CDATA section'} without an end`);
    const rest = this.text.slice(this.next);
    if (rest.startsWith('<')) throw this.syntax('a tag without an end');
    if (rest !== '') this.takeText(rest);
    this.elements.end();
  }

  /** Reads as far as the text goes. */
  private read(): void {
    for (;;) {
      const before = this.next;
      const isWhole = this.inside === 'content' ? this.readContent() : this.inside === 'comment' ? this.readComment() : this.readCdata();
      if (!isWhole) return;
      if (this.next === before && this.inside === 'content') return;
    }
  }

  /** Reads text and one piece of markup; false where the text ends inside. */
  private readContent(): boolean {
    const { text } = this;
    const start = text.indexOf('<', this.next);
    if (start === -1) {
      const end = this.endOfWholeText();
      if (end > this.next) this.takeText(text.slice(this.next, end));
      this.next = end;
      return false;
    }
    if (start > this.next) this.takeText(text.slice(this.next, start));
    this.next = start;
    this.length = 0;
    const isWhole = this.readMarkup(start);
    if (!isWhole && text.length - start > this.limits.tag) throw this.tooLong('tag', this.limits.tag);
    return isWhole;
  }

  private readMarkup(start: number): boolean {
    const { text } = this;
    switch (text[start + 1]) {
      case undefined: return false;
      case '/': {
        const end = text.indexOf('>', start);
        if (end === -1) return false;
        this.closeElement(text.slice(start + 2, end).trimEnd());
        this.next = end + 1;
        return true;
      }
      case '?': {
        const end = text.indexOf('?>', start + 2);
        if (end === -1) return false;
        this.checkInstruction(text.slice(start + 2, end), start);
        this.next = end + 2;
        return true;
      }
      case '!': return this.readDeclaration(start);
      default: {
        const tag = writtenTag(text, start);
        if (tag === null) return false;
        if (typeof tag === 'string') throw this.syntax(tag);
        this.openElement(tag);
        this.next = tag.end;
        return true;
      }
    }
  }

  private readDeclaration(start: number): boolean {
    const { text } = this;
    if (text.startsWith('<!--', start)) {
      this.inside = 'comment';
      this.next = start + 4;
      return true;
    }
    if (text.startsWith(CDATA, start) && this.elements.depth > 0) {
      this.inside = 'cdata';
      this.next = start + CDATA.length;
      return true;
    }
    if (text.startsWith(DOCTYPE, start)) {
      throw this.refusal('E_XML_DOCTYPE', 'The XML has a DOCTYPE, which can pull in other files; it is not read.', start, 'Export the file again, without one.');
    }
    const seen = text.slice(start, start + DOCTYPE.length);
    if (seen.length < DOCTYPE.length && [DOCTYPE, CDATA, '<!--'].some((mark) => mark.startsWith(seen))) return false;
    throw this.syntax('a declaration where none may stand');
  }

  private readComment(): boolean {
    const { text } = this;
    const dashes = text.indexOf('--', this.next);
    const end = dashes === -1 ? Math.max(this.next, text.length - 1) : dashes;
    this.count(end - this.next);
    this.next = end;
    if (dashes === -1 || text[dashes + 2] === undefined) return false;
    if (text[dashes + 2] !== '>') throw this.syntax('"--" inside a comment');
    this.next = dashes + 3;
    this.inside = 'content';
    this.length = 0;
    return true;
  }

  private readCdata(): boolean {
    const { text } = this;
    const close = text.indexOf(']]>', this.next);
    const end = close === -1 ? Math.max(this.next, text.length - 2) : close;
    this.count(end - this.next);
    if (end > this.next) this.handlers.text?.(text.slice(this.next, end), this.at);
    this.next = end;
    if (close === -1) return false;
    this.next = close + 3;
    this.inside = 'content';
    this.length = 0;
    return true;
  }

  /** Where text may be cut though more of it comes: not inside a reference, nor inside `]]>`. */
  private endOfWholeText(): number {
    const { text } = this;
    const reference = text.lastIndexOf('&');
    let end = reference >= this.next && !text.includes(';', reference) && text.length - reference < 16 ? reference : text.length;
    while (end > this.next && text[end - 1] === ']') end -= 1;
    return end;
  }

  private takeText(raw: string): void {
    this.count(raw.length);
    if (this.elements.depth === 0) {
      if (ONLY_SPACES.test(raw)) return;
      throw this.syntax('text outside the root element');
    }
    const closing = raw.indexOf(']]>');
    if (closing !== -1) throw this.syntax('"]]>" in a text', this.next + closing);
    const text = this.decoded(raw, this.next);
    this.handlers.text?.(text, this.at);
  }

  private openElement(written: WrittenTag): void {
    if (this.elements.depth >= this.limits.depth) throw this.refusal('E_XML_DEPTH', `The XML nests elements more than ${this.limits.depth} deep.`, this.next);
    const tag = this.elements.open(written);
    this.handlers.open?.(tag, this.at);
    if (written.isSelfClosing) this.closeElement(written.name);
  }

  private closeElement(name: string): void {
    const tag = this.elements.close(name);
    this.handlers.close?.(tag, this.at);
  }

  private checkInstruction(content: string, start: number): void {
    const target = /^[^\s?]*/.exec(content)?.[0] ?? '';
    if (this.names.parts(target) === null) throw this.syntax('an instruction without a proper name');
    const isFirst = start === 0 && this.line === 1 && this.column === 1;
    if (!/^xml$/i.test(target)) return;
    if (!isFirst || target !== 'xml') throw this.syntax('a declaration that is not at the start');
    if (!DECLARATION.test(content)) throw this.syntax('a declaration that is none');
  }

  /** @param start where the text stands; null where its place is not known */
  private decoded(raw: string, start: number | null): string {
    if (!raw.includes('&')) return raw;
    const text = dereferenced(raw);
    if (typeof text === 'string') return text;
    const index = start === null ? this.next : start + text.index;
    if (!text.isEntity) throw this.syntax('a reference that is none', index);
    throw this.refusal('E_XML_ENTITY', 'The XML uses an entity that it does not define.', index, 'Only &amp; &lt; &gt; &quot; &apos; and numbers such as &#233; are read.');
  }

  private count(characters: number): void {
    this.length += characters;
    if (this.length > this.limits.token) throw this.tooLong('text', this.limits.token);
  }

  /** Forgets what has been read, but not how many lines it had. */
  private leaveBehind(): void {
    const { text, next } = this;
    let after = 0;
    for (let at = text.indexOf('\n'); at !== -1 && at < next; at = text.indexOf('\n', at + 1)) {
      this.line += 1;
      this.column = 1;
      after = at + 1;
    }
    this.column += next - after;
    this.text = text.slice(next);
    this.next = 0;
  }

  private placeOf(index: number): string {
    const before = this.text.slice(0, index);
    const last = before.lastIndexOf('\n');
    const lines = before.split('\n').length - 1;
    return place(this.file, this.line + lines, last === -1 ? this.column + index : index - last);
  }

  private tooLong(what: string, limit: number): StudyError {
    return this.refusal('E_XML_LONG', `The XML holds a ${what} longer than ${inMebibytes(limit)}.`, this.next);
  }

  private syntax(what: string, index = this.next): StudyError {
    return this.refusal('E_XML_SYNTAX', `The XML cannot be read: it has ${what}.`, index);
  }

  private refusal(code: ErrorCode, message: string, index: number, hint?: string): StudyError {
    return new StudyError(code, message, { where: this.placeOf(index), hint });
  }
}
