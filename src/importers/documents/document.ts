import type { Block } from '../../dataset/document.js';
import { StudyError } from '../../errors.js';
import type { InputFile } from '../../results/record.js';
import type { Warning } from '../../results/warning.js';
import type { Bytes } from '../text/bytes.js';
import { chooseEncoding, decodedBlocks, encodingName } from '../text/encoding.js';
import { inputFile } from '../input-file.js';
import { inMebibytes } from '../limits.js';
import { openSource } from '../source.js';
import type { Source } from '../source.js';

export type DocumentFormat = 'text' | 'markdown' | 'html' | 'docx';

/** A manuscript or another document, as blocks of text without markup. */
export interface TextDocument {
  readonly source: InputFile;
  readonly format: DocumentFormat;
  readonly blocks: readonly Block[];
  readonly warnings: readonly Warning[];
}

export interface DocumentOptions {
  readonly encoding?: string;
  readonly stdin?: AsyncIterable<Uint8Array | string>;
}

/** A manuscript without its pictures is smaller, and so is a Word document that holds them all. */
const LARGEST = 64 * 2 ** 20;

/** What is often given where a document is expected, by its first bytes (as Latin-1), and the way to text. */
const OTHERS: readonly { readonly starts: string; readonly name: string; readonly hint: (path: string) => string }[] = [
  { starts: '%PDF-', name: 'a PDF', hint: (path) => `Type: pdftotext -layout ${quoted(path)} ${quoted(`${path.replace(/\.pdf$/i, '')}.txt`)}, and give the .txt.` },
  { starts: '\xd0\xcf\x11\xe0', name: 'an old Word document (.doc)', hint: () => 'Open it there and save it as .docx.' },
  { starts: '{\\rtf', name: 'a rich text file (.rtf)', hint: () => 'Open it in a word processor and save it as .docx.' },
];

/**
 * Reads a document: .docx, .html, .md or plain text, or standard input for the path `-`. What it is shows in its first
 * bytes, then in its name. A table is read as a table in each of them.
 *
 * @throws StudyError E_DOCUMENT_FORMAT, E_DOCUMENT_LARGE, E_DOCUMENT_BINARY, those of openSource and of the encoding,
 *   and those of readDocx.
 * @example (await readDocument('manuscript.docx')).blocks
 */
export async function readDocument(path: string, options: DocumentOptions = {}): Promise<TextDocument> {
  const asked = options.encoding === undefined ? undefined : encodingName(options.encoding);
  const source = await openSource(path, Infinity, options.stdin);
  const chunks = await boundedChunks(source);
  const head = Buffer.from(chunks[0].subarray(0, 1024)).toString('latin1');
  const other = OTHERS.find(({ starts }) => head.startsWith(starts));
  if (other !== undefined) {
    throw new StudyError('E_DOCUMENT_FORMAT', `Expected text, Markdown, HTML or .docx, found ${other.name}.`, {
      where: source.name, hint: other.hint(source.name),
    });
  }
  if (head.startsWith('PK')) {
    const { readDocx } = await import('./docx.js');
    const { blocks } = readDocx(Buffer.concat(chunks), source.name);
    return { source: inputFile(source, blocks.length), format: 'docx', blocks, warnings: [] };
  }
  const { text, warnings } = decoded({ name: source.name, chunks, hasCarriageReturn: false }, asked);
  const format = formatOf(source.name, head);
  const blocks = format === 'html'
    ? (await import('./html-blocks.js')).htmlBlocks(text)
    : (await import('./text-blocks.js')).textBlocks(text, format === 'markdown');
  return { source: inputFile(source, text.split('\n').length), format, blocks, warnings };
}

async function boundedChunks(source: Source): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of source.chunks) {
    chunks.push(chunk);
    total += chunk.length;
    if (total > LARGEST) {
      throw new StudyError('E_DOCUMENT_LARGE', `A document is read up to ${inMebibytes(LARGEST)}, and this file holds more.`, { where: source.name });
    }
  }
  return chunks;
}

function decoded(bytes: Bytes, asked: string | undefined): { text: string; warnings: readonly Warning[] } {
  const { decision, warnings } = chooseEncoding(bytes, asked);
  const text = [...decodedBlocks(bytes, decision.value, LARGEST)].join('');
  const at = text.indexOf('\0');
  if (at !== -1) {
    throw new StudyError('E_DOCUMENT_BINARY', `Expected text, found a NUL character after ${at} others.`, {
      where: bytes.name, hint: 'Save the document as .docx, .html, .md or .txt.',
    });
  }
  return { text: text.replace(/\r\n?/g, '\n'), warnings };
}

function formatOf(name: string, head: string): DocumentFormat {
  if (/\.(?:md|markdown|qmd|rmd)$/i.test(name)) return 'markdown';
  // JATS, in which articles are archived, names its paragraphs and tables as HTML does.
  if (/\.(?:x?html?|n?xml|jats)$/i.test(name) || /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|article)\b/i.test(head)) return 'html';
  return 'text';
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
