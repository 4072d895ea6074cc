import type { Expression } from './expression.js';

/** Tests of a 2×2 table that stand in for each other, under the names that comparisons have for them. */
const SAME_TABLE: ReadonlyMap<string, string> = new Map([['p_chi_square_2x2', 'chi-square'], ['p_yates_2x2', 'chi-square-yates'], ['p_fisher_2x2', 'fisher']]);

/** A formula with another test of the same table in place of its own. */
export interface FormulaSuspect {
  readonly suspect: 'test';
  readonly was: string;
  readonly is: string;
  readonly expression: Expression;
}

/** @example otherFormulas(parseExpression('p_fisher_2x2(3, 1, 1, 3)', '')).map(({ is }) => is) // ['chi-square', 'chi-square-yates'] */
export function otherFormulas(expression: Expression): FormulaSuspect[] {
  const used = [...SAME_TABLE.keys()].filter((name) => calls(expression, name));
  return used.flatMap((name) => [...SAME_TABLE].filter(([other]) => other !== name).map(([other, is]) =>
    ({ suspect: 'test' as const, was: SAME_TABLE.get(name)!, is, expression: renamed(expression, name, other) })));
}

function calls(expression: Expression, name: string): boolean {
  if (expression.is === 'call') return expression.name === name || expression.inner.some((inner) => calls(inner, name));
  return expression.is === 'operator' && (calls(expression.left, name) || calls(expression.right, name));
}

function renamed(expression: Expression, name: string, other: string): Expression {
  if (expression.is === 'call') {
    return { ...expression, name: expression.name === name ? other : expression.name, inner: expression.inner.map((inner) => renamed(inner, name, other)) };
  }
  return expression.is === 'operator' ? { ...expression, left: renamed(expression.left, name, other), right: renamed(expression.right, name, other) } : expression;
}
