import type { DeidentificationRecord } from '../../results/deidentification.js';
import type { Table } from '../../results/table.js';
import { counted, formatCount } from '../numbers.js';

/** What was put in, then what was not mapped and may tell who somebody is. */
export function deidentificationTables(record: DeidentificationRecord): Table[] {
  return [replacementTable(record), identifyingTable(record)];
}

function replacementTable({ replacements, method }: DeidentificationRecord): Table {
  const times = replacements.reduce((sum, one) => sum + one.times, 0);
  const unused = method.names - method.found;
  return {
    caption: `${counted(times, 'name')} replaced`,
    columns: [
      { key: 'replacement', header: 'Replaced by', align: 'left' },
      { key: 'times', header: 'Times', align: 'right' },
      { key: 'documents', header: 'Documents', align: 'right' },
    ],
    rows: replacements.map((one) => [
      { text: one.replacement, value: one.replacement },
      { text: formatCount(one.times), value: one.times },
      { text: formatCount(one.documents), value: one.documents },
    ]),
    notes: unused > 0 ? [`Of the names in the map, ${counted(unused, 'name')} ${unused === 1 ? 'stands' : 'stand'} nowhere.`] : [],
  };
}

function identifyingTable({ estimates }: DeidentificationRecord): Table {
  return {
    caption: estimates.length === 0 ? 'Nothing else looks like a name, a date or a number' : 'Not in the map, and may tell who somebody is',
    columns: [
      { key: 'kind', header: 'Looks like', align: 'left' },
      { key: 'text', header: 'Text', align: 'left' },
      { key: 'times', header: 'Times', align: 'right' },
      { key: 'where', header: 'First in', align: 'left' },
    ],
    rows: estimates.map((one) => [
      { text: KINDS[one.kind], value: one.kind },
      { text: one.text, value: one.text },
      { text: formatCount(one.times), value: one.times },
      { text: one.where, value: one.where },
    ]),
    notes: estimates.length === 0 ? [] : ['This list is a help, no proof: it knows no name that is written small, and no place or story that tells as much as a name.'],
  };
}

const KINDS = { name: 'a name', date: 'a date', number: 'a number', contact: 'a way to reach' } as const;
