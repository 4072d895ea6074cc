/** Answers beside a scale rather than on it. */
const BESIDE = /^(?:missing|unknown|not (?:known|applicable|done|reported|asked|sure)|n\/?a|refused?|declined?|prefer not\b.*|do(?:n't|nt| not|n’t) know.*|no (?:answer|response|opinion)|(?:unknown|refused)? ?[/-] ?.*)$/i;

/** The words of one kind of scale each; every answer of the scale has to be in the same. */
const SCALES: readonly RegExp[] = [
  /^(?:(?:strongly|completely|totally|somewhat|slightly|moderately|mostly|tend to) )?(?:dis)?agree(?: (?:strongly|completely|somewhat|slightly|a little|a lot))?$|^neither(?: agree)?\b.*|^neutral$|^undecided$/,
  /^(?:almost |nearly )?(?:never|always)$|^(?:very |not very |quite |fairly )?(?:rarely|seldom|often|frequently|infrequently)$|^(?:some|several|many|most) ?times$|^(?:most|some|all|none|a little|a good bit) of the time$|^(?:not at all|occasionally|usually|regularly|hardly ever|half the time|about half the time|several days|more than half the days|nearly every day|every day|daily|weekly|monthly|yearly|once or twice)$|^never or almost never$/,
  /^(?:not at all|not|a little(?: bit)?|slightly|somewhat|moderately|fairly|quite(?: a (?:bit|lot))?|very(?: much)?|extremely|completely|entirely|mostly|a lot|a great deal|a moderate amount|some|none(?: at all)?)(?: [a-z]+)?$|^neutral$|^undecided$/,
  /^(?:none|very mild|mild|moderate|severe|very severe|extreme)(?: [a-z]+)?$/,
  /^(?:very |extremely )?(?:poor|bad|fair|good|low|high|weak|strong)$|^(?:excellent|average|acceptable|outstanding|medium|moderate|better|worse|much better|much worse|about the same|the same|normal)$/,
  /^(?:(?:very|extremely|somewhat|mostly|completely|slightly|quite) )?(?:(?:dis|un)?satisfied|(?:un)?likely|(?:un)?important|(?:un)?comfortable|(?:un)?helpful|(?:un)?familiar|(?:un)?favou?rabl[ey]|difficult|easy|confident|concerned|worried|open|active)$|^neither\b.*|^neutral$|^undecided$/,
];

/**
 * Whether the answers of a question lie on a scale, in this order: numbers that rise, or words of one kind of scale.
 * Answers beside the scale, such as "refused", are left out of account.
 *
 * @example
 * isAnswerScale(['Never', 'Sometimes', 'Often', 'Always']); // true
 * isAnswerScale(['Asian', 'Black', 'White']); // false
 */
export function isAnswerScale(labels: readonly string[]): boolean {
  const answers = labels.map((label) => label.toLowerCase().replace(/^(?:\(?\d+\)?\s*[-–=:.)]|\(\d+\))\s*(?=[a-z])/, '').replace(/[’]/g, "'").replace(/\s*\(.*\)$/, '').trim())
    .filter((label) => !BESIDE.test(label));
  if (answers.length < 3) return false;
  return risingNumbers(answers) || SCALES.some((scale) => answers.every((answer) => scale.test(answer)));
}

/** Whether an answer means that there is none. */
export function isBesideScale(label: string): boolean {
  return BESIDE.test(label.toLowerCase().replace(/^\(?\d+\)?\s*[-–=:.)]\s*/, '').trim());
}

/** `Less than 5`, `5-10`, `Over 15`: each answer begins with its number, but for words of comparison. */
function risingNumbers(answers: readonly string[]): boolean {
  const numbers = answers.map((answer) => {
    const [, words, number] = /^(less than |under |fewer than |up to |<=? ?|below )?(?:over |more than |at least |above |>=? ?)?[$€£]?(-?\d+(?:[.,]\d+)?)/.exec(answer) ?? [];
    return number === undefined ? NaN : Number(number.replace(',', '.')) - (words === undefined ? 0 : 1e-9);
  });
  return numbers.every((number, index) => !Number.isNaN(number) && (index === 0 || number > numbers[index - 1]));
}
