/** Scales in words from least to most; words that mean the same place share it. A set of answers has to lie on one of them. */
const SCALES: readonly (readonly (readonly string[])[])[] = [
  [
    ['strongly disagree', 'completely disagree', 'totally disagree'], ['disagree'], ['somewhat disagree', 'slightly disagree', 'tend to disagree'],
    ['neither agree nor disagree', 'neutral', 'undecided', 'unsure', 'not sure'],
    ['somewhat agree', 'slightly agree', 'tend to agree'], ['agree'], ['strongly agree', 'completely agree', 'totally agree'],
  ],
  [
    ['never'], ['almost never', 'hardly ever'], ['rarely', 'seldom', 'very rarely'], ['occasionally', 'once in a while'], ['sometimes'],
    ['about half the time', 'half the time'], ['often', 'frequently'], ['very often', 'very frequently', 'usually', 'most of the time'], ['almost always'], ['always'],
  ],
  [
    ['not at all', 'none', 'none at all', 'never'], ['a little', 'a little bit', 'slightly', 'not much'], ['some', 'somewhat', 'moderately', 'a moderate amount'],
    ['quite a bit'], ['very', 'very much', 'a lot', 'a great deal'], ['extremely', 'completely'],
  ],
  [['very poor', 'very bad'], ['poor', 'bad'], ['fair'], ['average', 'acceptable'], ['good'], ['very good'], ['excellent', 'outstanding']],
  [['none'], ['very mild'], ['mild'], ['moderate'], ['severe'], ['very severe', 'extreme']],
  [['very low'], ['low'], ['medium', 'moderate'], ['high'], ['very high']],
  ...[
    ['dissatisfied', 'satisfied', 'satisfied nor dissatisfied'], ['unlikely', 'likely', 'likely nor unlikely'], ['unimportant', 'important', 'important nor unimportant'],
    ['difficult', 'easy', 'easy nor difficult'], ['uncomfortable', 'comfortable', 'comfortable nor uncomfortable'], ['unfavorably', 'favorably', 'favorably nor unfavorably'],
    ['unfavorable', 'favorable', 'favorable nor unfavorable'], ['unhelpful', 'helpful', 'helpful nor unhelpful'], ['negative', 'positive', 'positive nor negative'],
  ].map(([low, high, both]) => [
    [`extremely ${low}`], [`very ${low}`], [low], [`somewhat ${low}`, `slightly ${low}`, `fairly ${low}`],
    ['neutral', 'neither', `neither ${both}`, `neither ${high} nor ${low}`, `neither ${both} (neutral)`, `neither ${low} nor ${high}`],
    [`somewhat ${high}`, `slightly ${high}`, `fairly ${high}`], [high], [`very ${high}`], [`extremely ${high}`],
  ]),
  ...['important', 'likely', 'satisfied', 'confident', 'comfortable', 'helpful', 'familiar', 'concerned', 'useful', 'often', 'rude', 'difficult', 'easy', 'interested'].map((word) => [
    [`not at all ${word}`, `not ${word} at all`], [`not very ${word}`, `not so ${word}`, `not too ${word}`], [`a little ${word}`, `slightly ${word}`], [`somewhat ${word}`, `moderately ${word}`],
    [`fairly ${word}`, `quite ${word}`], [`very ${word}`], [`extremely ${word}`],
  ]),
];

/**
 * Answers in the order of the scale they lie on, in words or by the number each begins with, or null where they lie on
 * none. Two answers have no order that the alphabet would not do as well, unless they are numbers.
 *
 * @example
 * answerOrder(['Always', 'Never', 'Sometimes']); // ['Never', 'Sometimes', 'Always']
 * answerOrder(['$100,000+', '$25,000 - $99,999', '$0 - $24,999']); // ['$0 - $24,999', '$25,000 - $99,999', '$100,000+']
 */
export function answerOrder(answers: readonly string[]): string[] | null {
  if (answers.length < 2) return null;
  const byNumber = placesByNumber(answers);
  if (byNumber !== null) return sortedBy(answers, byNumber);
  if (answers.length < 3) return null;
  const plain = answers.map((answer) => answer.toLowerCase().replace(/[’]/g, "'").replace(/\s+/g, ' ').replace(/favour/g, 'favor').trim());
  for (const scale of SCALES) {
    const places = plain.map((answer) => scale.findIndex((words) => words.includes(answer)));
    if (places.every((place) => place !== -1) && new Set(places).size === places.length) return sortedBy(answers, places);
  }
  return null;
}

/** `18-29`, `$25,000 - $49,999`, `Less than 5`, `> 60`: null unless each begins with a number of its own. */
function placesByNumber(answers: readonly string[]): number[] | null {
  const places = answers.map((answer) => {
    const [, below, above, number] = /^(<=?|≤|less than|under|fewer than|up to|below)?\s*(>=?|≥|more than|over|above|at least)?\s*[$€£]?\s*(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:[.]\d+)?(?=$|[^\d.,/:])/i.exec(answer.trim()) ?? [];
    return number === undefined ? NaN : Number(number.replaceAll(',', '')) + (below !== undefined ? -0.5 : above !== undefined ? 0.5 : 0);
  });
  return places.some(Number.isNaN) || new Set(places).size !== places.length ? null : places;
}

function sortedBy(answers: readonly string[], places: readonly number[]): string[] {
  return [...answers.keys()].sort((a, b) => places[a] - places[b]).map((index) => answers[index]);
}
