import type { SaturationRecord } from '../results/saturation.js';
import { saturationCurve } from './saturation-curve.js';
import type { Svg } from './svg.js';

/** Codes as they accumulate, with the band of other orders and the end of the first run that brought little new. */
export function saturationFigure({ method, estimates, points: [point] }: SaturationRecord): Svg {
  const unit = method.unit === 'group' ? 'Group' : 'Interview';
  const stop = estimates.findIndex((one) => one.stop);
  const limit = `${Number((method.threshold * 100).toFixed(6))}% new information`;
  const reached = point.units === null ? `${limit} not reached` : `dashed: ${limit} at ${point.units}+${method.run}`;
  const band = `band: middle ${Number((method.confidence * 100).toFixed(6))}% of ${method.ordersAre === 'all' ? 'all orders' : `${method.orders} random orders`}`;
  return saturationCurve({
    title: 'Code accumulation',
    description: [
      ...estimates.map(({ unit: name, newCodes, cumulative }) => `${name}: ${newCodes} new, ${cumulative} in all.`),
      point.units === null ? `${limit} is not reached.` : `${limit} is reached after ${point.units}, confirmed by ${point.confirmedBy}.`,
    ].join(' '),
    axis: unit,
    points: estimates.map(({ unit: name, newCodes, cumulative, bandLow, bandHigh }) => ({ unit: name, newCodes, cumulative, low: bandLow, high: bandHigh })),
    stop: stop < 0 ? null : stop,
    key: `${reached}; ${band}`,
  });
}
