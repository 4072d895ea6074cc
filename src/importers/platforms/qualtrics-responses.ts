import type { Warning, WarningCode } from '../../results/warning.js';
import { place } from '../place.js';
import type { Rows } from '../rows/rows.js';
import { rowsOnly } from '../rows/shaped-rows.js';
import { counted } from '../wording.js';

/** What Qualtrics says of a whole response in its column Status, as a number (flags) or in words. */
const IS_PREVIEW = (status: string): boolean => (/^\d+$/.test(status) ? Number(status) % 2 === 1 : /preview/i.test(status));
const IS_TEST = (status: string): boolean => status === '2' || /survey test/i.test(status);
const IS_SPAM = (status: string): boolean => (/^\d+$/.test(status) ? (Number(status) & 8) !== 0 : /spam/i.test(status));

/**
 * Leaves out the responses that the survey's authors gave in its preview, unless there are no others, and counts those
 * that Qualtrics made up, took for spam or never saw finished. These are warnings about rows, so they name no column.
 */
export function qualtricsResponses(read: Rows, file: string): { rows: Rows; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const status = columnNamed(read, 'Status');
  const channel = columnNamed(read, 'DistributionChannel');
  const isPreview = Array.from(read.lines, (_, row) => IS_PREVIEW(status(row)) || channel(row).toLowerCase() === 'preview');
  const previews = isPreview.flatMap((preview, row) => (preview ? [row] : []));
  const areAll = previews.length === read.lines.length;
  if (previews.length > 0) {
    warnings.push({
      code: 'W_RESPONSE_PREVIEW',
      message: areAll ? 'Every response was given in the preview of the survey; kept, because there are no others.'
        : `${counted(previews.length, 'response')} given in the preview of the survey left out.`,
      where: place(file, read.lines[previews[0]]),
    });
  }
  const rows = previews.length === 0 || areAll ? read : rowsOnly(read, Uint32Array.from(isPreview.flatMap((preview, row) => (preview ? [] : [row]))));
  return {
    rows,
    warnings: [
      ...warnings,
      ...countedAs(rows, file, 'Status', 'W_RESPONSE_TEST', IS_TEST, 'made up by Qualtrics as a test'),
      ...countedAs(rows, file, 'Status', 'W_RESPONSE_SPAM', IS_SPAM, 'taken for spam by Qualtrics'),
      ...countedAs(rows, file, 'Finished', 'W_RESPONSE_UNFINISHED', (text) => /^(?:0|false)$/i.test(text), 'never finished'),
    ],
  };
}

/** A warning where a column says something of some responses, with the condition that leaves them out. */
function countedAs(
  rows: Rows, file: string, name: string, code: WarningCode, test: (text: string) => boolean, words: string,
): Warning[] {
  const cell = columnNamed(rows, name);
  const found = Array.from(rows.lines.keys()).filter((row) => test(cell(row)));
  if (found.length === 0) return [];
  const text = cell(found[0]);
  const condition = `${name} != ${/^\d+$/.test(text) ? text : `'${text}'`}`;
  return [{
    code,
    message: `${found.length} of ${counted(rows.lines.length, 'response')} ${found.length === 1 ? 'was' : 'were'} ${words}; kept. ` +
      `--where "${condition}" leaves ${found.length === 1 ? 'it' : 'them'} out.`,
    where: place(file, rows.lines[found[0]]),
  }];
}

/** The trimmed cells of a column; nothing everywhere where there is no such column. */
function columnNamed({ header, columns }: Rows, name: string): (row: number) => string {
  const index = header.names.indexOf(name);
  return index === -1 ? () => '' : (row) => columns[index].at(row).trim();
}
