import type { CodedText } from '../../dataset/coded-text.js';
import { PATH_MARK, codePaths } from '../../qualitative/code-names.js';
import type { TreeCode } from '../../qualitative/code-tree.js';
import { observedParticipants } from '../../qualitative/observed-participants.js';
import type { Observed } from '../../qualitative/observed-participants.js';
import { segmentsOf } from '../../qualitative/segments.js';
import type { Segment } from '../../qualitative/segments.js';
import { themeCounts } from '../../qualitative/theme-counts.js';
import type { ThemeEstimate, ThemesRecord } from '../../results/themes.js';
import type { Warning } from '../../results/warning.js';
import { chosenCodings } from './chosen-codings.js';
import type { ChosenCodings } from './chosen-codings.js';
import type { ThemeData } from './theme-data.js';
import { themeMatrix } from './themes-matrix.js';
import { coOccurrences, quotesOf } from './themes-parts.js';
import { splitBy } from './themes-request.js';
import type { Split, ThemesOptions } from './themes-request.js';

/**
 * Themes: how many segments, documents, participants and groups have each code and each category.
 *
 * @throws StudyError where coders, codes or the attribute of `by` are not there, or nothing is coded.
 */
export function themesRecord(
  coded: CodedText, options: ThemesOptions, surroundings: { readonly tool: string; readonly options?: Readonly<Record<string, unknown>> },
): ThemesRecord {
  const chosen = chosenCodings(coded, options);
  const sources = new Map(coded.sources.map((source) => [source.id, source]));
  const observed = observedParticipants(coded);
  const segments = inOrder(segmentsOf(chosen.codings), coded);
  const data: ThemeData = { coded, chosen, segments, segmentsOf: byCode(segments), paths: codePaths(coded.codes), sources, observed };
  const split = options.by === undefined ? null : splitBy(coded, observed, options.by);
  const where = coded.inputs[0]?.path ?? '';
  return {
    kind: 'themes',
    schemaVersion: 1,
    method: {
      coders: chosen.coders, by: split?.by ?? null, levels: split?.levels ?? [],
      coOccurrence: options.coOccurrence ?? null, quotes: options.quotes ?? 0, documents: coded.sources.length,
      participants: observed.size, groups: new Set(coded.sources.map(({ group }) => group).filter((group) => group !== null)).size,
      segments: data.segments.length,
    },
    estimates: chosen.tree.flatMap((code) => themeEstimates(code, data, split)),
    n: { rows: coded.codings.length, used: chosen.codings.length, excludedBy: notChosen(coded, chosen) },
    ...(options.coOccurrence === undefined ? {} : { coOccurrences: coOccurrences(data, options.coOccurrence) }),
    ...(options.quotes === undefined ? {} : { quotes: chosen.tree.flatMap(({ code }) => quotesOf(code.id, data, options.quotes ?? 0)) }),
    ...(options.matrix === undefined ? {} : { matrix: themeMatrix(data, options.matrix) }),
    warnings: [...coded.warnings, ...themeWarnings(data, split, where)],
    provenance: { tool: surroundings.tool, command: 'themes', options: { ...options, ...surroundings.options }, seed: null, inputs: coded.inputs },
  };
}

function inOrder(segments: readonly Segment[], { sources }: CodedText): Segment[] {
  const order = new Map(sources.map(({ id }, place) => [id, place]));
  return [...segments].sort((a, b) => (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0) || (a.start ?? 0) - (b.start ?? 0));
}

function byCode(segments: readonly Segment[]): (code: string) => readonly Segment[] {
  const found = new Map<string, Segment[]>();
  for (const segment of segments) {
    const own = found.get(segment.code);
    if (own === undefined) found.set(segment.code, [segment]);
    else own.push(segment);
  }
  return (code) => found.get(code) ?? [];
}

function themeEstimates({ code, depth, within }: TreeCode, data: ThemeData, split: Split | null): ThemeEstimate[] {
  const { observed, sources, chosen, paths } = data;
  const own = [...within].flatMap(data.segmentsOf);
  const estimate = (segments: readonly Segment[], those: Observed, level: string | null): ThemeEstimate => {
    const counts = themeCounts(segments, sources, those);
    return {
      code: chosen.names.get(code.id) ?? code.name, path: paths.get(code.id)?.join(PATH_MARK) ?? code.name,
      depth, isCategory: within.size > 1, by: level, ...counts, observed: those.size,
      percent: counts.participants === null ? null : (100 * counts.participants) / those.size,
      intensity: level === null ? segments.length / data.segments.length : null,
    };
  };
  return [
    estimate(own, observed, null),
    ...(split?.levels ?? []).map((level) => {
      const isOf = (participant: string): boolean => split?.levelOf.get(participant) === level;
      const those = new Map([...observed].filter(([participant]) => isOf(participant)));
      const theirs = own.filter(({ participants }) => [...participants].some(isOf))
        .map((segment) => ({ ...segment, participants: new Set([...segment.participants].filter(isOf)) }));
      return estimate(theirs, those, level);
    }),
  ];
}

function notChosen(coded: CodedText, { codings, coders }: ChosenCodings): Record<string, number> {
  const others = coded.codings.filter(({ coder }) => !coders.includes(coder)).length;
  const left = { 'other coders': others, 'other codes': coded.codings.length - others - codings.length };
  return Object.fromEntries(Object.entries(left).filter(([, count]) => count > 0));
}

function themeWarnings({ segments, observed }: ThemeData, split: Split | null, where: string): Warning[] {
  const unknown = segments.filter(({ participants }) => participants.size === 0).length;
  const without = split === null ? 0 : observed.size - split.levelOf.size;
  const warnings: Warning[] = [];
  if (observed.size === 0) {
    warnings.push({ code: 'W_PARTICIPANTS_UNKNOWN', where, message: 'Who speaks is not known, so that no participants are counted; --speakers says who each label stands for.' });
  } else if (unknown > 0) {
    const [segment, has, it] = unknown === 1 ? ['segment', 'has', 'it counts'] : ['segments', 'have', 'they count'];
    warnings.push({ code: 'W_SEGMENT_PARTICIPANT', where, message: `${unknown} ${segment} ${has} no participant; ${it} as segments and in documents alone.` });
  }
  if (without > 0) {
    warnings.push({ code: 'W_ATTRIBUTE_BLANK', where, message: `${without} of ${observed.size} participants ${without === 1 ? 'has' : 'have'} no value of "${split?.by}" and ${without === 1 ? 'is' : 'are'} in none of its levels.` });
  }
  return warnings;
}
