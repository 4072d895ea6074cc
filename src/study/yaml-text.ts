/** Words that stand for themselves in YAML wherever they are, and hold nothing that could be taken for a mark of it. */
const PLAIN = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_./()%–-]|[ ](?=[\p{L}\p{N}_(/–-]))*$/u;
/** What other readers of YAML take for something else than text. */
const OTHERWISE = /^(?:true|false|yes|no|on|off|null|y|n|~)$/i;
const NUMBER_LIKE = /^[\d.+-][\da-fA-F._xXoO:+-]*$/;

/**
 * A text as a YAML scalar that reads back as the same text, whatever it holds: plain where it is harmless, else in
 * double quotes on one line.
 *
 * @param plainNumbers whether digits stay without quotes, where a reader is to see a number
 * @example
 * yamlText('HbA1c, %'); // '"HbA1c, %"'
 */
export function yamlText(text: string, plainNumbers = false): string {
  if (plainNumbers && /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/.test(text)) return text;
  if (text.length <= 200 && PLAIN.test(text) && !OTHERWISE.test(text) && !NUMBER_LIKE.test(text)) return text;
  return `"${[...text].map(escaped).join('')}"`;
}

/** A key and what follows it on its line; a key longer than YAML takes on one line is marked as one. */
export function yamlKey(key: string): string {
  const text = yamlText(key, true);
  return text.length < 900 ? `${text}:` : `? ${text}\n:`;
}

/** A remark that cannot end its line, and so is nothing but a remark. */
export function yamlRemark(text: string): string {
  return `# ${[...text].map((letter) => (isShown(letter) ? letter : ' ')).join('').replace(/\s+/g, ' ').trim()}`;
}

const NAMED = new Map([['"', '\\"'], ['\\', '\\\\'], ['\n', '\\n'], ['\r', '\\r'], ['\t', '\\t'], ['\0', '\\0']]);

function escaped(letter: string): string {
  const named = NAMED.get(letter);
  if (named !== undefined) return named;
  if (isShown(letter)) return letter;
  const code = letter.codePointAt(0) as number;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Whether a letter may stand in a file as it is: no control, no mark of direction, no half of a pair, no line of its own. */
function isShown(letter: string): boolean {
  return !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/u.test(letter) || /[\u200c\u200d]/.test(letter);
}
