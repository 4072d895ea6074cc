import type { CodedText, Coding } from '../../dataset/coded-text.js';
import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import { naturally } from '../themes/themes-request.js';

/** What is asked of saturation; everything left out takes the default of the command line. */
export interface SaturationOptions {
  readonly unit?: 'interview' | 'group';
  /** `name`, `file`, or the units' names in their order. */
  readonly order?: readonly string[];
  readonly base?: number;
  readonly run?: number;
  readonly threshold?: number;
  readonly coders?: readonly string[];
  readonly codes?: readonly string[];
  /** Counts each code as its category at this depth, 1 being the top. */
  readonly rollUp?: number;
  readonly permutations?: number;
  readonly confidence?: number;
  readonly seed?: number;
}

/** A unit with the ids of the codes it has. */
export interface SaturationUnit {
  readonly name: string;
  readonly codes: ReadonlySet<string>;
}

/**
 * Interviews or groups with their codes, in the order that is asked for; those without any coding are left out.
 *
 * @throws StudyError E_GROUPS_UNKNOWN where documents belong to no group, E_ORDER where the order does not name each
 *   unit once.
 */
export function orderedUnits(
  coded: CodedText, codings: readonly Coding[], { unit = 'interview', order = ['name'] }: SaturationOptions,
): { units: SaturationUnit[]; order: 'name' | 'file' | 'given'; uncoded: string[] } {
  const where = coded.inputs[0]?.path ?? '';
  const found = new Map<string, Set<string>>();
  const nameOf = new Map<string, string>();
  for (const { id, name, group } of coded.sources) {
    if (unit === 'group' && group === null) continue;
    nameOf.set(id, unit === 'group' ? group ?? name : name);
    found.set(nameOf.get(id) ?? name, found.get(nameOf.get(id) ?? name) ?? new Set());
  }
  for (const { source, code } of codings) found.get(nameOf.get(source) ?? '')?.add(code);
  if (found.size === 0) {
    throw new StudyError('E_GROUPS_UNKNOWN', 'No document belongs to a group.', { where, hint: 'Name the groups in --speakers, or leave out --unit group.' });
  }
  const inFile = [...found].filter(([, codes]) => codes.size > 0).map(([name, codes]): SaturationUnit => ({ name, codes }));
  const uncoded = [...found].filter(([, codes]) => codes.size === 0).map(([name]) => name);
  if (order.length === 1 && order[0].toLowerCase() === 'file') return { units: inFile, order: 'file', uncoded };
  if (order.length === 1 && order[0].toLowerCase() === 'name') {
    return { units: [...inFile].sort((a, b) => naturally(a.name, b.name)), order: 'name', uncoded };
  }
  return { units: asGiven(inFile, order, where), order: 'given', uncoded };
}

function asGiven(units: readonly SaturationUnit[], order: readonly string[], where: string): SaturationUnit[] {
  const names = units.map(({ name }) => name);
  const refuse = (message: string, hint: string): never => { throw new StudyError('E_ORDER', message, { where, hint }); };
  const given = order.map((asked) => {
    const unit = units.find(({ name }) => name === asked) ?? units.find(({ name }) => name.toLowerCase() === asked.toLowerCase());
    if (unit !== undefined) return unit;
    const near = nearestNames(asked, names);
    return refuse(`--order names "${asked}", which is not there.`, near.length > 0 ? `Nearest: ${near.join(', ')}.` : `There are: ${names.slice(0, 8).join(', ')}.`);
  });
  const missing = units.filter((unit) => !given.includes(unit));
  if (missing.length > 0) refuse(`--order leaves out ${missing.slice(0, 5).map(({ name }) => name).join(', ')}.`, 'Name every unit once, or type --order name.');
  const twice = given.find((unit, place) => given.indexOf(unit) !== place);
  if (twice !== undefined) refuse(`--order names "${twice.name}" twice.`, 'Name every unit once.');
  return given;
}
