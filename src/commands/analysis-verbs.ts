import type { SourceKind } from '../study/study.js';
import type { Verb } from './verb.js';

/** A verb that a study's analysis may name, and the kind of source it reads. */
export interface AnalysisVerb {
  readonly reads: SourceKind | 'paper' | 'study' | 'nothing';
  /** Each verb is a chunk of its own, loaded only when an analysis runs it. */
  load(): Promise<Verb>;
}

export const ANALYSIS_VERBS: ReadonlyMap<string, AnalysisVerb> = new Map<string, AnalysisVerb>([
  ['correlate', { reads: 'survey', load: () => import('./correlate.js') }],
  ['describe', { reads: 'survey', load: () => import('./describe.js') }],
  ['compare', { reads: 'survey', load: () => import('./compare.js') }],
  ['scale', { reads: 'survey', load: () => import('./scale.js') }],
  ['inspect', { reads: 'survey', load: () => import('./inspect.js') }],
  ['usage', { reads: 'events', load: () => import('./usage.js') }],
  ['themes', { reads: 'codings', load: () => import('./themes.js') }],
  ['agree', { reads: 'codings', load: () => import('./agree.js') }],
  ['saturation', { reads: 'codings', load: () => import('./saturation.js') }],
  ['quotes', { reads: 'codings', load: () => import('./quotes.js') }],
  ['values', { reads: 'nothing', load: () => import('./values.js') }],
  ['check', { reads: 'paper', load: () => import('./check.js') }],
  ['joint', { reads: 'study', load: () => import('./joint.js') }],
]);
