import type { Warning } from '../../results/warning.js';
import type { CorrelationFinding } from '../../stats/correlation/correlation-findings.js';
import { counted } from '../numbers.js';

const UNDEFINED_PAIR: Readonly<Record<string, string>> = {
  'too-few-pairs': 'fewer than three rows have both values',
  constant: 'one of them has a single value among the rows that have both',
  'not-finite': 'the values are too large or too far apart to be summed',
  covariates: 'the covariates leave no variation to correlate',
};

const NO_INTERVAL: Readonly<Record<string, string>> = {
  'too-few-pairs': 'too few rows have both values',
};

/** What the analysis found odd, in words; findings that only describe the sample are left to the notes. */
export function correlationWarnings(findings: readonly CorrelationFinding[], path: string): Warning[] {
  return findings.flatMap((finding) => {
    const warning = wordsFor(finding);
    return warning === null ? [] : [{ ...warning, where: 'column' in finding && finding.column !== null ? `${path}:${finding.column}` : path }];
  });
}

/** Why a partial τ stands alone. */
export function partialTauWarning(path: string): Warning {
  return { code: 'W_P_UNDEFINED', message: 'A partial τ has no p and no interval, because its distribution is not known; --method spearman has both.', where: path };
}

function wordsFor(finding: CorrelationFinding): Omit<Warning, 'where'> | null {
  switch (finding.code) {
    case 'column-undefined': {
      const why = finding.reason === 'constant'
        ? `all ${counted(finding.n, 'value')} are equal`
        : `only ${counted(finding.n, 'row has a value', 'rows have a value')}, and three are needed`;
      return { code: 'W_CORRELATION_UNDEFINED', message: `${finding.column}${inGroup(finding.by)}: undefined, because ${why}.` };
    }
    case 'pair-undefined':
      return { code: 'W_CORRELATION_UNDEFINED', message: `${pairName(finding)}: undefined, because ${UNDEFINED_PAIR[finding.reason]}.` };
    case 'perfect':
      return {
        code: 'W_CORRELATION_PERFECT',
        message: `${pairName(finding)}: a perfect correlation (${finding.estimate}), so it has no interval and an approximate p of 0; check that one is not a copy of the other.`,
      };
    case 'interval-undefined':
      return { code: 'W_INTERVAL_UNDEFINED', message: `${pairName(finding)}: no interval, because ${NO_INTERVAL[finding.reason] ?? finding.reason}.` };
    case 'unequal-n':
    case 'ties':
      return null;
  }
}

function pairName({ x, y, by }: { x: string; y: string; by: string | null }): string {
  return `${x} with ${y}${inGroup(by)}`;
}

function inGroup(by: string | null): string {
  return by === null ? '' : ` in ${by}`;
}
