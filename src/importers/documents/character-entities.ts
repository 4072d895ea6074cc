/** The named characters of HTML that papers use; all others can be written as numbers. */
const NAMED: ReadonlyMap<string, string> = new Map(Object.entries({
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', thinsp: '\u2009', ensp: '\u2002', emsp: '\u2003', hairsp: '\u200a',
  minus: '\u2212', ndash: '\u2013', mdash: '\u2014', shy: '', middot: '\u00b7', sdot: '\u22c5', centerdot: '\u00b7', plusmn: '\u00b1', times: '\u00d7',
  le: '\u2264', leq: '\u2264', ge: '\u2265', geq: '\u2265', ne: '\u2260', asymp: '\u2248', sup1: '\u00b9', sup2: '\u00b2', sup3: '\u00b3', frac12: '\u00bd',
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', Delta: 'Δ', epsilon: 'ε', eta: 'η', theta: 'θ', kappa: 'κ', lambda: 'λ', mu: 'μ', micro: 'µ', nu: 'ν',
  pi: 'π', rho: 'ρ', sigma: 'σ', Sigma: 'Σ', tau: 'τ', phi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω', dagger: '†', Dagger: '‡', sect: '§', para: '¶',
  lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', sbquo: '‚', laquo: '«', raquo: '»', hellip: '…', bull: '•', deg: '°', copy: '©', reg: '®', trade: '™',
  auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è', agrave: 'à', ccedil: 'ç', ntilde: 'ñ', oslash: 'ø', aring: 'å',
}));

/**
 * The character that an entity stands for; null where it is unknown, or a number that is no character.
 *
 * @param name without `&` and `;`
 * @example characterOf('#x2212'); // '−'
 */
export function characterOf(name: string): string | null {
  const number = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (number === null) return NAMED.get(name) ?? null;
  const code = number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : null;
}
