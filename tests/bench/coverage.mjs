// npm run bench -- coverage: how often the 95 % bootstrap intervals of Spearman's ρ hold the true ρ. Bivariate
// normal samples of 54 rows whose Pearson correlation is .3, so that ρ is (6/π)·asin(.15) (Pearson 1907).
// Seeded: every run prints the same numbers, after about a minute. Exits 1 when BCa's share misses 95 % by more
// than its Monte Carlo error, 1.96 standard errors.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const SAMPLES = 2000;
const RESAMPLES = 10_000;
const ROWS = 54;
const PEARSON = 0.3;
const SEED = 20130501;
const TRUE_RHO = (6 / Math.PI) * Math.asin(PEARSON / 2);

const { bootstrapInterval, randomStream, normalQuantile } = await source(`
  export { bootstrapInterval } from './stats/resampling/bootstrap.js';
  export { randomStream } from './numeric/random.js';
  export { normalQuantile } from './numeric/normal.js';
`);

export default function coverage() {
  console.log(`${SAMPLES} samples of ${ROWS} rows, ${RESAMPLES} resamples each, true ρ = ${TRUE_RHO.toFixed(5)}`);
  const bca = shareHeld('bca');
  shareHeld('percentile');
  const error = 1.96 * Math.sqrt((0.95 * 0.05) / SAMPLES);
  const agrees = Math.abs(bca - 0.95) <= error;
  console.log(`BCa ${agrees ? 'agrees with' : 'misses'} 95 % within ${(100 * error).toFixed(2)} points`);
  if (!agrees) process.exitCode = 1;
}

function shareHeld(kind) {
  let below = 0;
  let above = 0;
  let width = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const [x, y] = bivariateNormal(randomStream(SEED, 'coverage', 'sample', String(sample)));
    const stream = randomStream(SEED, 'coverage', 'bootstrap', String(sample));
    const options = { statistic: 'spearman', confidence: 0.95, resamples: RESAMPLES, kind, stream };
    const { low, high } = bootstrapInterval(x, y, options);
    if (high < TRUE_RHO) below++;
    if (low > TRUE_RHO) above++;
    width += high - low;
  }
  const share = 1 - (below + above) / SAMPLES;
  const missed = `${below} lie below, ${above} above; mean width ${(width / SAMPLES).toFixed(4)}`;
  console.log(`${kind.padEnd(10)} holds it in ${(100 * share).toFixed(2)} %: ${missed}`);
  return share;
}

function bivariateNormal(stream) {
  const x = Float64Array.from({ length: ROWS }, () => normal(stream));
  const y = x.map((value) => PEARSON * value + Math.sqrt(1 - PEARSON ** 2) * normal(stream));
  return [x, y];
}

function normal(stream) {
  const fine = 2 ** 20;
  return normalQuantile((stream.below(fine) + (stream.below(fine) + 0.5) / fine) / fine);
}

/** The modules as they stand in src/, without a build. */
async function source(contents) {
  const folder = mkdtempSync(join(tmpdir(), 'portal-study-'));
  const outfile = join(folder, 'coverage.mjs');
  const resolveDir = fileURLToPath(new URL('../../src', import.meta.url));
  try {
    await build({ stdin: { contents, resolveDir }, bundle: true, format: 'esm', platform: 'node', outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
