import { checkPaper } from '../../claims/paper/check-paper.js';
import type { TextDocument } from '../../importers/documents/document.js';
import { checkWords } from '../../present/check/check-words.js';
import type { CheckMethod, CheckRecord } from '../../results/check.js';

/** How a paper is to be checked, as the command line and the library take it. */
export interface CheckOptions {
  readonly n?: number;
  readonly alpha?: number;
  readonly oneTailed?: boolean;
  readonly assume?: readonly ('whole' | 'binary')[];
  readonly items?: number;
  readonly rounding?: CheckMethod['rounding'];
}

/** The checked figures of a paper as a record, in the order of the paper. */
export function checkRecord(document: TextDocument, options: CheckOptions, surroundings: { readonly tool: string; readonly options?: Readonly<Record<string, unknown>> }): CheckRecord {
  const { n = null, alpha = 0.05, oneTailed = false, assume = [], items = 1, rounding = 'either' } = options;
  const tails = oneTailed ? 'one' : 'auto';
  const checked = checkPaper(document.blocks, {
    n, alpha, tails, items, rounding, wholeNumbers: assume.includes('whole') || items > 1, binary: assume.includes('binary'),
  });
  const file = document.source.path;
  const estimates = checked.figures.map((figure) => ({
    where: /^\d/.test(figure.place) ? `${file}:${figure.place}` : `${file}: ${figure.place}`,
    printed: figure.printed, kind: figure.kind, verdict: figure.verdict, computed: figure.computed, detail: checkWords(figure),
  }));
  const notChecked = estimates.filter(({ verdict }) => verdict === 'not-checkable').length;
  return {
    kind: 'check',
    schemaVersion: 1,
    method: {
      format: document.format, alpha, tails, n: checked.n?.n ?? null,
      nFrom: checked.n === null ? null : checked.n.from === 'option' ? 'option' : 'text',
      fittingN: checked.fittingN, assume, items, rounding,
    },
    estimates,
    n: { rows: estimates.length, used: estimates.length - notChecked, excludedBy: notChecked === 0 ? {} : { notCheckable: notChecked } },
    warnings: document.warnings,
    provenance: { tool: surroundings.tool, command: 'check', options: { ...options, ...surroundings.options }, seed: null, inputs: [document.source] },
  };
}
