import type { Code } from '../../dataset/coded-text.js';
import { documentKey } from './document-key.js';
import type { DraftCase, DraftDocument } from './draft.js';
import type { RefiCoding, RefiProject } from './refi-project.js';

/** A project with its cases told from its codes. */
export interface CasesAndCodes {
  readonly codes: readonly Code[];
  readonly codings: readonly RefiCoding[];
  readonly cases: readonly DraftCase[];
}

/**
 * Programs differ in how they write cases. NVivo codes text with a case as if it were a code, which shares its GUID;
 * Quirkos and MAXQDA have cases without a name that are the attributes of a document, or put them on the document.
 */
export function casesAndCodes(project: RefiProject, documents: readonly DraftDocument[]): CasesAndCodes {
  const caseIds = new Set(project.cases.map(({ id }) => id));
  const parents = new Set(project.codes.map(({ parent }) => parent));
  const isCase = (code: string): boolean => caseIds.has(code) && !parents.has(code);
  const stretches = new Map<string, DraftCase['stretches'][number][]>();
  for (const { code, source, start, end } of project.codings) {
    if (!isCase(code) || start === null || end === null) continue;
    stretches.set(code, [...(stretches.get(code) ?? []), { document: source, start, end }]);
  }
  const names = new Map(documents.map(({ id, name }) => [id, name.replace(/\.[^.]{1,5}$/, '')]));
  const cases = project.cases.map((one): DraftCase => ({
    ...one,
    name: one.name === '' ? (one.documents.length === 1 ? (names.get(one.documents[0]) ?? one.id) : one.id) : one.name,
    stretches: [...one.stretches, ...(stretches.get(one.id) ?? [])],
  }));
  const known = new Set(cases.flatMap(({ documents: ids }) => ids));
  const ofDocuments = project.sources.filter(({ guid, attributes }) => attributes.size > 0 && !known.has(guid)).map(({ guid, attributes }): DraftCase => ({
    id: guid, name: names.get(guid) ?? documentKey(guid), attributes, documents: [guid], stretches: [],
  }));
  return {
    codes: project.codes.filter(({ id }) => !isCase(id)),
    codings: project.codings.filter(({ code }) => !isCase(code)),
    cases: [...cases, ...ofDocuments],
  };
}
