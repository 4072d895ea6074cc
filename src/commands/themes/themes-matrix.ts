import type { ThemeMatrix } from '../../results/themes.js';
import type { ThemeData } from './theme-data.js';

/**
 * Who, or which document, has which code. A participant of the survey who is in no transcript is null throughout: there
 * was nobody to say it or to leave it unsaid. Codes and categories that nobody used are left out.
 */
export function themeMatrix(data: ThemeData, rows: 'participants' | 'documents'): ThemeMatrix {
  const codes = data.chosen.tree.map(({ code, within }) => ({
    name: data.chosen.names.get(code.id) ?? code.name, segments: [...within].flatMap(data.segmentsOf),
  })).filter(({ segments }) => segments.length > 0);
  const lines = rows === 'participants' ? participantLines(data) : data.coded.sources.map(({ id, name }) => ({ key: id, name, observed: true }));
  const having = codes.map(({ segments }) => new Set(segments.flatMap((segment) => (rows === 'documents' ? [segment.source] : [...segment.participants]))));
  return {
    rows, id: rows === 'participants' ? 'participant_id' : 'document',
    names: lines.map(({ name }) => name), codes: codes.map(({ name }) => name),
    values: lines.map(({ key, observed }) => having.map((those) => (observed ? (those.has(key) ? 1 : 0) : null))),
  };
}

/** Cases in their order, as the survey has them, then others who speak. A case of sources that is no participant is a group. */
function participantLines({ coded, observed }: ThemeData): { key: string; name: string; observed: boolean }[] {
  const cases = coded.cases.filter(({ name, sources }) => observed.has(name) || sources.length === 0).map(({ name }) => name);
  const others = [...observed.keys()].filter((name) => !cases.includes(name));
  return [...cases, ...others].map((name) => ({ key: name, name, observed: observed.has(name) }));
}
