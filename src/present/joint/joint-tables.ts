import type {
  Convergence, JointCase, JointRecord, SideBySide, StatisticsByTheme, ThemeSide, ThreadStep,
} from '../../results/joint.js';
import type { Cell, Table, TableColumn } from '../../results/table.js';
import { UNDEFINED, counted, fixed, formatInterval, formatP, formatShare } from '../numbers.js';
import type { NumberStyle } from '../numbers.js';
import { expectedWords, fitRule, jointRowText, quoteText } from './joint-words.js';
import { warningNotes } from '../warning-notes.js';

/** How a joint display is printed; nothing here changes a number of the record. */
export interface JointPresentation {
  readonly alpha: number;
  readonly digits: number;
  readonly style: NumberStyle;
}

/** A joint display as the tables of its type. */
export function jointTables(record: JointRecord, presentation: JointPresentation): Table[] {
  const { estimates } = record;
  switch (record.method.type) {
    case 'statistics-by-themes': return [statisticsTable(record, estimates as readonly StatisticsByTheme[], presentation)];
    case 'side-by-side': return [sideBySideTable(record, estimates as readonly SideBySide[], presentation)];
    case 'cases': return [casesTable(record, estimates as readonly JointCase[])];
    case 'convergence': return [convergenceTable(record, estimates as readonly Convergence[])];
    case 'thread': return [threadTable(record, estimates as readonly ThreadStep[])];
  }
}

function statisticsTable(record: JointRecord, estimates: readonly StatisticsByTheme[], { alpha, digits, style }: JointPresentation): Table {
  const { method, labels } = record;
  const variables = [...new Set(estimates.map(({ variable }) => variable))];
  const adjusted = estimates.some(({ pHolm }) => pHolm !== null);
  const p = style === 'ama' ? 'P' : 'p';
  const columns: TableColumn[] = [
    { key: 'theme', header: 'Theme', align: 'left' },
    ...(variables.length > 1 ? [{ key: 'variable', header: 'Variable', align: 'left' } as const] : []),
    { key: 'mentioned', header: 'Mentioned', align: 'right' },
    { key: 'notMentioned', header: 'Not mentioned', align: 'right' },
    { key: 'effect', header: `r (${formatShare(method.confidence)} CI)`, align: 'right' },
    { key: 'p', header: p, align: 'right' },
    ...(method.resamples === null ? [] : [{ key: 'pWithinGroups', header: `${p} (in groups)`, align: 'right' } as const]),
    ...(adjusted ? [{ key: 'pHolm', header: `${p} (Holm)`, align: 'right' } as const, { key: 'pBh', header: `${p} (BH)`, align: 'right' } as const] : []),
  ];
  const rows = estimates.map((estimate): Cell[] => {
    const stands = ((adjusted && estimate.declared ? estimate.pHolm : estimate.p) ?? 1) <= alpha && (estimate.declared || !adjusted);
    const emphasis = stands ? ({ emphasis: 'strong' } as const) : {};
    const { effect } = estimate;
    const size = effect.estimate === null ? UNDEFINED : `${fixed(effect.estimate, digits)}${effect.ciLow === null ? '' : ` (${formatInterval(effect.ciLow, effect.ciHigh, digits)})`}`;
    const byKey: Record<string, Cell> = {
      theme: { text: estimate.theme, ...emphasis },
      variable: { text: labels[estimate.variable] ?? estimate.variable, value: estimate.variable },
      mentioned: sideCell(estimate.mentioned), notMentioned: sideCell(estimate.notMentioned),
      effect: { text: size, value: effect.estimate, ...emphasis },
      p: pCell(estimate.p, style), pWithinGroups: pCell(estimate.pWithinGroups, style), pHolm: pCell(estimate.pHolm, style), pBh: pCell(estimate.pBh, style),
    };
    return columns.map(({ key }) => byKey[key]);
  });
  const exact = estimates.every(({ pMethod }) => pMethod === null || pMethod === 'exact');
  const exploratory = estimates.filter(({ declared }) => !declared).length;
  return {
    caption: `${variables.length === 1 ? labels[variables[0]] ?? variables[0] : 'Outcomes'} by theme (${counted(method.observed, 'participant')} heard)`,
    columns, rows,
    notes: [
      `n, median [quartiles] of those who mention the theme and of those who were heard and do not. r: rank-biserial correlation of the first against the second; p: Mann–Whitney, ${exact ? 'exact given the ties' : 'exact given the ties in small samples'}, two-sided.`,
      ...(method.resamples === null ? [] : [`p (in groups): the theme shuffled ${method.resamples.toLocaleString('en-US')} times within focus groups, whose members heard each other; seed ${record.provenance.seed}.`]),
      ...(adjusted ? ['Holm and BH over the links that were declared in advance.'] : []),
      ...(exploratory > 0 ? [exploratory === estimates.length ? 'No link was declared in advance: all of this is exploratory, and no p is adjusted.' : `Exploratory, not declared in advance: ${estimates.filter(({ declared }) => !declared).map(({ theme }) => theme).join(', ')}.`] : []),
      notObserved(record),
      ...warningNotes(record.warnings),
    ].filter((note): note is string => note !== null),
  };
}

