import { replaceUnseen, visibleText } from './visible.js';

/** What XML 1.0 can hold, raw or as a reference. */
const HELD = /[^\p{Cc}\p{Cs}\ufffe\uffff]|[\t\n\r]/u;
/** Forbidden in XML though Unicode has them. */
const NON_CHARACTERS = /[\ufffe\uffff]/g;

const ENTITIES = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ["'", '&apos;']]);

/** Text for XML content or a quoted attribute; what XML cannot hold is shown as `visibleText` shows it. */
export function escapeXml(text: string): string {
  const held = visibleText(text, { kept: HELD }).replace(NON_CHARACTERS, (unit) => `\\u{${unit.charCodeAt(0).toString(16)}}`);
  const escaped = held.replace(/[&<>"']/g, (character) => ENTITIES.get(character)!);
  return replaceUnseen(escaped, (character) => `&#x${character.codePointAt(0)!.toString(16)};`);
}
