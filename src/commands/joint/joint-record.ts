import type { NumericColumn } from '../../dataset/column.js';
import { inputsOf } from '../../dataset/dataset.js';
import { StudyError } from '../../errors.js';
import type { JointEstimate, JointMethod, JointRecord, JointType } from '../../results/joint.js';
import { outcomeColumn } from '../correlate/correlation-columns.js';
import { DEFAULT_SEED } from '../correlate/correlation-request.js';
import { jointCases } from './joint-cases.js';
import type { JointContext, Linked } from './joint-context.js';
import { jointConvergence } from './joint-convergence.js';
import { observedGroups } from './joint-data.js';
import type { JointData } from './joint-data.js';
import type { DeclaredLink } from './joint-links.js';
import { DEFAULT_QUOTES, DEFAULT_SHUFFLES, DEFAULT_SMALLEST } from './joint-request.js';
import type { JointOptions } from './joint-request.js';
import { sideBySide } from './joint-side-by-side.js';
import { statisticsByThemes } from './joint-statistics.js';
import { jointThread } from './joint-thread.js';

export interface JointSurroundings {
  readonly tool: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly inputs?: JointRecord['provenance']['inputs'];
  readonly pause?: JointContext['pause'];
  readonly choice?: (sentence: string) => void;
}

const MAKERS: Readonly<Record<JointType, (context: JointContext) => Promise<JointEstimate[]> | JointEstimate[]>> = {
  'statistics-by-themes': statisticsByThemes,
  'side-by-side': sideBySide,
  cases: jointCases,
  convergence: jointConvergence,
  thread: jointThread,
};

/**
 * A joint display of a survey and coded text as a record.
 *
 * @param declared null where no links were declared in advance
 * @throws StudyError where links, themes or columns do not fit.
 */
export async function jointRecord(
  data: JointData, declared: readonly DeclaredLink[] | null, options: JointOptions, surroundings: JointSurroundings,
): Promise<JointRecord> {
  const type = options.type ?? (declared === null ? 'statistics-by-themes' : 'side-by-side');
  const outcome = outcomeOf(data, options, surroundings);
  const links = linksOf(data, declared, outcome, options);
  if (links.length === 0 && (type === 'statistics-by-themes' || type === 'side-by-side' || type === 'thread')) {
    throw new StudyError('E_LINKS_NONE', 'No theme is linked to a variable, and no outcome is known to link themes to.', {
      where: data.dataset.source.path, hint: 'Type --outcome, or --links links.csv with theme, variable, expected_direction, rationale.',
    });
  }
  const groups = observedGroups(data);
  const seed = options.seed ?? DEFAULT_SEED;
  const method: JointMethod = {
    type, outcome: outcome?.name ?? null, confidence: options.confidence ?? 0.95, smallest: options.smallest ?? DEFAULT_SMALLEST,
    resamples: groups > 0 ? options.resamples ?? DEFAULT_SHUFFLES : null, quotes: options.quotes ?? DEFAULT_QUOTES,
    participants: data.dataset.rows, observed: data.participants.filter((one) => one !== null && data.observed.has(one)).length, groups,
  };
  const context: JointContext = { data, links, outcome, method, seed, theme: options.theme ?? null, tool: surroundings.tool, pause: surroundings.pause ?? (() => {}) };
  const estimates = await MAKERS[type](context);
  const { dataset, coded } = data;
  const draws = type === 'statistics-by-themes' && method.resamples !== null;
  return {
    kind: 'joint', schemaVersion: 1, method, estimates,
    n: { rows: dataset.rows, used: method.observed, excludedBy: { 'not observed in the transcripts': dataset.rows - method.observed } },
    labels: Object.fromEntries(dataset.columns.map(({ name, label }) => [name, label ?? name])),
    warnings: [...coded.warnings],
    provenance: {
      tool: surroundings.tool, command: 'joint', options: { ...options, type, ...surroundings.options }, seed: draws ? seed : null,
      inputs: [...inputsOf(dataset), ...coded.inputs, ...surroundings.inputs ?? []],
    },
  };
}

function outcomeOf({ dataset }: JointData, { outcome }: JointOptions, { choice }: JointSurroundings): NumericColumn | null {
  const choices: string[] = [];
  const column = outcomeColumn(dataset, outcome, true, choices);
  for (const sentence of choices) choice?.(sentence);
  return column;
}

/** The declared links; where none are, or on request, every theme with the outcome as well. */
function linksOf(data: JointData, declared: readonly DeclaredLink[] | null, outcome: NumericColumn | null, { explore }: JointOptions): Linked[] {
  const links: Linked[] = [...declared ?? []];
  if (outcome === null || (declared !== null && explore !== true)) return links;
  const linked = new Set(links.filter(({ variable }) => variable === outcome.name).map(({ theme }) => theme));
  const where = data.coded.inputs[0]?.path ?? '';
  for (const { code } of data.chosen.tree) {
    const theme = data.chosen.names.get(code.id) ?? code.name;
    if (!linked.has(theme)) links.push({ theme, variable: outcome.name, expected: null, rationale: null, metaInference: null, where });
  }
  return links;
}
