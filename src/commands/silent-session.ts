import type { Session } from './session.js';

/** A session for a program that wants records alone: nothing is said, printed, written or read from standard input. */
export function silentSession(tool: string, libraries: NonNullable<Session['libraries']>, today: string): Session {
  const nothing = (): Promise<void> => Promise.resolve();
  return { stdin: noInput(), tool, libraries, today, note() {}, pause: nothing, deliver: nothing, write: nothing };
}

async function* noInput(): AsyncGenerator<string> {
  yield '';
}
