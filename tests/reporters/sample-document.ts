import { forestPlot } from '../../src/plots/forest.js';
import { heatMap } from '../../src/plots/heat-map.js';
import type { StudyDocument } from '../../src/results/document.js';
import { correlations, tableOf } from './sample-tables.js';

/** Every kind of block with one text wherever it takes any. */
export function documentOf(text: string): StudyDocument {
  return {
    title: text, subtitle: text, language: 'en',
    sections: [{
      id: 's1', heading: text,
      blocks: [
        { is: 'text', text }, { is: 'heading', text }, { is: 'notice', text }, { is: 'list', items: [text, text] },
        { is: 'quote', text, source: text }, { is: 'table', table: tableOf(text) },
        {
          is: 'figure', caption: text, svg: forestPlot({
            title: text, description: text, axis: text, nothing: 0, range: null, key: text,
            groups: [{ label: text, rows: [{ label: text, estimate: 0.1, low: -0.2, high: 0.4, printed: text, standsOut: true }] }],
          }),
        },
      ],
    }],
  };
}

/** A document as long and as wide as a study's. */
export const studyDocument: StudyDocument = {
  title: 'Secure messaging and diabetes management', subtitle: '54 participants', language: 'en',
  sections: [
    { id: 'provenance', heading: 'Study and provenance', blocks: [{ is: 'text', text: 'One survey.' }, { is: 'list', items: ['survey.csv', 'study.yml'] }] },
    {
      id: 'correlations', heading: 'Correlations',
      blocks: [
        { is: 'table', table: correlations },
        { is: 'table', table: { ...correlations, groups: undefined, caption: 'One group' } as never },
        {
          is: 'table', table: {
            caption: 'A wide one', notes: ['Wide.'],
            columns: ['Variable', 'n', 'M', 'SD', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'].map((header, index) => ({ key: header, header, align: index === 0 ? 'left' as const : 'right' as const })),
            rows: Array.from({ length: 11 }, (_, row) => [`${row + 1}. insurance information`, '54', '3.83', '1.44', ...Array.from({ length: 10 }, () => '−0.69***')].map((content) => ({ text: content }))),
          },
        },
        { is: 'figure', caption: 'A figure.', svg: heatMap({ title: 'Matrix', description: 'One cell.', rows: ['1. one'], columns: ['2'], key: ['ρ'], cells: [[{ shade: -0.9, printed: '−0.90', hint: 'one × two' }]] }) },
      ],
    },
    { id: 'themes', heading: 'Themes', blocks: [{ is: 'quote', text: 'I send a message\nand they answer.', source: 'Participant 12, group 2 (group2.txt:10-40)' }, { is: 'notice', text: 'Not observed: survey only.' }] },
  ],
};
