import { StudyError } from '../errors.js';
import type { AcceptedRounding } from './compare-printed.js';
import { evaluate, operands, parseExpression } from './expression.js';
import type { Expression } from './expression.js';
import type { Figure, FigureFinder } from './find-figure.js';
import { cellFields, readPrinted } from './printed-cell.js';
import type { PrintedNumber } from './printed-number.js';
import { saidIn } from './said-words.js';
import type { SaidText } from './said-words.js';
import { markedP, unmarkedP, USUAL_STARS } from './significance.js';
import type { MarkedP, StarLevel } from './significance.js';

/** How the figures of one claim are printed. */
export interface PrintRules {
  /** `operands` also accepts what comes of operands that were rounded first. */
  readonly rounding: AcceptedRounding | 'operands';
  readonly alpha: number;
  /** Null where the print does not say: the usual stars then count where they stand, and their absence says nothing. */
  readonly stars: readonly StarLevel[] | null;
}

/** What one printed number, mark or word is held against. */
export interface ClaimedFigure {
  /** The address of what is computed, or the formula. */
  readonly address: string;
  readonly printed: string;
  readonly test:
    | { readonly is: 'number'; readonly number: PrintedNumber; readonly isP: boolean }
    | { readonly is: 'p-range'; readonly range: MarkedP; readonly marks: readonly StarLevel[] }
    | { readonly is: 'text'; readonly text: string }
    /** Words that a participant is quoted with; `computed` names the documents that hold them. */
    | { readonly is: 'said' };
  readonly computed: number | string | null;
  readonly expression: Expression;
  /** The record's entry and field, where the address is of one number; what diagnosis starts from. */
  readonly figure: Figure | null;
}

/**
 * Takes a claim's printed text apart into what can be held against one computed value each: a cell `0.69**` into its
 * coefficient and what its stars say of p.
 *
 * @param find what stands at an address
 * @throws StudyError E_ADDRESS_SYNTAX, E_ADDRESS_UNKNOWN, E_ADDRESS_AMBIGUOUS, E_CLAIM_PRINTED where the print does not
 *   fit what stands at the address.
 */
export function claimedFigures(
  expected: { readonly address: string; readonly printed: string; readonly where: string },
  find: FigureFinder,
  rules: PrintRules,
): ClaimedFigure[] {
  const { address, printed, where } = expected;
  const expression = parseExpression(address, where);
  const text = readPrinted(printed);
  if (expression.is === 'figure') {
    const figure = find(expression.address, where);
    if (figure.record.kind === 'quotes') return [saidFigure(figure, expression, printed)];
    if (figure.field === null) return ofEntry(figure, printed, where, rules);
    if (typeof figure.value === 'string' || typeof figure.value === 'boolean') {
      return [{ address, printed, test: { is: 'text', text: printed.trim() }, computed: String(figure.value), expression, figure }];
    }
    return ofField(figure, expression, printed, where, rules);
  }
  if (text.is !== 'numbers') throw misfit(`"${printed}" is no number, and a formula gives one.`, where);
  const number = theOneNumber(text.numbers, printed, address, where);
  const computed = evaluate(expression, (one) => numberAt(find(one, where), where));
  for (const one of operands(expression)) numberAt(find(one, where), where);
  return [{ address, printed, test: { is: 'number', number, isP: isPLabel(number) }, computed, expression, figure: null }];
}

/** The number of one field, and what its marks say of the p beside it; "not significant" says so of p alone. */
function ofField(figure: Figure, expression: Expression, printed: string, where: string, rules: PrintRules): ClaimedFigure[] {
  const text = readPrinted(printed);
  const address = figure.address.text;
  const isP = /^p(Adjusted)?$/.test(figure.field!);
  const computed = figure.value as number | null;
  if (text.is === 'text') throw misfit(`"${printed}" is no number, and "${address}" is one.`, where);
  if (text.is === 'not-significant') {
    if (isP) return [{ address, printed, test: pRange('', rules), computed, expression, figure }];
    if (Object.hasOwn(figure.entry, 'p')) return [fieldOf(figure, 'p', printed, pRange('', rules))];
    throw misfit(`"${printed}" says something of a p, and "${address}" has none.`, where);
  }
  const number = theOneNumber(text.numbers, printed, address, where);
  const own: ClaimedFigure = { address, printed, test: { is: 'number', number, isP: isP || isPLabel(number) }, computed, expression, figure };
  return isP ? [own] : [own, ...starsOf(number, figure, where, rules, figure.field === 'estimate')];
}

