import { mergeDeclarations } from '../../dataset/declaration.js';
import type { Rows } from '../rows/rows.js';
import { withListedAnswers } from './answer-lists.js';
import type { Layout } from './layout.js';
import type { Recognised } from './recognise.js';

/** A Google Forms export: one header row of questions. A sheet writes several answers as `a, b`, a download as `a;b`. */
export function googleFormsLayout(rows: Rows, { decision }: Recognised): Layout {
  const listed = withListedAnswers(rows, [';', ', ']);
  const time = new Map([[rows.header.names[0], { role: 'other' as const }]]);
  return { platform: decision, ...listed, declarations: mergeDeclarations(time, listed.declarations), id: null, warnings: [] };
}
