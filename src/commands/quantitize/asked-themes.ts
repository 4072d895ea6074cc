import type { Study } from '../../study/study.js';

/** An option that speaks of a theme's column, such as `--vars "theme.*"`. */
const THEME = /(?:^|[\s"'(,!])theme\./;

/** Whether a verb's options ask for themes beside the survey: by their file, or by the name of a column the study can make. */
export function asksForThemes(given: Readonly<Record<string, unknown>>, study: Study | null): boolean {
  if (given['themes'] !== undefined) return true;
  if (study === null || !study.sources.some(({ kind }) => kind === 'codings')) return false;
  return Object.values(given).flat().some((value) => typeof value === 'string' && THEME.test(value));
}
