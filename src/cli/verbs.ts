import type { Verb } from '../commands/verb.js';

interface VerbEntry {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** Each verb is a chunk of its own, loaded only when it runs. */
  load(): Promise<Verb>;
}

export const VERBS: readonly VerbEntry[] = [
  {
    name: 'init',
    usage: '<files...>',
    summary: 'write a commented study.yml from what the files say',
    load: () => import('../commands/init/init.js'),
  },
  {
    name: 'inspect',
    usage: '[file]',
    summary: 'how a file was read: dialect, encoding, platform, columns, missing, warnings',
    load: () => import('../commands/inspect/inspect.js'),
  },
  {
    name: 'correlate',
    usage: '[survey]',
    summary: 'rank correlations with an outcome, or a matrix',
    load: () => import('../commands/correlate/correlate.js'),
  },
  {
    name: 'describe',
    usage: '[survey]',
    summary: 'Table 1: who took part, all together or by group',
    load: () => import('../commands/describe/describe.js'),
  },
  {
    name: 'compare',
    usage: '[survey] --by <column>',
    summary: 'group comparisons: the test that fits each variable, with its effect size',
    load: () => import('../commands/compare/compare.js'),
  },
  {
    name: 'scale',
    usage: '[survey] --items <columns>',
    summary: 'score scales, and how reliable they are',
    load: () => import('../commands/scale/scale.js'),
  },
  {
    name: 'usage',
    usage: '<log>',
    summary: 'per-participant feature use from an event log',
    load: () => import('../commands/usage/usage.js'),
  },
  {
    name: 'themes',
    usage: '[coded text]',
    summary: 'who says what: codes by participant, group and attribute, with quotes',
    load: () => import('../commands/themes/themes.js'),
  },
  {
    name: 'agree',
    usage: '[coded text]',
    summary: 'how far coders agree: kappa, alpha, AC1, with a gate',
    load: () => import('../commands/agree/agree.js'),
  },
  {
    name: 'saturation',
    usage: '[coded text]',
    summary: 'when new codes stop coming: accumulation, base, run and threshold',
    load: () => import('../commands/saturation/saturation.js'),
  },
  {
    name: 'check',
    usage: '<paper>',
    summary: 'check printed figures without data: recompute p, counts, means and tables',
    load: () => import('../commands/check/check.js'),
  },
  {
    name: 'reproduce',
    usage: '[study.yml]',
    summary: 'recompute every claim of a study; exit 1 where a printed figure does not match',
    load: () => import('../commands/reproduce/reproduce.js'),
  },
  {
    name: 'convert',
    usage: '<coded...>',
    summary: 'coded text as .qdpx, .qdc or CSV for other software',
    load: () => import('../commands/convert.js'),
  },
  {
    name: 'deidentify',
    usage: '<transcript...> --map <file>',
    summary: 'transcripts and codings without the names of a map, and what else may tell who it is',
    load: () => import('../commands/deidentify/deidentify.js'),
  },
  {
    name: 'quantitize',
    usage: '<coded...>',
    summary: 'themes as numbers: a row a participant, for any other tool',
    load: () => import('../commands/quantitize/quantitize.js'),
  },
  {
    name: 'joint',
    usage: '[study.yml]',
    summary: 'joint displays: themes and numbers on one row',
    load: () => import('../commands/joint/joint.js'),
  },
  {
    name: 'report',
    usage: '[study.yml]',
    summary: 'one self-contained page, or a Word file, that shows the whole study',
    load: () => import('../commands/report/report.js'),
  },
];
