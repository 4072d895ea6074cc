// npm run bench -- agree: three coders' 60 codes on 200 transcripts of 10,000 words, character by character, and the same
// with half the transcripts and with twice the marks: the time should go with the text that is read and not beyond it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, line } from './timing.mjs';

const CODERS = ['anna', 'ben', 'cleo'];
const CODES = 60;
const WORDS = 'we ask the nurse about refills and she answers within a day or two so I trust that someone reads it 👍'.split(' ');

export default async function agree() {
  const folder = mkdtempSync(join(tmpdir(), 'portal-study-bench-'));
  try {
    const base = timed(folder, { transcripts: 200, words: 10_000, marks: 100 });
    console.log('agree --unit character, 3 coders, 60 codes, 100 marks a coder and transcript; one cold run each; × the first');
    line('  200 transcripts × 10,000 words', base, base);
    line('  100 transcripts × 10,000 words', timed(folder, { transcripts: 100, words: 10_000, marks: 100 }), base);
    line('  200 transcripts × 5,000 words', timed(folder, { transcripts: 200, words: 5000, marks: 100 }), base);
    line('  200 transcripts × 10,000 words, 200 marks', timed(folder, { transcripts: 200, words: 10_000, marks: 200 }), base);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timed(parent, size) {
  const folder = mkdtempSync(join(parent, 'study-'));
  writeStudy(folder, size);
  const start = process.hrtime.bigint();
  const args = [join(ROOT, 'bin/portal-study.js'), 'agree', join(folder, 'codings.csv'), '--unit', 'character', '--format', 'json', '--quiet'];
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(stderr);
  const { estimates } = JSON.parse(stdout);
  const pooled = estimates.find((one) => one.code === null && one.pair === null && one.document === null && one.coefficient === 'krippendorff');
  if (!(pooled.estimate > 0.3 && pooled.estimate < 0.95)) throw new Error(`α of the generated study is ${pooled.estimate}`);
  return elapsed;
}

/** Every coder marks the same stretches with their ends moved, leaves some out and adds some; the seed is fixed. */
function writeStudy(folder, { transcripts, words, marks }) {
  const draw = lcg(20130501);
  mkdirSync(join(folder, 'transcripts'));
  const rows = ['document,code,start,end,coder,text'];
  for (let transcript = 0; transcript < transcripts; transcript += 1) {
    const spoken = [];
    for (let word = 0; word < words; word += 1) {
      spoken.push(word % 60 === 0 ? `${word === 0 ? '' : '\n'}P${String(1 + draw(40)).padStart(2, '0')}: ${WORDS[draw(WORDS.length)]}` : WORDS[draw(WORDS.length)]);
    }
    const text = spoken.join(' ').replaceAll(' \n', '\n');
    const points = [...text];
    writeFileSync(join(folder, 'transcripts', `T${transcript}.txt`), text);
    for (let mark = 0; mark < marks; mark += 1) {
      const [start, length, code] = [20 + draw(points.length - 500), 40 + draw(300), draw(CODES)];
      for (const coder of CODERS) {
        if (draw(10) === 0) continue;
        const from = start - draw(20);
        const to = start + length + draw(20);
        const quote = points.slice(from, to).join('').replaceAll('"', '""');
        rows.push(`T${transcript},C${code},${from},${to},${coder},"${quote}"`);
      }
    }
  }
  writeFileSync(join(folder, 'codings.csv'), rows.join('\n'));
}

/** Whole numbers below `bound` (Numerical Recipes' linear congruence: plenty for text that nobody reads). */
function lcg(seed) {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
