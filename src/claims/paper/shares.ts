import type { NSource } from '../../results/check-reasons.js';
import type { Atom } from './atoms.js';

/** A percentage of a text, with the count and the number it is of, as far as they stand with it. */
export interface PrintedShare {
  readonly percent: Atom;
  readonly count: Atom | null;
  readonly n: NSource | null;
  /** It says how much of something else than people: a confidence level, HbA1c, a change. */
  readonly ofOther: boolean;
  readonly start: number;
  readonly end: number;
}

const OF = /^\s*(?:of|out of|\/|∕|⁄|from|among)(?:\s(?:the|all|a total of))?\s*$/;
const OPENS = /^\s*[([,]?\s*$/;
/** Words between a count and its percentage: `35 of 54 participants (65%)`. */
const WORDS = /^(?:\s*\p{L}[\p{L}\s'’-]{0,60})?\s*[([,]\s*(?:or\s)?$/u;
const OTHER_BEFORE = /(?:\b(?:Hb)?A1c|\bha?emoglobin|\bincreas\p{L}*|\bdecreas\p{L}*|\breduc\p{L}*|\bchang\p{L}*|\bimprov\p{L}*|\bpower|\bvariance|\bconfidence|\bCI|\brate|\brisk|\bsensitivity|\bspecificity|\balpha|\blevel|\bby|\bthan)\b[^.;%]{0,30}$/iu;
/** A share of variance, such as I² = 64%; its name counts as part of the number that it leads up to. */
const VARIANCE = /(?<!\p{L})(?:I|R|η|eta)[\s-]?(?:²|\^?2|squared)(?![\d.])[^.;%\d]{0,20}[\d.·]+\s?%$/iu;
/** `Twelve of 54 (22%)`: a number in words is the count, and the 54 is what it is of. */
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const COUNT_IN_WORDS = new RegExp(`(?<!\\p{L})(?:(?:${TENS})(?:[-\\s]\\p{L}{3,5})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)\\s(?:out\\s)?of\\s(?:(?:the|all)\\s)?$`, 'iu');
const OTHER_BEHIND = /^\s?(?:CI|CrI|confidence|credible|power|increase|decrease|reduction|change|improvement|of the varian|level|significance|more|less|higher|lower|per|points?)\b/i;

/** The percentages of a text: `k of n (x%)`, `x% (k/n)`, `k (x%)`, `x% (n = k)`, or alone. */
export function sharesOf(text: string, atoms: readonly Atom[]): PrintedShare[] {
  return atoms.flatMap((percent, index) => {
    if (!percent.number.percent || percent.kind !== null || isLevel(text, percent)) return [];
    const gap = (left: number): string => text.slice(atoms[left].end, atoms[left + 1].start);
    const whole = (at: number): boolean => at in atoms && isCount(atoms[at]);
    if (whole(index - 2) && whole(index - 1) && OF.test(gap(index - 2)) && (WORDS.test(gap(index - 1)) || OPENS.test(gap(index - 1)))) {
      return [share(atoms[index - 2], percent, atoms[index - 2], atoms[index - 1])];
    }
    if (whole(index + 1) && whole(index + 2) && OPENS.test(gap(index)) && OF.test(gap(index + 1))) {
      return [share(percent, atoms[index + 2], atoms[index + 1], atoms[index + 2])];
    }
    if (whole(index + 1) && /^\s*[([,]\s*$/.test(gap(index)) && /^\s*[)\];,]/.test(text.slice(atoms[index + 1].end))) {
      const next = atoms[index + 1];
      if (next.kind === 'n') return next.label?.name === 'N' ? [share(percent, next, null, next)] : [share(percent, next, next, null)];
    }
    const relation = percent.number.relation !== '=' || percent.value > 100 || percent.value < 0;
    if (whole(index - 1) && WORDS.test(gap(index - 1)) && /^\s*[)\],;]/.test(text.slice(percent.end)) && atoms[index - 1].kind === null && !relation) {
      if (COUNT_IN_WORDS.test(text.slice(Math.max(0, atoms[index - 1].start - 40), atoms[index - 1].start))) return [share(atoms[index - 1], percent, null, atoms[index - 1])];
      return [share(atoms[index - 1], percent, atoms[index - 1], null)];
    }
    const ofOther = relation || VARIANCE.test(text.slice(Math.max(0, percent.start - 20), percent.end)) || OTHER_BEFORE.test(text.slice(Math.max(0, percent.start - 50), percent.start)) || OTHER_BEHIND.test(text.slice(percent.end));
    return [{ percent, count: null, n: null, ofOther, start: percent.start, end: percent.end }];

    function share(first: Atom, last: Atom, count: Atom | null, of: Atom | null): PrintedShare {
      return { percent, count, n: of === null ? null : { n: of.value, from: 'beside' }, ofOther: false, start: first.start, end: last.end };
    }
  });
}

/** `95% CI 23–49%` holds a level and the ends of an interval. */
function isLevel(text: string, { start, end }: Atom): boolean {
  return /^\s?(?:CIs?|CrI|confidence|credible|highest density)\b/.test(text.slice(end, end + 20)) || /\b(?:CIs?|CrI|confidence intervals?|confidence limits)\b[^.;)%]{0,16}(?:\d[\d.·]{0,8}\s?%?\s?(?:to|and|[-–—,])\s?)?$/.test(text.slice(Math.max(0, start - 40), start));
}

function isCount({ kind, number, value }: Atom): boolean {
  return (kind === null || kind === 'n') && !number.percent && number.place >= 0 && number.relation === '=' && value >= 0;
}
