import type { FigureJudgement } from '../results/reproduce.js';
import { decimalOf, decimalNumber, roundDecimal } from '../numeric/decimal.js';
import { compareWithPrinted } from './compare-printed.js';
import type { ClaimedFigure, PrintRules } from './claimed-figure.js';
import { evaluate, operands } from './expression.js';
import type { Address } from './address.js';
import type { PrintedNumber } from './printed-number.js';
import { isBelow, markOf, printedBelow } from './significance.js';

/** What a figure's operands are printed as elsewhere in the study, by address. */
export type PrintedElsewhere = (address: Address) => PrintedNumber | null;

/** Holds one figure against its print. A flip of significance never passes. */
export function judgeFigure(figure: ClaimedFigure, rules: PrintRules, elsewhere: PrintedElsewhere, valueAt: (address: Address) => number | null): FigureJudgement {
  const { test, computed } = figure;
  if (test.is === 'said') {
    return { ...NOTHING, verdict: computed === null ? 'mismatch' : 'match', passes: computed !== null, accepted: figure.printed, expected: null };
  }
  if (test.is === 'text') return judgeText(test.text, computed);
  if (test.is === 'p-range') return judgeMarks(test, typeof computed === 'number' ? computed : null, rules.alpha);
  const value = typeof computed === 'number' ? computed : null;
  const rounding = rules.rounding === 'operands' ? 'either' : rules.rounding;
  const comparison = compareWithPrinted(value, test.number, { rounding });
  const printed = test.isP ? printedBelow(test.number, rules.alpha) : null;
  const flip = value === null || printed === null || printed === isBelow(value, rules.alpha) ? null
    : printed ? 'printed-significant' as const : 'computed-significant' as const;
  const fromOperands = comparison.verdict === 'mismatch' && flip === null && followsFromRounded(figure, test.number, elsewhere, valueAt);
  const verdict = fromOperands ? 'from-rounded-operands' : flip !== null && comparison.verdict !== 'uncomputable' ? 'mismatch' : comparison.verdict;
  const passes = verdict === 'match' || verdict === 'match-by-tie' || (verdict === 'from-rounded-operands' && rules.rounding === 'operands');
  return { verdict, passes, accepted: comparison.accepted, expected: comparison.expected, units: comparison.units, tie: comparison.tie, otherSign: comparison.otherSign, flip };
}

const NOTHING = { units: null, tie: [], otherSign: false, flip: null } as const;

function judgeText(text: string, computed: ClaimedFigure['computed']): FigureJudgement {
  const own = computed === null ? null : String(computed);
  const verdict = own === null ? 'uncomputable' : sameText(own, text) ? 'match' : 'mismatch';
  return { ...NOTHING, verdict, passes: verdict === 'match', accepted: text, expected: own };
}

function sameText(a: string, b: string): boolean {
  const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(a) === plain(b);
}

function judgeMarks({ range, marks }: Extract<ClaimedFigure['test'], { is: 'p-range' }>, p: number | null, alpha: number): FigureJudgement {
  const { from, below } = range;
  const accepted = below === Infinity ? `≥${from}` : from === 0 ? `<${below}` : `${from} to below ${below}`;
  if (p === null) return { ...NOTHING, verdict: 'uncomputable', passes: false, accepted, expected: null };
  const fits = isBelow(p, below) && !isBelow(p, from);
  const significant = isBelow(p, alpha);
  const flip = below <= alpha && !significant ? 'printed-significant' as const : from >= alpha && significant ? 'computed-significant' as const : null;
  return { ...NOTHING, verdict: fits ? 'match' : 'mismatch', passes: fits, accepted, expected: markOf(p, marks), flip: fits ? null : flip };
}

/**
 * Whether a formula gives its print once its operands are rounded first: to what they are printed as elsewhere, or to
 * the decimals of the print itself.
 */
function followsFromRounded({ expression, computed }: ClaimedFigure, number: PrintedNumber, elsewhere: PrintedElsewhere, valueAt: (address: Address) => number | null): boolean {
  if (expression.is === 'figure' || computed === null || operands(expression).length < 1) return false;
  const rounded = (place: number) => evaluate(expression, (address) => {
    const value = valueAt(address);
    if (value === null) return null;
    const printed = elsewhere(address);
    return printed === null ? decimalNumber(roundDecimal(decimalOf(value), place, 'half-up')) : decimalNumber(printed.value);
  });
  return [number.place, number.place - 1].some((place) => compareWithPrinted(rounded(place), number).verdict.startsWith('match'));
}
