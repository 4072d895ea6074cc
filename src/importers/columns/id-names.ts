const PERSON = '(?:participant|subject|subj|usubj|patient|pt|respondent|record|person|user|member|student|pupil' +
  '|client|case|study|individual|enrollee)';
/** What every name of an id holds; most names of columns are done with here. */
const HINT = new RegExp(`${PERSON}|id|mrn|seqn|row|unnamed|\\.\\.\\.1`, 'i');
const NAMED = new RegExp(
  `^(?:(?:study|redcap|survey|research|anon|pseudo)?(?:${PERSON}|response)(?:ids?|identifier|guid|uuid)` +
  '|id|uid|uuid|guid|pid|mrn|seqn)$');
const NOUN = new RegExp(`^${PERSON}(?:no|nr|num|number|code|key)?$`);
const ROW_NAME = /^rownames?$/;
const ROW_NUMBER = /^(?:row ?(?:id|no|num|number)|unnamed: ?0|\.\.\.1)$/;

/**
 * What a column's name says about identifiers:
 * - `named`: it names the participant, such as participant_id, Record ID, RespondentID, SEQN, id;
 * - `noun`: it may, where its values can tell people apart, such as user, participant, case_no;
 * - `other`: it identifies something else, such as clinic_id;
 * - `row`: it may name or number the rows, such as rownames, ...1, Unnamed: 0.
 */
export type IdName = 'named' | 'noun' | 'other' | 'row' | null;

export function idName(name: string): IdName {
  if (!HINT.test(name)) return null;
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[#№]/g, ' no ');
  const joined = words.replace(/[\s_.:/()-]+/g, '');
  if (NAMED.test(joined)) return 'named';
  if (NOUN.test(joined)) return 'noun';
  if (ROW_NAME.test(joined) || ROW_NUMBER.test(name.trim().toLowerCase().replace(/_/g, ' '))) return 'row';
  return /(?:^|[\s_.:/()-])(?:id|uuid|guid)$/.test(words.trim()) ? 'other' : null;
}
