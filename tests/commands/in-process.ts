import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '../../src/commands/session.js';
import { run } from '../../src/commands/reproduce/reproduce.js';
import type { ReproduceRecord } from '../../src/results/reproduce.js';
import { scratchFolder } from '../cli/portal-study.js';

/** What a run of reproduce answered, without a process of its own. */
export interface Reproduced {
  readonly code: number;
  readonly record: ReproduceRecord;
  readonly written: ReadonlyMap<string, string>;
}

/** Runs reproduce on a study file's text in a folder. */
export async function reproduced(
  text: string, { folder = scratchFolder(), tool = 'portal-study 0.1.0', libraries = { papaparse: '5.7.1' }, today = '2026-06-01', options = {} }: { folder?: string; tool?: string; libraries?: Record<string, string>; today?: string; options?: Record<string, unknown> } = {},
): Promise<Reproduced> {
  const path = join(folder, 'study.yml');
  writeFileSync(path, text);
  let record: ReproduceRecord | null = null;
  const written = new Map<string, string>();
  const session: Session = {
    stdin: process.stdin, tool, libraries, today, note() {}, pause: () => Promise.resolve(),
    deliver: (report) => {
      record = report.record as ReproduceRecord;
      return Promise.resolve();
    },
    write: (files) => {
      for (const { path: file, content } of files) {
        written.set(file, String(content));
        writeFileSync(file, content);
      }
      return Promise.resolve();
    },
  };
  const code = await run([path], options, session);
  return { code, record: record!, written };
}
