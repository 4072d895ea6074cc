import type { CodedText } from '../../dataset/coded-text.js';
import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import { codeNames } from '../../qualitative/code-names.js';
import { codeTree } from '../../qualitative/code-tree.js';
import { codedDocuments } from '../../qualitative/coded-documents.js';
import type { CodedDocument } from '../../qualitative/coded-documents.js';
import type { Warning } from '../../results/warning.js';
import type { AgreeOptions } from './agree-request.js';
import { codeNamed, coderNamed } from '../themes/chosen-codings.js';

/** What is compared: documents, coders and codes that are left once the request is met. */
export interface ComparedText {
  readonly coders: readonly string[];
  readonly documents: readonly CodedDocument[];
  /** Ids of the codes that a coder used in these documents, in the order of the codebook. */
  readonly codes: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly warnings: readonly Warning[];
}

/**
 * Chooses coders, codes and documents to compare.
 *
 * @throws StudyError E_AGREE_CODERS, E_CODER_MISSING, E_CODE_MISSING, E_DOCUMENT_MISSING, E_AGREE_DOCUMENTS or E_TEXT_MISSING.
 */
export function comparedText(coded: CodedText, options: AgreeOptions): ComparedText {
  const where = coded.inputs[0]?.path ?? '';
  const coders = [...new Set(options.coders?.map((name) => coderNamed(name, coded.coders, where)) ?? coded.coders)];
  refuseFewCoders(coders, coded.coders, where);
  const names = codeNames(coded.codes);
  const tree = codeTree(coded.codes);
  const asked = options.codes === undefined ? null : new Set(options.codes.flatMap((name) => [...codeNamed(name, coded, tree, names, where).within]));
  const all = codedDocuments(coded, coders, (code) => asked === null || asked.has(code), options.countUncodedDocuments === true);
  const wanted = options.documents?.map((name) => documentNamed(name, coded.sources.map((source) => source.name), where));
  const chosen = wanted === undefined ? all : all.filter(({ source }) => wanted.includes(source.name));
  const needsText = !['segment', 'document'].includes(options.unit ?? 'character');
  const documents = needsText ? chosen.filter(({ length }) => length !== null) : chosen;
  refuseNoDocuments(documents, chosen, where);
  const used = new Set(documents.flatMap(({ marks }) => marks.map(({ code }) => code)));
  const codes = coded.codes.map(({ id }) => id).filter((id) => used.has(id));
  if (codes.length === 0) {
    throw new StudyError('E_AGREE_DOCUMENTS', 'None of the codes is used in the documents that two coders coded.', { where });
  }
  return { coders, documents, codes, names, warnings: leftOut(coded, coders, all, chosen, documents, where) };
}

function refuseFewCoders(coders: readonly string[], known: readonly string[], where: string): void {
  if (coders.length >= 2 && coders.length <= 30) return;
  if (coders.length > 30) throw new StudyError('E_AGREE_CODERS', `At most 30 coders are compared at once; found ${coders.length}.`, { where, hint: 'Name some with --coders.' });
  throw new StudyError('E_AGREE_CODERS', `Agreement needs two coders or more; found ${known.length === 0 ? 'no codings' : coders.join(', ')}.`, {
    where, hint: 'Give every coder’s file: portal-study agree anna.csv ben.csv. A table with a column a coder needs --layout matrix.',
  });
}

function refuseNoDocuments(documents: readonly CodedDocument[], chosen: readonly CodedDocument[], where: string): void {
  if (documents.length > 0) return;
  if (chosen.length > 0) {
    throw new StudyError('E_TEXT_MISSING', `The text of the ${chosen.length === 1 ? 'document' : 'documents'} is not known, so that its units cannot be counted.`, {
      where, hint: 'Give it with --transcripts, or compare the coders’ own segments with --unit segment.',
    });
  }
  throw new StudyError('E_AGREE_DOCUMENTS', 'No document was coded by two coders.', {
    where, hint: '--count-uncoded-documents takes a coder without marks in a document to have found nothing there.',
  });
}

function leftOut(
  coded: CodedText, coders: readonly string[], all: readonly CodedDocument[], chosen: readonly CodedDocument[],
  documents: readonly CodedDocument[], where: string,
): Warning[] {
  const placeless = coded.codings.filter(({ coder, start }) => start === null && coders.includes(coder)).length;
  const touched = new Set(coded.codings.filter(({ coder }) => coders.includes(coder)).map(({ source }) => source));
  const single = touched.size - all.filter(({ source }) => touched.has(source.id)).length;
  const say = (code: Warning['code'], count: number, one: string, many: string): Warning[] =>
    (count <= 0 ? [] : [{ code, message: `${count} ${count === 1 ? one : many}`, where }]);
  return [
    ...say('W_DOCUMENT_ONE_CODER', single, 'document was coded by one coder alone and is left out.', 'documents were coded by one coder alone and are left out.'),
    ...say('W_TEXT_MISSING', chosen.length - documents.length, 'document without its text is left out.', 'documents without their text are left out.'),
    ...say('W_CODING_PLACE', placeless, 'coding without a place is left out.', 'codings without a place are left out.'),
  ];
}

function documentNamed(name: string, known: readonly string[], where: string): string {
  const found = known.find((one) => one === name) ?? known.find((one) => one.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const near = nearestNames(name, known);
  throw new StudyError('E_DOCUMENT_MISSING', `There is no document "${name}".`, {
    where, hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Documents: ${known.slice(0, 8).join(', ')}.`,
  });
}
