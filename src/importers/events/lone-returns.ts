const [QUOTE, LF, CR] = Buffer.from('"\n\r');

/**
 * Ends lines with LF in place where a lone CR ends them, as in files of old Macs; CRLF stays, and so does what stands
 * in quotes. `bytes` start a record. Answers how many bytes are sure: a CR at the very end may be half of a CRLF.
 */
export function endLinesWithLf(bytes: Buffer, end: number, delimiter: string, isLast: boolean): number {
  const sure = !isLast && bytes[end - 1] === CR ? end - 1 : end;
  if (!hasLoneReturn(bytes, end)) return sure;
  const separator = delimiter.charCodeAt(0);
  let quoted = false;
  let opens = true;
  for (let at = 0; at < sure; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      // A doubled quote closes and opens again, which comes to the same.
      if (quoted || opens) quoted = !quoted;
      opens = quoted;
      continue;
    }
    if (byte === CR && !quoted && bytes[at + 1] !== LF) bytes[at] = LF;
    opens = !quoted && (byte === separator || byte === LF || byte === CR);
  }
  return sure;
}

function hasLoneReturn(bytes: Buffer, end: number): boolean {
  for (let at = bytes.indexOf(CR); at !== -1 && at < end; at = bytes.indexOf(CR, at + 1)) {
    if (at + 1 < end && bytes[at + 1] !== LF) return true;
    if (at + 1 === end) return true;
  }
  return false;
}
