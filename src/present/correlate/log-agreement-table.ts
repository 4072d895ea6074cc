import type { CorrelationRecord } from '../../results/correlation.js';
import type { Table, TableColumn } from '../../results/table.js';
import type { CorrelationPresentation } from './correlation-table.js';
import { fixed, formatCount, formatInterval, formatP, formatShare } from '../numbers.js';

/** What people say against what the log counted: a table under `--agreement-with-log`, none without. */
export function logAgreementTable(record: CorrelationRecord, { digits, style }: CorrelationPresentation): Table[] {
  const { logAgreement = [], method } = record;
  if (logAgreement.length === 0) return [];
  const ci = `${formatShare(method.confidence)} CI`;
  const right = (key: string, header: string): TableColumn => ({ key, header, align: 'right' });
  const scales = logAgreement.some(({ measure }) => measure === 'weighted-kappa');
  const numbers = logAgreement.some(({ measure }) => measure === 'bland-altman-ranks');
  return [{
    caption: 'Self-report and log',
    columns: [
      { key: 'item', header: 'Self-report', align: 'left' }, { key: 'usage', header: 'Log', align: 'left' },
      right('n', 'n'), right('rho', 'ρ'), right('rhoCi', ci), right('p', style === 'ama' ? 'P' : 'p'),
      ...(scales ? [right('kappa', 'Weighted κ'), right('kappaCi', ci)] : []),
      ...(numbers ? [right('limits', 'Limits of agreement, ranks')] : []),
    ],
    rows: logAgreement.map((one) => [
      { text: one.label, value: one.item },
      { text: one.usage, value: one.usage },
      { text: formatCount(one.n), value: one.n },
      { text: fixed(one.rho, digits), value: one.rho },
      { text: formatInterval(one.rhoLow, one.rhoHigh, digits) },
      { text: formatP(one.p, style), value: one.p },
      ...(scales ? [{ text: fixed(one.kappa, digits), value: one.kappa }, { text: formatInterval(one.kappaLow, one.kappaHigh, digits) }] : []),
      ...(numbers ? [{ text: formatInterval(one.limitLow, one.limitHigh, 1) }] : []),
    ]),
    notes: [[
      'ρ: Spearman, CI by Bonett–Wright',
      ...(scales ? ['weighted κ: answers and counts cut into as many of each class, quadratic weights, CI by Fleiss, Cohen and Everitt'] : []),
      ...(numbers ? ['limits of agreement: Bland–Altman on ranks, whose mean difference is 0'] : []),
    ].join('; ') + '.'],
  }];
}
