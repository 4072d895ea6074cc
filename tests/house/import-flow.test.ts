import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** For each room, the rooms it may import from besides itself. Data flows one way, so no two name each other. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  tool: [],
  numeric: [],
  results: [],
  dataset: ['errors', 'results'],
  importers: ['errors', 'results', 'dataset', 'numeric'],
  study: ['errors', 'results', 'dataset'],
  stats: ['errors', 'results', 'dataset', 'numeric'],
  qualitative: ['errors', 'results', 'dataset', 'numeric', 'stats'],
  integration: ['errors', 'results', 'dataset', 'numeric', 'study', 'stats', 'qualitative'],
  claims: ['errors', 'results', 'dataset', 'numeric', 'study', 'stats'],
  present: ['errors', 'results', 'numeric', 'stats'],
  reporters: ['errors', 'results'],
  exporters: ['errors', 'results', 'dataset'],
  plots: ['errors', 'results', 'numeric', 'present'],
  commands: [
    'errors', 'results', 'dataset', 'numeric', 'importers', 'study', 'stats', 'qualitative', 'integration', 'claims', 'present', 'reporters', 'exporters', 'plots',
  ],
  index: ['errors', 'tool', 'results', 'dataset', 'importers', 'study', 'stats', 'present', 'exporters', 'commands'],
  cli: ['errors', 'tool', 'results', 'dataset', 'reporters', 'commands'],
};

/** Packages of others, and the only rooms that may load them. */
const MAY_LOAD: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli', 'commands'],
  chalk: ['cli'],
  papaparse: ['importers'],
  'csv-stringify': ['reporters'],
  'simple-statistics': ['stats'],
  yaml: ['study'],
  valibot: ['study'],
  fflate: ['importers', 'reporters', 'exporters'],
  saxes: ['importers'],
  'sql.js': ['importers'],
  'temporal-polyfill': ['importers'],
  'd3-scale': ['plots'],
  'd3-shape': ['plots'],
  'pure-rand': ['numeric'],
};

interface Import {
  readonly from: string;
  readonly room: string;
  readonly target: string;
}

const imports = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap(importsOf);

describe('the flow between rooms', () => {
  it('knows every room', () => {
    expect([...new Set(imports.map((one) => one.room))].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it('never runs against the arrows', () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith('.'))
      .map((one) => ({ ...one, into: roomOf(relative(SRC, join(SRC, dirname(one.from), one.target))) }))
      .filter(({ room, into }) => room !== into && !MAY_IMPORT[room].includes(into))
      .map(({ from, target }) => `${from} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  it('lets two rooms never import each other', () => {
    const mutual = Object.entries(MAY_IMPORT).flatMap(([room, others]) =>
      others.filter((other) => MAY_IMPORT[other]?.includes(room)).map((other) => `${room} and ${other}`));
    expect(mutual).toEqual([]);
  });

  it('goes round in no circle of files, types included, but where a survey with a log is opened by another survey', () => {
    const next = new Map<string, string[]>();
    for (const { from, target } of imports.filter((one) => one.target.startsWith('.'))) {
      const to = join(dirname(from), target).replace(/\.js$/, '.ts');
      next.set(from, [...next.get(from) ?? [], to]);
    }
    const inCircle = [...next.keys()].filter((file) => reaches(file, next).has(file)).map((file) => file.split(sep).join('/')).sort();
    expect(inCircle).toEqual(['commands/open-survey.ts', 'commands/usage/enrolment.ts', 'commands/usage/join-usage.ts']);
  });

  it('loads each package only in the room that needs it', () => {
    const wrong = imports
      .filter(({ target }) => !target.startsWith('.') && !target.startsWith('node:'))
      .filter(({ room, target }) => !MAY_LOAD[packageOf(target)]?.includes(room))
      .map(({ from, target }) => `${from} loads ${target}`);
    expect(wrong).toEqual([]);
  });

  it('keeps clocks, environment, console and chance out of every room but cli', () => {
    const ambient = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && roomOf(path) !== 'cli')
      .filter((path) => /Math\.random|Date\.now|new Date\(\)|process\.env|console\./.test(readFileSync(join(SRC, path), 'utf8')));
    expect(ambient).toEqual([]);
  });
});

function importsOf(from: string): Import[] {
  const text = readFileSync(join(SRC, from), 'utf8');
  const targets = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g)];
  return targets.map((match) => ({ from, room: roomOf(from), target: match[1] ?? match[2] }));
}

function reaches(from: string, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...next.get(from) ?? []];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    open.push(...next.get(file) ?? []);
  }
  return seen;
}

function roomOf(path: string): string {
  return path.split(sep)[0].replace(/\.[jt]s$/, '');
}

function packageOf(target: string): string {
  return target.split('/').slice(0, target.startsWith('@') ? 2 : 1).join('/');
}
