import { basename } from 'node:path';
import type { CodedText } from '../../dataset/coded-text.js';
import { StudyError } from '../../errors.js';
import { docxTranscript } from '../../importers/coded/docx-transcript.js';
import { pathsIn } from '../../importers/coded/paths-in.js';
import { fileKind } from '../../importers/coded/recognise.js';
import { readOne } from '../../importers/coded/read-one.js';
import { isSrt, isVtt } from '../../importers/coded/cue-text.js';
import { decode, inputOf, readWhole } from '../../importers/coded/whole-file.js';
import { deidentifiedText } from '../../qualitative/deidentified-text.js';
import type { MappedName } from '../../qualitative/name-matcher.js';
import { replaceNames } from '../../qualitative/replace-names.js';
import type { InputFile } from '../../results/record.js';
import type { NameMap } from './deidentify-names.js';
import { openCodedText } from '../open-coded-text.js';
import type { Session, WrittenFile } from '../session.js';

/** Everything that will be written, and what was replaced in it. */
export interface DeidentifiedFiles {
  readonly files: readonly WrittenFile[];
  readonly replaced: readonly { readonly document: string; readonly names: readonly MappedName[] }[];
  /** The texts with the mapped names blanked out, to be searched for what else may tell who somebody is. */
  readonly blanked: readonly { readonly document: string; readonly text: string }[];
  readonly inputs: readonly InputFile[];
}

/**
 * Replaces names in transcripts, which stay what they are (a Word document becomes plain text), and in coded files:
 * projects become .qdpx, sheets .csv. Nothing is written here.
 *
 * @throws StudyError where a file cannot be read; E_NAME_LEFT where a name would be left behind; E_OUTPUT_TWICE.
 */
export async function deidentifiedFiles(
  paths: readonly string[], given: Readonly<Record<string, unknown>>, names: NameMap, session: Session,
): Promise<DeidentifiedFiles> {
  const all = [...paths, ...((given['codings'] as readonly string[] | undefined) ?? [])].flatMap(pathsIn);
  const kinds = new Map<string, 'transcript' | 'coded'>();
  for (const path of all) kinds.set(path, (await readOne(path)).draft === null ? 'transcript' : 'coded');
  const transcripts = all.filter((path) => kinds.get(path) === 'transcript');
  const parts = [
    ...await Promise.all(transcripts.map((path) => oneTranscript(path, given['encoding'] as string | undefined, names))),
    ...await inTurn(all.filter((path) => kinds.get(path) === 'coded'), (path) => oneCodedFile(path, transcripts, given, names, session)),
  ];
  const files = parts.map(({ file }) => file);
  refuseSameName(files);
  return {
    files,
    replaced: parts.flatMap(({ replaced }) => replaced),
    blanked: parts.flatMap(({ blanked }) => blanked),
    inputs: [...new Map([...parts.flatMap(({ inputs }) => inputs), names.input].map((input) => [input.path, input])).values()],
  };
}

interface Part extends Pick<DeidentifiedFiles, 'replaced' | 'blanked' | 'inputs'> {
  readonly file: WrittenFile;
}

async function oneTranscript(path: string, encoding: string | undefined, names: NameMap): Promise<Part> {
  const file = await readWhole(path);
  const isDocx = fileKind(file.bytes) === 'zip';
  const text = isDocx ? (docxTranscript(file).document.text?.text ?? '') : decode(file, encoding).text;
  const matches = names.find(text);
  const { text: plain, replaced } = replaceNames(text, matches);
  const name = plainFileName(isDocx ? path.replace(/\.docx$/i, '.txt') : path, names);
  refuseLeftBehind(plain, name, names);
  return {
    file: { path: name, content: plain },
    replaced: [{ document: name, names: replaced }],
    blanked: [{ document: name, text: blank(withoutTimes(text), matches) }],
    inputs: [inputOf(file, text.split('\n').length)],
  };
}

async function oneCodedFile(
  path: string, transcripts: readonly string[], given: Readonly<Record<string, unknown>>, names: NameMap, session: Session,
): Promise<Part> {
  const { coded } = await openCodedText([path], transcripts.length === 0 ? given : { ...given, transcripts }, session);
  const { coded: plain, replaced } = deidentifiedText(coded, (text) => names.find(text));
  const isSheet = /\.(?:csv|tsv|xlsx)$/i.test(path);
  const name = plainFileName(path.replace(/\.[^./\\]*$/, isSheet ? '.csv' : '.qdpx'), names);
  const left = deidentifiedText(plain, (text) => {
    refuseLeftBehind(text, name, names);
    return [];
  });
  const content = isSheet ? await sheetOf(left.coded) : await projectOf(left.coded, name, session.tool);
  const holdsTexts = transcripts.length === 0 && !isSheet;
  return {
    file: { path: name, content },
    replaced: holdsTexts ? replaced : [],
    blanked: holdsTexts ? coded.sources.map(({ text }, index) => ({ document: plain.sources[index].name, text: blank(text ?? '', names.find(text ?? '')) })) : [],
    inputs: coded.inputs,
  };
}

async function sheetOf(coded: CodedText): Promise<string> {
  const [{ codingsTable }, { csvTable }] = await Promise.all([import('../../exporters/coded-tables.js'), import('../../reporters/csv.js')]);
  return csvTable(codingsTable(coded));
}

async function projectOf(coded: CodedText, name: string, tool: string): Promise<Uint8Array> {
  const { qdpx } = await import('../../exporters/qdpx.js');
  return qdpx(coded, name.replace(/\.qdpx$/, ''), tool);
}

/** A file is often called after the person in it. */
function plainFileName(path: string, names: NameMap): string {
  const name = basename(path).replace(/\.gz$/i, '');
  return replaceNames(name, names.find(name)).text.replace(/[\\/:*?"<>|]/g, '_');
}

function refuseLeftBehind(text: string, name: string, names: NameMap): void {
  const [left] = names.find(text);
  if (left === undefined) return;
  throw new StudyError('E_NAME_LEFT', `A mapped name would stand in line ${text.slice(0, left.start).split('\n').length} after the others are replaced.`, {
    where: name, hint: 'Add what it is part of to the map as a name of its own.',
  });
}

function refuseSameName(files: readonly WrittenFile[]): void {
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path.toLowerCase())) throw new StudyError('E_OUTPUT_TWICE', `Two files would be called ${path}.`, { hint: 'Give the names in the files\' names different replacements.' });
    seen.add(path.toLowerCase());
  }
}

function blank(text: string, matches: readonly { readonly start: number; readonly end: number }[]): string {
  let at = 0;
  const parts = matches.flatMap(({ start, end }) => {
    const kept = text.slice(at, start);
    at = end;
    return [kept, text.slice(start, end).replace(/[^\r\n]/g, '\uFFFC')];
  });
  return [...parts, text.slice(at)].join('');
}

/** The clock of a subtitle file tells nobody's name. */
function withoutTimes(text: string): string {
  const lines = text.replace(/^\uFEFF/, ' ').replace(/\r\n?/g, '\n');
  if (!isVtt(lines.trimStart()) && !isSrt(lines)) return text;
  return text.replace(/^(?:\d+|.*-->.*|WEBVTT.*)$/gm, (line) => ' '.repeat(line.length));
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
