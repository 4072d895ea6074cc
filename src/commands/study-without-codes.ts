import type { Study } from '../study/study.js';
import type { OpenedStudy } from './open-study.js';

/** Whether a study declares codes that mean missing. */
export function declaresMissingCodes({ missingCodes, variables, sources }: Study): boolean {
  return missingCodes.length > 0 || variables.some(({ missing }) => missing !== undefined && missing.length > 0)
    || sources.some(({ options }) => options.some(({ name }) => name === 'na'));
}

/** The study as if it had never said which codes mean missing, nor what a value may be. */
export function studyWithoutCodes({ study, ...rest }: OpenedStudy): OpenedStudy {
  return {
    ...rest,
    study: {
      ...study,
      missingCodes: [],
      variables: study.variables.map((variable) => ({ ...variable, missing: [], range: [-Infinity, Infinity] })),
      sources: study.sources.map((source) => ({ ...source, sha256: null, options: source.options.filter(({ name }) => name !== 'na') })),
    },
  };
}
