import { spawnSync } from 'node:child_process';
import { ROOT } from '../../cli/portal-study.js';

/** What a process of its own printed, and the most memory it ever held, in bytes. */
export interface Measured {
  readonly printed: string;
  readonly peak: number;
}

/**
 * Runs a script in a fresh process, because the test's process is never small.
 * `modules` are bundled into it by esbuild, and stand in the script by their names.
 */
export async function measured(modules: Readonly<Record<string, string>>, script: string): Promise<Measured> {
  const { build } = await import('esbuild');
  const imports = Object.entries(modules).map(([names, path]) => `import { ${names} } from './${path}';`).join('\n');
  const end = "process.on('exit', () => { process.stdout.write('\\n' + 1024 * process.resourceUsage().maxRSS); });";
  const { outputFiles } = await build({
    stdin: { contents: `${imports}\n${script}\n${end}`, resolveDir: ROOT, loader: 'ts' },
    bundle: true, write: false, platform: 'node', format: 'cjs', define: { __TOOL__: '""' },
  });
  const { stdout, stderr } = spawnSync(process.execPath, ['-'], { input: outputFiles[0].text, encoding: 'utf8', maxBuffer: 1 << 26 });
  const [printed, peak] = stdout.split('\n').slice(-2);
  if (peak === undefined) throw new Error(stderr);
  return { printed, peak: Number(peak) };
}
