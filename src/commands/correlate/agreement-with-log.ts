import { isQuantity } from '../../dataset/column.js';
import type { NumericColumn } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { findColumn } from '../../dataset/find-column.js';
import { chosenRows } from '../../dataset/rows-where.js';
import { StudyError } from '../../errors.js';
import { logAgreement, sameNames } from '../../integration/log-agreement.js';
import type { LogAgreement } from '../../results/log-agreement.js';

/** What was asked for of `--agreement-with-log`: pairs `item=feature`, or true for those of the same name. */
export type AskedAgreement = readonly string[] | true;

/**
 * Every self-report against its feature's count in the log.
 *
 * @throws StudyError E_LOG_NEEDED without a log, E_AGREEMENT_NONE where no names are the same, E_COLUMN_MISSING,
 *   E_COLUMN_NOT_NUMERIC.
 */
export function agreementWithLog(dataset: Dataset, asked: AskedAgreement, { where, confidence }: { where?: string | undefined; confidence?: number | undefined }): LogAgreement[] {
  const features = dataset.columns.filter(({ name }) => name.startsWith('usage.')).map(({ name }) => name.slice('usage.'.length));
  if (features.length === 0) throw new StudyError('E_LOG_NEEDED', '--agreement-with-log needs a log to agree with.', { hint: 'Add --usage log.csv.' });
  const pairs = asked === true ? sameNames(dataset.columns) : asked.map(splitPair);
  if (pairs.length === 0) {
    throw new StudyError('E_AGREEMENT_NONE', 'No column of the survey has the name of a feature in the log.', {
      where: dataset.source.path, hint: `Name them: --agreement-with-log item=feature; features: ${features.slice(0, 12).join(', ')}.`,
    });
  }
  const rows = chosenRows(dataset, where);
  return pairs.map(([item, usage]) => logAgreement(quantity(dataset, item), quantity(dataset, usage), rows, confidence));
}

/** @example splitPair('message_doctor=send_message'); // ['message_doctor', 'usage.send_message'] */
function splitPair(text: string): [string, string] {
  const [item, feature = item] = text.split('=').map((part) => part.trim());
  return [item, feature.startsWith('usage.') ? feature : `usage.${feature}`];
}

function quantity(dataset: Dataset, name: string): NumericColumn {
  const column = findColumn(dataset, name);
  if (isQuantity(column)) return column;
  throw new StudyError('E_COLUMN_NOT_NUMERIC', `"${column.name}" is ${column.kind}, and agreement with a count needs numbers or a scale.`, { where: dataset.source.path, hint: 'Name another item.' });
}
