import { characterOf } from './character-entities.js';

export interface HtmlTag {
  readonly kind: 'tag';
  /** In lower case. */
  readonly name: string;
  readonly closes: boolean;
  /** As written. */
  readonly attributes: string;
  readonly start: number;
}

export interface HtmlText {
  readonly kind: 'text';
  readonly text: string;
  readonly start: number;
}

/** Elements whose content is not shown. */
const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'svg', 'annotation', 'tex-math']);

/** Tags and texts in order, entities decoded; comments, declarations and what is not shown are left out. */
export function* htmlTokens(html: string): Generator<HtmlTag | HtmlText> {
  const lastEnd = html.lastIndexOf('>');
  for (let at = 0; at < html.length;) {
    const next = nextMark(html, at);
    if (next > at) yield { kind: 'text', text: html.slice(at, next), start: at };
    if (next === html.length) return;
    at = next;
    if (html[at] === '&') {
      const entity = /^&(#?\w{1,32});/.exec(html.slice(at, at + 36));
      const character = entity === null ? null : characterOf(entity[1]);
      yield { kind: 'text', text: character ?? '&', start: at };
      at += character === null ? 1 : entity![0].length;
      continue;
    }
    const end = at > lastEnd ? null : skippedEnd(html, at) ?? tagEnd(html, at);
    if (end === null) {
      yield { kind: 'text', text: '<', start: at };
      at += 1;
      continue;
    }
    const parts = /^<(\/?)([a-z][^\s/>]*)/i.exec(html.slice(at, at + 64));
    if (parts !== null) {
      const name = parts[2].toLowerCase().replace(/^[a-z]+:/, '');
      const closes = parts[1] === '/';
      yield { kind: 'tag', name, closes, attributes: html.slice(at + parts[0].length, end - 1), start: at };
      if (HIDDEN.has(name) && !closes && html[end - 2] !== '/') {
        at = closingTag(html, end, parts[2]);
        continue;
      }
    }
    at = end;
  }
}

function nextMark(html: string, from: number): number {
  for (let at = from; at < html.length; at += 1) {
    const unit = html.charCodeAt(at);
    if (unit === 0x3c || unit === 0x26) return at;
  }
  return html.length;
}

/** Past a comment, a declaration or an instruction that starts here; null where none does. */
function skippedEnd(html: string, at: number): number | null {
  const end = html.startsWith('<!--', at) ? '-->' : /[!?]/.test(html[at + 1] ?? '') ? '>' : null;
  if (end === null) return null;
  const found = html.indexOf(end, at + 2);
  return found === -1 ? html.length : found + end.length;
}

/** Past the tag that starts here; null where a `<` starts none, as in `p < .05`. */
function tagEnd(html: string, at: number): number | null {
  if (!/^<\/?[a-z]/i.test(html.slice(at, at + 3))) return null;
  for (let end = at + 1; end < html.length; end += 1) {
    const unit = html[end];
    if (unit === '>') return end + 1;
    if ((unit === '"' || unit === "'") && html[end - 1] === '=') {
      const close = html.indexOf(unit, end + 1);
      if (close !== -1) end = close;
    }
  }
  return null;
}

function closingTag(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name.replace(/[^\w:-]/g, '.')}\\s*>`, 'gi');
  end.lastIndex = from;
  const found = end.exec(html);
  return found === null ? html.length : found.index;
}
