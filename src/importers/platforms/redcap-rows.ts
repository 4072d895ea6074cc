import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import type { Warning } from '../../results/warning.js';
import { everyRow } from '../columns/ids.js';
import { place } from '../place.js';
import type { Rows } from '../rows/rows.js';
import { columnsOnly, rowsOnly } from '../rows/shaped-rows.js';
import { counted, firstOf } from '../wording.js';

/** Which of a project's rows are asked for. */
export interface RedcapChoiceOfRows {
  readonly instrument?: string | undefined;
  readonly event?: string | undefined;
  /** Keep the rows of several events, where the same participant has more than one. */
  readonly keepsEvents: boolean;
  /** The column that names the participant. */
  readonly id: number;
}

interface Chosen {
  readonly rows: Rows;
  readonly warnings: readonly Warning[];
}

const INSTRUMENT = ['redcap_repeat_instrument', 'Repeat Instrument'];
const EVENT = ['redcap_event_name', 'Event Name'];

/**
 * The rows of one table: a REDCap export holds those of every repeating instrument and every event. Rows of a repeating
 * instrument are no participants, so without `instrument` the others are taken; of several events one has to be chosen.
 *
 * @throws StudyError E_INSTRUMENT_CHOICE, E_EVENT_CHOICE with what there is to choose from, E_INSTRUMENT_MISSING,
 *   E_EVENT_MISSING with the nearest names.
 */
export function redcapRows(read: Rows, file: string, asked: RedcapChoiceOfRows): Chosen {
  const ofInstrument = chooseInstrument(read, file, asked.instrument);
  const ofEvent = chooseEvent(ofInstrument.rows, file, asked);
  const warnings = [...ofInstrument.warnings, ...ofEvent.warnings];
  if (ofEvent.rows.lines.length === read.lines.length) return { rows: ofEvent.rows, warnings };
  return { rows: withoutEmptied(read, ofEvent.rows), warnings };
}

function chooseInstrument(read: Rows, file: string, asked: string | undefined): Chosen {
  const column = indexOf(read, INSTRUMENT);
  const counts = column === -1 ? new Map<string, number>() : countsOf(read, column);
  const nonRepeating = counts.get('') ?? 0;
  counts.delete('');
  const where = place(file, read.header.line, column === -1 ? undefined : read.header.names[column]);
  // What is said of rows names no column, so that it is told whatever columns are asked for.
  const ofRows = place(file, read.header.line);
  if (asked !== undefined) {
    const name = named(asked, '--instrument', [...counts.keys()], where, 'E_INSTRUMENT_MISSING', 'repeating instrument');
    const rows = rowsWith(read, column, name);
    const message = `Only the ${counted(rows.lines.length, 'row')} of the repeating instrument ${name} are read: ` +
      'each is one of several that a participant may have.';
    return { rows, warnings: [{ code: 'W_REPEAT_ROWS', message, where: ofRows }] };
  }
  if (counts.size === 0) return { rows: read, warnings: [] };
  const each = listed(counts);
  if (nonRepeating === 0 && counts.size > 1) {
    throw new StudyError('E_INSTRUMENT_CHOICE', `The file holds rows of several repeating instruments: ${each}.`, {
      where, hint: `Type --instrument ${typed([...counts.keys()][0])}, or another of them.`,
    });
  }
  if (nonRepeating === 0) return { rows: read, warnings: [] };
  const rows = rowsWith(read, column, '');
  const left = read.lines.length - rows.lines.length;
  return {
    rows,
    warnings: [{
      code: 'W_REPEAT_ROWS',
      message: `${counted(left, 'row')} of repeating instruments left out, because they are no participants: ${each}. ` +
        `--instrument ${typed([...counts.keys()][0])} reads such rows instead.`,
      where: ofRows,
    }],
  };
}

function chooseEvent(read: Rows, file: string, { event, keepsEvents, id }: RedcapChoiceOfRows): Chosen {
  const column = indexOf(read, EVENT);
  const counts = column === -1 ? new Map<string, number>() : countsOf(read, column);
  const where = place(file, read.header.line, column === -1 ? undefined : read.header.names[column]);
  if (event !== undefined) {
    const name = named(event, '--event', [...counts.keys()], where, 'E_EVENT_MISSING', 'event');
    return { rows: rowsWith(read, column, name), warnings: [] };
  }
  if (counts.size < 2 || !repeatsAcross(read, id, column)) return { rows: read, warnings: [] };
  const message = `The same participants have rows of several events: ${listed(counts)}.`;
  const [first] = counts.keys();
  if (keepsEvents) {
    const kept = `${message} Every row is kept; --event ${typed(first)} reads one event.`;
    return { rows: read, warnings: [{ code: 'W_EVENT_SEVERAL', message: kept, where: place(file, read.header.line) }] };
  }
  throw new StudyError('E_EVENT_CHOICE', message, {
    where, hint: `Type --event ${typed(first)}, or another of them.`,
  });
}

/** Whether one participant has rows of different events. */
function repeatsAcross(rows: Rows, id: number, event: number): boolean {
  const eventOf = new Map<string, string>();
  for (let row = 0; row < rows.lines.length; row += 1) {
    const participant = rows.columns[id].at(row).trim();
    const now = rows.columns[event].at(row).trim();
    const before = eventOf.get(participant);
    if (before !== undefined && before !== now) return true;
    eventOf.set(participant, now);
  }
  return false;
}

/** Leaves out the columns that hold something on other rows only: they belong to other forms. */
function withoutEmptied(read: Rows, rows: Rows): Rows {
  return columnsOnly(rows, (index) => hasCells(rows, index) || !hasCells(read, index));
}

function hasCells({ columns, lines }: Rows, index: number): boolean {
  for (let row = 0; row < lines.length; row += 1) if (columns[index].at(row).trim() !== '') return true;
  return false;
}

function indexOf({ header }: Rows, names: readonly string[]): number {
  return header.names.findIndex((name) => names.includes(name));
}

function countsOf({ columns, lines }: Rows, column: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let row = 0; row < lines.length; row += 1) {
    const text = columns[column].at(row).trim();
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

function rowsWith(rows: Rows, column: number, text: string): Rows {
  return rowsOnly(rows, everyRow(rows).filter((row) => rows.columns[column].at(row).trim() === text));
}

function named(asked: string, option: string, known: readonly string[], where: string, code: 'E_EVENT_MISSING' | 'E_INSTRUMENT_MISSING', noun: string): string {
  const found = known.find((name) => name === asked) ?? known.find((name) => name.toLowerCase() === asked.toLowerCase());
  if (found !== undefined) return found;
  const near = nearestNames(asked, known);
  const hint = known.length === 0 ? `Leave ${option} out.` : near.length > 0 ? `Nearest: ${near.join(', ')}.` : `There are: ${firstOf(known, 12)}.`;
  throw new StudyError(code, `There is no ${noun} "${asked}".`, { where, hint });
}

function listed(counts: ReadonlyMap<string, number>): string {
  return firstOf(Array.from(counts, ([name, count]) => `${name === '' ? '(none)' : name} (${counted(count, 'row')})`), 12);
}

function typed(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `"${name}"`;
}
