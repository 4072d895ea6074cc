import type { Decision, Reading } from '../../results/inspection.js';
import type { Bytes } from '../text/bytes.js';
import { chooseDialect } from './dialect.js';
import { decodedBlocks } from '../text/encoding.js';
import type { SurveyLimits } from '../limits.js';
import { LineEndings } from '../text/line-endings.js';
import type { NewlineStyle } from '../text/line-endings.js';
import { RecordReader } from './records.js';
import { RowGatherer } from './rows.js';
import type { Rows } from './rows.js';

/** The rows of a CSV text, and how they were found. */
export interface SurveyText {
  readonly rows: Rows;
  /** Whether the text holds U+FFFD, which an earlier program put for a letter it could not read. */
  readonly hasReplacements: boolean;
  readonly dialect: Pick<Reading, 'delimiter' | 'newline' | 'preamble'>;
}

/**
 * Splits a text into rows: dialect from its first block, line ends made one kind, records, rectangle.
 *
 * @throws StudyError of RecordReader and RowGatherer.
 */
export function readSurveyText(bytes: Bytes, encoding: string, limits: SurveyLimits, delimiter?: string): SurveyText {
  const [first = ''] = decodedBlocks(bytes, encoding, limits.block);
  const dialect = chooseDialect(first, delimiter);
  const separator = dialect.delimiter.value;
  const above = first.slice(0, dialect.preambleSize).match(/\r\n?|\n/g)?.length ?? 0;
  const gatherer = new RowGatherer(bytes.name, separator);
  const reader = new RecordReader(bytes.name, separator, 1 + above, limits, gatherer.take.bind(gatherer));
  const endings = bytes.hasCarriageReturn ? new LineEndings(separator) : null;
  let skip = dialect.preambleSize;
  let hasReplacements = false;
  for (const block of decodedBlocks(bytes, encoding, limits.block)) {
    const text = block.slice(skip);
    skip = 0;
    hasReplacements ||= text.includes('\uFFFD');
    reader.push(endings === null ? text : endings.unify(text, false));
  }
  if (endings !== null) reader.push(endings.unify('', true));
  reader.end();
  const rows = gatherer.finish();
  const style = endings?.style ?? (bytes.chunks.some((chunk) => chunk.includes(0x0a)) ? 'LF' : 'none');
  const { delimiter: chosen, preamble } = dialect;
  return { rows, hasReplacements, dialect: { delimiter: chosen, preamble, newline: newlineDecision(style) } };
}

function newlineDecision(value: NewlineStyle): Decision<NewlineStyle> {
  const why = value === 'mixed' ? 'lines end in more than one way, and each is read as a line end'
    : value === 'none' ? 'the file is one line' : 'every line outside quotes ends so';
  return { value, why };
}
