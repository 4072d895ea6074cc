import type { PrintedNumber } from './printed-number.js';

/** What a number is where it is no result: a rule looks at it with what stands before and behind it. */
interface Rule {
  readonly what: string;
  fits(number: PrintedNumber, before: string, after: string): boolean;
}

const isWhole = ({ place, percent }: PrintedNumber): boolean => place >= 0 && !percent;
const isYear = (number: PrintedNumber): boolean => isWhole(number) && number.value.digits >= 1800n && number.value.digits <= 2100n && !/[,\s]/.test(number.text);

const RULES: readonly Rule[] = [
  { what: 'identifier', fits: (_, before, after) => /(?:doi[\s:.]*(?:org\/)?|PMC|PMID[\s:]*|NCT|ISBN[\s:]*|https?:\/\/)[^\s,;]*$/i.test(before) || /(?:^|\s)10\.\d{4,}\/?\S*$/.test(before) || /^\/[a-z]/i.test(after) },
  { what: 'version', fits: (_, before, after) => /(?:\bversion|\bv|\b(?:SPSS|SAS|Stata|R|Python|NVivo|Dedoose|ATLAS\.ti))\s*[\d.]*$/i.test(before) || /^\.\d/.test(after) },
  { what: 'confidence level', fits: ({ percent, value }, _, after) => percent && [90n, 95n, 99n].includes(value.digits) && /^\s*(?:CIs?\b|confidence|credible)/i.test(after) },
  { what: 'level of significance', fits: ({ relation, value, place, marks, label }, before) =>
    /^(?:alpha|α)$/i.test(label ?? '') || (relation === '<' && marks === '' && /[*†‡§#+]\s*$/.test(before)) || (/(?:alpha|α|significance(?: level)?|threshold)[^.;]{0,30}$/i.test(before) && place <= -1 && value.digits <= 10n) },
  { what: 'table, figure or section', fits: (number, before) => isWhole(number) && /\b(?:tables?|figures?|figs?\.?|sections?|appendix|box|equation|eq\.?|step|chapter|panel|note|column|row|item|model|study|experiment|phase)\s*$/i.test(before) },
  { what: 'citation', fits: (number, before, after) => isWhole(number) && ((/[[,–-]\s*$/.test(before) && /\[[\d,\s–-]*$/.test(before) && /^[\d,\s–-]*\]/.test(after)) || /[;(]\s*(?:pp?\.\s*)?\d*[–:(-]?$/.test(before) && /^\s*[(:)]?\d*\)?[:;]/.test(after)) },
  { what: 'pages', fits: (number, before) => isWhole(number) && /(?:\)|\d)\s*:\s*(?:[a-z]?\d+\s*[–-]\s*)?$/i.test(before) },
  { what: 'date', fits: (number, before, after) => isWhole(number) && (/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*$/i.test(before) || /^\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i.test(after)) },
  { what: 'year', fits: (number) => isYear(number) && number.relation === '=' && number.label === null },
  { what: 'scale', fits: (number, before, after) => isWhole(number) && (/^\s*[-‐–]\s*(?:point|item|month|week|day|year|hour|minute)s?\b/i.test(after) || (/^\s*=\s*["“‘']?\p{L}/u.test(after) && !/[nN]\s*$/.test(before))) },
  { what: 'heading of a list', fits: (number, before, after) => isWhole(number) && /^\s*$/.test(before) && /^[.)]\s/.test(after) },
];

/** What a number of a paper is if it is no result, such as a year or a table's number; null where it may be one. */
export function explainedNumber(number: PrintedNumber, text: string): string | null {
  const before = text.slice(Math.max(0, number.start - 80), number.start);
  const after = text.slice(number.end, number.end + 80);
  return RULES.find(({ fits }) => fits(number, before, after))?.what ?? null;
}
