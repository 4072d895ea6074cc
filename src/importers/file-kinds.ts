import { StudyError } from '../errors.js';
import type { Format } from '../results/inspection.js';

/** Stata's first bytes: a tag, or release 113 to 115, an order of bytes and a 1. */
const STATA = ['<stata_dta>', ...['\x71', '\x72', '\x73'].flatMap((release) => [`${release}\x01\x01`, `${release}\x02\x01`])];

/** The same of releases 105, 108, 110 and 111, which are not read. */
const OLD_STATA = ['\x69', '\x6c', '\x6e', '\x6f'].flatMap((release) => [`${release}\x01\x01`, `${release}\x02\x01`]);

/** The formats that are read, by the first bytes of a file. */
export function formatOf(head: Uint8Array): Format {
  const start = Buffer.from(head.subarray(0, 16)).toString('latin1');
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'xlsx';
  if (start.startsWith('$FL2@(#)')) return 'sav';
  if (start.startsWith('$FL3@(#)')) return 'zsav';
  return STATA.some((bytes) => start.startsWith(bytes)) ? 'dta' : 'csv';
}

interface FileKind {
  readonly name: string;
  readonly starts: readonly string[];
  readonly hint: string;
}

const UNPACKED = 'Unpack it with gunzip: it is read as it is.';

/** Formats that are often given where a survey is expected, by their first bytes (as Latin-1). */
const KINDS: readonly FileKind[] = [
  { name: 'a gzipped workbook or zip archive', starts: ['PK\x03\x04', 'PK\x05\x06'], hint: UNPACKED },
  {
    name: 'an old Excel workbook (.xls), or one protected by a password', starts: ['\xd0\xcf\x11\xe0'],
    hint: 'In Excel, save it as .xlsx without a password.',
  },
  { name: 'a gzipped SPSS file (.sav)', starts: ['$FL2@(#)', '$FL3@(#)'], hint: UNPACKED },
  {
    name: 'a gzipped Stata file (.dta)',
    starts: STATA,
    hint: UNPACKED,
  },
  {
    name: 'an old Stata file (.dta), of release 105 to 111', starts: OLD_STATA,
    hint: 'In Stata: saveold "survey.dta", version(13). In R: haven::write_dta(haven::read_dta("old.dta"), "survey.dta").',
  },
  { name: 'an SPSS portable file (.por)', starts: ['ASCII SPSS PORT FILE'], hint: 'In SPSS: SAVE OUTFILE="survey.sav".' },
  { name: 'a SAS transport file (.xpt)', starts: ['HEADER RECORD*******LIB'], hint: 'In R: haven::write_sav(haven::read_xpt("survey.xpt"), "survey.sav").' },
  { name: 'a SAS file (.sas7bdat)', starts: [`${'\0'.repeat(12)}\xc2\xea\x81\x60`], hint: 'In R: haven::write_sav(haven::read_sas("survey.sas7bdat"), "survey.sav"). In SAS: PROC EXPORT to .sav or .csv.' },
  {
    name: 'an R data file',
    starts: ['RDX2\n', 'RDX3\n', 'X\n\0'],
    hint: 'In R: write.csv(data, "survey.csv", row.names = FALSE).',
  },
  { name: 'an SQLite database', starts: ['SQLite format 3\0'], hint: 'Export the table as CSV.' },
  { name: 'a PDF', starts: ['%PDF-'], hint: 'Ask for the table as CSV.' },
  { name: 'a Parquet file', starts: ['PAR1\x15'], hint: 'Export the table as CSV.' },
  { name: 'a bzip2 archive', starts: ['BZh91AY', 'BZh11AY'], hint: 'Unpack it with bunzip2.' },
  { name: 'an xz archive', starts: ['\xfd7zXZ\0'], hint: 'Unpack it with unxz.' },
  { name: 'a Zstandard archive', starts: ['\x28\xb5\x2f\xfd'], hint: 'Unpack it with unzstd.' },
];

/** A login or error page saved under a data file's name is the usual case. */
const MARKUP = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|\?xml)\b/i;

/**
 * Refuses a file whose first bytes are those of another format.
 *
 * @throws StudyError E_FILE_FORMAT naming the format and the way to CSV.
 */
export function refuseOtherFormats(head: Uint8Array, name: string): void {
  const start = Buffer.from(head.subarray(0, 64)).toString('latin1');
  const kind = KINDS.find(({ starts }) => starts.some((bytes) => start.startsWith(bytes)));
  if (kind !== undefined) {
    throw new StudyError('E_FILE_FORMAT', `Expected a survey, found ${kind.name}.`, { where: name, hint: kind.hint });
  }
  if (MARKUP.test(start)) {
    throw new StudyError('E_FILE_FORMAT', 'Expected a survey, found HTML or XML.', {
      where: name, hint: 'Perhaps a login page was saved in place of the export; download it again.',
    });
  }
}
