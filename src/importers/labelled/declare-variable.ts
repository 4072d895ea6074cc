import type { ColumnKind, Level } from '../../dataset/column.js';
import type { ColumnDeclaration } from '../../dataset/declaration.js';
import type { TalliedText } from '../columns/column-text.js';
import { idName } from '../columns/id-names.js';
import { kindOfTexts } from '../columns/kinds.js';
import { isBlank } from '../columns/missing.js';
import type { LabelledVariable } from './labelled-variable.js';

/** A text with more letters is a comment, however often it occurs. */
const LONGEST_NAME = 100;
/** Whole answers up to here may be a scale of which only some points have labels. */
const TOP_OF_SCALE = 10;

/**
 * What a labelled file says of a column. What is named as an id stays undeclared, so that ids are found as in any
 * other file; numbers whose level of measurement is not known, or nominal without labels, are judged by their values.
 *
 * @param tally the texts of the column, for a variable whose values are looked at
 * @param missing texts of the values that are declared missing
 */
export function declarationOf(
  variable: LabelledVariable, name: string, tally: () => TalliedText, missing: ReadonlySet<string>,
): ColumnDeclaration {
  const observed = variable.labels.size === 0 && variable.type !== 'string' ? [] : present(tally(), missing);
  const levels = levelsOf(variable, [...new Set(observed.map(({ text }) => text))]);
  const type = idName(name) === null ? typeOf(variable, levels, observed) : undefined;
  return {
    ...(variable.label === null || variable.label === '' ? {} : { label: variable.label }),
    ...(type === undefined ? {} : { type }),
    ...(levels === null || type === 'number' || type === 'date' || type === 'text' ? {} : { levels }),
    ...(missing.size === 0 ? {} : { missing: [...missing] }),
    lenient: ['type', 'levels', 'range'],
  };
}

interface CountedText {
  readonly text: string;
  readonly count: number;
}

function present({ texts, counts }: TalliedText, missing: ReadonlySet<string>): CountedText[] {
  return texts.flatMap((text, index) => (isBlank(text) || missing.has(text) ? [] : [{ text, count: counts[index] }]));
}

function typeOf(
  { type, measure }: LabelledVariable, levels: readonly Level[] | null, observed: readonly CountedText[],
): ColumnKind | undefined {
  if (type === 'date') return 'date';
  if (type === 'string') {
    const cells = observed.reduce((sum, { count }) => sum + count, 0);
    const distinct = new Set(observed.map(({ text }) => text.trim())).size;
    if (levels !== null) return 'nominal';
    return observed.some(({ text }) => text.length > LONGEST_NAME) ? 'text' : kindOfTexts({ distinct, present: cells });
  }
  // Programs that write every number as scale also write categories so; their values all have labels.
  if (measure === 'scale') return levels !== null && levels.every(({ label }) => label !== undefined) ? 'ordinal' : 'number';
  if (measure === 'ordinal') return 'ordinal';
  return measure === 'nominal' && levels !== null ? 'nominal' : undefined;
}

/**
 * Every value that is labelled or occurs, ascending; null where there are no labels, or where most of a measurement
 * would become levels because a few of its values have a label.
 */
function levelsOf({ labels, type, measure, isMissing }: LabelledVariable, observed: readonly string[]): Level[] | null {
  const labelled = [...labels].filter(([value]) => !isMissing(value));
  if (labelled.length === 0 || type === 'date') return null;
  const labelOf = new Map(labelled.map(([value, label]) => [String(value), label]));
  const values = [...new Set([...labelOf.keys(), ...observed])];
  const isKnown = type === 'string' || measure === 'nominal' || measure === 'ordinal';
  const isScale = observed.every((text) => Number.isInteger(Number(text)) && Number(text) >= 0 && Number(text) <= TOP_OF_SCALE);
  if (!isKnown && !isScale && observed.some((text) => !labelOf.has(text))) return null;
  if (type === 'string') values.sort();
  else values.sort((a, b) => Number(a) - Number(b));
  return values.map((value) => {
    const label = labelOf.get(value);
    return { value: type === 'string' ? value : Number(value), ...(label === undefined ? {} : { label }) };
  });
}
