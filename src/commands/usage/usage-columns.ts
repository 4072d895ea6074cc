import { BLANK, PRESENT } from '../../dataset/column.js';
import type { NumericColumn } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { StudyError } from '../../errors.js';
import type { UsageEstimate, UsageRecord } from '../../results/usage.js';
import type { Enrolment } from './enrolled.js';

/** Of what the log tells, what can be correlated and described; first and last events cannot. */
const MEASURES = ['events', 'sessions', 'active_days', 'tenure_days', 'median_gap_hours', 'duration'];

/**
 * A survey with everybody's use as columns: `usage.events` (all of them), `usage.<feature>`, `usage.sessions` …; blank
 * where the row names nobody or their use was not observed.
 *
 * @throws StudyError E_COLUMN_TAKEN where the survey has a column of such a name.
 */
export function withUsageColumns({ survey, ids }: Pick<Enrolment, 'survey' | 'ids'>, { estimates, features }: Pick<UsageRecord, 'estimates' | 'features'>): Dataset {
  const byId = new Map(estimates.map((estimate) => [estimate.participant, estimate]));
  const rows = ids.map((id) => (id === null ? null : byId.get(id) ?? null));
  const named = features.flatMap(({ feature }) => (feature === null ? [] : [feature])).sort();
  const keys = [
    ...named.map((feature) => ({ key: `events.${feature}`, name: `usage.${MEASURES.includes(feature) ? `events.${feature}` : feature}` })),
    ...MEASURES.map((measure) => ({ key: measure, name: `usage.${measure}` })),
  ];
  const added = keys.filter(({ key }) => estimates.some((estimate) => key in estimate)).map(({ key, name }) => numberColumn(name, key, rows));
  const taken = added.find(({ name }) => survey.columns.some((column) => column.name === name));
  if (taken !== undefined) {
    throw new StudyError('E_COLUMN_TAKEN', `The survey already has a column "${taken.name}", which the log would add.`, { where: survey.source.path, hint: 'Rename it.' });
  }
  return { ...survey, columns: [...survey.columns, ...added] };
}

function numberColumn(name: string, key: string, rows: readonly (UsageEstimate | null)[]): NumericColumn {
  const found = rows.map((row) => row?.[key] ?? null);
  return {
    kind: 'number',
    name,
    values: Float64Array.from(found, (value) => (value === null ? NaN : Number(value))),
    missing: Uint8Array.from(found, (value) => (value === null ? BLANK : PRESENT)),
  };
}
