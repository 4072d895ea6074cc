/** The text of a document in HTML, as offsets into it count: without its tags, entities as what they stand for. */
export interface HtmlText {
  /** Every character between tags, nothing added. */
  readonly text: string;
  /** The same, with a line break where a block ends, and for each such break its place in `text`. */
  readonly lines: string;
  readonly breaks: readonly number[];
  /** Tags that do not close or were not open. */
  readonly unbalanced: readonly string[];
}

const BLOCKS = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'tr', 'table', 'blockquote', 'pre', 'br', 'hr']);
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr', 'col']);
const NAMED = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', '\''], ['nbsp', '\u00A0'], ['#39', '\'']]);

/** @example htmlText('<p>a &amp; b</p><p>c</p>').lines; // 'a & b\nc\n' */
export function htmlText(html: string): HtmlText {
  let text = '';
  let lines = '';
  const breaks: number[] = [];
  const open: string[] = [];
  const unbalanced: string[] = [];
  const endLine = (): void => {
    if (lines === '' || lines.endsWith('\n')) return;
    breaks.push(text.length);
    lines += '\n';
  };
  for (const [part, tag] of html.matchAll(/<!--[\s\S]*?-->|<\/?([A-Za-z][A-Za-z\d]*)[^<>]*>|[^<]+|</g)) {
    if (part.startsWith('<!--')) continue;
    if (tag === undefined) {
      const words = unescaped(part);
      text += words;
      lines += words;
      continue;
    }
    const name = tag.toLowerCase();
    if (BLOCKS.has(name)) endLine();
    if (VOID.has(name) || part.endsWith('/>')) continue;
    if (!part.startsWith('</')) open.push(name);
    else if (open.at(-1) === name) open.pop();
    else unbalanced.push(`</${name}>`);
  }
  endLine();
  return { text, lines, breaks, unbalanced: [...unbalanced, ...open.map((name) => `<${name}>`)] };
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole;
  });
}
