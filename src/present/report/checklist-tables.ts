import type { Table } from '../../results/table.js';
import { CHECKLISTS } from './checklist-items.js';
import type { Artefact, Checklist } from './checklist-items.js';

/** What the author says of items, by checklist and number, such as `coreq 17`. */
export type AuthorsAnswers = ReadonlyMap<string, string>;

const WHERE: Readonly<Record<Artefact, string>> = {
  participants: 'section Participants', use: 'section Portal use', correlations: 'section Correlations', transcripts: 'section Themes: who was heard',
  codebook: 'section Themes: the codes as a tree', coders: 'section Methods: the coders', themes: 'section Themes', quotes: 'section Themes: quotes with their places',
  saturation: 'section Themes: saturation', agreement: 'section Themes: agreement of coders', joint: 'section Joint display', methods: 'section Methods',
  provenance: 'section Study and provenance', claims: 'section Printed figures', 'meta-inferences': 'section Joint display: meta-inferences',
};

/** A checklist's items, each evidenced by the document, supplied by the author, or missing. */
export function checklistTables(present: ReadonlySet<Artefact>, answers: AuthorsAnswers): Table[] {
  return CHECKLISTS.map((checklist) => checklistTable(checklist, present, answers));
}

function checklistTable({ key, title, items }: Checklist, present: ReadonlySet<Artefact>, answers: AuthorsAnswers): Table {
  const states = items.map(({ number, evidence }) => {
    const answer = answers.get(`${key} ${number}`);
    if (evidence.length > 0 && evidence.every((artefact) => present.has(artefact))) {
      return { state: 'evidenced', where: [...evidence.map((artefact) => WHERE[artefact]), ...(answer === undefined ? [] : [answer])].join('; ') };
    }
    return answer === undefined ? { state: 'missing', where: '' } : { state: 'author', where: answer };
  });
  const count = (state: string): number => states.filter((one) => one.state === state).length;
  return {
    caption: title,
    columns: [
      { key: 'number', header: 'Item', align: 'left' }, { key: 'item', header: 'What', align: 'left' },
      { key: 'state', header: 'State', align: 'left' }, { key: 'where', header: 'Where', align: 'left' },
    ],
    rows: items.map(({ number, item }, index) => [
      { text: number }, { text: item },
      { text: states[index].state, emphasis: states[index].state === 'missing' ? 'strong' : 'muted' }, { text: states[index].where },
    ]),
    notes: [`${count('evidenced')} evidenced by this document, ${count('author')} supplied by the author, ${count('missing')} missing. An item that only the author can answer is supplied in a file with the columns checklist, item and answer.`],
  };
}
