import type { Dataset } from '../../dataset/dataset.js';
import { sourcesOfKind } from '../../study/study-sources.js';
import type { Study, StudyAnalysis, StudyOption } from '../../study/study.js';

/** The sections that analyses fill, in the order of the document. */
export type SectionId = 'participants' | 'use' | 'correlations' | 'comparisons' | 'scales' | 'themes' | 'joint' | 'claims';

/** One analysis of the document. */
export interface PlannedAnalysis {
  readonly section: SectionId;
  /** As the study's file names it, or what the document adds by itself. */
  readonly analysis: StudyAnalysis;
  /** Whether its picture is worth the room. */
  readonly drawn: boolean;
}

const SECTION_OF: ReadonlyMap<string, SectionId> = new Map([
  ['correlate', 'correlations'], ['compare', 'comparisons'], ['scale', 'scales'], ['usage', 'use'], ['themes', 'themes'], ['agree', 'themes'],
  ['saturation', 'themes'], ['joint', 'joint'],
]);

/**
 * What a document holds: every analysis that the study states, and for what it does not state, what a reader of such a
 * study expects.
 */
export function reportPlan(study: Study, survey: Dataset | null, { suppressBelow }: { readonly suppressBelow?: number | undefined }): PlannedAnalysis[] {
  const stated = study.analyses.flatMap((analysis): PlannedAnalysis[] => {
    const section = sectionOf(analysis);
    return section === undefined ? [] : [{ section, analysis: suppressed(suppressBelow === undefined ? withQuotes(analysis) : analysis, suppressBelow), drawn: true }];
  });
  const has = (section: SectionId, command?: string): boolean =>
    stated.some((one) => one.section === section && (command === undefined || one.analysis.command === command));
  const added: PlannedAnalysis[] = [];
  const add = (section: SectionId, command: string, options: Readonly<Record<string, string | readonly string[]>>, drawn = true): void => {
    added.push({ section, drawn, analysis: suppressed({ name: command, command, options: optionsOf(options, study), where: study.path }, suppressBelow) });
  };
  if (survey !== null) {
    const groups = survey.columns.filter(({ role }) => role === 'group').map(({ name }) => name);
    const features = survey.columns.some(({ role }) => role === 'feature');
    if (!has('participants')) add('participants', 'describe', { vars: features ? ['*', '!feature:*'] : ['*'], ...(groups.length === 0 ? {} : { by: groups[0] }) }, false);
    if (features && !has('use', 'describe')) add('use', 'describe', { vars: 'feature:*' });
    if (!has('correlations')) add('correlations', 'correlate', {});
  }
  if (sourcesOfKind(study, 'events').length > 0 && !has('use', 'usage')) add('use', 'usage', {});
  if (sourcesOfKind(study, 'codings').length > 0) {
    if (!has('themes', 'themes')) add('themes', 'themes', { quotes: '2' });
    if (!has('themes', 'saturation')) add('themes', 'saturation', {});
    if (!has('themes', 'agree')) add('themes', 'agree', {}, false);
    if (survey !== null && !has('joint')) {
      if (sourcesOfKind(study, 'links').length > 0) add('joint', 'joint', { type: 'side-by-side' });
      add('joint', 'joint', { type: 'statistics-by-themes' });
      add('joint', 'joint', { type: 'convergence' }, false);
    }
  }
  // Every claimed figure is told at four digits, small counts among them.
  if (study.claims.length > 0 && suppressBelow === undefined) add('claims', 'reproduce', {}, false);
  return [...stated, ...added];
}

function sectionOf({ command, options }: StudyAnalysis): SectionId | undefined {
  if (command !== 'describe') return SECTION_OF.get(command);
  return options.some(({ name }) => name === 'frequent') ? 'use' : 'participants';
}

/** A document shows what themes sound like, whatever the study needs for its claims. */
function withQuotes(analysis: StudyAnalysis): StudyAnalysis {
  if (analysis.command !== 'themes' || analysis.options.some(({ name }) => name === 'quotes' || name === 'matrix')) return analysis;
  return { ...analysis, options: [...analysis.options, { name: 'quotes', value: '2', where: analysis.where }] };
}

function suppressed(analysis: StudyAnalysis, below: number | undefined): StudyAnalysis {
  if (below === undefined || analysis.command !== 'describe' || analysis.options.some(({ name }) => name === 'suppressBelow')) return analysis;
  return { ...analysis, options: [...analysis.options, { name: 'suppressBelow', value: String(below), where: analysis.where }] };
}

function optionsOf(options: Readonly<Record<string, string | readonly string[]>>, study: Study): StudyOption[] {
  return Object.entries(options).map(([name, value]) => ({ name, value, where: study.path }));
}
