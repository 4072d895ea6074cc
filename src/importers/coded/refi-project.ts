import type { Code, Note } from '../../dataset/coded-text.js';
import { StudyError } from '../../errors.js';
import type { Warning } from '../../results/warning.js';
import { counted } from '../wording.js';
import type { DraftCase } from './draft.js';
import { childrenOf, guid, readRefi, targetsOf } from './refi-elements.js';
import type { RefiElement } from './refi-elements.js';

/** A document of a project, before its text is fetched from where the project keeps it. */
export interface RefiSource {
  readonly guid: string;
  readonly name: string | null;
  readonly content: string | null;
  readonly path: string | null;
  /** What is known of the document as such, as MAXQDA has it. */
  readonly attributes: ReadonlyMap<string, string | number | null>;
}

export interface RefiCoding {
  readonly guid: string;
  readonly source: string;
  /** Null for a code on a whole document. */
  readonly start: number | null;
  readonly end: number | null;
  readonly name: string | null;
  readonly code: string;
  readonly user: string | null;
  readonly memo: string | null;
  /** GUIDs of notes that are the coding's own. */
  readonly notes: readonly string[];
}

/** What a REFI-QDA project or codebook holds, by GUID. */
export interface RefiProject {
  readonly origin: string | null;
  readonly codes: readonly Code[];
  readonly users: ReadonlyMap<string, string>;
  readonly sources: readonly RefiSource[];
  readonly codings: readonly RefiCoding[];
  readonly cases: readonly DraftCase[];
  readonly notes: readonly (Omit<Note, 'text'> & { readonly content: string | null; readonly path: string | null })[];
  /** Sets of documents, such as focus groups. */
  readonly sets: readonly { readonly name: string; readonly sources: readonly string[] }[];
  readonly warnings: readonly Warning[];
}

const WHOLE = new Set(['User', 'PlainTextSelection', 'TranscriptSelection', 'SyncPoint', 'Coding', 'Variable', 'VariableValue', 'Case', 'Set', 'Note']);
const DOCUMENTS = new Set(['TextSource', 'PDFSource', 'AudioSource', 'VideoSource', 'PictureSource']);
const TEXTS = new Set(['TextSource', 'Representation', 'Transcript', 'TextDescription']);

/** @throws StudyError of readRefi; E_REFI_GUID, E_REFI_POSITION. */
export function refiProject(content: Uint8Array | Iterable<Uint8Array>, file: string): RefiProject {
  const reader = new ProjectReader(file);
  readRefi(content, file, reader);
  return reader.project();
}

class ProjectReader {
  private origin: string | null = null;
  private readonly codes: Code[] = [];
  private readonly above: string[] = [];
  private readonly descriptions = new Map<string, string>();
  private readonly users = new Map<string, string>();
  private readonly sources: NonNullable<ProjectReader['document']>[] = [];
  private readonly selections: { element: RefiElement; source: string }[] = [];
  private readonly codings: RefiCoding[] = [];
  private readonly variables = new Map<string, string>();
  private readonly cases: RefiElement[] = [];
  private readonly notes: RefiElement[] = [];
  private readonly sets: RefiElement[] = [];
  private readonly points = new Map<string, number>();
  /** The document that is being read, and the text of it that holds the selections. */
  private document: { guid: string; name: string | null; content: string | null; path: string | null; values: RefiElement[] } | null = null;
  private readonly path: string[] = [];
  private elsewhere = 0;

  constructor(private readonly file: string) {}

  open(name: string, attributes: ReadonlyMap<string, string>): boolean {
    if (name === 'Project' || name === 'CodeBook') this.origin = attributes.get('origin') ?? this.origin;
    if (name === 'Code') this.openCode(attributes);
    if (DOCUMENTS.has(name) && this.document === null) {
      this.document = { guid: this.guidOf(attributes, name), name: attributes.get('name') ?? null, content: null, path: attributes.get('plainTextPath') ?? null, values: [] };
    } else if (TEXTS.has(name) && this.document !== null) this.document.path ??= attributes.get('plainTextPath') ?? null;
    if (/^(?:PDF|Picture|Audio|Video)Selection$/.test(name)) this.elsewhere += 1;
    if (WHOLE.has(name)) return true;
    this.path.push(name);
    return false;
  }

  whole(element: RefiElement): void {
    const { name, attributes, text } = element;
    const within = this.path.at(-1) === name ? this.path.at(-2) : this.path.at(-1);
    if (name === 'User') this.users.set(this.guidOf(attributes, name), attributes.get('name') ?? attributes.get('id') ?? 'user');
    else if (name === 'Description' && within === 'Code') this.descriptions.set(this.above.at(-1) ?? '', text);
    else if (name === 'PlainTextContent' && this.document !== null) this.document.content ??= text;
    else if (name === 'PlainTextSelection' || name === 'TranscriptSelection') this.selections.push({ element, source: this.document?.guid ?? '' });
    else if (name === 'SyncPoint') this.points.set(this.guidOf(attributes, name), this.position(attributes, 'position'));
    else if (name === 'Coding' && within?.endsWith('Selection') !== true) this.codings.push(...this.codingsIn({ ...element, name: 'Document', children: [element] }, this.document?.guid ?? '', null, null));
    else if (name === 'VariableValue') this.document?.values.push(element);
    else if (name === 'Variable') this.variables.set(this.guidOf(attributes, name), attributes.get('name') ?? '');
    else if (name === 'Case') this.cases.push(element);
    else if (name === 'Set') this.sets.push(element);
    else if (name === 'Note') this.notes.push(element);
  }

