/** A scale in words from least to most; words of the same place on it stand together. */
export type AnswerScale = readonly (readonly string[])[];

/** How much of something, said before a word for it: `not at all important`, `very important`. */
export const DEGREES: AnswerScale = [
  ['not at all', 'not'], ['not very', 'not so', 'not too'], ['a little', 'slightly'], ['somewhat', 'moderately', 'undecided', 'neutral'],
  ['fairly', 'quite'], ['very'], ['extremely', 'completely'],
];

/** Words for both ends of a scale that passes through nothing: `very unlikely` to `very likely`. */
const OPPOSITES = [
  ['dissatisfied', 'satisfied'], ['unlikely', 'likely'], ['unimportant', 'important'], ['difficult', 'easy'], ['uncomfortable', 'comfortable'],
  ['unfavorably', 'favorably'], ['unfavorable', 'favorable'], ['unhelpful', 'helpful'], ['negative', 'positive'], ['unsafe', 'safe'],
] as const;

export const SCALES: readonly AnswerScale[] = [
  [
    ['strongly disagree', 'completely disagree', 'totally disagree'], ['disagree'], ['somewhat disagree', 'slightly disagree', 'tend to disagree'],
    ['neither agree nor disagree', 'neither', 'neutral', 'undecided', 'unsure', 'not sure'],
    ['somewhat agree', 'slightly agree', 'tend to agree'], ['agree'], ['strongly agree', 'completely agree', 'totally agree'],
  ],
  [
    ['never', 'never or almost never'], ['almost never', 'hardly ever'], ['rarely', 'seldom', 'very rarely'], ['occasionally', 'once in a while'],
    ['sometimes'], ['about half the time', 'half the time'], ['often', 'frequently'], ['very often', 'very frequently', 'usually', 'most of the time'],
    ['almost always'], ['always', 'always or almost always'],
  ],
  // Patient health questionnaires.
  [['not at all'], ['several days'], ['more than half the days'], ['nearly every day']],
  [['never'], ['yearly'], ['monthly'], ['weekly'], ['daily', 'every day']],
  [
    ['not at all', 'none', 'none at all', 'never'], ['a little', 'a little bit', 'slightly', 'not much'], ['some', 'somewhat', 'moderately', 'a moderate amount'],
    ['quite a bit'], ['very', 'very much', 'a lot', 'a great deal'], ['extremely', 'completely'],
  ],
  [['very poor', 'very bad'], ['poor', 'bad'], ['fair'], ['average', 'acceptable'], ['good'], ['very good'], ['excellent', 'outstanding']],
  [['much worse'], ['worse'], ['about the same', 'the same'], ['better'], ['much better']],
  [['none'], ['very mild'], ['mild'], ['moderate'], ['severe'], ['very severe', 'extreme']],
  [['very low'], ['low'], ['medium', 'moderate'], ['high'], ['very high']],
  ...OPPOSITES.map(([low, high]): AnswerScale => [
    [`extremely ${low}`], [`very ${low}`], [low], [`somewhat ${low}`, `slightly ${low}`, `fairly ${low}`],
    ['neutral', 'neither', 'undecided', `neither ${high} nor ${low}`, `neither ${low} nor ${high}`],
    [`somewhat ${high}`, `slightly ${high}`, `fairly ${high}`], [high], [`very ${high}`], [`extremely ${high}`],
  ]),
];
