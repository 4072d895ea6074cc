import { nearestNames } from '../dataset/nearest-names.js';
import { StudyError } from '../errors.js';
import { STEPS, parseAddress } from './address.js';
import type { Address } from './address.js';
import { FORMULA_FUNCTIONS } from './formula-functions.js';

/** A figure that is made of others: `(rates[white].percent - rates[black].percent) * 100`. */
export type Expression =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'figure'; readonly address: Address }
  | { readonly is: 'call'; readonly name: string; readonly inner: readonly Expression[] }
  | { readonly is: 'operator'; readonly operator: Operator; readonly left: Expression; readonly right: Expression };

type Operator = '+' | '-' | '*' | '/' | '^';

const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_[])/uy;

/**
 * Reads what a claim is of: an address, or addresses in arithmetic (`+ - * / ^`, parentheses and functions such as
 * `sqrt`). A minus between addresses has a space on both sides, because names may hold hyphens.
 *
 * @throws StudyError E_ADDRESS_SYNTAX.
 * @example parseExpression('sqrt(9 / 10) * sleep[extra].sd', 'study.yml:9:5')
 */
export function parseExpression(text: string, where: string): Expression {
  let at = 0;
  const skip = (): void => { while (/\s/.test(text[at] ?? '')) at += 1; };
  const fail = (): never => {
    throw new StudyError('E_ADDRESS_SYNTAX', `"${text}" cannot be read from ${at < text.length ? `"${text.slice(at, at + 20)}"` : 'its end'} on.`, {
      where, hint: 'For example: table4[request_appointment].p, or (a[x].percent - a[y].percent) * 100 with spaces around each sign.',
    });
  };
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const takeOperator = (operators: string): Operator | null => {
    skip();
    if (at >= text.length || !operators.includes(text[at])) return null;
    at += 1;
    return text[at - 1] as Operator;
  };
  const closed = (): void => {
    skip();
    if (text[at] !== ')') fail();
    at += 1;
  };

  const sum = (depth: number): Expression => {
    let left = product(depth);
    for (let operator = takeOperator('+-'); operator !== null; operator = takeOperator('+-')) left = { is: 'operator', operator, left, right: product(depth) };
    return left;
  };
  const product = (depth: number): Expression => {
    let left = power(depth);
    for (let operator = takeOperator('*/'); operator !== null; operator = takeOperator('*/')) left = { is: 'operator', operator, left, right: power(depth) };
    return left;
  };
  const power = (depth: number): Expression => {
    const left = term(depth);
    const operator = takeOperator('^');
    return operator === null ? left : { is: 'operator', operator, left, right: power(depth + 1) };
  };
  const term = (depth: number): Expression => {
    skip();
    if (depth > 40) fail();
    if (text[at] === '-') {
      at += 1;
      return { is: 'operator', operator: '-', left: { is: 'number', value: 0 }, right: power(depth + 1) };
    }
    if (text[at] === '(') {
      at += 1;
      const inner = sum(depth + 1);
      closed();
      return inner;
    }
    const number = take(NUMBER);
    if (number !== null) return { is: 'number', value: Number(number) };
    const name = take(STEPS) ?? fail();
    if (text[at] !== '(') return { is: 'figure', address: parseAddress(name, where) };
    at += 1;
    return call(name, depth);
  };
  const call = (name: string, depth: number): Expression => {
    const inner = [sum(depth + 1)];
    for (skip(); text[at] === ','; skip()) {
      at += 1;
      inner.push(sum(depth + 1));
    }
    closed();
    const takes = FORMULA_FUNCTIONS.get(name)?.takes;
    if (takes === inner.length) return { is: 'call', name, inner };
    throw takes === undefined ? unknownFunction(name, where)
      : new StudyError('E_ADDRESS_SYNTAX', `${name} takes ${takes} ${takes === 1 ? 'number' : 'numbers'}, not ${inner.length}.`, { where });
  };

  const whole = sum(0);
  skip();
  return at < text.length ? fail() : whole;
}

/**
 * The value of an expression; null where an operand is, or where arithmetic has no answer.
 *
 * @param valueOf gives the operands.
 */
export function evaluate(expression: Expression, valueOf: (address: Address) => number | null): number | null {
  const value = expression.is === 'number' ? expression.value
    : expression.is === 'figure' ? valueOf(expression.address)
      : expression.is === 'call' ? called(expression.name, expression.inner.map((inner) => evaluate(inner, valueOf)))
        : combined(expression.operator, evaluate(expression.left, valueOf), evaluate(expression.right, valueOf));
  return value === null || !Number.isFinite(value) ? null : value;
}

/** Every figure that an expression is made of. */
export function operands(expression: Expression): Address[] {
  if (expression.is === 'figure') return [expression.address];
  if (expression.is === 'call') return expression.inner.flatMap(operands);
  return expression.is === 'operator' ? [...operands(expression.left), ...operands(expression.right)] : [];
}

function called(name: string, values: readonly (number | null)[]): number | null {
  return values.every((value) => value !== null) ? FORMULA_FUNCTIONS.get(name)!.of(...values) : null;
}

function combined(operator: Operator, left: number | null, right: number | null): number | null {
  if (left === null || right === null) return null;
  switch (operator) {
    case '+': return left + right;
    case '-': return left - right;
    case '*': return left * right;
    case '/': return left / right;
    case '^': return left ** right;
  }
}

function unknownFunction(name: string, where: string): StudyError {
  const known = [...FORMULA_FUNCTIONS.keys()];
  const [nearest] = nearestNames(name, known);
  return new StudyError('E_ADDRESS_SYNTAX', `There is no function "${name}".`, {
    where, hint: nearest === undefined ? `Functions: ${known.join(', ')}.` : `Nearest: ${nearest}.`,
  });
}