/** A link a group of rows: what was said, what was measured, how they fit, and what the analyst makes of it. */
function sideBySideTable(record: JointRecord, estimates: readonly SideBySide[], { style }: JointPresentation): Table {
  const { labels, method } = record;
  const groups = estimates.map((estimate) => {
    const { speakers, groups: heard, quotes, statistic, fit, expected, rationale, metaInference } = estimate;
    const label = labels[estimate.variable] ?? estimate.variable;
    const counts = `${speakers.n}/${speakers.of} speakers${heard === null ? '' : `, ${heard.n}/${heard.of} groups`}`;
    const rows: Cell[][] = [
      [{ text: 'Said by' }, { text: counts, value: speakers.n }],
      ...quotes.map((quote): Cell[] => [{ text: '' }, { text: quoteText(quote) }]),
      [{ text: 'Measured' }, { text: jointRowText(statistic, style), value: statistic.estimate }],
      [{ text: 'Expected' }, { text: `${expectedWords(expected)}${rationale === null ? '' : `: ${rationale}`}` }],
      [{ text: 'Fit' }, { text: fit ?? 'exploratory', emphasis: 'strong' }],
      [{ text: 'Meta-inference' }, metaInference === null ? { text: UNDEFINED, value: null, emphasis: 'muted' } : { text: metaInference }],
    ];
    return { label: `${estimate.theme} × ${label}`, rows };
  });
  const outcome = method.outcome === null ? null : labels[method.outcome] ?? method.outcome;
  const fits = estimates.map(({ fit }) => fit).filter((fit) => fit !== null);
  const spearman = estimates.some(({ statistic }) => statistic.name === 'spearman');
  const rankBiserial = estimates.some(({ statistic }) => statistic.name === 'rank-biserial');
  return {
    caption: `Joint display: themes and ${outcome ?? 'variables'}, side by side`,
    columns: [{ key: 'aspect', header: '', align: 'left' }, { key: 'finding', header: 'Finding', align: 'left' }],
    rows: groups.flatMap(({ rows }) => rows),
    groups: groups.map(({ label, rows }) => ({ label, rows: rows.length })),
    notes: [
      [
        spearman ? `ρ: Spearman’s correlation of the item with ${outcome}, with its ${formatShare(method.confidence)} Bonett–Wright interval.` : '',
        rankBiserial ? 'r: rank-biserial correlation, those who mention the theme against those who do not.' : '',
      ].filter((part) => part !== '').join(' '),
      fitRule(record, fits),
      method.quotes === 0 ? null : 'Quotes: of participants, groups and documents not quoted yet, nearest to the median length of the theme’s segments.',
      'Meta-inferences are the analyst’s own, from their file; none is generated.',
      notObserved(record),
      ...warningNotes(record.warnings),
    ].filter((note): note is string => note !== null && note !== ''),
  };
}

