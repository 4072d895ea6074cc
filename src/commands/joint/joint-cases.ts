import { PRESENT } from '../../dataset/column.js';
import { StudyError } from '../../errors.js';
import type { JointCase } from '../../results/joint.js';
import { mentionsOf, themeName, themeNamed } from './joint-data.js';
import type { JointContext } from './joint-context.js';

/** Participants by their outcome, highest first, each with the themes that are linked; those not observed come last. */
export function jointCases({ data, links, outcome }: JointContext): JointCase[] {
  if (outcome === null) {
    throw new StudyError('E_OUTCOME_UNKNOWN', 'Cases are ordered by an outcome, and none is known.', { where: data.dataset.source.path, hint: 'Type --outcome and its column.' });
  }
  const themes = [...new Map(links.map((link) => [link.theme, themeNamed(link.theme, data, link.where)])).values()];
  const mentions = themes.map((theme) => mentionsOf(theme, data));
  const names = themes.map((theme) => themeName(theme, data));
  const cases = data.participants.flatMap((participant, row): JointCase[] => (participant === null ? [] : [{
    type: 'cases', participant, group: data.groups[row],
    outcome: outcome.missing[row] === PRESENT ? outcome.values[row] : null,
    themes: Object.fromEntries(names.map((name, index) => [name, mentions[index][row]])),
  }]));
  const isObserved = ({ participant }: JointCase): boolean => data.observed.has(participant);
  return cases.sort((a, b) => Number(isObserved(b)) - Number(isObserved(a)) || (b.outcome ?? -Infinity) - (a.outcome ?? -Infinity));
}
