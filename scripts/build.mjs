// Bundles the command line, its verbs and the library into dist/, so that a run loads only what it needs.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { basename, dirname, join } from 'node:path';
import { writePacks } from './packs.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(join(root, 'dist'), { recursive: true, force: true });
const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'none',
  metafile: true,
  // sql.js would look beside itself for the code it is handed anyway.
  define: {
    __TOOL__: JSON.stringify(`${packageJson.name} ${packageJson.version}`),
    __LIBRARIES__: JSON.stringify(librariesOfNumbers()),
    __dirname: '"."',
  },
};
// The database engine's code stays a file of its own, which only a run that opens a database reads.
const SQL_WASM_OF_COMMAND = '../dist/sql-wasm.wasm';
const command = await build({
  ...options,
  entryPoints: ['src/cli/main.ts'],
  outdir: 'dist',
  format: 'esm',
  splitting: true,
  write: false,
  external: [SQL_WASM_OF_COMMAND],
  plugins: [{ name: 'lean packages', setup: leanPackages }, { name: 'sql.js', setup: sqlWasm(`require.resolve('${SQL_WASM_OF_COMMAND}')`) }],
});
const library = await build({
  ...options,
  entryPoints: ['src/index.ts'],
  outdir: 'dist',
  format: 'esm',
  splitting: true,
  plugins: [
    { name: 'lean packages', setup: leanPackages },
    { name: 'builtins of CommonJS', setup: requiredBuiltins },
    { name: 'sql.js', setup: sqlWasm("process.getBuiltinModule('node:url').fileURLToPath(new URL('./sql-wasm.wasm', import.meta.url))") },
  ],
});
copyFileSync(join(root, 'node_modules/sql.js/dist/sql-wasm.wasm'), join(root, 'dist/sql-wasm.wasm'));
const inputs = [command, library].flatMap(({ metafile }) => Object.keys(metafile.inputs));
writeFileSync(join(root, 'THIRD-PARTY-NOTICES.txt'), notices([...new Set(inputs)]));
const require = createRequire(import.meta.url);
await writePacks(command.outputFiles, options.target);
execFileSync(process.execPath, [join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc'), '-p', 'tsconfig.json'], {
  cwd: root,
  stdio: 'inherit',
});

/**
 * Leaves out what packages would load in vain: the tables that simple-statistics computes for functions that are never
 * called, and the child processes that commander starts for executable subcommands.
 */
function leanPackages({ onResolve, onLoad }) {
  const functions = { mean: 'mean', sampleStandardDeviation: 'sample_standard_deviation' };
  onResolve({ filter: /^simple-statistics$/ }, () => ({ path: 'simple-statistics', namespace: 'by function' }));
  onLoad({ filter: /.*/, namespace: 'by function' }, () => ({
    contents: Object.entries(functions).map(([name, file]) => `export { default as ${name} } from './${file}.js';`).join('\n'),
    resolveDir: join(root, 'node_modules/simple-statistics/src'),
  }));
  onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
    /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'nothing' } : undefined);
  onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
}

/** Says where the copy in dist/ lies in place of where the package lies. */
function sqlWasm(where) {
  return ({ onLoad }) => onLoad({ filter: /[\\/]sql-wasm\.ts$/ }, () => ({ contents: `export const sqlWasmFile = () => ${where};` }));
}

/** An ES module has no require, which bundled CommonJS packages call for node's own modules. */
function requiredBuiltins({ onResolve, onLoad }) {
  onResolve({ filter: /^[a-z_/:]+$/ }, ({ path, kind }) =>
    kind === 'require-call' && isBuiltin(path) ? { path, namespace: 'builtin' } : undefined);
  onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({ contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});` }));
}

/** The licence texts of the packages whose code is in the bundle, as their licences ask. */
function notices(inputs) {
  const packages = new Set(
    inputs
      .map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
      .filter((name) => name !== undefined),
  );
  const texts = [...packages].sort().map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${name} ${version} (${license})\n\n${licenceText(folder)}`;
  });
  return `portal-study bundles these packages.\n\n${texts.join(`\n${'-'.repeat(78)}\n\n`)}`;
}

/** From the package, or from scripts/licences for one whose authors left it out of what they publish. */
function licenceText(folder) {
  const own = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'LICENCE'].map((file) => join(folder, file));
  for (const file of [...own, join(root, 'scripts/licences', `${basename(folder)}.txt`)]) {
    try {
      return readFileSync(file, 'utf8').trim() + '\n';
    } catch {
      // The next usual name is tried.
    }
  }
  throw new Error(`No licence text in ${folder}`);
}

/** Versions of the packages that have a say in numbers: those that read files and those that compute. */
function librariesOfNumbers() {
  const names = ['fflate', 'papaparse', 'pure-rand', 'saxes', 'simple-statistics', 'sql.js', 'temporal-polyfill', 'yaml'];
  return Object.fromEntries(names.map((name) => [name, JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version]));
}
