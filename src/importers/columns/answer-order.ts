import { DEGREES, SCALES } from './answer-scales.js';
import type { AnswerScale } from './answer-scales.js';

/**
 * Answers in the order of the scale they lie on, in words or by the number each begins with; null where they lie on
 * none. Two answers in words have no order that the alphabet would not do as well.
 *
 * @example
 * answerOrder(['Always', 'Never', 'Sometimes']); // ['Never', 'Sometimes', 'Always']
 * answerOrder(['$100,000+', '$25,000 - $99,999', '$0 - $24,999']); // ['$0 - $24,999', '$25,000 - $99,999', '$100,000+']
 */
export function answerOrder(answers: readonly string[]): string[] | null {
  const places = placesByNumber(answers) ?? (answers.length < 3 ? null : placesInWords(answers.map(plainAnswer)));
  if (places === null || answers.length < 2) return null;
  return [...answers.keys()].sort((a, b) => places[a] - places[b]).map((index) => answers[index]);
}

const BELOW = String.raw`<=?|≤|less than|under|fewer than|up to|below`;
const ABOVE = String.raw`>=?|≥|more than|over|above|at least`;
/** A number, with words of comparison and a currency before it, that is no part of a date, a time or a decimal list. */
const BEGINS = new RegExp(String.raw`^(${BELOW})?\s*(${ABOVE})?\s*[$€£]?\s*(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?=$|[^\d.,/:])`, 'i');

/** `18-29`, `$25,000 - $49,999`, `Less than 5`, `> 60`: null unless each begins with a number of its own. */
function placesByNumber(answers: readonly string[]): number[] | null {
  const places = answers.map((answer) => {
    const [, below, above, number] = BEGINS.exec(answer.trim()) ?? [];
    if (number === undefined) return NaN;
    return Number(number.replaceAll(',', '')) + (below !== undefined ? -0.5 : above !== undefined ? 0.5 : 0);
  });
  return places.some(Number.isNaN) || new Set(places).size !== places.length ? null : places;
}

function placesInWords(answers: readonly string[]): number[] | null {
  for (const scale of SCALES) {
    const places = placesOn(scale, answers);
    if (places !== null) return places;
  }
  return placesOn(DEGREES, withoutSharedWord(answers));
}

function placesOn(scale: AnswerScale, answers: readonly string[]): number[] | null {
  const places = answers.map((answer) => scale.findIndex((words) => words.includes(answer)));
  return places.includes(-1) || new Set(places).size !== places.length ? null : places;
}

/** `very open` and `not open` as `very` and `not`: the last word, where all that have a degree before it share it. */
function withoutSharedWord(answers: readonly string[]): string[] {
  const last = answers.map((answer) => / (\S+)$/.exec(answer)?.[1]).find((word) => word !== undefined);
  return answers.map((answer) => (last !== undefined && answer.endsWith(` ${last}`) ? answer.slice(0, -last.length - 1) : answer));
}

function plainAnswer(answer: string): string {
  return answer.toLowerCase().replace(/[’]/g, "'").replace(/\s+/g, ' ').replace(/favour/g, 'favor').trim();
}
