// npm run bench -- usage: whole process, output written, on the seeded log of ../shared/bench/gen_log.js (5,000,000 rows,
// 249 MB), against data.table and pandas in the same run, with peak memory; then the same rows shuffled, and 0.5, 1, 2
// and 4 times 1,250,000 rows against the line through them. Logs are made once, in the folder for temporary files (1 GB).
import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, SHARED, installed, median, sharedIsHere } from './timing.mjs';

const ROUNDS = 5;
const ROWS = 5_000_000;
const HASH = '236c0da9';
const LINE = [0.5, 1, 2, 4].map((times) => (times * ROWS) / 4);
const BIN = join(ROOT, 'bin/portal-study.js');
const OUT = join(tmpdir(), 'portal-study-bench-usage.csv');

export default async function usage() {
  if (!sharedIsHere('bench/gen_log.js')) return;
  const log = logOf(ROWS);
  const { hash, counts } = await checked(log);
  console.log(`sha256 ${hash.slice(0, 8)}… ${hash.startsWith(HASH) ? 'as expected' : `UNEXPECTED, not ${HASH}`}; ${counts}`);
  await againstPeers(log);
  await shuffled(log);
  await linearity();
}

async function againstPeers(log) {
  const peers = join(SHARED, 'peers');
  const commands = [{ label: 'portal-study usage log.csv --output per-participant.csv', command: process.execPath, args: ours(log) }];
  if (installed('Rscript', ['-e', 'library(data.table)'])) commands.push({ label: 'R, data.table', command: 'Rscript', args: ['--vanilla', join(peers, 'usage.R')] });
  else console.log('R with data.table: not installed');
  const python = ['python3', '/usr/bin/python3'].find((name) => installed(name, ['-c', 'import pandas']));
  if (python !== undefined) commands.push({ label: 'Python, pandas', command: python, args: [join(peers, 'usage.py')] });
  else console.log('Python with pandas: not installed');
  console.log(`median of ${ROUNDS} after one more, taken in turn; × the first line`);
  const runs = new Map(commands.map(({ label }) => [label, []]));
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const { label, command, args } of commands) {
      // Minutes of pandas tell no more than two rounds do.
      if (label.includes('pandas') && round > 0) continue;
      const run = await measured(command, args, { LOG: log });
      if (round >= 0) runs.get(label).push(run);
    }
  }
  const [first] = runs.values();
  const base = median(first.map(({ ms }) => ms));
  for (const [label, list] of runs) {
    const ms = median(list.map((run) => run.ms));
    console.log(`${label.padEnd(58)} ${(ms / 1000).toFixed(2).padStart(6)} s  ${(ms / base).toFixed(2).padStart(5)} ×  peak ${peak(list)}`);
  }
  const table = runs.get('R, data.table');
  if (table !== undefined) console.log(`ours is ${(base / median(table.map(({ ms }) => ms))).toFixed(2)} × data.table's time`);
}

async function shuffled(log) {
  const file = `${log}.shuffled`;
  if (!existsSync(file)) {
    const made = spawnSync('/bin/sh', ['-c', `{ head -n 1 "${log}"; tail -n +2 "${log}" | shuf --random-source="${log}"; } > "${file}.part"`]);
    if (made.status !== 0) return console.log('the same rows shuffled: left out, because shuf is not installed');
    renameSync(`${file}.part`, file);
  }
  await measured(process.execPath, ours(log));
  const inOrder = readFileSync(OUT, 'utf8');
  const { ms, rss } = await measured(process.execPath, ours(file));
  const same = readFileSync(OUT, 'utf8') === inOrder;
  console.log(`the same rows shuffled: ${(ms / 1000).toFixed(2)} s, peak ${Math.round(rss)} MB, ${same ? 'the same answer byte for byte' : 'ANOTHER ANSWER'}`);
  if (!same) process.exitCode = 1;
}

async function linearity() {
  const times = new Map(LINE.map((rows) => [rows, []]));
  let most = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const rows of LINE) {
      const { ms, rss } = await measured(process.execPath, ours(logOf(rows)));
      times.get(rows).push(ms);
      most = Math.max(most, rss);
    }
  }
  const points = LINE.map((rows) => ({ rows, ms: median(times.get(rows)) }));
  const { slope, intercept } = lineThrough(points);
  console.log(`cost: ${(1e6 * slope).toFixed(0)} ns an event and ${intercept.toFixed(0)} ms besides; peak ${Math.round(most)} MB`);
  for (const { rows, ms } of points) {
    const fit = intercept + slope * rows;
    console.log(`${String(rows).padStart(9)} rows: ${(ms / 1000).toFixed(2)} s, ${((100 * (ms - fit)) / fit).toFixed(1).padStart(5)} % from the line`);
  }
}

/** By least squares of relative error, so that no size counts more than another. */
function lineThrough(points) {
  let [w, x, xx, y, xy] = [0, 0, 0, 0, 0];
  for (const { rows, ms } of points) {
    const weight = 1 / ms ** 2;
    w += weight;
    x += weight * rows;
    xx += weight * rows * rows;
    y += weight * ms;
    xy += weight * rows * ms;
  }
  const slope = (w * xy - x * y) / (w * xx - x * x);
  return { slope, intercept: (y - slope * x) / w };
}

function ours(log) {
  return [BIN, 'usage', log, '--no-study', '--quiet', '--output', OUT];
}

function logOf(rows) {
  const file = join(tmpdir(), `portal-study-log-${rows}.csv`);
  if (existsSync(file)) return file;
  console.log(`making a log of ${rows} rows …`);
  const { status, stderr } = spawnSync(process.execPath, [join(SHARED, 'gen_log.js'), String(rows), `${file}.part`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  renameSync(`${file}.part`, file);
  return file;
}

async function checked(log) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(log, { highWaterMark: 2 ** 20 })) hash.update(chunk);
  const json = `${OUT}.json`;
  writeFileSync(json, '');
  await measured(process.execPath, [BIN, 'usage', log, '--no-study', '--quiet', '--output', json]);
  const { estimates, n } = JSON.parse(readFileSync(json, 'utf8'));
  const pairs = estimates.reduce((sum, one) => sum + Object.entries(one).filter(([key, value]) => key.startsWith('events.') && value > 0).length, 0);
  const sessions = estimates.reduce((sum, one) => sum + one.sessions, 0);
  return { hash: hash.digest('hex'), counts: `${n.used} events, ${estimates.length} participants, ${pairs} pairs with a feature, ${sessions} sessions` };
}

/** Wall time, and the kernel's high-water mark of memory, read while the process runs (Linux; elsewhere 0). */
function measured(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
    let rss = 0;
    let stderr = '';
    child.stderr.on('data', (chunk) => { stderr += chunk; });
    const watch = setInterval(() => { rss = Math.max(rss, highWater(child.pid)); }, 20);
    child.on('close', (status) => {
      clearInterval(watch);
      if (status === 0) resolve({ ms: Number(process.hrtime.bigint() - start) / 1e6, rss });
      else reject(new Error(`${command} ended with ${status}: ${stderr}`));
    });
  });
}

/** Megabytes. */
function highWater(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function peak(runs) {
  const most = Math.max(...runs.map(({ rss }) => rss));
  return most === 0 ? 'unknown' : `${Math.round(most)} MB`;
}
