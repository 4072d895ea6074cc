import { closeSync, openSync, readSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StudyError } from '../../errors.js';
import type { Decision } from '../../results/inspection.js';
import type { InputFile } from '../../results/record.js';
import type { Warning } from '../../results/warning.js';
import { readBytes } from '../text/bytes.js';
import { chooseEncoding } from '../text/encoding.js';
import { inputFile } from '../input-file.js';
import type { SurveyLimits } from '../limits.js';
import type { Rows } from '../rows/rows.js';
import { openSource } from '../source.js';
import { readSurveyText } from '../rows/survey-text.js';
import { checkboxColumn } from './redcap-fields.js';
import { readDictionary } from './redcap-dictionary.js';
import type { RedcapField } from './redcap-dictionary.js';
import { questionText } from './question-text.js';

/** A data dictionary that was read, and why this one. */
export interface FoundDictionary {
  readonly fields: readonly RedcapField[];
  readonly source: InputFile;
  /** The file, and where it was found. */
  readonly decision: Decision<string>;
  readonly warnings: readonly Warning[];
}

/** What a dictionary is called when REDCap or a colleague saved it. */
const CALLED = /dictiona|metadata|codebook/i;
/** Columns that REDCap adds to those of a project, raw and with labels. */
const ADDED = new RegExp(`^redcap_|_complete$|_timestamp$|^(?:${[
  'Event Name', 'Repeat Instrument', 'Repeat Instance', 'Data Access Group', 'Survey Identifier', 'Survey Timestamp', 'Complete\\?',
].join('|')})(?:_\\d+)?$`);
/** The beginning of a dictionary's header, after a mark of byte order or none. */
const HEADER = /^(?:\xef\xbb\xbf)?"?(?:variable \/ field name|field_name)\b/i;
/** A dictionary of another project has few of the export's columns. */
const LEAST_SHARE = 0.8;
/** Files that are looked into, so that a folder of thousands takes no time. */
const MOST_LOOKED_INTO = 20;

/** @throws StudyError of openSource and readDictionary, among them E_DICTIONARY_FORMAT. */
export async function askedDictionary(path: string, limits: SurveyLimits): Promise<FoundDictionary> {
  return { ...await readDictionaryFile(path, limits), decision: { value: path, why: 'asked for' } };
}

/**
 * The dictionary that lies beside a REDCap export: a .csv file called like one, with a dictionary's header, that
 * describes the most of the export's columns, and nearly all of them. Null where there is none.
 */
export async function dictionaryBeside(path: string, { header: { names } }: Rows, limits: SurveyLimits): Promise<FoundDictionary | null> {
  const folder = dirname(path);
  let best: { share: number; found: FoundDictionary } | null = null;
  for (const name of candidates(folder, basename(path))) {
    if (!startsLikeOne(join(folder, name))) continue;
    const read = await readDictionaryFile(join(folder, name), limits).catch((error: unknown) => {
      if (error instanceof StudyError) return null;
      throw error;
    });
    if (read === null) continue;
    const share = shareDescribed(names, read.fields);
    if (share < LEAST_SHARE || (best !== null && share <= best.share)) continue;
    best = { share, found: { ...read, decision: { value: join(folder, name), why: 'it lies beside the export and describes its columns' } } };
  }
  return best?.found ?? null;
}

function candidates(folder: string, exportName: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /\.csv$/i.test(name) && CALLED.test(name) && name !== exportName).sort().slice(0, MOST_LOOKED_INTO);
  } catch {
    return [];
  }
}

/** Whether a file's first bytes are those of a dictionary's header, so that no large file is read in vain. */
function startsLikeOne(path: string): boolean {
  const head = Buffer.alloc(64);
  try {
    const file = openSync(path, 'r');
    try {
      return HEADER.test(head.toString('latin1', 0, readSync(file, head, 0, head.length, 0)));
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

async function readDictionaryFile(path: string, limits: SurveyLimits): Promise<Omit<FoundDictionary, 'decision'>> {
  const source = await openSource(path, limits.bytes);
  const bytes = await readBytes(source, limits, undefined);
  const encoding = chooseEncoding(bytes, undefined);
  const { rows } = readSurveyText(bytes, encoding.decision.value, limits);
  return { fields: readDictionary(rows, path), source: inputFile(source, rows.lines.length), warnings: encoding.warnings };
}

/** The share of an export's columns that a dictionary knows, those that REDCap adds aside. */
function shareDescribed(names: readonly string[], fields: readonly RedcapField[]): number {
  const known = new Set(fields.flatMap((field) => (field.type === 'checkbox'
    ? field.choices.flatMap(({ code, label }) => [checkboxColumn(field.name, code), `${field.label} (choice=${label})`])
    : [field.name, field.label])));
  const own = names.filter((name) => name !== '' && !ADDED.test(name));
  const described = own.filter((name) => known.has(name) || known.has(questionText(name).replace(/_\d+$/, '')));
  return own.length === 0 ? 0 : described.length / own.length;
}

