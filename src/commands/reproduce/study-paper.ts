import { changedQuote, findQuote, quotedPaper } from '../../claims/find-quote.js';
import type { FoundQuote, QuotedPaper } from '../../claims/find-quote.js';
import { paperCoverage } from '../../claims/paper-coverage.js';
import { paperPieces, paperPlace } from '../../claims/paper-pieces.js';
import { StudyError } from '../../errors.js';
import { quoteWords } from '../../present/reproduce/reproduce-words.js';
import type { InputFile } from '../../results/record.js';
import type { ClaimEstimate, ReproduceRecord } from '../../results/reproduce.js';
import { fileOf } from '../../study/study-sources.js';
import type { Study } from '../../study/study.js';

/** The paper whose figures a study claims. */
export interface StudyPaper {
  readonly path: string;
  readonly input: InputFile;
  readonly paper: QuotedPaper;
}

/**
 * Reads the study's paper, where it names one.
 *
 * @throws StudyError of readDocument; E_PAPER_NEEDED where there is none and `needed` says that there must be.
 */
export async function studyPaper(study: Study, needed: boolean): Promise<StudyPaper | null> {
  if (study.paper?.path === undefined) {
    if (!needed) return null;
    throw new StudyError('E_PAPER_NEEDED', 'Coverage is of a paper, and the study names no file of one.', {
      where: study.path, hint: 'Add it: paper: manuscript.docx (or .md, .html, .txt)',
    });
  }
  const path = fileOf(study, study.paper.path);
  const { readDocument } = await import('../../importers/documents/document.js');
  const { source, blocks } = await readDocument(path);
  return { path, input: source, paper: quotedPaper(paperPieces(blocks)) };
}

/** Whether the paper still says what each claim quotes of it. */
export function quoteEstimates({ claims }: Study, { path, paper }: StudyPaper): ClaimEstimate[] {
  return claims.flatMap(({ id, at, quote, where }): ClaimEstimate[] => {
    if (quote === null) return [];
    const found = findQuote(paper, quote);
    const place = ({ first: { piece, offset } }: FoundQuote): string => paperPlace(path, paper.pieces[piece].placed, offset);
    const changed = found === null ? changedQuote(paper, quote) : null;
    return [{
      claim: id, at, address: 'quote', printed: quote, accepted: quote, computed: found === null ? null : place(found), verdict: found === null ? 'mismatch' : 'match',
      status: found === null ? 'failed' : 'passed', why: found === null ? quoteWords(path, changed === null ? null : { text: changed.text, place: place(changed.found) }) : '',
      cause: null, expected: changed?.text ?? null, units: null, flip: false, where,
    }];
  });
}

/** What every number of the paper is. */
export function coverageOf({ claims, paper: said }: Study, { path, paper }: StudyPaper): NonNullable<ReproduceRecord['coverage']> {
  const covering = claims.map(({ id, quote, expect }) => ({ id, quote, printed: expect.map(({ printed }) => printed) }));
  return { path, numbers: paperCoverage(paper, path, covering, said?.explained ?? new Map()) };
}
