import { quantile } from 'simple-statistics';
import { describe, it } from 'vitest';
import { expectWithin, golden } from './correlation/golden-correlation.js';

describe('simple-statistics\' quantile uses the R-7 method, so we have none of our own', () => {
  it.each(Object.entries(golden.quantile7))('%s', (_, { values, probabilities, quantiles }) => {
    probabilities.forEach((p, i) => expectWithin(quantile([values].flat(), p), quantiles[i], 1e-14));
  });
});
