import type { MissingRule } from '../../results/correlation.js';
import type { ScaleComposition } from '../../results/reliability.js';
import type { Warning } from '../../results/warning.js';
import type { ReliabilityResult } from '../../stats/scales/cronbach-alpha.js';
import type { OmegaResult } from '../../stats/scales/omega-total.js';
import type { WhyUndefined } from '../../stats/test-result.js';
import { fixed } from '../numbers.js';

/** What was computed of one scale. */
export interface ScaleFindings {
  readonly composition: ScaleComposition;
  readonly reliability: ReliabilityResult;
  readonly omega: OmegaResult;
}

export interface ScaleWarningContext {
  readonly path: string;
  readonly missing: MissingRule;
  /** The lowest and highest answer the items allow, where they were declared. */
  readonly min: number | null;
  readonly max: number | null;
  /** The file that says which items are reversed, where one does. */
  readonly keys: string | null;
}

/** What is undefined of a scale and why and the items that go against the rest of it. */
export function scaleWarnings({ composition, reliability, omega }: ScaleFindings, context: ScaleWarningContext): Warning[] {
  const { scale, items } = composition;
  const undefinedOf = (what: string, why: string): Warning => ({
    code: 'W_RELIABILITY_UNDEFINED', message: `${what}: undefined, because ${why}.`, where: context.path,
  });
  if (reliability.reason !== null) {
    const constant = reliability.constantItems.map((index) => items[index]);
    return [undefinedOf(`Reliability of ${scale}`, whyNoAlpha(reliability.reason, constant, context.missing))];
  }
  return [
    ...(omega.reason === null ? [] : [undefinedOf(`ω of ${scale}`, whyNoOmega(omega.reason, items.length))]),
    ...(reliability.guttman6 === null ? [noLambda(scale, context.path)] : []),
    ...items.filter((_, index) => reliability.perItem[index].itemRest === null)
      .map((item) => undefinedOf(`Item–rest r of ${item} in ${scale}`, 'the sum of the other items does not vary')),
    ...items.flatMap((item, index) => againstTheRest(composition, item, reliability.perItem[index].itemRest, context)),
  ];
}

/** Under a code of its own, because no table shows λ₆. */
function noLambda(scale: string, path: string): Warning {
  const message = `λ₆ of ${scale}: undefined, because the correlations between its items have no inverse.`;
  return { code: 'W_LAMBDA_UNDEFINED', message, where: path };
}

function whyNoAlpha(reason: WhyUndefined, constant: readonly string[], missing: MissingRule): string {
  const listwise = missing === 'listwise';
  if (reason === 'empty-group') {
    return listwise ? 'no row answers every item (--missing pairwise needs fewer)' : 'no row has an answer';
  }
  if (reason === 'too-few') {
    return listwise ? 'only one row answers every item' : 'two of its items have fewer than two rows in common';
  }
  if (constant.length === 0) return 'the sum of its items does not vary';
  return `${constant.slice(0, 5).join(', ')} ${constant.length === 1 ? 'has' : 'have'} a single answer; ` +
    `--items with "!${constant[0]}" leaves ${constant.length === 1 ? 'it' : 'the first'} out`;
}

function whyNoOmega(reason: WhyUndefined, items: number): string {
  if (reason === 'heywood') return 'one factor would explain more than all of an item (a Heywood case)';
  if (reason === 'too-few' && items < 3) return 'one factor needs three items';
  if (reason === 'constant') return 'an item does not vary among the rows it shares with another';
  return 'one factor does not fit these items';
}

function againstTheRest(
  { scale, reversed }: ScaleComposition, item: string, itemRest: number | null, context: ScaleWarningContext,
): Warning[] {
  if (itemRest === null || itemRest >= 0) return [];
  const found = `${item} goes against the rest of ${scale} (item-rest correlation ${fixed(itemRest, 2)})`;
  const message = `${found}; ${remedy(item, reversed.includes(item), context)}`;
  return [{ code: 'W_ITEM_NEGATIVE', message, where: `${context.path}:${item}` }];
}

function remedy(item: string, reversed: boolean, { keys, min }: ScaleWarningContext): string {
  if (reversed) return 'it is reversed already, which may be a mistake.';
  if (keys !== null) return `if it is worded the other way, write -${item} in ${keys}.`;
  const typed = /^[\w.-]+$/.test(item) ? item : `"${item}"`;
  return `if it is worded the other way, type --reverse ${typed}${min === null ? ' with --min and --max' : ''}.`;
}
