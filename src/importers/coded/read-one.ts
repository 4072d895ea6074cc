import { StudyError } from '../../errors.js';
import type { InputFile } from '../../results/record.js';
import type { Warning } from '../../results/warning.js';
import { byteOrderMark, isUtf16 } from '../text/byte-order-mark.js';
import { chooseDialect } from '../rows/dialect.js';
import { codebookSheet, isCodebookSheet } from './codebook-sheet.js';
import type { Draft, DraftDocument } from './draft.js';
import { isNvivoMatrix, nvivoMatrix } from './nvivo-matrix.js';
import { isSegmentSheet, segmentSheet } from './segment-sheet.js';
import { fileKind } from './recognise.js';
import { readSheet } from './read-sheet.js';
import { plainName } from './sheet-roles.js';
import type { Sheet } from './sheet.js';
import type { Transcript } from './transcript.js';
import { transcriptOf } from './transcript.js';
import { decode, inputOf, readWhole } from './whole-file.js';
import type { WholeFile } from './whole-file.js';

/** A file as read: what it says of codes and segments, or, where `draft` is null, the transcript it is. */
export interface ReadFile {
  readonly draft: Draft | null;
  readonly documents: readonly DraftDocument[];
  readonly input: InputFile;
  readonly warnings: readonly Warning[];
}

export interface ReadOneOptions {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly columns?: ReadonlyMap<string, string>;
  /** Codes of the codebook, which a cell may name. */
  readonly codes?: ReadonlySet<string>;
  readonly onlyTranscripts?: boolean;
  readonly onlyCodebook?: boolean;
  readonly stdin?: AsyncIterable<Uint8Array | string>;
}

/** @throws StudyError where the file is none of what is read, or is damaged. */
export async function readOne(path: string, options: ReadOneOptions = {}): Promise<ReadFile> {
  const file = await readWhole(path, options.stdin);
  switch (fileKind(file.bytes)) {
    case 'text':
      return options.onlyTranscripts === true || !looksLikeSheet(file, options) ? asTranscript(transcriptOf(file, options.encoding)) : asDraft(file, await readSheetDraft(file, options));
    case 'zip':
      return readZip(file, options);
    case 'sqlite':
      return asDraft(file, await (await import('./database.js')).databaseDraft(file));
    case 'xml':
      return asDraft(file, (await import('./qdpx.js')).refiFile(file.bytes, file.name));
    default:
      throw unknownKind(file);
  }
}

/** What is packed is told apart by the files in it; what unpacks is loaded where something has to be unpacked. */
async function readZip(file: WholeFile, options: ReadOneOptions): Promise<ReadFile> {
  const { openArchive } = await import('../containers/archive.js');
  const archive = openArchive(file.bytes, file.name);
  const { names } = archive;
  const { projectName, qdpx } = await import('./qdpx.js');
  if (projectName(names) !== undefined) return asDraft(file, qdpx(archive, file.name));
  if (names.some((name) => /^word\/document\d*\.xml$/.test(name))) {
    const { docxTranscript } = await import('./docx-transcript.js');
    return asTranscript(docxTranscript(file));
  }
  if (names.some((name) => name.startsWith('xl/'))) return asDraft(file, await readSheetDraft(file, options));
  throw unknownKind(file);
}

function asTranscript({ document, input, warnings }: Transcript): ReadFile {
  return { draft: null, documents: [document], input, warnings };
}

function asDraft(file: WholeFile, draft: Draft): ReadFile {
  const input = inputOf(file, draft.segments.length > 0 ? draft.segments.length : draft.codes.length);
  return { draft: { ...draft, inputs: [input] }, documents: [], input, warnings: [] };
}

async function readSheetDraft(file: WholeFile, options: ReadOneOptions): Promise<Draft> {
  return sheetDraft(await readSheet(file, options), options);
}

function sheetDraft(sheet: Sheet, { columns, codes, onlyCodebook }: ReadOneOptions): Draft {
  if (onlyCodebook !== true && isNvivoMatrix(sheet)) return nvivoMatrix(sheet);
  if (onlyCodebook === true || (columns === undefined && isCodebookSheet(sheet))) return codebookSheet(sheet);
  return segmentSheet(sheet, { ...(columns === undefined ? {} : { columns }), ...(codes === undefined ? {} : { codes }) });
}

/** Text is a sheet by its extension, or by a first line that names the columns of one. */
function looksLikeSheet(file: WholeFile, { encoding, columns, onlyCodebook }: ReadOneOptions): boolean {
  if (onlyCodebook === true || columns !== undefined || /\.(?:csv|tsv|tab)(?:\.gz)?$/i.test(file.name)) return true;
  const { text } = decode({ name: file.name, bytes: file.bytes.subarray(0, headSize(file.bytes)) }, encoding);
  const [first] = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/, 1);
  const header = first.split(chooseDialect(`${first}\n`).delimiter.value).map((cell) => cell.replace(/^"|"$/g, ''));
  return header.length > 2 && header.every((name) => plainName(name) !== '')
    && isSegmentSheet({ name: file.name, header, headerLine: 1 });
}

/** To the end of the first line, so that no letter is cut; of UTF-16 all, where a line end is no one byte. */
function headSize(bytes: Uint8Array): number {
  if (isUtf16(byteOrderMark(bytes)?.encoding)) return bytes.length;
  const end = bytes.indexOf(0x0a);
  return end === -1 ? bytes.length : end + 1;
}

function unknownKind({ name }: WholeFile): StudyError {
  return new StudyError('E_FILE_FORMAT', 'This is no transcript, sheet, codebook or project that is read.', {
    where: name, hint: 'Read are .txt, .docx, .vtt, .srt, .csv, .xlsx, .qdpx, .qdc, QualCoder\'s data.qda and Taguette\'s .sqlite3.',
  });
}
