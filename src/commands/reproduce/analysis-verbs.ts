import type { SourceKind } from '../../study/study.js';
import type { Verb } from '../verb.js';

/** A verb that a study's analysis may name, and the kind of source it reads. */
export interface AnalysisVerb {
  readonly reads: SourceKind | 'paper' | 'study' | 'nothing';
  /** Each verb is a chunk of its own, loaded only when an analysis runs it. */
  load(): Promise<Verb>;
}

export const ANALYSIS_VERBS: ReadonlyMap<string, AnalysisVerb> = new Map<string, AnalysisVerb>([
  ['correlate', { reads: 'survey', load: () => import('../correlate/correlate.js') }],
  ['describe', { reads: 'survey', load: () => import('../describe/describe.js') }],
  ['compare', { reads: 'survey', load: () => import('../compare/compare.js') }],
  ['scale', { reads: 'survey', load: () => import('../scale/scale.js') }],
  ['inspect', { reads: 'survey', load: () => import('../inspect/inspect.js') }],
  ['usage', { reads: 'events', load: () => import('../usage/usage.js') }],
  ['themes', { reads: 'codings', load: () => import('../themes/themes.js') }],
  ['agree', { reads: 'codings', load: () => import('../agree/agree.js') }],
  ['saturation', { reads: 'codings', load: () => import('../saturation/saturation.js') }],
  ['quotes', { reads: 'codings', load: () => import('./quotes.js') }],
  ['values', { reads: 'nothing', load: () => import('./values.js') }],
  ['check', { reads: 'paper', load: () => import('../check/check.js') }],
  ['joint', { reads: 'study', load: () => import('../joint/joint.js') }],
]);
