import { placeIn } from '../../dataset/document.js';
import type { PlacedText } from '../../dataset/document.js';
import type { CheckedFigure } from '../../results/check-reasons.js';
import { atomsOf } from './atoms.js';
import type { Atom } from './atoms.js';
import { averagesOf, mediansOf } from './averages.js';
import type { PrintedMedian } from './averages.js';
import { checkAverage } from './check-average.js';
import type { PaperContext } from './check-options.js';
import { checkCount, checkPercent } from './check-share.js';
import { checkStatement } from './check-statement.js';
import { unchecked } from './outcome.js';
import type { Outcome } from './outcome.js';
import { sharesOf } from './shares.js';
import type { PrintedShare } from './shares.js';
import { statementsOf } from './statements.js';

/** Every test, percentage, mean and median that can be read in a stretch of prose, in its order, checked. */
export function checkText(placed: PlacedText, context: PaperContext, atoms: readonly Atom[] = atomsOf(placed.text)): CheckedFigure[] {
  const { text } = placed;
  const found: { start: number; end: number; outcome: Outcome }[] = [];
  const used = new Set<Atom>();
  let at = 0;
  for (const statement of statementsOf(text, atoms)) {
    while (at > 0 && atoms[at - 1].start >= statement.start) at -= 1;
    for (; at < atoms.length && atoms[at].end <= statement.end; at += 1) if (atoms[at].start >= statement.start) used.add(atoms[at]);
    found.push({ start: statement.start, end: statement.end, outcome: checkStatement(statement, context) });
  }
  const free = atoms.filter((atom) => !used.has(atom));
  for (const p of free) {
    if ((p.kind === 'p' || p.kind === 'other-p') && !isLegend(text, p)) found.push({ start: p.start, end: p.end, outcome: unchecked(p.kind === 'p' ? 'statistic' : 'other-test') });
  }
  for (const share of sharesOf(text, atoms)) {
    if (used.has(share.percent)) continue;
    found.push({ start: share.start, end: share.end, outcome: checkShare(share, context) });
  }
  for (const { mean, sd, n, start, end } of averagesOf(text, free)) {
    for (const outcome of checkAverage(mean.number.value, sd?.number.value ?? null, n ?? context.n, context)) found.push({ start, end, outcome });
  }
  for (const median of mediansOf(text, free)) {
    found.push({ start: median.median.start, end: median.high.end, outcome: checkOrder(median) });
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end, outcome }) => ({ place: placeIn(placed, start), printed: text.slice(start, closed(text, start, end)).replace(/\s+/g, ' '), ...outcome }));
}

/** Whether a p says what a star, a mark or a raised letter stands for, which is no result. */
function isLegend(text: string, { start, number }: Atom): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  return /[*†‡§¶#^]\s{0,2}$/.test(before) || (number.relation === '<' && /(?:^|[;,.\s])[a-z]\s?$/.test(before));
}

/** With the bracket that closes one inside, so that a quote reads as it stands. */
function closed(text: string, start: number, end: number): number {
  const count = (pattern: RegExp): number => text.slice(start, end).match(pattern)?.length ?? 0;
  const behind = /^\s?[)\]]/.exec(text.slice(end, end + 2));
  return behind !== null && count(/[([]/g) > count(/[)\]]/g) ? end + behind[0].length : end;
}

function checkShare({ percent, count, n, ofOther }: PrintedShare, context: PaperContext): Outcome {
  if (ofOther) return unchecked('count', 'percent');
  if (count === null) return checkPercent(percent.number.value, n ?? context.n, context.rounding);
  return checkCount(count.value, percent.number.value, n ?? context.n, context.rounding);
}

function checkOrder({ median, low, high }: PrintedMedian): Outcome {
  const fits = low.value <= median.value && median.value <= high.value;
  return {
    kind: 'order', verdict: fits ? 'consistent' : 'inconsistent', computed: null,
    reason: { about: 'order', low: low.number.text, middle: median.number.text, high: high.number.text, fits },
  };
}
