import type { EventLog } from '../../dataset/event-log.js';
import { StudyError } from '../../errors.js';
import { addUse, useByPeriod } from '../../stats/usage/use-by-period.js';
import type { UseByDay } from '../../stats/usage/use-by-period.js';
import type { Enrolment } from './enrolled.js';
import { observedPeople } from '../observed-people.js';
import type { UsageOptions } from './usage-request.js';

/** The events that were counted, by period, a row of bars for each feature. */
export async function usageFigure(log: EventLog, options: UsageOptions, enrolment: Enrolment | null): Promise<string> {
  const { usageFigure: drawn } = await import('../../plots/usage-figure.js');
  const use: UseByDay = new Map();
  for (const { inside } of observedPeople(log, options, enrolment)) addUse(use, inside, log.zone, log.features.length);
  const periods = useByPeriod(use, log.features.length);
  if (periods !== null) return drawn(periods, log.features, log.zone.name);
  throw new StudyError('E_FIGURE_NONE', 'No event was counted that could be drawn.', {
    where: log.sources[0].path, hint: 'Widen the window, such as --from and --to, or leave it out.',
  });
}
