import { Command } from 'commander';
import { VERBS } from '../../src/cli/verbs.js';
import type { OutputTarget, Session } from '../../src/commands/session.js';
import type { Report } from '../../src/reporters/index.js';

/** What a run of a verb said and answered, without a process of its own. */
export interface VerbRun {
  readonly code: number;
  /** What would stand on standard error. */
  readonly notes: readonly string[];
  /** What was delivered, in order, and where it should go. */
  readonly reports: readonly (Report & { readonly target: OutputTarget })[];
  /** Files that are no report, by path. */
  readonly written: ReadonlyMap<string, string | Uint8Array>;
}

/** Runs a verb as the command line would. */
export async function runVerb(name: string, ...args: readonly string[]): Promise<VerbRun> {
  const entry = VERBS.find((verb) => verb.name === name)!;
  const verb = await entry.load();
  const command = new Command().exitOverride();
  verb.declare(command);
  command.parse(args, { from: 'user' });
  const notes: string[] = [];
  const reports: (Report & { target: OutputTarget })[] = [];
  const written = new Map<string, string | Uint8Array>();
  const session: Session = {
    stdin: process.stdin, tool: 'portal-study 0.1.0', today: '2026-06-01',
    note: (text) => { notes.push(text); },
    pause: () => Promise.resolve(),
    deliver: (report, target) => {
      reports.push({ ...report, target });
      return Promise.resolve();
    },
    write: (files) => {
      for (const { path, content } of files) written.set(path, content);
      return Promise.resolve();
    },
  };
  const code = await verb.run(command.args, command.opts(), session);
  return { code, notes, reports, written };
}
