/**
 * What stands for a theme in a participant: whether it is mentioned (0 or 1), in how many segments, in how many words,
 * or in what share of all the words the participant speaks.
 */
export type ThemeMeasure = (typeof THEME_MEASURES)[number];

export const THEME_MEASURES = ['presence', 'count', 'words', 'share'] as const;
