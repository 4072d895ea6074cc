import { mayBeTerminal } from './standard-streams.js';

/** What is known of standard output: whether a person is watching, how wide it is, whether it takes colour. */
export interface Screen {
  readonly isTerminal: boolean;
  /** Columns of the terminal; null when the output is a file or a pipe, which have no width. */
  readonly width: number | null;
  readonly colour: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function standardOutput(environment: Environment, wantsColour: boolean): Screen {
  return mayBeTerminal(1) ? screenOf(process.stdout, environment, wantsColour) : screenOf({}, environment, wantsColour);
}

/**
 * Colour is for terminals only, and off with `NO_COLOR` set to anything (no-color.org), `TERM=dumb` or
 * `--no-color`.
 */
function screenOf(stream: { isTTY?: boolean; columns?: number }, environment: Environment, wantsColour: boolean): Screen {
  const isTerminal = stream.isTTY === true;
  const refused = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
  return {
    isTerminal,
    width: isTerminal ? (stream.columns ?? 80) : null,
    colour: isTerminal && wantsColour && !refused,
  };
}
