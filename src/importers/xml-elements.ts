import { XMLNS_NAMESPACE, XmlScope } from './xml-names.js';
import type { XmlNames } from './xml-names.js';
import { XmlTag } from './xml-tag.js';
import type { WrittenTag } from './xml-tag.js';

/** Attributes up to which looking for one that stands twice needs no set. */
const FEW = 8;

/** The elements that are open, with what prefixes mean in each. */
export class XmlElements {
  private hasRoot = false;
  private readonly stack: XmlTag[] = [];
  private readonly scopes: XmlScope[] = [XmlScope.outermost];

  /**
   * @param syntax the error of a document that has what it is told
   * @param decoded an attribute's value without references
   */
  constructor(
    private readonly names: XmlNames, private readonly syntax: (what: string) => Error, private readonly decoded: (raw: string) => string,
  ) {}

  get depth(): number {
    return this.stack.length;
  }

  open({ name, names, values }: WrittenTag): XmlTag {
    if (this.stack.length === 0) {
      if (this.hasRoot) throw this.syntax('a second root element');
      this.hasRoot = true;
    }
    const outer = this.scopes[this.scopes.length - 1];
    const { declared, hasPrefix } = this.readAttributes(names, values);
    if (hasTwice(names)) throw this.syntax('an attribute twice');
    const scope = declared === null ? outer : outer.inside(declared);
    const parts = this.names.parts(name);
    if (parts === null) throw this.syntax('a tag without a proper name');
    const tag = new XmlTag(this.uriOf(scope, parts.prefix), parts.local, name, names, values, hasPrefix ? this.attributeUris(scope, names) : null);
    this.stack.push(tag);
    this.scopes.push(scope);
    return tag;
  }

  close(name: string): XmlTag {
    const tag = this.stack.pop();
    if (tag === undefined || tag.written !== name) throw this.syntax(`an end of ${name} ${tag === undefined ? 'outside the root element' : `inside ${tag.written}`}`);
    this.scopes.pop();
    return tag;
  }

  /** Checks that the one root element was there and was closed. */
  end(): void {
    const open = this.stack.at(-1);
    if (open !== undefined) throw this.syntax(`no end of the element ${open.written}`);
    if (!this.hasRoot) throw this.syntax('no element');
  }

  /** Puts the values in the place of what was written, and finds the declarations of namespaces among them. */
  private readAttributes(names: readonly string[], values: string[]): { declared: Map<string, string> | null; hasPrefix: boolean } {
    let declared: Map<string, string> | null = null;
    let hasPrefix = false;
    for (let index = 0; index < names.length; index += 1) {
      const parts = this.names.parts(names[index]);
      if (parts === null) throw this.syntax('an attribute without a proper name');
      values[index] = this.attributeValue(values[index]);
      if (parts.prefix === 'xmlns' || names[index] === 'xmlns') {
        if (parts.prefix !== '' && (values[index] === '' || parts.local === 'xmlns')) throw this.syntax(`a prefix ${parts.local} that is declared as nothing`);
        declared ??= new Map();
        declared.set(parts.prefix === '' ? '' : parts.local, values[index]);
      }
      hasPrefix ||= parts.prefix !== '' || names[index] === 'xmlns';
    }
    return { declared, hasPrefix };
  }

  private attributeValue(raw: string): string {
    if (raw.includes('<')) throw this.syntax('a "<" inside a value');
    return this.decoded(raw.includes('\n') || raw.includes('\t') ? raw.replace(/[\n\t]/g, ' ') : raw);
  }

  private attributeUris(scope: XmlScope, names: readonly string[]): string[] {
    const uris = names.map((name) => {
      const prefix = this.names.parts(name)?.prefix ?? '';
      return name === 'xmlns' ? XMLNS_NAMESPACE : prefix === '' ? '' : this.uriOf(scope, prefix);
    });
    const expanded = new Set(names.map((name, index) => `${uris[index]} ${name.slice(name.indexOf(':') + 1)}`));
    if (expanded.size < names.length) throw this.syntax('an attribute twice');
    return uris;
  }

  private uriOf(scope: XmlScope, prefix: string): string {
    const uri = scope.uri(prefix);
    if (uri === undefined) throw this.syntax(`a prefix ${prefix} that is not declared`);
    return uri;
  }
}

function hasTwice(names: readonly string[]): boolean {
  if (names.length > FEW) return new Set(names).size < names.length;
  return names.some((name, index) => names.indexOf(name) !== index);
}
