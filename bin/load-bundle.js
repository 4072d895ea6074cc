'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const vm = require('node:vm');

/**
 * Loads the command from its packs in dist/: `main` is what the main job runs, `study` what a study file adds to it, and
 * `rest` everything else; a pack is read when a module of it is asked for. Each comes with the code that V8 compiled for
 * it when it was built, which takes a third off the time a short run needs; code of another V8 is refused by V8 itself
 * and compiled anew.
 */
exports.loadBundle = function loadBundle() {
  const scripts = new Map();
  const modules = new Map();
  const readPack = (name) => {
    const filename = join(__dirname, `../dist/${name}.pack.cjs`);
    const script = new vm.Script(readFileSync(filename, 'latin1'), { filename, cachedData: codeOf(name) });
    scripts.set(name, script);
    return script.runInThisContext();
  };
  const functions = readPack('main');
  const packOf = functions[''];
  const requireModule = (id) => {
    if (!id.startsWith('./')) return require(id);
    const known = modules.get(id);
    if (known !== undefined) return known.exports;
    if (functions[id] === undefined) Object.assign(functions, readPack(packOf[id]));
    const module = { exports: {} };
    modules.set(id, module);
    functions[id](module.exports, requireModule, module);
    return module.exports;
  };
  requireModule.resolve = require.resolve;
  return { main: requireModule('./main.js').main, scripts, modules };
};

function codeOf(name) {
  try {
    return readFileSync(join(__dirname, `../dist/${name}.pack.code`));
  } catch {
    return undefined;
  }
}
