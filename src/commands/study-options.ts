import type { Command, Option } from 'commander';
import { nearestNames } from '../dataset/nearest-names.js';
import { StudyError } from '../errors.js';
import type { StudyOption } from '../study/study.js';

/**
 * Options that a study file states, read as the command line would read them.
 *
 * @param command that declares the options
 * @returns values by the option's name in camelCase, as commander hands them to a verb
 * @throws StudyError E_STUDY_OPTION, E_OPTION_VALUE; each points into the study file.
 * @example
 * parsedOptions(command, analysis.options); // { outcome: 'hba1c', vars: ['feature:*'], digits: 3 }
 */
export function parsedOptions(command: Command, options: readonly StudyOption[]): Record<string, unknown> {
  const known = new Map(command.options.map((option) => [option.attributeName(), option]));
  return Object.fromEntries(options.map((stated) => {
    const option = known.get(stated.name);
    if (option === undefined) throw unknownOption(stated, [...known.values()]);
    return [stated.name, valueOf(option, stated)];
  }));
}

function valueOf(option: Option, { value, where }: StudyOption): unknown {
  const texts = typeof value === 'string' ? [value] : value;
  if (option.isBoolean() || option.negate) {
    if (texts.length === 1 && /^(?:true|yes|false|no)$/.test(texts[0])) return /^(?:true|yes)$/.test(texts[0]);
    throw new StudyError('E_OPTION_VALUE', `${option.long} takes true or false.`, { where });
  }
  const { parseArg } = option;
  if (parseArg === undefined) return texts.join(',');
  try {
    // One that collects takes what came before as its second argument.
    if (parseArg.length < 2) return parseArg(texts.join(','), undefined);
    return texts.reduce<unknown>((before, text) => parseArg(text, before), undefined);
  } catch (error) {
    if (!(error instanceof StudyError)) throw error;
    throw new StudyError(error.code, error.message, { where, hint: error.hint ?? undefined, cause: error });
  }
}

function unknownOption({ name, where }: StudyOption, known: readonly Option[]): StudyError {
  const names = known.map(({ long }) => (long ?? '').replace(/^--(?:no-)?/, ''));
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const near = nearestNames(kebab, names);
  return new StudyError('E_STUDY_OPTION', `There is no option "${kebab}".`, {
    where, hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Options: ${names.join(', ')}.`,
  });
}
