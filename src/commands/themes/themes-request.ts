import type { CodedText } from '../../dataset/coded-text.js';
import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import type { Observed } from '../../qualitative/observed-participants.js';
import { attributeOf } from '../../qualitative/observed-participants.js';

/** What is asked of themes; everything left out takes the default of the command line. */
export interface ThemesOptions {
  /** An attribute of participants, from the coded file or the survey; `group` is the focus group. */
  readonly by?: string;
  readonly coders?: readonly string[];
  readonly codes?: readonly string[];
  readonly coOccurrence?: 'overlap' | 'turn';
  /** Quotes a code. */
  readonly quotes?: number;
  readonly matrix?: 'participants' | 'documents';
}

/** More levels than this make a table that nobody reads; the attribute is more likely a measurement. */
const MOST_LEVELS = 12;

export interface Split {
  readonly by: string;
  readonly levels: readonly string[];
  readonly levelOf: ReadonlyMap<string, string>;
}

/**
 * The levels of the attribute that `--by` names, among those observed.
 *
 * @throws StudyError E_ATTRIBUTE_MISSING with the nearest, or E_BY_LEVELS where its values are too many to be groups.
 */
export function splitBy(coded: CodedText, observed: Observed, name: string): Split {
  const where = coded.inputs[0]?.path ?? '';
  const known = [...new Set(coded.cases.flatMap(({ attributes }) => [...attributes.keys()]))];
  if (coded.sources.some(({ group }) => group !== null) && !known.includes('group')) known.push('group');
  const by = known.find((one) => one === name) ?? known.find((one) => one.toLowerCase() === name.toLowerCase());
  if (by === undefined) {
    const near = nearestNames(name, known);
    const hint = known.length === 0 ? 'Give the participants’ attributes with --survey survey.csv.'
      : near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Attributes: ${known.slice(0, 12).join(', ')}.`;
    throw new StudyError('E_ATTRIBUTE_MISSING', `No participant has an attribute "${name}".`, { where, hint });
  }
  const levelOf = attributeOf(coded, observed, by);
  const levels = [...new Set(levelOf.values())].sort(naturally);
  if (levels.length >= 1 && levels.length <= MOST_LEVELS) return { by, levels, levelOf };
  const message = levels.length === 0 ? `Nobody in the transcripts has a value of "${by}".`
    : `"${by}" has ${levels.length} different values among those observed; --by takes up to ${MOST_LEVELS}.`;
  throw new StudyError('E_BY_LEVELS', message, { where, hint: 'Name an attribute with few groups, such as --by sex.' });
}

/** FG2 before FG10. */
export function naturally(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(/(\d+)/));
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    if (left[at] === right[at]) continue;
    if (at % 2 === 1 && Number(left[at]) !== Number(right[at])) return Number(left[at]) - Number(right[at]);
    return left[at] < right[at] ? -1 : 1;
  }
  return left.length - right.length;
}
