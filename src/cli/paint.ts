import type { Paint } from '../reporters/paint.js';
import type { Screen } from './terminal.js';

const same = (text: string): string => text;
/** No colour: what files, pipes and NO_COLOR get. */
export const PLAIN: Paint = { strong: same, muted: same, caption: same, rule: same };

/** Chalk is loaded only where colour is wanted. */
export async function paintFor(screen: Screen): Promise<Paint> {
  if (!screen.colour) return PLAIN;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return { strong: chalk.bold, muted: chalk.dim, caption: chalk.bold, rule: chalk.dim };
}