function casesTable(record: JointRecord, estimates: readonly JointCase[]): Table {
  const { labels, method } = record;
  const themes = Object.keys(estimates[0]?.themes ?? {});
  const grouped = estimates.some(({ group }) => group !== null);
  const mark = (value: 0 | 1 | null): Cell => (value === null ? { text: '' , value: null } : value === 1 ? { text: '●', value: 1 } : { text: '·', value: 0, emphasis: 'muted' });
  return {
    caption: `Participants by ${labels[method.outcome ?? ''] ?? method.outcome} and theme`,
    columns: [
      { key: 'participant', header: 'Participant', align: 'left' },
      ...(grouped ? [{ key: 'group', header: 'Group', align: 'left' } as const] : []),
      { key: 'outcome', header: labels[method.outcome ?? ''] ?? 'Outcome', align: 'right' },
      ...themes.map((theme): TableColumn => ({ key: theme, header: theme, align: 'center' })),
    ],
    rows: estimates.map(({ participant, group, outcome, themes: own }) => [
      { text: participant }, ...(grouped ? [{ text: group ?? UNDEFINED, value: group }] : []),
      { text: outcome === null ? UNDEFINED : String(outcome), value: outcome }, ...themes.map((theme) => mark(own[theme])),
    ]),
    notes: ['● mentioned, · heard and not mentioned, blank not observed. Every row is one participant: think twice before it leaves your machine.'],
  };
}

function convergenceTable(record: JointRecord, estimates: readonly Convergence[]): Table {
  const sources = [...new Set(estimates.map(({ source }) => source))];
  const themes = [...new Set(estimates.map(({ theme }) => theme))];
  const of = new Map(estimates.map(({ source, observed }) => [source, observed]));
  const at = new Map(estimates.map((estimate) => [JSON.stringify([estimate.theme, estimate.source]), estimate]));
  return {
    caption: 'Themes by source: participants who mention them',
    columns: [
      { key: 'theme', header: 'Theme', align: 'left' },
      ...sources.map((source): TableColumn => ({ key: source, header: `${source} (n = ${of.get(source)})`, align: 'right' })),
      { key: 'sources', header: 'Sources', align: 'right' },
    ],
    rows: themes.map((theme) => {
      const own = sources.map((source) => at.get(JSON.stringify([theme, source]))!);
      const found = own.filter(({ segments }) => segments > 0).length;
      return [
        { text: theme }, ...own.map(({ participants, segments }): Cell => (segments === 0 ? { text: UNDEFINED, value: 0, emphasis: 'muted' } : { text: String(participants), value: participants })),
        { text: `${found}/${sources.length}`, value: found },
      ];
    }),
    notes: ['A dash: nobody there mentions the theme.', notObserved(record)].filter((note) => note !== null),
  };
}

const STEPS: Readonly<Record<ThreadStep['step'], string>> = {
  quote: 'Said', code: 'Coded as', theme: 'Theme', variable: 'Item', result: 'Result', fit: 'Fit', 'meta-inference': 'Meta-inference',
};

function threadTable(record: JointRecord, estimates: readonly ThreadStep[]): Table {
  return {
    caption: `One thread: ${estimates[0]?.theme ?? ''}`,
    columns: [
      { key: 'step', header: 'Step', align: 'left' }, { key: 'text', header: 'What', align: 'left' }, { key: 'source', header: 'From', align: 'left' },
    ],
    rows: estimates.map(({ step, text, source, quote }) => [
      { text: STEPS[step] },
      { text: step === 'quote' ? `“${text.trim()}”` : text },
      { text: quote === undefined ? source ?? '' : [quote.participant, source].filter((one) => one !== null).join(', ') },
    ]),
    notes: [fitRule(record, estimates.filter(({ step }) => step === 'fit').map(({ text }) => text))].filter((note) => note !== null),
  };
}

function sideCell({ n, median, q1, q3 }: ThemeSide): Cell {
  return median === null ? { text: `${n}`, value: n } : { text: `${n}, ${plain(median)} [${plain(q1)} to ${plain(q3)}]`, value: median };
}

/** Medians and quartiles with as many decimals as they have, two at most. */
function plain(value: number | null): string {
  return value === null ? UNDEFINED : String(Number(value.toFixed(2)));
}

function pCell(p: number | null, style: NumberStyle): Cell {
  return p === null ? { text: UNDEFINED, value: null, emphasis: 'muted' } : { text: formatP(p, style), value: p };
}

function notObserved({ method }: JointRecord): string | null {
  const others = method.participants - method.observed;
  return others === 0 ? null : `${counted(others, 'participant')} of the survey ${others === 1 ? 'was' : 'were'} not in the transcripts: not observed for themes, which is not the same as not mentioning them.`;
}
