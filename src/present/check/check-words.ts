import type { CheckedFigure, CheckReason, CountReason, MeanReason, NSource, PReason, PercentReason, RatioReason, SizesReason, UncheckedReason } from '../../results/check-reasons.js';
import type { CheckVerdict } from '../../results/check.js';
import { tableReasonWords } from './check-table-words.js';
import { counted, formatCount } from '../numbers.js';
import { between, pWords, percentOf, shortP } from './check-numbers.js';

/** What a check found, in words, with its arithmetic. */
export function checkWords({ reason, verdict }: CheckedFigure): string {
  const words = reasonWords(reason, verdict);
  return verdict === 'decision-error' && reason.about === 'p' ? `${words} Print and statistic lie on different sides of ${shortP(reason.alpha)}.` : words;
}

function reasonWords(reason: CheckReason, verdict: CheckVerdict): string {
  switch (reason.about) {
    case 'p': return pReasonWords(reason);
    case 'degrees': {
      const { degrees } = reason;
      if (degrees === null) return 'With no degrees of freedom does the statistic have this p.';
      return `No degrees of freedom beside it; ${degrees.most === null ? `${degrees.least} or more fit` : `${between(degrees.least, degrees.most)} ${degrees.least === degrees.most ? 'fits' : 'fit'}`}.`;
    }
    case 'sizes': return sizesWords(reason);
    case 'ratio': return ratioWords(reason);
    case 'percent': return percentWords(reason);
    case 'count': return countWords(reason);
    case 'mean': return meanWords(reason);
    case 'sd': {
      const values = valuesWords(reason.items);
      if (verdict === 'no-power') return `Untestable: so rounded, some ${reason.n.n} ${values} have any SD.`;
      if (reason.fits) return `${reason.n.n} ${values} can have this SD.`;
      if (reason.fitsPopulation) return `Only if the SD was divided by n: by n − 1, no ${reason.n.n} ${values} with this mean have it.`;
      return `No ${reason.n.n} ${values} with this mean have this SD: their sum of squares would not be whole, or not odd where their total is.`;
    }
    case 'proportion': {
      const { n, least, most, sd } = reason;
      if (least <= most) return `${between(least, most)} ones among ${n.n} have this mean and SD.`;
      return `Zeros and ones with this mean have an SD of ${between(sd.low.toFixed(3), sd.high.toFixed(3))}.`;
    }
    case 'order': return reason.fits ? 'The median lies within its range.' : `${reason.middle} does not lie between ${reason.low} and ${reason.high}.`;
    case 'unchecked': return LACKS[reason.lacks];
    default: return tableReasonWords(reason);
  }
}

const OTHERWISE: Readonly<Record<NonNullable<PReason['otherwise']>, string>> = {
  'one-tailed': 'One-tailed it would be right',
  'two-tailed': 'Two-tailed it would be right',
  normal: 'By the normal approximation ρ√(n − 1) it is right',
  cut: 'The digits were cut off, not rounded',
};

function pReasonWords({ recomputed, fits, tails, otherwise, unless, printedZero }: PReason): string {
  const sides = tails === 'none' ? '' : tails === 'two' ? ', two-sided' : ', one-tailed';
  const follows = `The statistic gives p ${pWords(recomputed)}${sides}.`;
  const zero = printedZero ? ' A p is never 0: <.001 is meant.' : '';
  if (fits) return follows + zero;
  const because = otherwise === null ? ''
    : unless === 'one-tailed-elsewhere' ? ` ${OTHERWISE[otherwise]}, and the text speaks of one-tailed tests.` : ` ${OTHERWISE[otherwise]}.`;
  const condition = unless === 'adjusted' ? ' A correction for several tests makes p larger.'
    : unless === 'ties' ? ' That is without ties; with ties p differs.'
    : unless === 'exact' ? ' An exact p may differ as much.' : '';
  return follows + because + condition + zero;
}

function sizesWords({ symbol, sizes, n, atN, allAtN, pAtN }: SizesReason): string {
  const size = `|${symbol}|`;
  if (sizes === null) return `At no n does ${symbol} have this p.`;
  const fitting = sizes.most === null ? `n from ${formatCount(sizes.least)} on fits`
    : sizes.least === sizes.most ? `Only n = ${formatCount(sizes.least)} fits` : `n ${formatCount(sizes.least)}–${formatCount(sizes.most)} fit`;
  if (n === null) return `${fitting}; the n is not known.`;
  if (atN === null) return pAtN === null ? `${fitting}; ${n.n} are too few for a p.` : `${fitting}; at n = ${n.n} p is ${pWords(pAtN)}.`;
  if (allAtN) return `${fitting}, ${n.n} among them.`;
  const ends = [
    ...(atN.low > 0 ? [down(atN.low)] : []), size, down(atN.high),
  ];
  return `${fitting}; at n = ${n.n} only if ${ends.join(' <= ')}.`;
}

