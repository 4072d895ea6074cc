// npm run bench [-- name …]: every figure the README quotes, as ratios within one run. A peer that is not
// installed is named and left out.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BENCHES = ['startup', 'matrix', 'exact', 'resampling', 'agree', 'usage', 'reproduce'];
const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : BENCHES) {
  const file = new URL(`./${name}.mjs`, import.meta.url);
  if (!existsSync(fileURLToPath(file))) {
    console.error(`There is no bench "${name}"; benches: ${BENCHES.join(', ')}.`);
    process.exitCode = 2;
    continue;
  }
  console.log(`\n== ${name}`);
  await (await import(file.href)).default();
}
