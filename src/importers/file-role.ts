import { statSync } from 'node:fs';
import { StudyError } from '../errors.js';
import { chooseEncoding } from './text/encoding.js';
import { plainName } from './coded/sheet-roles.js';
import { idName } from './columns/id-names.js';
import { SURVEY_LIMITS } from './limits.js';
import { isDictionaryHeader } from './platforms/recognise.js';
import type { Rows } from './rows/rows.js';
import { openSource } from './source.js';
import { readSurveyText } from './rows/survey-text.js';

/** What a file is for in a study: a table of participants, or something beside it. */
export type FileRole = 'table' | 'events' | 'codings' | 'codebook' | 'speakers' | 'transcripts' | 'dictionary';

/** What the head of a file says it is, and of a log or codings which column is what. */
export interface RecognisedFile {
  readonly role: FileRole;
  readonly columns: ReadonlyMap<string, string>;
  /** How many columns its head has; 0 where that was not looked at. */
  readonly width: number;
}

const HEAD = 2 ** 18;
const BY_NAME: readonly (readonly [RegExp, FileRole])[] = [
  [/\.(?:qdpx|qde|qda)$/i, 'codings'], [/\.qdc$/i, 'codebook'], [/\.(?:vtt|srt|docx|md)$/i, 'transcripts'],
];

/**
 * What a file is for, by its name and, where it is a text, the columns of its first rows; a folder holds transcripts.
 *
 * @throws StudyError of openSource.
 */
export async function fileRole(path: string): Promise<RecognisedFile> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return only('transcripts');
  const named = BY_NAME.find(([pattern]) => pattern.test(path));
  if (named !== undefined) return only(named[1]);
  const rows = await headRows(path);
  if (rows === null) return only('table');
  if (/\.txt$/i.test(path) && rows.header.names.length < 3) return only('transcripts');
  return roleOfRows(rows);
}

function only(role: FileRole, width = 0): RecognisedFile {
  return { role, columns: new Map(), width };
}

/** Rows as far as the first quarter of a mebibyte holds whole ones; null where they are none. */
async function headRows(path: string): Promise<Rows | null> {
  const source = await openSource(path, Infinity);
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of source.chunks) {
    chunks.push(chunk);
    total += chunk.length;
    if (total >= HEAD) break;
  }
  const bytes = Buffer.concat(chunks);
  const end = total < HEAD ? bytes.length : bytes.lastIndexOf(0x0a) + 1;
  if (bytes.subarray(0, 4096).includes(0)) return null;
  try {
    const head = { name: path, chunks: [bytes.subarray(0, end)], hasCarriageReturn: bytes.includes(0x0d) };
    return readSurveyText(head, chooseEncoding(head, undefined).decision.value, SURVEY_LIMITS).rows;
  } catch (error) {
    if (error instanceof StudyError) return null;
    throw error;
  }
}

const TIME = /^(?:event|access|visit|start|log)?(?:timestamp|datetime|date|time)(?:created|utc|local)?$|^(?:time)?created(?:at)?$|^occurredat$|^ts$/;
const FEATURE = /^(?:portal)?(?:feature|action|event|activity|function|module|component|page|tool)(?:name|type)?$/;
const CODE = /^(?:code|codes|codename|tag|tags|theme|node)$/;
const QUOTE = /^(?:quote|text|segment|codedsegment|quotation|excerpt|content|seltext|passage)$/;
const DESCRIPTION = /^(?:description|definition|scope)$/;

function roleOfRows(rows: Rows): RecognisedFile {
  const { names } = rows.header;
  if (isDictionaryHeader(names)) return only('dictionary');
  const plain = names.map(plainName);
  const find = (pattern: RegExp): number => plain.findIndex((name) => pattern.test(name));
  const [code, quote, start] = [find(CODE), find(QUOTE), find(/^(?:start|pos0|begin)/)];
  const document = find(/^(?:document|doc|file|source|transcript)(?:name)?$/);
  if (code !== -1 && (quote !== -1 || (start !== -1 && document !== -1))) return only('codings');
  if (code !== -1 && find(DESCRIPTION) !== -1) return only('codebook');
  const participant = names.findIndex((name) => ['named', 'noun'].includes(idName(name) ?? ''));
  if (find(/^(?:speaker|speakerlabel)$/) !== -1 && participant !== -1 && names.length <= 6) return only('speakers');
  const [time, feature] = [find(TIME), find(FEATURE)];
  if (participant === -1 || time === -1 || !repeats(rows, participant)) return only('table', names.length);
  return {
    role: 'events', width: names.length,
    columns: new Map([['participant', participant], ['time', time], ['feature', feature]].flatMap(([what, index]) =>
      (index === -1 ? [] : [[what as string, names[index as number]] as const]))),
  };
}

/** In a log everybody stands on several rows. */
function repeats({ columns, lines }: Rows, participant: number): boolean {
  const ids = new Set(Array.from(lines, (_, row) => columns[participant].at(row).trim()));
  return lines.length >= 4 && ids.size * 2 <= lines.length;
}
