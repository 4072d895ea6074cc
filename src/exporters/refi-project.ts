import type { CodedText, Coding, TextSource } from '../dataset/coded-text.js';
import { guidOf } from './guid.js';
import { refiCases } from './refi-cases.js';
import { refiCodes } from './refi-codes.js';
import { selectionsOf } from './refi-selections.js';
import type { Selection } from './refi-selections.js';
import { xmlElement, xmlText } from './xml-element.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** Of a quote as the name of its selection; enough to verify an offset by. */
const LONGEST_NAME = 80;

/**
 * The project file of a .qdpx (REFI-QDA 1.0), valid against its schema: parts in the order it asks for, none empty.
 * Texts are files beside it, `internal://GUID.txt`. It holds no dates, so the same study is written the same.
 *
 * @param origin name and version of the program.
 */
export function refiProject(coded: CodedText, name: string, origin: string): string {
  const selections = selectionsOf(coded);
  const { variables, cases } = refiCases(coded, selections);
  const bySource = new Map<string, Selection[]>();
  for (const selection of selections.all) bySource.set(selection.source, [...(bySource.get(selection.source) ?? []), selection]);
  const whole = new Map<string, Coding[]>();
  for (const coding of coded.codings) if (coding.start === null) whole.set(coding.source, [...(whole.get(coding.source) ?? []), coding]);
  return `${HEAD}${xmlElement('Project', {
    'xmlns': 'urn:QDA-XML:project:1.0', 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': 'urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd', name, origin,
  }, [
    ...part('Users', coded.coders.map((coder) => xmlElement('User', { guid: userGuid(coder), name: coder }))),
    ...part('CodeBook', part('Codes', refiCodes(coded.codes))),
    ...variables,
    ...cases,
    ...part('Sources', coded.sources.map((source) => textSource(source, bySource.get(source.id) ?? [], whole.get(source.id) ?? []))),
    ...part('Notes', [
      ...coded.notes.map(({ id, name: title, text, author }) => note(guidOf('note', id), title, text, author !== null && coded.coders.includes(author) ? author : null)),
      ...coded.codings.filter(({ start, memo }) => start === null && memo !== null).map(({ id, memo, coder }) => note(memoGuid(id), 'Memo', memo ?? '', coder)),
    ]),
    ...part('Sets', groupSets(coded.sources)),
  ])}\n`;
}

/** The codes alone, as a codebook file (.qdc). */
export function refiCodebook({ codes }: Pick<CodedText, 'codes'>, origin: string): string {
  return `${HEAD}${xmlElement('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin }, part('Codes', refiCodes(codes)))}\n`;
}

/** What a source's text is called in the archive, below `Sources/`. */
export function textFile({ id }: Pick<TextSource, 'id'>): string {
  return `${guidOf('source', id)}.txt`;
}

function textSource(source: TextSource, selections: readonly Selection[], whole: readonly Coding[]): string {
  return xmlElement('TextSource', { guid: guidOf('source', source.id), name: source.name, plainTextPath: source.text === null ? null : `internal://${textFile(source)}` }, [
    ...selections.map(({ guid, start, end, coder, memo, codings }) => xmlElement('PlainTextSelection', {
      guid, name: nameOf(codings), startPosition: String(start), endPosition: String(end), creatingUser: coder === null ? null : userGuid(coder),
    }, [...(memo === null ? [] : [xmlElement('Description', {}, [xmlText(memo)])]), ...codings.map(codingElement)])),
    ...whole.map(codingElement),
  ]);
}

/** The memo of a coding of a whole document is a note, because nothing else there could hold it. */
function codingElement({ id, start, coder, code, memo }: Coding): string {
  return xmlElement('Coding', { guid: guidOf('coding', id), creatingUser: userGuid(coder) }, [
    xmlElement('CodeRef', { targetGUID: guidOf('code', code) }),
    ...(memo === null || start !== null ? [] : [xmlElement('NoteRef', { targetGUID: memoGuid(id) })]),
  ]);
}

function note(guid: string, name: string, text: string, author: string | null): string {
  return xmlElement('Note', { guid, name, creatingUser: author === null ? null : userGuid(author) }, [xmlElement('PlainTextContent', {}, [xmlText(text)])]);
}

function nameOf(codings: readonly Coding[]): string | null {
  const quote = codings[0]?.quote ?? null;
  if (quote === null) return null;
  const points = [...quote];
  return points.length <= LONGEST_NAME ? quote : `${points.slice(0, LONGEST_NAME).join('')}…`;
}

function groupSets(sources: readonly TextSource[]): string[] {
  const groups = new Map<string, TextSource[]>();
  for (const source of sources) if (source.group !== null) groups.set(source.group, [...(groups.get(source.group) ?? []), source]);
  return [...groups].map(([name, members]) => xmlElement('Set', { guid: guidOf('set', name), name }, members.map(({ id }) => xmlElement('MemberSource', { targetGUID: guidOf('source', id) }))));
}

const part = (name: string, content: readonly string[]): string[] => (content.length === 0 ? [] : [xmlElement(name, {}, content)]);
const userGuid = (coder: string): string => guidOf('user', coder);
const memoGuid = (coding: string): string => guidOf('memo', `${coding} memo`);
