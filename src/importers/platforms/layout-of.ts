import { StudyError } from '../../errors.js';
import type { SurveyLimits } from '../limits.js';
import type { ReadOptions } from '../read-options.js';
import type { Rows } from '../rows/rows.js';
import { askedDictionary, dictionaryBeside } from './find-dictionary.js';
import type { FoundDictionary } from './find-dictionary.js';
import { googleFormsLayout } from './google-forms.js';
import { plainLayout } from './layout.js';
import type { Layout } from './layout.js';
import { qualtricsLayout } from './qualtrics.js';
import { askedPlatform, recognisePlatform } from './recognise.js';
import type { Recognised } from './recognise.js';
import { redcapLayout } from './redcap.js';
import { secondHeader } from './second-header.js';
import { surveyMonkeyLayout } from './surveymonkey.js';

/** The layout of a file, and the data dictionary that helped to read it. */
export interface FoundLayout {
  readonly layout: Layout;
  readonly dictionary: FoundDictionary | null;
}

/**
 * Finds the layout that was asked for, or the one that the content shows, and applies it.
 *
 * @param path beside which a data dictionary may lie; null where there is no such place.
 * @throws StudyError E_PLATFORM_LAYOUT, E_OPTION_PLATFORM, and those of redcapLayout and of the dictionary.
 */
export async function layoutOf(
  rows: Rows, path: string | null, file: string, options: ReadOptions, limits: SurveyLimits,
): Promise<FoundLayout> {
  const { platform, dictionary: asked, instrument, event } = options;
  const given = asked === undefined ? null : await askedDictionary(asked, limits);
  const found = platform === undefined ? recognisePlatform(rows.firstRecords)
    : askedPlatform(platform, rows.firstRecords, file, rows.header.line);
  const isExport = found === null || (found.name === 'redcap' && found.decision.value === 'REDCap');
  const dictionary = given ?? (isExport && path !== null ? await dictionaryBeside(path, rows, limits) : null);
  const isAsked = instrument !== undefined || event !== undefined;
  const why = dictionary === null ? 'asked for by --instrument or --event' : 'a data dictionary describes its columns';
  const recognised: Recognised | null = found ?? (dictionary === null && !isAsked ? null
    : { name: 'redcap', labelRows: 0, decision: { value: 'REDCap', why } });
  refuseOtherPlatforms(recognised, file, options);
  return { layout: applied(rows, file, recognised, dictionary, options), dictionary };
}

function applied(rows: Rows, file: string, recognised: Recognised | null, dictionary: FoundDictionary | null, options: ReadOptions): Layout {
  switch (recognised?.name) {
    case 'qualtrics': return qualtricsLayout(rows, file, recognised);
    case 'surveymonkey': return surveyMonkeyLayout(rows, file, recognised);
    case 'google-forms': return googleFormsLayout(rows, recognised);
    case 'redcap': {
      if (recognised.decision.value !== 'REDCap') return plainLayout(rows, recognised.decision);
      const project = dictionary === null ? null : { fields: dictionary.fields, file: dictionary.source.path };
      const { instrument, event, id, duplicates } = options;
      return redcapLayout(rows, file, recognised, project, { instrument, event, id, keepsEvents: duplicates === 'report' });
    }
    default: return { ...plainLayout(rows, recognised?.decision ?? null), warnings: recognised === null ? secondHeader(rows, file) : [] };
  }
}

/** What is asked of a REDCap export cannot be had of another. */
function refuseOtherPlatforms(recognised: Recognised | null, file: string, { dictionary, instrument, event }: ReadOptions): void {
  const [option] = Object.entries({ dictionary, instrument, event }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (option === undefined || recognised === null || (recognised.name === 'redcap' && recognised.decision.value === 'REDCap')) return;
  const { value, why } = recognised.decision;
  throw new StudyError('E_OPTION_PLATFORM', `--${option} is for REDCap exports, and this file is read as ${value} (${why}).`, {
    where: file, hint: `Leave --${option} out, or type --platform redcap.`,
  });
}
