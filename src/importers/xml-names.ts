/** A name with the part before its colon taken off; the prefix is '' where there is none. */
export interface QualifiedName {
  readonly prefix: string;
  readonly local: string;
}

const PLAIN = /^[A-Za-z_][\w.-]*$/;
/** NCName of Namespaces in XML 1.0, by the characters of XML 1.0, fifth edition. A function, because it takes long to load. */
const anyName = (): RegExp =>
  /^[A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}][-.\w\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c-\u200d\u203f\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}]*$/u;

/** Different names of a document whose parts are remembered. */
const REMEMBERED = 1000;

/** The parts of names; a document repeats few of them. */
export class XmlNames {
  private readonly known = new Map<string, QualifiedName>();

  /** Null for what is no name. */
  parts(name: string): QualifiedName | null {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const [prefix, local] = colon === -1 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
    if (!isName(local) || (colon !== -1 && !isName(prefix))) return null;
    const parts = { prefix, local };
    if (this.known.size < REMEMBERED) this.known.set(name, parts);
    return parts;
  }
}

function isName(text: string): boolean {
  return PLAIN.test(text) || anyName().test(text);
}

export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/** What prefixes mean inside an element, '' being the names without one. */
export class XmlScope {
  private constructor(private readonly own: ReadonlyMap<string, string>, private readonly outer: XmlScope | null) {}

  static readonly outermost = new XmlScope(new Map([['', ''], ['xml', XML_NAMESPACE], ['xmlns', XMLNS_NAMESPACE]]), null);

  inside(declared: ReadonlyMap<string, string>): XmlScope {
    return new XmlScope(declared, this);
  }

  /** Undefined for a prefix that nothing declares. */
  uri(prefix: string): string | undefined {
    return this.own.get(prefix) ?? this.outer?.uri(prefix);
  }
}
