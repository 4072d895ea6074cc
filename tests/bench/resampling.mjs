// npm run bench -- resampling: bootstrap intervals and permutation p of Spearman's ρ, against scipy and R in the same
// run; every round takes each of them in turn.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT, SHARED, installed, line, median, sharedIsHere } from './timing.mjs';

const ROUNDS = 5;
const BEGIN_PY = `
import sys, time
import numpy as np
from scipy import stats
m = np.loadtxt(sys.argv[1], delimiter=',', skiprows=1); x, y = m[:, 0].copy(), m[:, 1].copy()
def rho(x, y, axis=-1):
    rx = stats.rankdata(x, axis=axis); ry = stats.rankdata(y, axis=axis)
    rx = rx - rx.mean(axis, keepdims=True); ry = ry - ry.mean(axis, keepdims=True)
    return (rx * ry).sum(axis) / np.sqrt((rx ** 2).sum(axis) * (ry ** 2).sum(axis))
rx, ry = stats.rankdata(x), stats.rankdata(y)
def run(f):
    f() if sys.argv[2] == 'warm' else None
    start = time.perf_counter(); f(); print((time.perf_counter() - start) * 1000)
`;
const PY = {
  'BCa, n = 54': `run(lambda: stats.bootstrap((x, y), rho, n_resamples=10000, method='BCa', paired=True, vectorized=True, random_state=1))`,
  'percentile, n = 5,000': `run(lambda: stats.bootstrap((x, y), rho, n_resamples=10000, method='percentile', paired=True, vectorized=True, batch=500, random_state=1))`,
  'permutation, n = 54': `run(lambda: stats.permutation_test((rx,), lambda a, axis=-1: (a * ry).sum(axis), permutation_type='pairings', n_resamples=100000, vectorized=True, random_state=1))`,
};
const BEGIN_R = `
a <- commandArgs(TRUE); d <- as.matrix(read.csv(a[1])); rx <- rank(d[, 1]); ry <- rank(d[, 2])
st <- function(d, i) cor(d[i, 1], d[i, 2], method = "spearman")
run <- function(f) { if (a[2] == "warm") f(); cat(system.time(f())[["elapsed"]] * 1000) }
`;
const R = {
  'BCa, n = 54': `suppressMessages(library(boot)); run(function() boot.ci(boot(d, st, 10000), type = "bca"))`,
  'percentile, n = 5,000': `suppressMessages(library(boot)); run(function() boot.ci(boot(d, st, 10000), type = "perc"))`,
  'permutation, n = 54': `suppressMessages(library(coin)); e <- data.frame(x = d[, 1], y = d[, 2])
run(function() pvalue(spearman_test(y ~ x, data = e, distribution = approximate(nresample = 100000))))`,
};

export default async function resampling() {
  if (!sharedIsHere('bench/data/pair54.csv')) return;
  const { bootstrapInterval, permutationP, randomStream } = await source();
  const interval = (rows, kind) => {
    const { x, y } = pairs(rows);
    const stream = randomStream(1, 'bench');
    return () => bootstrapInterval(x, y, { statistic: 'spearman', confidence: 0.95, resamples: 10_000, kind, stream });
  };
  const p = () => {
    const { x, y } = pairs(54);
    const stream = randomStream(1, 'bench');
    return () => permutationP(x, y, { statistic: 'spearman', alternative: 'two-sided', resamples: 100_000, stream });
  };
  const tasks = {
    'BCa, n = 54': [54, interval(54, 'bca')],
    'percentile, n = 5,000': [5000, interval(5000, 'percentile')],
    'permutation, n = 54': [54, p()],
  };
  const python = installed('python3', ['-c', 'import scipy']);
  const r = installed('Rscript', ['-e', 'library(boot); library(coin)']);
  for (const [name, [rows, run]] of Object.entries(tasks)) {
    const file = join(SHARED, `data/pair${rows}.csv`);
    const times = { ours: [], scipy: [], R: [] };
    const cold = elapsed(run);
    run();
    const rounds = rows > 54 ? 1 : ROUNDS;
    for (let round = 0; round < rounds; round++) {
      times.ours.push(elapsed(run));
      const warm = rows > 54 ? 'cold' : 'warm';
      if (python) times.scipy.push(printed('python3', ['-c', BEGIN_PY + PY[name], file, warm]));
      if (r) times.R.push(printed('Rscript', ['-e', BEGIN_R + R[name], file, warm]));
    }
    const base = median(times.ours);
    console.log(`${name}, median of ${rounds} interleaved (ours cold: ${cold.toFixed(1)} ms); × ours`);
    line('  ours', base, base);
    if (python) line('  scipy, vectorised', median(times.scipy), base);
    if (r) line(name.startsWith('perm') ? '  R coin' : '  R boot', median(times.R), base);
  }
}

function elapsed(run) {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function printed(command, args) {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout.trim().split(/\s+/).at(-1));
}

function pairs(rows) {
  const lines = readFileSync(join(SHARED, `data/pair${rows}.csv`), 'utf8').trim().split('\n').slice(1);
  const cells = lines.map((text) => text.split(',').map(Number));
  return { x: Float64Array.from(cells, (cell) => cell[0]), y: Float64Array.from(cells, (cell) => cell[1]) };
}

/** The modules as they stand in src/, without a build. */
async function source() {
  const folder = mkdtempSync(join(tmpdir(), 'portal-study-'));
  const outfile = join(folder, 'resampling.mjs');
  const contents = `export * from './stats/resampling/bootstrap.js'; export * from './stats/resampling/permutation.js'; export * from './numeric/random.js';`;
  try {
    await build({ stdin: { contents, resolveDir: join(ROOT, 'src') }, bundle: true, format: 'esm', platform: 'node', outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
