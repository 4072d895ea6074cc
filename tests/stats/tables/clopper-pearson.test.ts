import { describe, it } from 'vitest';
import { clopperPearson } from '../../../src/stats/tables/clopper-pearson.js';
import { expectClose } from '../groups/golden-groups.js';

describe('clopperPearson is R binom.test(x, n)$conf.int', () => {
  // Rscript -e 'for (v in list(c(5, 7), c(0, 12), c(12, 12), c(1, 1e5))) print(binom.test(v[1], v[2])$conf.int, 17)'
  it.each([
    [5, 7, 0.29042086373734272, 0.96330743382391448],
    [0, 12, 0, 0.26464846939705111],
    [12, 12, 0.73535153060294889, 1],
    [1, 100000, 2.5317804779333154e-07, 5.5715160347742724e-05],
  ])('%d of %d', (count, of, low, high) => {
    const found = clopperPearson(count, of, 0.95);
    expectClose(found.low, low, 1e-11);
    expectClose(found.high, high, 1e-11);
  });
  it('is mirrored when successes become failures', () => {
    const { low, high } = clopperPearson(3, 17, 0.9);
    const mirrored = clopperPearson(14, 17, 0.9);
    expectClose(mirrored.low, 1 - high, 1e-13);
    expectClose(mirrored.high, 1 - low, 1e-13);
  });
});