/** Rounded down, so that what is said to fit does. */
function down(value: number): string {
  return (Math.floor(value * 10_000 + 1e-9) / 10_000).toFixed(4).replace(/^0/, '').replace(/0$/, '');
}

function ratioWords({ fault, level, recomputed, symmetric, hasP, alpha }: RatioReason): string {
  const interval = `${level}% interval`;
  if (fault === 'outside') return `The estimate lies outside its own ${interval}.`;
  const wald = `By Wald’s test the ${interval} gives p ${pWords(recomputed)}.`;
  if (fault === 'significance') return `The ${interval} and the p disagree whether the ratio differs from 1. ${wald}`;
  if (fault === 'p') return `${wald} Another test, such as the log-rank or an exact one, may give the p that is printed.`;
  const shape = symmetric ? '' : ' The interval is not symmetric on the log scale, as exact ones are not.';
  return `${hasP ? wald : `${wald} It is ${recomputed.high < alpha ? 'below' : recomputed.low > alpha ? 'above' : 'about'} ${shortP(alpha)}.`}${shape}`;
}

function percentWords({ n, least, most, decimals, smaller, power }: PercentReason): string {
  if (n === null) return 'The n is not known.';
  if (power === 0) return `With n = ${formatCount(n.n)} every percentage of ${counted(decimals, 'decimal')} is possible.`;
  if (least === most) return `${least}/${n.n} = ${percentOf(least, n.n, decimals)}%.`;
  if (least < most) return `${least} to ${most} of ${n.n} fit.`;
  const neighbours = [most, least].filter((count) => count >= 0 && count <= n.n).map((count) => `${count}/${n.n} = ${percentOf(count, n.n, decimals)}%`);
  const fits = smaller === null ? '' : `; ${smaller.count} of ${smaller.n} fits`;
  return `${conditionOf(n, 'Impossible')} with n = ${n.n}: ${neighbours.join(' and ')}${fits}.`;
}

function countWords({ count, percent, n, fits, decimals, denominators, cut }: CountReason): string {
  const is = `${count}/${n.n} = ${percentOf(count, n.n, decimals)}%`;
  if (fits) return `${is}${count > n.n ? ', more than all: right only if one may count several times' : ''}.`;
  const other = denominators === null ? '' : `; it would be that of ${between(denominators.low, denominators.high)}`;
  return `${n.from === 'text' ? `If it is of ${n.n}: ` : ''}${is}, not ${percent}%${cut ? '; the digits were cut off, not rounded' : other}.`;
}

function meanWords({ n, items, power, fits, below, above, decimals, withSd }: MeanReason): string {
  const places = decimals === 0 ? 'no decimals' : counted(decimals, 'decimal');
  if (n === null) return `Untestable: with ${places} no mean of ${10 ** decimals} or more whole numbers can fail.`;
  if (power === 0) return `Untestable: with ${places} and n = ${formatCount(n.n)} no mean${withSd ? ' or SD' : ''} can fail.`;
  const size = n.n * items;
  const share = (total: number): string => `${formatCount(total)}/${formatCount(size)} = ${(total / size).toFixed(decimals + 1)}`;
  if (fits) return `${share(above)}.`;
  return `Not a mean of ${n.n} ${valuesWords(items)}: ${share(below)} and ${share(above)}.`;
}

function valuesWords(items: number): string {
  return items === 1 ? 'whole numbers' : `means of ${items} whole numbers`;
}

function conditionOf({ from }: NSource, word: string): string {
  return from === 'text' ? `If it is of all: ${word.toLowerCase()}` : word;
}

const LACKS: Readonly<Record<UncheckedReason['lacks'], string>> = {
  n: 'The n is not known; --n gives it.',
  df: 'No degrees of freedom beside it.',
  'one-df': 'A t has degrees of freedom of one number.',
  correlation: 'No correlation is larger than 1; perhaps a point was lost.',
  p: 'No p beside it.',
  statistic: 'A p without its statistic.',
  'other-test': 'The p of a trend or an interaction, whose test is not given.',
  interval: 'No confidence interval beside it.',
  z: 'Its p needs the z or the sizes of the groups.',
  count: 'Not a share of the participants, by the words around it.',
  groups: 'Its p needs the n.',
  layout: 'Two numbers that may be a count and a percentage, or a mean and an SD.',
  weights: 'Weighted percentages are not those of the counts.',
  'whole-p': 'No test of this row can be recomputed.',
};
