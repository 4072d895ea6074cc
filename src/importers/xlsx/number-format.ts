/** What a number format makes of a stored number: a day, with or without a time; a time alone; or a number. */
export type FormatKind = 'date' | 'time' | 'number';

/** Formats that a workbook may use without spelling them out (ECMA-376 part 1, 18.8.30, East Asian ones included). */
const BUILT_IN = [
  { from: 14, to: 17, kind: 'date' }, { from: 18, to: 21, kind: 'time' }, { from: 22, to: 22, kind: 'date' },
  { from: 27, to: 31, kind: 'date' }, { from: 32, to: 35, kind: 'time' }, { from: 36, to: 36, kind: 'date' },
  { from: 45, to: 47, kind: 'time' }, { from: 50, to: 58, kind: 'date' },
] as const;

/** Text in quotes, single characters taken as they stand, and conditions, colours and languages in brackets. */
const LITERAL = /"[^"]*"|[\\_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;

/**
 * The kind of a number format by its number, and by its code where the workbook gives one.
 *
 * @example
 * formatKind(14, undefined); // 'date'
 * formatKind(164, '[$-409]d\\-mmm\\-yy;@'); // 'date'
 * formatKind(165, '0.00E+00'); // 'number'
 */
export function formatKind(id: number, code: string | undefined): FormatKind {
  if (code === undefined) return BUILT_IN.find(({ from, to }) => id >= from && id <= to)?.kind ?? 'number';
  const [positive] = code.replace(LITERAL, '').split(';');
  if (/general/i.test(positive)) return 'number';
  if (/[dy]/i.test(positive)) return 'date';
  if (/[hs]/i.test(positive)) return 'time';
  return /m/i.test(positive) ? 'date' : 'number';
}
