import { Command, CommanderError } from 'commander';
import { nearestNames } from '../dataset/nearest-names.js';
import { StudyError } from '../errors.js';
import { TOOL } from '../tool.js';
import { errorLine, visibleLine } from './error-line.js';
import { EXIT } from './exit-codes.js';
import { openSession } from './session.js';
import { writeText } from './standard-streams.js';
import { VERBS } from './verbs.js';

/**
 * Runs one command line and answers its exit code. Standard output carries the result and nothing else; a
 * reader that closes the pipe early is no error.
 */
export async function main(args: readonly string[]): Promise<number> {
  process.once('SIGINT', () => process.exit(EXIT.interrupted));
  try {
    return await runVerb(args);
  } catch (error) {
    return report(error, args[0]);
  }
}

async function runVerb(args: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  const program = newCommand(new Command('portal-study'))
    .description('Mixed-methods research from the command line: surveys, portal logs and transcripts in; checked figures out.')
    .version(TOOL, '-V, --version', 'print the version')
    .helpCommand('help [verb]', 'show the help of a verb')
    .addHelpText('after', '\nportal-study <verb> --help shows the options of a verb, with examples.');
  for (const verb of VERBS) {
    const command = newCommand(program.command(verb.name)).description(verb.summary);
    if (!asksFor(args, verb.name)) {
      command.usage(`${verb.usage} [options]`);
      continue;
    }
    const { declare, run } = await verb.load();
    declare(command);
    command.action(async () => {
      const options = command.opts<Record<string, unknown>>();
      const session = openSession({ quiet: options['quiet'] === true, colour: options['color'] !== false });
      code = await run(command.args, options, session);
    });
  }
  if (args.length === 0) {
    program.outputHelp();
    return EXIT.refused;
  }
  refuseUnknownVerb(args[0]);
  if (args[0] === 'help' && args.length > 1) refuseUnknownVerb(args[1]);
  await program.parseAsync(args, { from: 'user' });
  return code;
}

function asksFor(args: readonly string[], verb: string): boolean {
  return args[0] === verb || (args[0] === 'help' && args[1] === verb);
}

/** Commander throws instead of exiting, and its complaints become one line of ours. */
function newCommand(command: Command): Command {
  return command
    .exitOverride()
    .configureOutput({ writeOut: (text) => { writeText(1, text); }, writeErr: () => {} })
    .showHelpAfterError(false);
}

function refuseUnknownVerb(first: string): void {
  if (first.startsWith('-') || first === 'help' || VERBS.some((verb) => verb.name === first)) return;
  const names = VERBS.map((verb) => verb.name);
  const [nearest] = nearestNames(first, names);
  throw new StudyError('E_VERB_UNKNOWN', `There is no verb "${first}".`, {
    hint: nearest === undefined ? `Verbs: ${names.join(', ')}.` : `Nearest: portal-study ${nearest}.`,
  });
}

function report(error: unknown, verb: string): number {
  if (error instanceof StudyError) {
    writeText(2, `error: ${errorLine(error)}\n`);
    return EXIT.refused;
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done;
    const hint = VERBS.some(({ name }) => name === verb) ? ` portal-study ${verb} --help shows what it takes.` : ' Options follow a verb; portal-study --help lists the verbs.';
    writeText(2, `${visibleLine(`${error.message.replace(/\s*\n\s*/g, ' ').replace(/([^.])$/, '$1.')}${hint}`)}\n`);
    return EXIT.refused;
  }
  writeText(2, `This is a bug in ${TOOL}; please report it with the command you typed.\n`);
  writeText(2, `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.bug;
}
