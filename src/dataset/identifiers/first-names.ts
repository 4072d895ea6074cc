/** First names that are frequent in several countries, and that are not also words of answers, months or places. */
const FIRST_NAMES: ReadonlySet<string> = new Set((
  'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony donald steven paul andrew joshua ' +
  'kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon ' +
  'benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam henry nathan douglas peter zachary kyle ' +
  'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna ' +
  'michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma ' +
  'nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce ' +
  'hans klaus jurgen wolfgang stefan andreas ursula sabine petra heike birgit jean pierre michel philippe jacques marie nathalie isabelle ' +
  'juan carlos luis miguel javier antonio fernando carmen ana isabel pilar giuseppe giovanni marco luca francesca giulia johan lars erik ' +
  'anders ingrid astrid pieter willem johannes joao pedro ahmed mohamed mohammed muhammad fatima ali hassan wei ming hiroshi yuki raj priya'
).split(' '));

/**
 * Whether a text is a person's name: two or three words in capitals' style, one of them a frequent first name.
 *
 * @example
 * holdsFirstName('Smith, John'); // true
 * holdsFirstName('New York'); // false
 */
export function holdsFirstName(text: string): boolean {
  const words = text.trim().replace(/^(?:dr|mr|mrs|ms|prof)\.? /i, '').split(/[\s,]+/).filter((word) => word !== '');
  if (words.length < 2 || words.length > 3) return false;
  if (!words.every((word) => /^\p{Lu}[\p{L}'’.-]*$/u.test(word))) return false;
  return words.some((word) => FIRST_NAMES.has(word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')));
}
