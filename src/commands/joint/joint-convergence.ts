import type { Convergence } from '../../results/joint.js';
import { segmentsOfTheme, themeName, themeNamed } from './joint-data.js';
import type { JointContext } from './joint-context.js';
import { naturally } from '../themes/themes-request.js';

/** Each linked theme in each focus group, or in each document where none belongs to a group. */
export function jointConvergence({ data, links }: JointContext): Convergence[] {
  const { coded, observed, sources } = data;
  const sourceOf = (id: string): string => sources.get(id)?.group ?? sources.get(id)?.name ?? id;
  const names = [...new Set(coded.sources.map(({ id }) => sourceOf(id)))].sort(naturally);
  const speakers = new Map(names.map((name) => [name, [...observed].filter(([, places]) => [...places].some((place) => sourceOf(place) === name)).length]));
  const themes = [...new Map(links.map((link) => [link.theme, themeNamed(link.theme, data, link.where)])).values()];
  return themes.flatMap((theme) => names.map((source): Convergence => {
    const segments = segmentsOfTheme(theme, data).filter((segment) => sourceOf(segment.source) === source);
    return {
      type: 'convergence', theme: themeName(theme, data), source, observed: speakers.get(source) ?? 0, segments: segments.length,
      participants: new Set(segments.flatMap(({ participants }) => [...participants])).size,
    };
  }));
}
