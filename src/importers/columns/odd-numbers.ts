import type { Warning } from '../../results/warning.js';
import type { ColumnPlace } from './column-place.js';
import type { ReadText } from './evidence.js';
import { oftenMeansMissing, typedCode } from './missing.js';
import { plainNumber } from './numbers.js';
import type { DecimalMark, OddForm } from './numbers.js';
import { counted } from '../wording.js';

/** Different texts in one warning, and characters of each. */
const LISTED = 5;
const LONGEST = 40;

/** One warning for the cells of a number column that are no numbers: each text, its line and count, what to type. */
export function unreadableNumbers(texts: readonly ReadText[], column: ColumnPlace, decimal: DecimalMark): Warning[] {
  const odd = texts.filter(({ number }) => number !== null && number.value === null && !number.missing);
  if (odd.length === 0) return [];
  const cells = cellsOf(odd);
  const present = cellsOf(texts.filter(({ number }) => number !== null));
  const hasMark = texts.some(({ text, number }) => number !== null && number.value !== null && text.includes(decimal));
  return [{
    code: 'W_NUMBER_UNREADABLE',
    message: `${cells} of ${counted(present, 'cell')} ${cells === 1 ? 'is no number' : 'are no numbers'} ` +
      `and left out: ${listed(odd, column)}. ${advice(odd, decimal, hasMark)}`,
    where: column.at(odd[0].firstRow),
  }];
}

/** One warning where most cells of a text column would be numbers under a rule that was not given. */
export function numbersKeptAsText(texts: readonly ReadText[], column: ColumnPlace, decimal: DecimalMark): Warning {
  const near = texts.filter(({ number }) => number !== null && number.value === null && number.form !== 'other');
  return {
    code: 'W_NUMBER_RULE',
    message: `Read as text: its numbers are written as ${listed(near, column)}. ${advice(near, decimal)}`,
    where: column.at(near[0].firstRow),
  };
}

/** Each text with its line and count, at most five of them, each cut to 40 characters. */
export function listed(texts: readonly Pick<ReadText, 'text' | 'count' | 'firstRow'>[], column: ColumnPlace): string {
  const merged = new Map<string, { text: string; count: number; firstRow: number }>();
  for (const { text, count, firstRow } of texts) {
    const known = merged.get(text);
    merged.set(text, { text, count: (known?.count ?? 0) + count, firstRow: known?.firstRow ?? firstRow });
  }
  const odd = [...merged.values()];
  const shown = odd.slice(0, LISTED).map(({ text, count, firstRow }) =>
    `${quoted(text)} (line ${column.line(firstRow)}${count === 1 ? '' : `, ${count} cells`})`);
  return shown.join(', ') + (odd.length > LISTED ? ` and ${counted(odd.length - LISTED, 'other text')}` : '');
}

function cellsOf(texts: readonly ReadText[]): number {
  return texts.reduce((sum, { count }) => sum + count, 0);
}

function quoted(text: string): string {
  const oneLine = text.trim().replace(/\s+/g, ' ');
  return `"${oneLine.length > LONGEST ? `${oneLine.slice(0, LONGEST - 1)}…` : oneLine}"`;
}

/** What to type so that the cells are read or missing by declaration, one sentence for each form. */
function advice(odd: readonly ReadText[], decimal: DecimalMark, hasMark = false): string {
  const forms = new Map<OddForm, string>();
  for (const { text, number } of odd) {
    const form = number?.form ?? 'other';
    if (!forms.has(form) || (form === 'other' && oftenMeansMissing(text))) forms.set(form, text.trim());
  }
  return [...forms].map(([form, text]) => adviceFor(form, text, decimal, hasMark)).join(' ');
}

/** @param hasMark whether other cells of the column have its decimal mark, so that no option reads them all */
function adviceFor(form: OddForm, text: string, decimal: DecimalMark, hasMark: boolean): string {
  const otherMark = decimal === '.' ? ',' : '.';
  switch (form) {
    case 'percent':
      return `--percent number reads ${text} as the number before the sign, --percent missing leaves it out.`;
    case 'censored': return `--censored limit reads ${text} as its limit, --censored missing leaves it out.`;
    case 'decimal':
      return hasMark ? `Other cells of the column have a decimal ${decimal === ',' ? 'comma' : 'point'}; write ${text} as ${text.replace(otherMark, decimal)} in a copy.`
        : `--decimal ${otherMark} reads ${text} with a decimal ${otherMark === ',' ? 'comma' : 'point'}.`;
    case 'currency':
      return `Remove the currency sign from ${text}.`;
    case 'thousands': {
      const mark = /[^\d+\-\u2212]/.exec(text)?.[0] ?? ',';
      const typed = /[\s'’]/.test(mark) ? `"${mark}"` : mark;
      const value = mark === otherMark ? plainNumber(text, otherMark) : null;
      const asDecimal = value === null ? '' : `, --decimal ${mark} as ${value}`;
      return `--thousands ${typed} reads ${text} as ${text.replaceAll(mark, '')}${asDecimal}.`;
    }
    case 'other':
      if (text.length > LONGEST || text.includes('"')) return 'Correct them in a copy.';
      return oftenMeansMissing(text) ? `If ${quoted(text)} means missing, type --na ${typedCode(text)}.`
        : `Correct them in a copy; where one such as ${quoted(text)} means missing, type --na ${typedCode(text)}.`;
  }
}