function isPLabel({ label }: PrintedNumber): boolean {
  return label === 'p' || label === 'P';
}

function saidFigure(figure: Figure, expression: Expression, printed: string): ClaimedFigure {
  const documents = saidIn(figure.entry['documents'] as readonly SaidText[], printed);
  return { address: figure.address.text, printed, test: { is: 'said' }, computed: documents.length === 0 ? null : documents.join(', '), expression, figure };
}

/** @throws StudyError E_CLAIM_PRINTED where a formula names what is no number. */
export function numberAt({ value, field, address }: Figure, where: string): number | null {
  if (field !== null && (value === null || typeof value === 'number')) return value;
  throw misfit(`"${address.text}" is no number, so nothing can be reckoned with it.`, where, field === null ? 'Add the field, such as .percent or .estimate.' : undefined);
}

/** The numbers of a printed cell, each with the field that it tells. */
function ofEntry(figure: Figure, printed: string, where: string, rules: PrintRules): ClaimedFigure[] {
  const text = readPrinted(printed);
  const { entry, address } = figure;
  if (text.is === 'not-significant' && Object.hasOwn(entry, 'p')) return [fieldOf(figure, 'p', printed, pRange('', rules))];
  const fields = text.is === 'numbers' ? cellFields(entry, text.numbers, printed) : null;
  if (text.is !== 'numbers' || fields === null) {
    const known = Object.keys(entry).filter((field) => entry[field] === null || typeof entry[field] === 'number');
    throw misfit(`"${address.text}" is a whole entry, and "${printed}" does not say which of its fields.`, where, `Add one of them: .${known.slice(0, 9).join(', .')}.`);
  }
  const figures = fields.map((field, index) => {
    const number = text.numbers[index];
    return fieldOf(figure, field, fields.length === 1 ? printed : number.text, { is: 'number', number, isP: false });
  });
  return [...figures, ...starsOf(text.numbers[0], figure, where, rules, fields[0] === 'estimate')];
}

/** What the marks behind a number say of its p, and of a coefficient also their absence. */
function starsOf(number: PrintedNumber, figure: Figure, where: string, rules: PrintRules, isCoefficient: boolean): ClaimedFigure[] {
  if (!Object.hasOwn(figure.entry, 'p')) return [];
  if (number.marks === '') return rules.stars === null || rules.stars.length === 0 || !isCoefficient ? [] : [fieldOf(figure, 'p', 'no mark', pRange('', rules))];
  const levels = rules.stars ?? USUAL_STARS;
  if (levels.some(({ mark }) => mark === number.marks)) return [fieldOf(figure, 'p', number.marks, pRange(number.marks, rules))];
  if (rules.stars === null) return [];
  throw misfit(`The claim does not say what "${number.marks}" means.`, where, `Its stars are ${levels.map(({ mark }) => mark).join(', ')}; add it there with its level.`);
}

function pRange(mark: string, { stars, alpha }: PrintRules): ClaimedFigure['test'] {
  const levels = stars ?? (mark === '' ? [] : USUAL_STARS);
  return { is: 'p-range', range: mark === '' ? unmarkedP(levels, alpha) : markedP(mark, levels)!, marks: levels };
}

/** The same entry's other field, as a figure of its own. */
function fieldOf(figure: Figure, field: string, printed: string, test: ClaimedFigure['test']): ClaimedFigure {
  const base = figure.address;
  const steps = figure.field === null || base.steps.length === 0 ? base.steps : base.steps.slice(0, -1);
  const text = figure.field !== null && base.text.endsWith(`.${figure.field}`) ? base.text.slice(0, -figure.field.length - 1) : base.text;
  const address = { ...base, text: `${text}.${field}`, steps: [...steps, { name: field, selectors: [] }] };
  const value = Object.hasOwn(figure.entry, field) ? figure.entry[field] as number | null : null;
  return { address: address.text, printed, test, computed: value, expression: { is: 'figure', address }, figure: { ...figure, address, field, value } };
}

function theOneNumber(numbers: readonly PrintedNumber[], printed: string, address: string, where: string): PrintedNumber {
  if (numbers.length === 1) return numbers[0];
  throw misfit(`"${printed}" prints ${numbers.length} numbers, and "${address}" is one.`, where, 'Claim each by an address of its own, or the whole entry without its field.');
}

function misfit(message: string, where: string, hint?: string): StudyError {
  return new StudyError('E_CLAIM_PRINTED', message, { where, hint });
}
