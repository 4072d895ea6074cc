import { nearestNames } from '../dataset/nearest-names.js';
import { StudyError } from '../errors.js';
import type { ResultRecord } from '../results/record.js';
import type { Address, AddressStep, Selector } from './address.js';
import { selectEntry } from './select-entry.js';
import type { Entry, Selection } from './select-entry.js';

/** What stands at an address: a number, a text, or (`field` null) a whole entry, whose fields a printed cell tells. */
export interface Figure {
  readonly address: Address;
  readonly record: ResultRecord;
  /** The entry that has the field. */
  readonly entry: Entry;
  readonly field: string | null;
  /** Null where the record says undefined or hidden. */
  readonly value: number | string | boolean | null;
}

/** Other names of a variable's values, such as the code in the data for the label in a record, by variable. */
export type Aliases = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What is found for an address that stands at `where` in the study file. */
export type FigureFinder = (address: Address, where: string) => Figure;

/** Where an address is read, for what goes wrong on the way. */
interface Place {
  readonly text: string;
  readonly by: string | null;
  readonly where: string;
  readonly aliases: Aliases;
}

/**
 * Finds what an address names among the records of a study's analyses. Without a section (`table4[x].p`) the entries
 * are the record's estimates; a list of one entry is that entry.
 *
 * @param where of the address in the study file.
 * @param aliases under which an entry is looked for where it is not found as named
 * @throws StudyError E_ADDRESS_UNKNOWN with the nearest names, E_ADDRESS_AMBIGUOUS with what would tell the entries apart.
 */
export function findFigure(records: ReadonlyMap<string, ResultRecord>, address: Address, where: string, aliases: Aliases = new Map()): Figure {
  const { text, analysis, steps } = address;
  const record = records.get(analysis.name);
  if (record === undefined) {
    throw unknown({ text, by: null, where, aliases }, `There is no analysis "${analysis.name}"`, analysis.name, [...records.keys()]);
  }
  const place = { text, by: splittingColumn(record), where, aliases };
  const opensSection = analysis.selectors.length === 0 && steps.length > 0 && isSection(record, steps[0].name);
  let here: unknown = opensSection ? record : analysis.selectors.length === 0 ? record.estimates : pick(record.estimates, analysis, place);
  let entry = record as unknown as Entry;
  let field: string | null = null;
  for (let next = 0; next < steps.length;) {
    entry = entryAt(here, place);
    const step = longestField(entry, steps, next);
    here = valueOf(entry, step, place);
    field = step.name;
    next += step.taken;
  }
  if (here === null || typeof here !== 'object') return { address, record, entry, field, value: here as Figure['value'] };
  return { address, record, entry: entryAt(here, place), field: null, value: null };
}

/** The field that the next steps name: `events.request` may be one field, and goes before `request` below `events`. */
function longestField(entry: Entry, steps: readonly AddressStep[], next: number): AddressStep & { readonly taken: number } {
  for (let taken = steps.length - next; taken > 1; taken -= 1) {
    const names = steps.slice(next, next + taken);
    const name = names.map((step) => step.name).join('.');
    const isPlain = names.slice(0, -1).every(({ selectors }) => selectors.length === 0);
    if (isPlain && Object.hasOwn(entry, name)) return { name, selectors: names[taken - 1].selectors, taken };
  }
  return { ...steps[next], taken: 1 };
}

function valueOf(entry: Entry, step: AddressStep, place: Place): unknown {
  if (!Object.hasOwn(entry, step.name)) throw unknown(place, `There is no "${step.name}" here`, step.name, Object.keys(entry));
  const inner = entry[step.name];
  if (step.selectors.length === 0) return inner;
  if (Array.isArray(inner)) return pick(inner, step, place);
  throw unknown(place, `"${step.name}" is no list to pick from`, step.name, []);
}

function pick(entries: readonly unknown[], { name, selectors }: AddressStep, place: Place): Entry {
  const asNamed = selectEntry(entries as readonly Entry[], selectors, place.by);
  const selection = asNamed.found === 'none' ? byAlias(entries as readonly Entry[], selectors, place) ?? asNamed : asNamed;
  if (selection.found === 'one') return selection.entry;
  if (selection.found === 'several') throw ambiguous(selection, place);
  const { selector: { key, value }, known } = selection;
  const asked = key === null ? value : `${key}=${value}`;
  const wanted = nearestNames(asked, known).length > 0 ? asked : value;
  throw unknown(place, `${name} has no "${asked}"`, wanted, known);
}

function byAlias(entries: readonly Entry[], selectors: readonly Selector[], { aliases, by }: Place): Selection | null {
  const renamed = selectors.map(({ key, value }) => {
    const own = key === null ? [...aliases.values()].find((names) => names.has(value)) : aliases.get(key);
    return { key, value: own?.get(value) ?? value };
  });
  const selection = renamed.some(({ value }, index) => value !== selectors[index].value) ? selectEntry(entries, renamed, by) : null;
  return selection?.found === 'none' ? null : selection;
}

/** The one entry that is here, or of a list the one that stands for all. */
function entryAt(here: unknown, place: Place): Entry {
  if (here === null || typeof here !== 'object') throw unknown(place, 'There is nothing below this figure', '', []);
  if (!Array.isArray(here)) return here as Entry;
  const selection = selectEntry(here as readonly Entry[], [], place.by);
  if (selection.found === 'one') return selection.entry;
  throw ambiguous(selection.found === 'several' ? selection : { found: 'several', count: here.length, telling: new Map() }, place);
}

function isSection(record: ResultRecord, name: string): boolean {
  const section = Object.hasOwn(record, name) ? (record as unknown as Entry)[name] : null;
  return section !== null && typeof section === 'object';
}

/** The column that splits a record's rows, by name. */
function splittingColumn(record: ResultRecord): string | null {
  const { by } = record as ResultRecord & { readonly by?: { readonly name: string } | null };
  const asked = record.provenance.options['by'];
  return by?.name ?? (typeof asked === 'string' ? asked : null);
}

function ambiguous({ count, telling }: Extract<Selection, { found: 'several' }>, { text, where }: Place): StudyError {
  const choices = [...telling].map(([field, values]) => `${field}=${values.slice(0, 4).join(' or ')}${values.length > 4 ? ' …' : ''}`);
  return new StudyError('E_ADDRESS_AMBIGUOUS', `"${text}" fits ${count} entries.`, {
    where, hint: choices.length === 0 ? undefined : `Say in brackets which: ${choices.join('; ')}.`,
  });
}

function unknown({ text, where }: Place, message: string, wanted: string, known: readonly string[]): StudyError {
  const near = nearestNames(wanted, known);
  const shown = known.slice(0, 12).join(', ') + (known.length > 12 ? ` and ${known.length - 12} more` : '');
  return new StudyError('E_ADDRESS_UNKNOWN', `${message}, in "${text}".`, {
    where, hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : known.length === 0 ? undefined : `There are: ${shown}.`,
  });
}
