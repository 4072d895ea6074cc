import { answerOrder } from '../columns/answer-order.js';

/** Answers beside a scale rather than on it. */
const BESIDE = new RegExp(`^(?:${[
  'missing', 'unknown', 'unknown ?/ ?.*', 'not (?:known|applicable|done|reported|asked|sure)', 'n/?a', 'refused?', 'declined?', 'prefer not\\b.*',
  "do(?:n't|nt|n’t| not) know.*", 'no (?:answer|response|opinion)',
].join('|')})$`, 'i');

/** A code that a project repeats before its label, and a remark after it: `(0) Never`, `1 - Poor`, `Often (weekly)`. */
const CODE = /^(?:\(?\d+\)?\s*[-–=:.)]|\(\d+\))\s*(?=[a-z])/i;
const REMARK = /\s*\(.*\)$/;

/**
 * Whether the answers of a question lie on a scale, in this order or the reverse. Answers beside the scale, such as
 * "refused", are left out of account.
 *
 * @example
 * isAnswerScale(['Never', 'Sometimes', 'Often', 'Always']); // true
 * isAnswerScale(['Asian', 'Black', 'White']); // false
 */
export function isAnswerScale(labels: readonly string[]): boolean {
  const answers = labels.filter((label) => !isBesideScale(label)).map((label) => label.replace(CODE, '').replace(REMARK, '').trim());
  const ordered = answers.length < 3 ? null : answerOrder(answers);
  return ordered !== null && (isSame(ordered, answers) || isSame([...ordered].reverse(), answers));
}

/** Whether an answer means that there is none. */
export function isBesideScale(label: string): boolean {
  return BESIDE.test(label.replace(CODE, '').trim());
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.every((answer, index) => answer === b[index]);
}
