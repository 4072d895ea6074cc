/**
 * CSV read one character at a time, the plainest way there is: an oracle for the importer, which works in blocks.
 * A quote counts only where a cell starts; LF, CRLF and CR end a record outside quotes.
 */
export function parseRfc4180(text: string, delimiter = ','): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  const endCell = () => {
    record.push(cell);
    cell = '';
    state = 'start';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (state === 'quoted') {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else state = 'closed';
    } else if (character === '"' && state === 'start') state = 'quoted';
    else if (character === delimiter) endCell();
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[at + 1] === '\n') at += 1;
      endCell();
      records.push(record);
      record = [];
    } else {
      cell += character;
      if (state === 'start') state = 'plain';
    }
  }
  if (record.length > 0 || cell !== '' || state !== 'start') {
    endCell();
    records.push(record);
  }
  return records;
}

/** A cell as RFC 4180 writes it. */
export function quoteRfc4180(cell: string, delimiter = ','): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) || cell.startsWith('\uFEFF')
    ? `"${cell.replaceAll('"', '""')}"` : cell;
}
