import { StudyError } from '../../errors.js';

export type DecimalMark = '.' | ',';

/** What the user declared about how numbers are written. */
export interface NumberRules {
  /** A mark between groups of three digits, to be ignored; null where a grouped number is unreadable. */
  readonly thousands: string | null;
  /** `7.2%`: read as 7.2, as missing, or (null) unreadable. */
  readonly percent: 'number' | 'missing' | null;
  /** `>14`: read as 14, as missing, or (null) unreadable. */
  readonly censored: 'limit' | 'missing' | null;
}

/** The ways a cell can come near to a number; each is read only by a rule of its own. */
export type OddForm = 'percent' | 'censored' | 'thousands' | 'decimal' | 'currency' | 'other';

/** A cell of a number column: a number; missing by a rule; or unreadable. `form` is null for a plain number. */
export type NumberReading =
  | { readonly value: number; readonly form: OddForm | null }
  | { readonly value: null; readonly missing: boolean; readonly form: OddForm };

const SIGN = '[+\\-\u2212]';
const PLAIN = {
  '.': new RegExp(`^${SIGN}?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE]${SIGN}?\\d+)?$`),
  ',': new RegExp(`^${SIGN}?(?:\\d+,?\\d*|,\\d+)(?:[eE]${SIGN}?\\d+)?$`),
};
const CENSORED = /^(?:[<>]=?|[≤≥])\s*(.+)$/;
const PERCENT = /^(.+?)\s*%$/;
const CURRENCY = /^(?:[$€£¥]\s*([\d.,]+)|([\d.,]+)\s*[$€£¥])$/;
const GROUPED = new RegExp(`^${SIGN}?\\d{1,3}(?:[,.\u0020\u00a0\u202f'’]\\d{3})+(?:[.,]\\d*)?$`);

/**
 * A number written plainly: a sign, digits, at most one decimal mark, an exponent. Infinite results, words for
 * infinity, hexadecimal and anything else are null. The minus sign U+2212 counts as a hyphen.
 *
 * @example
 * plainNumber('-,668', ','); // -0.668
 * plainNumber('4951e7386', '.'); // null, because it is no finite number
 */
export function plainNumber(text: string, decimal: DecimalMark): number | null {
  const trimmed = text.trim();
  if (!PLAIN[decimal].test(trimmed)) return null;
  const isPlain = decimal === '.' && !trimmed.includes('\u2212');
  const value = Number(isPlain ? trimmed : trimmed.replaceAll('\u2212', '-').replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

/** @throws StudyError E_OPTION_VALUE where the thousands mark cannot be one, or is the decimal mark. */
export function checkThousands(thousands: string, decimal: DecimalMark): void {
  if (!/^[^\d+-]$/u.test(thousands)) {
    throw new StudyError('E_OPTION_VALUE', `--thousands takes one character, not "${thousands}".`, {
      hint: 'For example: --thousands ,',
    });
  }
  if (thousands === decimal) {
    const other = decimal === '.' ? ',' : '.';
    throw new StudyError('E_OPTION_VALUE', `"${thousands}" cannot be both the thousands and the decimal mark.`, {
      hint: `For example: --thousands ${thousands} --decimal ${other}`,
    });
  }
}

/** Reads one present cell under the rules, and says what form an odd one has. */
export function readNumber(text: string, decimal: DecimalMark, rules: NumberRules): NumberReading {
  const trimmed = text.trim();
  const plain = plainNumber(trimmed, decimal);
  if (plain !== null) return { value: plain, form: null };
  if (!/\d/.test(trimmed)) return { value: null, missing: false, form: 'other' };
  const limit = CENSORED.exec(trimmed)?.[1];
  if (limit !== undefined) return byRule('censored', readNumber(limit, decimal, rules), rules.censored);
  const share = PERCENT.exec(trimmed)?.[1];
  if (share !== undefined) return byRule('percent', readNumber(share, decimal, rules), rules.percent);
  return readGrouped(trimmed, decimal, rules.thousands);
}

function byRule(form: OddForm, inner: NumberReading, rule: 'number' | 'limit' | 'missing' | null): NumberReading {
  if (inner.value === null) return { value: null, missing: false, form: inner.form === 'other' ? 'other' : form };
  if (rule === null || rule === 'missing') return { value: null, missing: rule === 'missing', form };
  return { value: inner.value, form };
}

function readGrouped(text: string, decimal: DecimalMark, thousands: string | null): NumberReading {
  if (thousands !== null) {
    const mark = thousands === ' ' ? '[ \u00a0\u202f]' : thousands.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    const groups = new RegExp(`^${SIGN}?\\d{1,3}(?:${mark}\\d{3})+(?!\\d)`, 'u').exec(text)?.[0] ?? '';
    const ungrouped = groups.replace(new RegExp(mark, 'gu'), '') + text.slice(groups.length);
    const value = groups === '' ? null : plainNumber(ungrouped, decimal);
    if (value !== null) return { value, form: null };
  }
  if (CURRENCY.test(text)) return { value: null, missing: false, form: 'currency' };
  if (GROUPED.test(text)) return { value: null, missing: false, form: 'thousands' };
  const otherMark = decimal === '.' ? ',' : '.';
  return { value: null, missing: false, form: plainNumber(text, otherMark) === null ? 'other' : 'decimal' };
}
