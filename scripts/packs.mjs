// Packs the modules of the command into few files, by when a run needs them, each with its compiled code.
import { transform } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const study = join(root, 'fixtures/studies/secure-messaging-2013');
const { loadBundle } = createRequire(import.meta.url)('../bin/load-bundle.js');

/** What decides the packs and the code kept for them: the main job alone, by a study file, and some of all else. */
const MAIN_JOB = ['correlate', join(study, 'survey.csv'), '--no-study'];
const BY_STUDY = ['correlate', join(study, 'survey.csv')];
const OTHERS = [
  ['describe', join(study, 'survey.csv')],
  ['themes', join(study, 'codings.csv'), '--quotes', '1'],
  ['usage', join(study, 'usage.csv')],
  ['reproduce', join(study, 'study.yml')],
  ['joint', join(study, 'study.yml')],
];

/**
 * esbuild splits modules only where they stay ES modules, whose loading costs more than a short run has to do. So its
 * modules are made functions, and the functions of one moment one file (see bin/load-bundle.js).
 *
 * @param files of a build with splitting that was not written.
 */
export async function writePacks(files, target) {
  const modules = new Map();
  for (const { path, text } of files) {
    const { code } = await transform(text, { format: 'cjs', platform: 'node', target, minify: true, supported: { 'dynamic-import': false } });
    modules.set(`./${basename(path)}`, asciiOnly(code));
  }
  const ids = [...modules.keys()];
  write(modules, new Map(ids.map((id) => [id, 'main'])));
  const main = new Set(await modulesOf(MAIN_JOB));
  const withStudy = new Set(await modulesOf(BY_STUDY));
  write(modules, new Map(ids.map((id) => [id, main.has(id) ? 'main' : withStudy.has(id) ? 'study' : 'rest'])));
  // Each pack's code is what its own kind of run compiled, since code that a run does not need costs it time to read.
  await keepCode('main', [MAIN_JOB]);
  await keepCode('study', [BY_STUDY]);
  await keepCode('rest', OTHERS);
}

function write(modules, packOf) {
  for (const pack of new Set(packOf.values())) {
    const index = pack === 'main' ? `"":${JSON.stringify(Object.fromEntries([...packOf].filter(([, name]) => name !== 'main')))},` : '';
    const own = [...modules].filter(([id]) => packOf.get(id) === pack).map(([id, code]) => `${JSON.stringify(id)}:function(exports,require,module){${code}}`);
    writeFileSync(join(dist, `${pack}.pack.cjs`), `({${index}${own.join(',')}})`);
    rmSync(join(dist, `${pack}.pack.code`), { force: true });
  }
}

async function modulesOf(args) {
  const bundle = loadBundle();
  await run(bundle, args);
  return bundle.modules.keys();
}

/** The compiled code must come last: V8 tells one source from another by its length alone. */
async function keepCode(pack, runs) {
  const bundle = loadBundle();
  for (const args of runs) await run(bundle, args);
  writeFileSync(join(dist, `${pack}.pack.code`), bundle.scripts.get(pack).createCachedData());
}

async function run({ main }, args) {
  const folder = mkdtempSync(join(tmpdir(), 'portal-study-build-'));
  const code = await main([...args, '--quiet', '--output', join(folder, 'table.txt')]);
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
}

/** Text of one byte a character loads in half the time. What esbuild leaves beyond ASCII stands in regular expressions. */
function asciiOnly(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
