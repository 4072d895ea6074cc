import type { Block, StudyDocument } from '../results/document.js';
import type { Table } from '../results/table.js';

/** The document with every text of its blocks changed; pictures and values stay. */
export function withTexts(document: StudyDocument, change: (text: string) => string): StudyDocument {
  const block = (one: Block): Block => {
    switch (one.is) {
      case 'text': case 'heading': case 'notice': return { ...one, text: change(one.text) };
      case 'list': return { ...one, items: one.items.map(change) };
      case 'table': return { ...one, table: tableWith(one.table, change) };
      case 'fold': return { ...one, blocks: one.blocks.map(block) };
      case 'figure': case 'quote': return one;
    }
  };
  return { ...document, sections: document.sections.map((section) => ({ ...section, blocks: section.blocks.map(block) })) };
}

function tableWith(table: Table, change: (text: string) => string): Table {
  return {
    ...table, caption: change(table.caption), notes: table.notes.map(change),
    rows: table.rows.map((row) => row.map((cell) => ({ ...cell, text: change(cell.text) }))),
  };
}
