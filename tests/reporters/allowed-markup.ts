import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { PAGE_SCRIPT } from '../../src/reporters/page-script.js';
import { PAGE_STYLE } from '../../src/reporters/page-style.js';
import { drawn } from '../plots/drawn.js';

// Each check fails where an output holds anything but the plain markup that its reporter writes of itself.

const HTML_TAGS = /^\/?(?:table|caption|thead|tbody|tfoot|tr|th|td|strong|br|html|head|title|body|header|nav|main|section|h1|h2|h3|p|a|ul|ol|li|div|figure|figcaption|details|summary|blockquote|footer|meta)$/;
const HTML_ATTRIBUTE = /^(?:class="[\w -]*"|scope="(?:col|row|rowgroup)"|colspan="\d+"|id="[\w-]+"|href="#[\w-]+"|role="region"|tabindex="0"|lang="en"|aria-label="[^"<>]*"|aria-labelledby="[\w-]+")$/;
/** The page's own, whatever the study. */
const META = /^<meta (?:charset="utf-8"|http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'"|name="viewport" content="width=device-width, initial-scale=1"|name="referrer" content="no-referrer")>$/;

export function plainHtml(html: string): void {
  const own = html.replace('<!doctype html>', '').replace(`<style>${PAGE_STYLE}</style>`, '').replace(`<script>${PAGE_SCRIPT}</script>`, '')
    .replace(/<svg [\s\S]*?<\/svg>/g, (svg) => {
      drawn(svg);
      return '';
    });
  for (const [whole, tag, stray] of own.matchAll(/<([^<>"]*(?:"[^"]*"[^<>"]*)*)>|(<)/g)) {
    if (stray !== undefined) throw new Error('A "<" that opens no tag.');
    const [name] = tag.split(/\s/);
    if (!HTML_TAGS.test(name)) throw new Error(`A page has no ${whole}.`);
    if (name === 'meta') {
      if (!META.test(whole)) throw new Error(whole);
      continue;
    }
    for (const [attribute] of tag.slice(name.length).matchAll(/[^\s"]+(?:"[^"]*")?/g)) {
      if (!HTML_ATTRIBUTE.test(attribute)) throw new Error(`${attribute} in ${whole}`);
    }
  }
  unseen(own);
}

export function plainMarkdown(markdown: string): void {
  // What stands behind a backslash, and the references, line breaks, emphasis and cell borders that the reporter writes.
  const active = markdown.replace(/\\[!-/:-@[-`{-~]|&nbsp;|&#x[0-9a-f]+;|<br>|\*\*|^\|[ :|-]+\|$/gm, '');
  const found = /^.*?([`*[\]<>~^$]|(?<![a-z])(?:https?|ftp|javascript):\/\/|\bwww\.).*$/im.exec(active);
  if (found !== null) throw new Error(`${found[1]} in ${JSON.stringify(found[0].slice(0, 200))}`);
  for (const line of markdown.split('\n')) {
    if (/^\s*(?:#|>|[-+] |\d+[.)] |={3}|---|```)/.test(line)) throw new Error(`A block of its own: ${JSON.stringify(line.slice(0, 200))}`);
  }
  const cells = markdown.split('\n').map((line) => (line.startsWith('|') ? line.replace(/\\./g, '').split('|').length : null));
  cells.forEach((count, line) => {
    const before = cells[line - 1];
    if (count !== null && before !== null && before !== undefined && count !== before) throw new Error(`Line ${line + 1} has ${count} cells, the one before ${before}.`);
  });
  unseen(markdown);
}

const COMMANDS = new Set([
  'usepackage', 'begin', 'end', 'centering', 'caption', 'toprule', 'midrule', 'bottomrule', 'multicolumn', 'quad', 'textbf', 'textit', 'textcolor', 'color', 'addlinespace', 'smallskip', 'linewidth',
  'footnotesize', 'par', 'phantom', 'symbol', 'ensuremath', 'textbackslash', 'textasciicircum', 'textasciitilde', 'textless', 'textgreater', 'textbar', 'textendash', 'textemdash',
  'textquoteleft', 'textquoteright', 'textquotedblleft', 'textquotedblright', 'ldots', 'S', 'P', 'copyright', 'pounds', 'mathrm', 'dagger', 'ddagger', 'pm', 'times', 'div', 'cdot', 'circ', 'neg',
  'leq', 'geq', 'neq', 'approx', 'infty', 'surd', 'leftarrow', 'rightarrow', 'alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa', 'lambda', 'mu', 'nu', 'xi',
  'pi', 'rho', 'varsigma', 'sigma', 'tau', 'upsilon', 'phi', 'chi', 'psi', 'omega', 'Gamma', 'Delta', 'Theta', 'Lambda', 'Xi', 'Pi', 'Sigma', 'Upsilon', 'Phi', 'Psi', 'Omega',
]);

export function plainLatex(latex: string): void {
  const body = latex.split('\n').filter((line) => !/^% (?:In the preamble: \\usepackage\{[a-z]+\}(?:, \\usepackage\{[a-z]+\})*|Has characters beyond ASCII: .*)$/.test(line)).join('\n');
  for (const [command, name] of body.matchAll(/\\([A-Za-z]+|.)/gsu)) {
    if (/^[A-Za-z]/.test(name) ? !COMMANDS.has(name) : !/^[#$%&_{} ,\\`]$/.test(name)) throw new Error(`A table has no ${command}.`);
  }
  const bare = body.replace(/\\[#$%&_{} ,\\`]/g, '');
  if (/[%#~]/.test(bare.replace(/~(?=\S)|(?<=\S)~/g, ''))) throw new Error('A bare special.');
  if ([...bare].filter((letter) => letter === '{').length !== [...bare].filter((letter) => letter === '}').length) throw new Error('Braces are not closed.');
  if ((bare.match(/\$/g) ?? []).length % 2 !== 0) throw new Error('Mathematics is not closed.');
  unseen(latex);
}

const WORD_PREFIXES = /^(?:w|wp|a|pic|asvg|r|cp|dc|dcterms):/;
const WORD_ACTIVE = /^w:(?:hyperlink|fldSimple|instrText|fldChar|object|altChunk|control|pict|subDoc|sdt)$/;
const WORD_PARTS = new Set(['Types', 'Default', 'Override', 'Relationships', 'Relationship', 'Properties']);

export function plainDocx(bytes: Uint8Array): void {
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (!/^[\w./[\]-]+$/.test(name) || name.includes('..')) throw new Error(`A part is called ${name}.`);
    if (name.endsWith('.svg')) drawn(strFromU8(content));
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    const parser = new SaxesParser();
    parser.on('error', (error) => { throw error; });
    parser.on('doctype', () => { throw new Error('A DOCTYPE.'); });
    parser.on('processinginstruction', ({ target }) => { throw new Error(`An instruction ${target}.`); });
    parser.on('opentag', ({ name: element, attributes }) => {
      if (WORD_ACTIVE.test(element) || !(WORD_PREFIXES.test(element) || WORD_PARTS.has(element))) throw new Error(`A document has no <${element}>.`);
      if ('TargetMode' in attributes || /^(?:https?|file|javascript):/.test(String((attributes as Record<string, string>)['Target'] ?? ''))) throw new Error('A link out of the document.');
    });
    parser.write(strFromU8(content)).close();
  }
}

/** Controls, and what turns text round, stand as references or not at all. */
function unseen(text: string): void {
  const found = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/u.exec(text);
  if (found !== null) throw new Error(`U+${found[0].codePointAt(0)!.toString(16)} stands bare.`);
}