  close(name: string): void {
    if (WHOLE.has(name)) return;
    this.path.pop();
    if (name === 'Code') this.above.pop();
    if (DOCUMENTS.has(name) && this.document !== null && !this.path.some((open) => DOCUMENTS.has(open))) {
      this.sources.push(this.document);
      this.document = null;
    }
  }

  project(): RefiProject {
    const placed = this.selections.map(({ element, source }) => ({ element, source, ...this.placeOf(element) }));
    const bySelection = new Map(placed.map(({ element, source, start, end }) => [guid(element.attributes.get('guid') ?? ''), { document: source, start, end }]));
    return {
      origin: this.origin,
      codes: this.codes.map((code) => ({ ...code, description: this.descriptions.get(code.id) ?? null })),
      users: this.users,
      sources: this.sources.map(({ values, ...source }) => ({ ...source, attributes: this.attributesOf(values) })),
      codings: [...this.codings, ...placed.flatMap(({ element, source, start, end }) => this.codingsIn(element, source, start, end))],
      cases: this.cases.map((element) => this.caseOf(element, bySelection)),
      notes: this.notes.map((element) => ({
        id: this.guidOf(element.attributes, 'Note'),
        name: element.attributes.get('name') ?? '',
        content: childrenOf(element, 'PlainTextContent')[0]?.text ?? null,
        path: element.attributes.get('plainTextPath') ?? null,
        author: this.userOf(element.attributes.get('creatingUser') ?? element.attributes.get('modifyingUser')),
      })),
      sets: this.sets.map((element) => ({ name: element.attributes.get('name') ?? '', sources: targetsOf(element, 'MemberSource') })).filter(({ sources }) => sources.length > 0),
      warnings: this.elsewhere === 0 ? [] : [{
        code: 'W_SELECTION_ELSEWHERE', where: this.file,
        message: `${counted(this.elsewhere, 'selection')} in pictures, pages, sound or film left out: only text is read.`,
      }],
    };
  }

  private openCode(attributes: ReadonlyMap<string, string>): void {
    const id = this.guidOf(attributes, 'Code');
    this.codes.push({
      id,
      name: attributes.get('name') ?? '',
      parent: this.above.at(-1) ?? null,
      description: null,
      colour: attributes.get('color') ?? null,
      isCodable: !/^(?:false|0)$/.test(attributes.get('isCodable') ?? 'true'),
    });
    this.above.push(id);
  }

  private placeOf({ name, attributes }: RefiElement): { start: number; end: number } {
    if (name === 'PlainTextSelection') return { start: this.position(attributes, 'startPosition'), end: this.position(attributes, 'endPosition') };
    const at = (which: string): number => this.points.get(guid(attributes.get(which) ?? '')) ?? 0;
    return { start: at('fromSyncPoint'), end: at('toSyncPoint') };
  }

  private codingsIn(element: RefiElement, source: string, start: number | null, end: number | null): RefiCoding[] {
    const { attributes } = element;
    const selectedBy = attributes.get('creatingUser') ?? attributes.get('modifyingUser');
    const description = childrenOf(element, 'Description')[0]?.text ?? null;
    return childrenOf(element, 'Coding').flatMap((coding) => targetsOf(coding, 'CodeRef').map((code): RefiCoding => ({
      guid: guid(coding.attributes.get('guid') ?? ''),
      source,
      start,
      end,
      name: start === null ? null : (attributes.get('name') ?? null),
      code,
      user: this.userOf(coding.attributes.get('creatingUser') ?? selectedBy),
      memo: description,
      notes: [...targetsOf(coding, 'NoteRef'), ...targetsOf(element, 'NoteRef')],
    })));
  }

  private caseOf(element: RefiElement, bySelection: ReadonlyMap<string, { document: string; start: number; end: number }>): DraftCase {
    const id = this.guidOf(element.attributes, 'Case');
    return {
      id,
      name: element.attributes.get('name') ?? '',
      attributes: this.attributesOf(childrenOf(element, 'VariableValue')),
      documents: targetsOf(element, 'SourceRef'),
      stretches: targetsOf(element, 'SelectionRef').flatMap((target) => bySelection.get(target) ?? []),
    };
  }

  private attributesOf(values: readonly RefiElement[]): Map<string, string | number | null> {
    return new Map(values.flatMap((value) => {
      const [variable] = targetsOf(value, 'VariableRef');
      const name = this.variables.get(variable ?? '');
      return name === undefined ? [] : [[name, valueOf(value)] as const];
    }));
  }

  private userOf(written: string | undefined): string | null {
    return written === undefined ? null : (this.users.get(guid(written)) ?? guid(written));
  }

  private guidOf(attributes: ReadonlyMap<string, string>, name: string): string {
    const written = attributes.get('guid');
    if (written !== undefined && written.trim() !== '') return guid(written);
    throw new StudyError('E_REFI_GUID', `A ${name} of the project has no guid.`, { where: this.file });
  }

  private position(attributes: ReadonlyMap<string, string>, which: string): number {
    const written = attributes.get(which) ?? '';
    if (/^\+?\d{1,10}$/.test(written.trim())) return Number(written);
    throw new StudyError('E_REFI_POSITION', `Expected a whole number as ${which}, found "${written.slice(0, 20)}".`, { where: this.file });
  }
}

function valueOf(value: RefiElement): string | number | null {
  const [element] = value.children.filter(({ name }) => name.endsWith('Value'));
  const text = element?.text.trim() ?? '';
  if (element === undefined || text === '') return null;
  if (element.name !== 'IntegerValue' && element.name !== 'FloatValue') return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}
