import { placeIn } from '../../dataset/document.js';
import type { PlacedText } from '../../dataset/document.js';
import type { CheckedFigure } from '../../results/check-reasons.js';
import type { Outcome } from '../paper/outcome.js';
import { clean } from './table-shape.js';

const LONGEST_LABEL = 60;

/** A checked cell, quoted with what its row and its column are called. */
export function tableOutcome(cell: PlacedText, label: string, header: string, outcome: Outcome): CheckedFigure {
  const names = [label, header].map(clean).filter((name) => name !== '').map(shortened).join(', ');
  const lead = cell.text.length - cell.text.trimStart().length;
  return { place: placeIn(cell, lead), printed: `${names}${names === '' ? '' : ': '}${clean(cell.text)}`, ...outcome };
}

function shortened(name: string): string {
  return name.length <= LONGEST_LABEL ? name : `${name.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}
