import type { CodedText } from '../../dataset/coded-text.js';
import { randomStream } from '../../numeric/random.js';
import { expectedAccumulation, newCodesOf } from '../../qualitative/code-accumulation.js';
import { guestSaturation } from '../../qualitative/guest-saturation.js';
import type { SaturationRule } from '../../qualitative/guest-saturation.js';
import { rolledUp } from '../../qualitative/roll-up.js';
import { saturationOrders } from '../../qualitative/saturation-orders.js';
import type { SaturationEstimate, SaturationPoint, SaturationRecord } from '../../results/saturation.js';
import type { Warning } from '../../results/warning.js';
import { chosenCodings } from '../themes/chosen-codings.js';
import { DEFAULT_SEED } from '../correlate/correlation-request.js';
import { orderedUnits } from './saturation-request.js';
import type { SaturationOptions, SaturationUnit } from './saturation-request.js';

const DEFAULT_SATURATION_RULE: SaturationRule = { base: 4, run: 2, threshold: 0.05 };
const DEFAULT_ORDERS = 1000;

/**
 * How codes accumulate over interviews or groups, and when new ones stop coming.
 *
 * @throws StudyError where coders, codes, groups or the order are not there.
 */
export function saturationRecord(
  given: CodedText, options: SaturationOptions, surroundings: { readonly tool: string; readonly options?: Readonly<Record<string, unknown>> },
): SaturationRecord {
  const coded = options.rollUp === undefined ? given : rolledUp(given, options.rollUp);
  const { coders, codings, names } = chosenCodings(coded, options);
  const { units, order, uncoded } = orderedUnits(coded, codings, options);
  const rule = { base: options.base ?? DEFAULT_SATURATION_RULE.base, run: options.run ?? DEFAULT_SATURATION_RULE.run, threshold: options.threshold ?? DEFAULT_SATURATION_RULE.threshold };
  const rules = rule.threshold === 0 ? [rule] : [rule, { ...rule, threshold: 0 }];
  const confidence = options.confidence ?? 0.95;
  const seed = options.seed ?? DEFAULT_SEED;
  const sets = units.map(({ codes }) => codes);
  const fresh = newCodesOf(sets);
  const orders = saturationOrders(sets, rules, { draws: options.permutations ?? DEFAULT_ORDERS, confidence, stream: randomStream(seed, 'saturation') });
  const counts = fresh.map((codes) => codes.length);
  const found = guestSaturation(counts, rule);
  const expected = expectedAccumulation(sets);
  const where = coded.inputs[0]?.path ?? '';
  const nameOf = (code: string): string => names.get(code) ?? code;
  let cumulative = 0;
  return {
    kind: 'saturation',
    schemaVersion: 1,
    method: {
      unit: options.unit ?? 'interview', order, ...rule, coders, rollUp: options.rollUp ?? null, codes: new Set(sets.flatMap((codes) => [...codes])).size,
      confidence, orders: orders.orders, ordersAre: orders.are,
    },
    estimates: units.map(({ name }, place): SaturationEstimate => {
      cumulative += counts[place];
      return {
        unit: name, newCodes: counts[place], cumulative, newInformation: found.newInformation[place],
        stop: found.units !== null && place + 1 === found.units + rule.run, codes: fresh[place].map(nameOf),
        expected: expected[place], bandLow: orders.band[place].low, bandHigh: orders.band[place].high,
      };
    }),
    n: { rows: units.length + uncoded.length, used: units.length, excludedBy: uncoded.length > 0 ? { uncoded: uncoded.length } : {} },
    baseCodes: found.baseCodes,
    points: rules.map((one, place) => pointOf(one, counts, units, fresh, nameOf, orders.met[place])),
    warnings: [...coded.warnings, ...saturationWarnings(units, uncoded, rule, where)],
    provenance: {
      tool: surroundings.tool, command: 'saturation', options: { ...options, ...surroundings.options },
      seed: orders.are === 'drawn' ? seed : null, inputs: coded.inputs,
    },
  };
}

function pointOf(
  rule: SaturationRule, counts: readonly number[], units: readonly SaturationUnit[], fresh: readonly (readonly string[])[],
  nameOf: (code: string) => string, { share, medianUnits }: { readonly share: number; readonly medianUnits: number | null },
): SaturationPoint {
  const { units: point } = guestSaturation(counts, rule);
  const assessed = units.length >= rule.base + rule.run;
  return {
    threshold: rule.threshold, units: point,
    at: point === null ? null : units[point - 1].name,
    confirmedBy: point === null ? null : units[point + rule.run - 1].name,
    later: point === null ? [] : fresh.flatMap((codes, place) =>
      (place < point + rule.run ? [] : codes.map((code) => ({ code: nameOf(code), unit: units[place].name })))),
    ordersReaching: assessed ? share : null,
    medianUnits: assessed ? medianUnits : null,
  };
}

function saturationWarnings(units: readonly SaturationUnit[], uncoded: readonly string[], { base, run }: SaturationRule, where: string): Warning[] {
  const warnings: Warning[] = [];
  if (units.length < base + run) {
    warnings.push({ code: 'W_SATURATION_UNDEFINED', where, message: `Saturation: undefined, because a base of ${base} and a run of ${run} need ${base + run} units, and there are ${units.length}.` });
  }
  if (uncoded.length > 0) {
    const shown = uncoded.slice(0, 5).join(', ');
    warnings.push({ code: 'W_UNIT_UNCODED', where, message: `Left out, because nothing in ${uncoded.length === 1 ? 'it is' : 'them is'} coded: ${shown}${uncoded.length > 5 ? ` and ${uncoded.length - 5} more` : ''}.` });
  }
  return warnings;
}
