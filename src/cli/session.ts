import type { OutputTarget, Session } from '../commands/session.js';
import { nearestNames } from '../dataset/nearest-names.js';
import { StudyError } from '../errors.js';
import { formatForFile, formats, isBinary, render } from '../reporters/index.js';
import type { Format } from '../reporters/index.js';
import { LIBRARIES, TOOL } from '../tool.js';
import { visibleLine } from './error-line.js';
import { writeFiles } from './files.js';
import { PLAIN, paintFor } from './paint.js';
import { progressLine } from './progress.js';
import { saveFiles } from './save-files.js';
import { mayBeTerminal, writeText } from './standard-streams.js';
import { standardOutput } from './terminal.js';

/** The session of a real run, on the process's own streams, each opened only when it is needed. */
export function openSession(options: { quiet: boolean; colour: boolean }): Session {
  const progress = progressLine({
    shown: () => !options.quiet && mayBeTerminal(2) && process.stderr.isTTY,
    write: (text) => { writeText(2, text); },
    // Not performance.now(): asking for it loads all of node's performance hooks.
    now: () => Number(process.hrtime.bigint()) / 1e6,
  });
  let noted = false;
  const note = (text: string): void => {
    if (options.quiet) return;
    noted = true;
    writeText(2, `${visibleLine(text)}\n`);
  };
  return {
    get stdin() {
      return process.stdin;
    },
    tool: TOOL,
    libraries: LIBRARIES,
    get today() {
      // A build that is to be the same on any day says which day it is: reproducible-builds.org/specs/source-date-epoch.
      const epoch = Number(process.env['SOURCE_DATE_EPOCH'] || NaN);
      return (Number.isFinite(epoch) ? new Date(epoch * 1000) : new Date()).toISOString().slice(0, 10);
    },
    note,
    pause: progress.pause,
    write(files, inputs, folder) {
      progress.finish();
      saveFiles(files.filter(({ path }) => path !== '-'), inputs, folder);
      for (const { path, content } of files) if (path === '-') writeText(1, String(content));
      return Promise.resolve();
    },
    async deliver(report, target) {
      progress.finish();
      const plan = outputPlan(target);
      const contents = await Promise.all(plan.files.map(({ format }) => render(format, report, { width: null, paint: PLAIN })));
      writeFiles(plan.files.map(({ path }, index) => ({ path, content: contents[index] })), target.inputs);
      for (const { path } of plan.files) note(`Wrote ${path}.`);
      if (plan.screen === null) return;
      const screen = standardOutput(process.env, options.colour);
      const text = await render(plan.screen, report, { width: screen.width, paint: await paintFor(screen) });
      // On a terminal the notes and the table share a screen; a blank line keeps them apart.
      if (noted && screen.isTerminal) writeText(2, '\n');
      writeText(1, text);
    },
  };
}

/** Which files get which format, and what standard output gets: null when everything goes to files. */
function outputPlan(target: OutputTarget): { files: { path: string; format: Format }[]; screen: Format | null } {
  const wanted = target.format === undefined ? null : knownFormat(target.format);
  const paths = target.output.filter((path) => path !== '-');
  const files = paths.map((path) => outputFile(path, wanted));
  if (target.plot !== undefined) files.push({ path: target.plot, format: pictureFormat(target.plot) });
  const toScreen = paths.length === 0 || paths.length < target.output.length;
  const screen = toScreen ? (wanted ?? 'table') : null;
  if (screen !== null && isBinary(screen)) {
    throw new StudyError('E_OUTPUT_FORMAT', `A .${screen} is a file, not text for standard output.`, { hint: `Type --output table.${screen}.` });
  }
  return { files, screen };
}

/** `junit:report.xml` names the format before the file; else the extension does, and else `--format`. */
function outputFile(text: string, wanted: Format | null): { path: string; format: Format } {
  // A single letter is a drive.
  const [, name = '', path = ''] = /^([a-z]{2,}):(.*)$/is.exec(text) ?? [];
  const format = formatNamed(name);
  if (format !== undefined && path !== '') return { path, format };
  if (format !== undefined) throw new StudyError('E_OUTPUT_FORMAT', 'A format without its file.', { where: text, hint: `Type --output ${text}FILE.` });
  const [nearest] = name === '' ? [] : nearestNames(name, formats);
  // Written as it stands it would be a file of an odd name, and in another format.
  if (nearest !== undefined) throw new StudyError('E_OUTPUT_FORMAT', `There is no format "${name}".`, { where: text, hint: `Nearest: --output ${nearest}:${path}. A file of this name is ./${text}.` });
  return { path: text, format: formatForFile(text) ?? wanted ?? unknownExtension(text) };
}

function formatNamed(text: string): Format | undefined {
  const aliases = new Map([['md', 'markdown'], ['tex', 'latex'], ['txt', 'table'], ['text', 'table'], ['htm', 'html']]);
  const name = aliases.get(text.toLowerCase()) ?? text.toLowerCase();
  return formats.find((known) => known === name);
}

function knownFormat(text: string): Format {
  const format = formatNamed(text);
  if (format !== undefined) return format;
  const [nearest] = nearestNames(text, formats);
  throw new StudyError('E_OPTION_VALUE', `--format takes ${formats.join(', ')}, not "${text}".`, {
    hint: nearest === undefined ? undefined : `Nearest: --format ${nearest}.`,
  });
}

function pictureFormat(path: string): Format {
  if (formatForFile(path) === 'svg') return 'svg';
  throw new StudyError('E_OUTPUT_FORMAT', 'Pictures are drawn as SVG, which journals, browsers and Word take.', {
    where: path, hint: `Type --plot ${path.replace(/\.[^./\\]*$/, '')}.svg.`,
  });
}

function unknownExtension(path: string): never {
  throw new StudyError('E_OUTPUT_FORMAT', 'The extension names no format.', {
    where: path,
    hint: 'End it in .txt, .md, .csv, .json, .html, .tex, .docx or .svg, or add --format.',
  });
}
