/** Labels that transcripts give to those who ask. */
const ASKS = /^(?:(?:co-?)?(?:moderator|mod|facilitator|interviewer|researcher|investigator|int|iv|i|q|host|observer|note-?taker)|all|unknown|unidentified|several|group)[ _.-]?\d*$/i;

/** Whether a label names one who asks, or nobody in particular, rather than a participant. */
export function isModerator(label: string): boolean {
  return ASKS.test(label.trim());
}
