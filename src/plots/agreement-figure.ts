import { coefficientName } from '../present/qualitative/agreement-words.js';
import { UNDEFINED, fixed, formatInterval, formatShare } from '../present/numbers.js';
import type { AgreementEstimate, AgreementRecord } from '../results/agreement.js';
import { forestPlot } from './forest.js';
import type { ForestRow } from './forest.js';
import type { Svg } from './svg.js';

/**
 * One coefficient of every code, or of a matrix all of them as a whole; where there are only pairs of coders, of every
 * pair. The gate's coefficient where there is a gate, whose reach the filled points show; else α where it was computed.
 */
export function agreementFigure({ method, estimates, gate }: AgreementRecord, digits: number): Svg {
  const ofText = method.codes !== null;
  const whole = estimates.filter(({ document, pair }) => document === null && pair === null);
  const candidates = whole.length > 0 ? whole : estimates.filter(({ document }) => document === null);
  const chosen = ofText ? candidates.find(({ coefficient }) => coefficient === (gate?.coefficient ?? 'krippendorff')) ?? candidates[0] : null;
  const shown = chosen === null ? candidates : candidates.filter((one) => coefficientName(one) === coefficientName(chosen));
  const row = (one: AgreementEstimate): ForestRow => ({
    label: [one.pair, one.code ?? (ofText ? 'All codes' : coefficientName(one))].filter((part) => part !== null).join(': '),
    estimate: one.estimate, low: one.ciLow, high: one.ciHigh, printed: printed(one, digits),
    standsOut: gate !== undefined && nameOf(one) === gate.coefficient && one.estimate !== null && one.estimate >= gate.min,
  });
  const rows = shown.map(row);
  return forestPlot({
    title: `Agreement of ${method.coders.length} coders`,
    description: `${chosen === null ? '' : `${coefficientName(chosen)}. `}${rows.map(({ label, printed: words }) => `${label} ${words}`).join('; ')}.`,
    axis: `${chosen === null ? 'Agreement' : coefficientName(chosen)}${method.ci === 'none' ? '' : ` (${formatShare(method.confidence)} CI)`}`,
    nothing: 0,
    range: [-1, 1],
    key: gate === undefined ? '0: no better than chance; 1: perfect.' : `Filled: at least ${gate.min} by ${gate.coefficient}.`,
    groups: [{ label: null, rows }],
  });
}

/** As a gate names it. */
function nameOf({ coefficient, weights }: AgreementEstimate): string {
  return weights === 'identity' || coefficient === 'krippendorff' ? coefficient : `${coefficient}-${weights}`;
}

function printed({ estimate, ciLow, ciHigh }: AgreementEstimate, digits: number): string {
  if (estimate === null) return UNDEFINED;
  const interval = ciLow === null || ciHigh === null ? '' : ` (${formatInterval(ciLow, ciHigh, digits)})`;
  return `${fixed(estimate, digits)}${interval}`.replace(/(?<![\d.])-(?=[\d.])/g, '\u2212');
}
