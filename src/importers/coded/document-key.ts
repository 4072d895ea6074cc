/**
 * What makes two names of a document the same: `transcripts/FG1.txt`, `FG1.docx` and `fg1` are one.
 *
 * @example documentKey('transcripts/FG1.txt'); // 'fg1'
 */
export function documentKey(name: string): string {
  const last = name.replace(/^.*[/\\]/, '');
  return last.replace(/\.(?:csv|tsv|xlsx|qdpx|qde|qda|sqlite3?|db|txt|md|docx?|odt|rtf|pdf|vtt|srt|html?)$/i, '').trim().normalize('NFC').toLowerCase();
}
